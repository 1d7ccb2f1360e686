package lab.carousel.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.model.trace.Traces;
import lab.carousel.task.Step;

/**
 * How much each unit tells sequences apart. Two steps are compared if they have the same number, belong to different
 * sequences and have the same input: what differs there is memory. A unit's contrast is the mean of |a - b| over all such
 * pairs of steps in the window, a and b being its values after the two. If no two sequences agree in their input
 * anywhere, all pairs of steps with the same number are compared.
 */
final class SequenceContrast {

    /** A step number, and an input symbol unless that does not matter. */
    private record NumberedInput(int number, int input) implements Comparable<NumberedInput> {
        private static final int ANY = -1;

        @Override
        public int compareTo(NumberedInput other) {
            int byNumber = Integer.compare(number, other.number);
            return byNumber != 0 ? byNumber : Integer.compare(input, other.input);
        }
    }

    private SequenceContrast() {}

    /**
     * The contrast of each unit; 0 if there is nothing to compare.
     *
     * @param layer one that has a value for each unit
     */
    static double[] of(Traces traces, HeatmapLayer layer) {
        List<double[][]> groups = groups(traces, layer, true);
        if (groups.isEmpty()) {
            groups = groups(traces, layer, false);
        }
        double[] contrast = new double[traces.units()];
        long pairs = groups.stream().mapToLong(group -> pairs(group.length)).sum();
        for (double[][] group : groups) {
            for (int unit = 0; unit < contrast.length; unit++) {
                contrast[unit] += distances(group, unit) / pairs;
            }
        }
        return contrast;
    }

    private static long pairs(long size) {
        return size * (size - 1) / 2;
    }

    /** The values after steps that are to be compared with one another: {@code [step][unit]}. */
    private static List<double[][]> groups(Traces traces, HeatmapLayer layer, boolean sameInput) {
        Map<NumberedInput, List<double[]>> groups = new TreeMap<>();
        for (int column = 0; column < traces.columns(); column++) {
            Step step = traces.step(column);
            groups.computeIfAbsent(
                            new NumberedInput(step.number(), sameInput ? step.input() : NumberedInput.ANY),
                            any -> new ArrayList<>())
                    .add(layer.values(traces, column));
        }
        return groups.values().stream()
                .filter(group -> group.size() > 1)
                .map(group -> group.toArray(double[][]::new))
                .toList();
    }

    /** The sum of |a - b| over all pairs: sorted, the value at place j of n is added j times and taken n - 1 - j times. */
    private static double distances(double[][] group, int unit) {
        double[] values = new double[group.length];
        Arrays.setAll(values, step -> group[step][unit]);
        Arrays.sort(values);
        double sum = 0;
        for (int place = 0; place < values.length; place++) {
            sum += values[place] * (2 * place - values.length + 1);
        }
        return sum;
    }
}
