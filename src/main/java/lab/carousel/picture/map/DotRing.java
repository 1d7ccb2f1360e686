package lab.carousel.picture.map;

import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A ring round dots that belong together. */
final class DotRing {

    /** A circle is drawn with so many. */
    private static final int SIDES = 32;

    private DotRing() {}

    /** The edge of the convex hull of some points, half so far from them as it is wide around one alone. */
    static Shape around(List<Point2D> points, double width) {
        List<Point2D> circles = hull(points).stream()
                .flatMap(point -> IntStream.range(0, SIDES)
                        .mapToDouble(side -> 2 * Math.PI * side / SIDES)
                        .<Point2D>mapToObj(turn -> new Point2D.Double(
                                point.getX() + width / 2 * Math.cos(turn), point.getY() + width / 2 * Math.sin(turn))))
                .toList();
        Path2D ring = new Path2D.Double();
        for (Point2D corner : hull(circles)) {
            if (ring.getCurrentPoint() == null) {
                ring.moveTo(corner.getX(), corner.getY());
            } else {
                ring.lineTo(corner.getX(), corner.getY());
            }
        }
        ring.closePath();
        return ring;
    }

    /** The corners of the smallest convex polygon around some points, one after the other. */
    static List<Point2D> hull(List<Point2D> points) {
        List<Point2D> hull = new ArrayList<>();
        Point2D corner = Collections.min(points, Comparator.comparingDouble(Point2D::getX));
        while (!hull.contains(corner) && hull.size() < points.size()) {
            hull.add(corner);
            Point2D next = points.get(0);
            for (Point2D point : points) {
                Line2D side = new Line2D.Double(corner, next);
                next = next.equals(corner) || side.relativeCCW(point) > 0 ? point : next;
            }
            corner = next;
        }
        return hull;
    }
}
