package lab.carousel.drawing.mark;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A place, in points: to the right and down. */
public record Point(double x, double y) {

    public double distance(Point other) {
        // Not Math.hypot, of which a browser's last bit may be another one
        return Math.sqrt((other.x - x) * (other.x - x) + (other.y - y) * (other.y - y));
    }

    /** The number of the nearest of some places, of equally near ones the first; empty if none is so near. */
    public Optional<Integer> nearest(int count, IntFunction<Point> places, double reach) {
        return IntStream.range(0, count)
                .filter(place -> distance(places.apply(place)) <= reach)
                .boxed()
                .min(Comparator.comparingDouble(place -> distance(places.apply(place))));
    }
}
