package lab.carousel.study;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.model.trace.Traces;
import lab.carousel.task.Step;

/**
 * By what the units of a heatmap can be sorted. All of them look at the steps in the window of the traces, sort the units
 * of each layer of the network among themselves, and put units that are equal into the order of their numbers.
 */
public enum UnitSort {
    NUMBER,
    /** By how much they tell the sequences apart, the largest {@link SequenceContrast} first. */
    DIFFERENCE,
    /**
     * By how long they hold what they have, the longest first: by the mean of f over all steps, for GRU by the mean of z,
     * which keeps there.
     */
    HOLDING;

    /** Those that say something about such traces. */
    public static List<UnitSort> of(Traces traces) {
        return Stream.of(values()).filter(sort -> sort.isFor(traces)).toList();
    }

    /** Whether it says something about such traces: more than one sequence to differ, a gate that holds. */
    public boolean isFor(Traces traces) {
        return switch (this) {
            case NUMBER -> true;
            case DIFFERENCE -> traces.stretches().size() > 1;
            case HOLDING -> traces.layout().cell().keepingGate().isPresent();
        };
    }

    /**
     * The order of the units.
     *
     * @param traces what the units do; one that this sort is for
     * @param layer  what the difference is taken of; of the outputs, which have no units, h is taken instead
     */
    public UnitOrder order(Traces traces, HeatmapLayer layer) {
        HeatmapLayer compared = layer.isOfUnits() ? layer : HeatmapLayer.HIDDEN_STATE;
        ParameterLayout layout = traces.layout();
        return switch (this) {
            case NUMBER -> UnitOrder.byNumber(layout.allUnits());
            case DIFFERENCE -> largestFirst(layout, SequenceContrast.of(traces, compared));
            case HOLDING ->
                largestFirst(
                        layout,
                        means(traces, traces.layout().cell().keepingGate().orElseThrow()));
        };
    }

    /** Of each unit the mean over all steps. */
    private static double[] means(Traces traces, Quantity gate) {
        double[] means = new double[traces.units()];
        for (int column = 0; column < traces.columns(); column++) {
            double[] values = traces.values(gate, column);
            for (int unit = 0; unit < means.length; unit++) {
                means[unit] += values[unit] / traces.columns();
            }
        }
        return means;
    }

    private static UnitOrder largestFirst(ParameterLayout layout, double[] scores) {
        Comparator<Integer> byLayer = Comparator.comparingInt(unit -> unit / layout.units());
        return new UnitOrder(IntStream.range(0, scores.length)
                .boxed()
                .sorted(byLayer.thenComparing(unit -> scores[unit], Comparator.reverseOrder()))
                .toList());
    }

    /**
     * How much each unit tells sequences apart. Two steps are compared if they have the same number, belong to different
     * sequences and have the same input: what differs there is memory. A unit's contrast is the mean of |a - b| over all such
     * pairs of steps in the window, a and b being its values after the two. If no two sequences agree in their input
     * anywhere, all pairs of steps with the same number are compared.
     */
    static final class SequenceContrast {

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
            Map<Long, List<double[]>> groups = IntStream.range(0, traces.columns())
                    .boxed()
                    .collect(Collectors.groupingBy(
                            column -> key(traces.step(column), sameInput),
                            TreeMap::new,
                            Collectors.mapping(column -> layer.values(traces, column), Collectors.toList())));
            return groups.values().stream()
                    .filter(group -> group.size() > 1)
                    .map(group -> group.toArray(double[][]::new))
                    .toList();
        }

        /** A step number, and an input symbol unless that does not matter. */
        private static long key(Step step, boolean sameInput) {
            return (long) step.number() << 32 | (sameInput ? step.input() : 0);
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
}
