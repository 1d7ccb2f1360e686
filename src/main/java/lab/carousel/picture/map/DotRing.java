package lab.carousel.picture.map;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import lab.carousel.drawing.mark.Path;
import lab.carousel.drawing.mark.Point;
import lab.carousel.drawing.mark.Shape;

/** A ring round dots that belong together. */
final class DotRing {

    /** A circle is drawn with so many. */
    private static final int SIDES = 32;

    private DotRing() {}

    /** The edge of the convex hull of some points, half so far from them as it is wide around one alone. */
    static Shape around(List<Point> points, double width) {
        List<Point> circles = hull(points).stream()
                .flatMap(point -> IntStream.range(0, SIDES)
                        .mapToDouble(side -> 2 * Math.PI * side / SIDES)
                        .<Point>mapToObj(turn -> new Point(
                                point.x() + width / 2 * Math.cos(turn), point.y() + width / 2 * Math.sin(turn))))
                .toList();
        Path ring = new Path();
        for (Point corner : hull(circles)) {
            ring.to(corner.x(), corner.y());
        }
        ring.close();
        return ring;
    }

    /** The corners of the smallest convex polygon around some points, one after the other. */
    static List<Point> hull(List<Point> points) {
        List<Point> hull = new ArrayList<>();
        Point corner = Collections.min(points, Comparator.comparingDouble(Point::x));
        while (!hull.contains(corner) && hull.size() < points.size()) {
            hull.add(corner);
            Point next = points.get(0);
            for (Point point : points) {
                next = next.equals(corner) || isOutside(corner, next, point) ? point : next;
            }
            corner = next;
        }
        return hull;
    }

    /** Whether a place lies on the outer side of a way, or on it beyond its end. */
    private static boolean isOutside(Point from, Point to, Point place) {
        double cross = (place.x() - from.x()) * (to.y() - from.y()) - (place.y() - from.y()) * (to.x() - from.x());
        return cross > 0 || (cross == 0 && from.distance(place) > from.distance(to));
    }
}
