package lab.carousel.study.automaton;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A division of the states of a network into regions, refined region by region: a tree of questions (Weiss, Goldberg and Yahav,
 * 2018). The first refinement divides along the numbers that differ most, as theirs; each later one by a plane half way to the
 * mean, or by a ball where no such plane parts them, in place of their support vectors.
 */
final class StateSplits {

    /** Along so many numbers the first refinement divides. */
    private static final int FIRST = 10;

    /** A region, or two where it is divided. */
    static final class Region {

        private record Halves(Predicate<double[]> question, Region yes, Region no) {}

        private @Nullable Halves halves;

        private Region of(double[] state) {
            return halves == null ? this : (halves.question.test(state) ? halves.yes : halves.no).of(state);
        }

        private Halves divide(Predicate<double[]> by) {
            halves = new Halves(by, new Region(), new Region());
            return halves;
        }
    }

    private final Region all = new Region();

    Region of(double[] state) {
        return all.of(state);
    }

    /** Refines the region that a state shares with others. */
    void refine(List<double[]> others, double[] state) {
        double[] mean = IntStream.range(0, state.length)
                .mapToDouble(k ->
                        others.stream().mapToDouble(other -> other[k]).average().orElseThrow())
                .toArray();
        if (all.halves == null) {
            int[] places = IntStream.range(0, state.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(k -> -Math.abs(mean[k] - state[k])))
                    .limit(FIRST)
                    .mapToInt(Integer::intValue)
                    .toArray();
            divide(all, places, 0, mean, state);
        }
        Predicate<double[]> plane = x -> towards(state, mean, x) > 0;
        double nearest = others.stream()
                        .mapToDouble(other -> distance(other, state))
                        .min()
                        .orElseThrow()
                / 2;
        boolean parts = plane.test(state) && others.stream().noneMatch(plane);
        all.of(state).divide(parts ? plane : x -> distance(x, state) <= nearest);
    }

    private static void divide(Region region, int[] places, int from, double[] mean, double[] state) {
        if (from < places.length) {
            int k = places[from];
            Region.Halves halves = region.divide(x -> x[k] > (mean[k] + state[k]) / 2);
            divide(halves.yes, places, from + 1, mean, state);
            divide(halves.no, places, from + 1, mean, state);
        }
    }

    /** How far x lies beyond the middle between the mean and a state, towards the state. */
    private static double towards(double[] state, double[] mean, double[] x) {
        return products(state, mean, x).sum();
    }

    private static DoubleStream products(double[] state, double[] mean, double[] x) {
        return IntStream.range(0, x.length).mapToDouble(k -> (x[k] - (mean[k] + state[k]) / 2) * (state[k] - mean[k]));
    }

    private static double distance(double[] one, double[] other) {
        return Math.sqrt(IntStream.range(0, one.length)
                .mapToDouble(k -> (one[k] - other[k]) * (one[k] - other[k]))
                .sum());
    }
}
