package lab.carousel.ui.drawing;

import java.util.Optional;
import java.util.function.BiFunction;
import javafx.geometry.Point2D;

/**
 * The way from one spot of a drawing to the next, for the arrow keys. It knows nothing of rows and columns, only what
 * stands where: it goes straight on until something else stands there, and stops in the middle of that. Where nothing
 * does, the nearest spot on that side is taken. Immutable.
 *
 * @param <S> what stands somewhere; equal wherever the same does
 */
public final class SpotWalk<S> {

    /** Points between two places that are looked at: less than any spot is wide. */
    private static final double STEP = 2;
    /** Of the search beside the straight way, which looks at a whole area. */
    private static final double WIDE_STEP = 6;

    private final BiFunction<Double, Double, Optional<S>> spots;
    private final double width;
    private final double height;

    /**
     * The ways in a drawing.
     *
     * @param spots  what stands at x and y, in points
     * @param width  of the drawing, in points
     * @param height of the drawing, in points
     */
    public SpotWalk(BiFunction<Double, Double, Optional<S>> spots, double width, double height) {
        this.spots = spots;
        this.width = width;
        this.height = height;
    }

    private Optional<S> at(Point2D place) {
        boolean inside = place.getX() >= 0 && place.getX() < width && place.getY() >= 0 && place.getY() < height;
        return inside ? spots.apply(place.getX(), place.getY()) : Optional.empty();
    }

    /** The first spot as one reads; empty if there is none. */
    public Optional<Point2D> first() {
        for (double y = STEP; y < height; y += WIDE_STEP) {
            for (double x = STEP; x < width; x += WIDE_STEP) {
                Point2D place = new Point2D(x, y);
                if (at(place).isPresent()) {
                    return Optional.of(middle(middle(place, new Point2D(STEP, 0)), new Point2D(0, STEP)));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The next spot from a place.
     *
     * @param right 1 to the right, -1 to the left, 0 neither
     * @param down  1 down, -1 up, 0 neither
     * @return where it is; empty if there is nothing on that side
     */
    public Optional<Point2D> next(Point2D from, int right, int down) {
        Point2D step = new Point2D(right * STEP, down * STEP);
        Optional<S> here = at(from);
        for (Point2D place = from.add(step); isInside(place); place = place.add(step)) {
            Optional<S> there = at(place);
            if (there.isPresent() && !there.equals(here)) {
                return Optional.of(middle(place, step));
            }
        }
        return beside(from, here, right, down);
    }

    private boolean isInside(Point2D place) {
        return place.getX() >= 0 && place.getX() < width && place.getY() >= 0 && place.getY() < height;
    }

    /** The middle of the spot at a place, along a direction. */
    private Point2D middle(Point2D place, Point2D step) {
        Optional<S> spot = at(place);
        Point2D first = place;
        while (at(first.subtract(step)).equals(spot)) {
            first = first.subtract(step);
        }
        Point2D last = place;
        while (at(last.add(step)).equals(spot)) {
            last = last.add(step);
        }
        return first.midpoint(last);
    }

    /** The nearest spot on a side, at most as far beside the straight way as along it. */
    private Optional<Point2D> beside(Point2D from, Optional<S> here, int right, int down) {
        Point2D best = null;
        double least = Double.POSITIVE_INFINITY;
        for (double y = STEP; y < height; y += WIDE_STEP) {
            for (double x = STEP; x < width; x += WIDE_STEP) {
                double along = (x - from.getX()) * right + (y - from.getY()) * down;
                double aside = Math.abs(right != 0 ? y - from.getY() : x - from.getX());
                double distance = along + aside;
                if (along > 0 && aside <= along && distance < least) {
                    Point2D place = new Point2D(x, y);
                    Optional<S> there = at(place);
                    if (there.isPresent() && !there.equals(here)) {
                        best = place;
                        least = distance;
                    }
                }
            }
        }
        return Optional.ofNullable(best);
    }
}
