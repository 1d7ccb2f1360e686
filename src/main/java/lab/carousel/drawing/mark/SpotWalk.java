package lab.carousel.drawing.mark;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The way from one spot of a drawing to the next, for the arrow keys. It knows nothing of rows and columns, only what
 * stands where: it goes straight on until something else stands there, and stops in the middle of that. Where nothing
 * does, the nearest spot on that side is taken. Immutable.
 *
 * @param <S>    what stands somewhere
 * @param spots  what stands at x and y; equal wherever the same does
 * @param width  of the drawing, in points
 * @param height of the drawing, in points
 */
public record SpotWalk<S>(BiFunction<Double, Double, Optional<S>> spots, double width, double height) {

    /** Points between two places that are looked at: less than any spot is wide. */
    private static final double STEP = 2;
    /** Of the search beside the straight way, which looks at a whole area. */
    private static final double WIDE_STEP = 6;

    private Optional<S> at(Point place) {
        return isInside(place) ? spots.apply(place.x(), place.y()) : Optional.empty();
    }

    /** Places all over the drawing, as one reads. */
    private Stream<Point> places() {
        return Stream.iterate(STEP, y -> y < height, y -> y + WIDE_STEP)
                .flatMap(y ->
                        Stream.iterate(STEP, x -> x < width, x -> x + WIDE_STEP).map(x -> new Point(x, y)));
    }

    /** The first spot as one reads; empty if there is none. */
    public Optional<Point> first() {
        return places().filter(place -> at(place).isPresent())
                .findFirst()
                .map(place -> middle(middle(place, new Point(STEP, 0)), new Point(0, STEP)));
    }

    /**
     * The next spot from a place.
     *
     * @param right 1 to the right, -1 to the left, 0 neither
     * @param down  1 down, -1 up, 0 neither
     * @return where it is; empty if there is nothing on that side
     */
    public Optional<Point> next(Point from, int right, int down) {
        Point step = new Point(right * STEP, down * STEP);
        Optional<S> here = at(from);
        for (Point place = plus(from, step, 1); isInside(place); place = plus(place, step, 1)) {
            Optional<S> there = at(place);
            if (there.isPresent() && !there.equals(here)) {
                return Optional.of(middle(place, step));
            }
        }
        return beside(from, here, right, down);
    }

    /** From a place, or where there is none yet to the first spot; empty if there is nothing on that side. */
    public Optional<Point> next(Optional<Point> from, int right, int down) {
        return from.isEmpty() ? first() : next(from.get(), right, down);
    }

    private static Point plus(Point place, Point step, int times) {
        return new Point(place.x() + times * step.x(), place.y() + times * step.y());
    }

    private boolean isInside(Point place) {
        return place.x() >= 0 && place.x() < width && place.y() >= 0 && place.y() < height;
    }

    /** The middle of the spot at a place, along a direction. */
    private Point middle(Point place, Point step) {
        Optional<S> spot = at(place);
        Point first = place;
        while (at(plus(first, step, -1)).equals(spot)) {
            first = plus(first, step, -1);
        }
        Point last = place;
        while (at(plus(last, step, 1)).equals(spot)) {
            last = plus(last, step, 1);
        }
        return new Point((first.x() + last.x()) / 2, (first.y() + last.y()) / 2);
    }

    /** The nearest spot on a side, at most as far beside the straight way as along it. */
    private Optional<Point> beside(Point from, Optional<S> here, int right, int down) {
        return places().filter(place -> along(from, place, right, down) > 0
                        && aside(from, place, right) <= along(from, place, right, down))
                .sorted(Comparator.comparingDouble(
                        place -> along(from, place, right, down) + aside(from, place, right)))
                .filter(place -> at(place)
                        .filter(there -> !here.equals(Optional.of(there)))
                        .isPresent())
                .findFirst();
    }

    private static double along(Point from, Point to, int right, int down) {
        return (to.x() - from.x()) * right + (to.y() - from.y()) * down;
    }

    private static double aside(Point from, Point to, int right) {
        return Math.abs(right != 0 ? to.y() - from.y() : to.x() - from.x());
    }
}
