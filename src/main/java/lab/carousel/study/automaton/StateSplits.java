package lab.carousel.study.automaton;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
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
            List<Integer> places = IntStream.range(0, state.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(k -> -Math.abs(mean[k] - state[k])))
                    .limit(FIRST)
                    .toList();
            divide(all, places, mean, state);
        }
        Predicate<double[]> plane = x -> towards(state, mean, x) > 0;
        boolean parts = plane.test(state) && others.stream().noneMatch(plane);
        double nearest =
                others.stream().mapToDouble(x -> distance(x, state)).min().orElseThrow();
        all.of(state).divide(parts ? plane : x -> distance(x, state) <= nearest / 2);
    }

    private static void divide(Region region, List<Integer> places, double[] mean, double[] state) {
        if (!places.isEmpty()) {
            int k = places.get(0);
            List<Integer> left = places.subList(1, places.size());
            Region.Halves halves = region.divide(x -> x[k] > (mean[k] + state[k]) / 2);
            divide(halves.yes, left, mean, state);
            divide(halves.no, left, mean, state);
        }
    }

    /** How far x lies beyond the middle between the mean and a state, towards the state. */
    private static double towards(double[] state, double[] mean, double[] x) {
        return IntStream.range(0, x.length)
                .mapToDouble(k -> (x[k] - (mean[k] + state[k]) / 2) * (state[k] - mean[k]))
                .sum();
    }

    private static double distance(double[] one, double[] other) {
        return Math.sqrt(IntStream.range(0, one.length)
                .mapToDouble(k -> (one[k] - other[k]) * (one[k] - other[k]))
                .sum());
    }
}
