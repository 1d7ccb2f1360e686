package lab.carousel.ui.state;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.picture.state.StateRows;
import lab.carousel.task.Step;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/**
 * Where the sequences of a heatmap differ most at the same step, which is what one sees in it at a glance. Each row is
 * named once, with the step at which it differs most.
 *
 * @param places the most different first
 */
record LargestDifferences(List<UnitDifference> places) {

    private static final int MOST = 3;
    /** Two decimals are told, so that less is no difference. */
    private static final double LEAST = 0.01;

    /**
     * A row at a step.
     *
     * @param row  of the heatmap
     * @param high the column with the largest value at that step
     * @param low  the column with the smallest one
     */
    record UnitDifference(int row, int high, int low) {

        double difference(StateRows rows) {
            return rows.value(high, row) - rows.value(low, row);
        }
    }

    static LargestDifferences of(StateRows rows) {
        Map<Integer, int[]> steps =
                new TreeMap<>(IntStream.range(0, rows.traces().columns())
                        .boxed()
                        .collect(Collectors.groupingBy(
                                column -> rows.traces().step(column).number(),
                                Collectors.collectingAndThen(Collectors.toList(), columns -> columns.stream()
                                        .mapToInt(Integer::intValue)
                                        .toArray()))));
        Comparator<UnitDifference> byDifference = Comparator.comparingDouble(place -> place.difference(rows));
        return new LargestDifferences(IntStream.range(0, rows.count())
                .mapToObj(row -> steps.values().stream()
                        .map(columns -> place(rows, row, columns))
                        .max(byDifference)
                        .orElseThrow())
                .filter(place -> place.difference(rows) >= LEAST)
                .sorted(byDifference.reversed())
                .limit(MOST)
                .toList());
    }

    private static UnitDifference place(StateRows rows, int row, int[] columns) {
        Comparator<Integer> byValue = Comparator.comparingDouble(column -> rows.value(column, row));
        return new UnitDifference(
                row,
                Arrays.stream(columns).boxed().max(byValue).orElseThrow(),
                Arrays.stream(columns).boxed().min(byValue).orElseThrow());
    }

    /** In a sentence; says so if there are none. */
    String words(StateRows rows) {
        if (places.isEmpty()) {
            return Message.text("state.accessible.same");
        }
        return Message.text(
                "state.accessible.differences",
                places.stream().map(place -> words(rows, place)).collect(Collectors.joining("; ")));
    }

    private static String words(StateRows rows, UnitDifference place) {
        Step high = rows.traces().step(place.high());
        return Message.text(
                "state.accessible.difference",
                rows.axis(),
                rows.name(place.row()),
                high.number(),
                NumberText.share(rows.value(place.high(), place.row())),
                high.sequence() + 1,
                NumberText.share(rows.value(place.low(), place.row())),
                rows.traces().step(place.low()).sequence() + 1);
    }
}
