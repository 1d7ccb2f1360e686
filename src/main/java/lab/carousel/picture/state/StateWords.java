package lab.carousel.picture.state;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.model.trace.Traces;
import lab.carousel.task.Step;
import lab.carousel.task.Supply;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/** Says in words what the heatmap shows. */
public record StateWords(StateRows rows) {

    private static final int MOST = 3;
    /** Two decimals are told, so that less is no difference. */
    private static final double LEAST = 0.01;

    /** What is at a cell, or at a step if there is no such row. */
    public String at(int column, int row) {
        return row >= 0 && row < rows.count()
                ? cell(column, row)
                : step(rows.task().supply(), rows.traces(), column);
    }

    /** Unit or output, step, sequence, input symbol, and what the heatmap shows there; of a unit all that it has then. */
    private String cell(int column, int row) {
        Step step = rows.traces().step(column);
        Supply supply = rows.task().supply();
        return Message.text(
                rows.layer().isOfUnits() ? "state.readout.cell" : "state.readout.output." + supply.wordKind(),
                rows.name(row),
                supply.at(step),
                values(column, row),
                supply.told(step, step.target()),
                supply.told(step, rows.traces().predicted(column)));
    }

    /** What is shown comes first. */
    private String values(int column, int row) {
        String shown = value(rows.layer().letter(), rows.value(column, row));
        if (!rows.layer().isOfUnits()) {
            return shown;
        }
        Stream<String> others = rows.traces().layout().cell().quantities().stream()
                .filter(quantity -> !rows.layer().quantity().equals(Optional.of(quantity)))
                .map(quantity -> value(quantity.letter(), rows.traces().value(quantity, column, rows.index(row))));
        return Stream.concat(Stream.of(shown), others).collect(Collectors.joining(", "));
    }

    private static String value(String letter, double number) {
        return Message.text("state.readout.quantity", letter, NumberText.decimals(number, 4));
    }

    /** Input, expected and predicted symbol of a step, and whether that is right. */
    public static String step(Supply supply, Traces traces, int column) {
        Step step = traces.step(column);
        return Message.text(
                "state.readout.step." + supply.wordKind(),
                supply.at(step),
                supply.told(step, step.target()),
                supply.told(step, traces.predicted(column)),
                share(traces.measure(column)),
                traces.isScored(column) ? supply.mark(traces.isRight(column)) : Message.text("state.mark.unscored"));
    }

    private static String share(double value) {
        return Double.isNaN(value) ? "–" : NumberText.share(value);
    }

    /** Which units stay bright; empty if all do. */
    public String memory() {
        return rows.memory()
                .filter(units -> rows.layer().isOfUnits())
                .map(units -> units.words(rows.alphabet()))
                .orElse("");
    }

    /** The whole heatmap of an epoch in a sentence, and which units stay bright in another one. */
    public String summary(int epoch) {
        String all = Message.text(
                "state.accessible",
                Message.text("state.layer." + rows.layer().name()),
                rows.layer().letter(),
                epoch,
                rows.count(),
                rows.traces().columns(),
                rows.traces().right(),
                rows.task().supply().mark(true));
        return (all + " " + memory()).strip();
    }

    /**
     * @param row  of the heatmap
     * @param high the column with the largest value at that step
     * @param low  the column with the smallest one
     */
    private record UnitDifference(int row, int high, int low, double difference) {}

    /**
     * Where the sequences differ most at the same step, which is what one sees at a glance; says so if they are all the same.
     * Each row is named once, with the step at which it differs most.
     */
    public String differences() {
        Map<Integer, List<Integer>> steps = IntStream.range(0, rows.traces().columns())
                .boxed()
                .collect(Collectors.groupingBy(
                        column -> rows.traces().step(column).number(), TreeMap::new, Collectors.toList()));
        Comparator<UnitDifference> byDifference = Comparator.comparingDouble(UnitDifference::difference);
        String words = IntStream.range(0, rows.count())
                .mapToObj(row -> steps.values().stream()
                        .map(columns -> difference(row, columns))
                        .max(byDifference)
                        .orElseThrow())
                .filter(place -> place.difference() >= LEAST)
                .sorted(byDifference.reversed())
                .limit(MOST)
                .map(this::words)
                .collect(Collectors.joining("; "));
        return words.isEmpty()
                ? Message.text("state.accessible.same")
                : Message.text("state.accessible.differences", words);
    }

    private UnitDifference difference(int row, List<Integer> columns) {
        Comparator<Integer> byValue = Comparator.comparingDouble(column -> rows.value(column, row));
        int high = columns.stream().max(byValue).orElseThrow();
        int low = columns.stream().min(byValue).orElseThrow();
        return new UnitDifference(row, high, low, rows.value(high, row) - rows.value(low, row));
    }

    private String words(UnitDifference place) {
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
