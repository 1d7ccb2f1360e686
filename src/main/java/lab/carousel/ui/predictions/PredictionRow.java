package lab.carousel.ui.predictions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.model.trace.Traces;
import lab.carousel.picture.state.StateWords;
import lab.carousel.task.Step;
import lab.carousel.task.Supply;
import lab.carousel.task.Target;
import lab.carousel.task.series.Series;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/**
 * A row of the table: the head of a sequence, or one of its steps.
 *
 * @param traces of the network
 * @param column of the traces; at a head that of the first step
 * @param size   of the largest number that is wanted or put out anywhere, rounded up
 */
record PredictionRow(Supply supply, Traces traces, int column, boolean isHead, double size) {

    /** The most symbols that are named one by one over the bars. */
    private static final int MOST_NAMED = 12;

    private static final double WIDEST_NAME = 100;

    /** The rows of traced sequences: for each its head and its steps. */
    static List<PredictionRow> of(Supply supply, Traces traces) {
        List<PredictionRow> rows = new ArrayList<>();
        double size = ColourScale.round(IntStream.range(0, traces.columns())
                .boxed()
                .flatMapToDouble(column ->
                        sizes(traces.outputs(column), traces.step(column).target()))
                .max()
                .orElse(1));
        for (int column = 0; column < traces.columns(); column++) {
            if (column == 0 || traces.stretchAt(column) != traces.stretchAt(column - 1)) {
                rows.add(new PredictionRow(supply, traces, column, true, size));
            }
            rows.add(new PredictionRow(supply, traces, column, false, size));
        }
        return rows;
    }

    private static DoubleStream sizes(double[] outputs, Target target) {
        return IntStream.range(0, outputs.length)
                .mapToDouble(k -> Math.max(Math.abs(outputs[k]), Math.abs(target.wanted(k))));
    }

    Step step() {
        return traces.step(column);
    }

    /** Of the columns before the outputs: numbers are longer than most symbols, those of several outputs by far. */
    double[] widths() {
        boolean isOfNumbers = step().fed().size() == 0;
        boolean isLong = isOfNumbers && outputs().length > 1;
        String last = supply.stepName(traces.step(traces.columns() - 1).number() - 1);
        return new double[] {
            last.length() < 5 ? 32 : Math.min(WIDEST_NAME, 8 * last.length() + 8),
            isOfNumbers ? 64 : 52,
            isLong ? 60 : 56,
            isLong ? 132 : 76
        };
    }

    boolean isOfSeries() {
        return supply.wordKind().equals(Series.SERIES);
    }

    String head() {
        return Message.text("predictions.sequence", step().sequence() + 1);
    }

    /** The symbols over the bars; none if there are too many to be named. */
    List<String> named() {
        int outputs = traces.layout().outputs();
        return outputs <= MOST_NAMED && !isOfSeries()
                ? supply.alphabet().symbols().subList(0, outputs)
                : List.of();
    }

    String input() {
        return supply.fed(step());
    }

    String expected() {
        return supply.told(step(), step().target());
    }

    String predicted() {
        return supply.told(step(), traces.predicted(column));
    }

    double[] outputs() {
        return traces.outputs(column);
    }

    boolean isScored() {
        return traces.isScored(column);
    }

    boolean isRight() {
        return traces.isRight(column);
    }

    /** Right or wrong in a sign; none if it does not count. */
    String mark() {
        return !isScored() ? "" : isRight() ? "✓" : "✘";
    }

    /** All of a step, read aloud. */
    String words() {
        return StateWords.step(supply, traces, column);
    }

    String written(int symbol, int decimals) {
        return NumberText.outputs(Arrays.stream(outputs()).boxed().toList(), decimals)
                .get(symbol);
    }
}
