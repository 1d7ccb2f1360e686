package lab.carousel.picture.state;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.font.PictureFont;
import lab.carousel.drawing.label.Thinning;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.model.trace.Traces;
import lab.carousel.study.MemoryUnits;
import lab.carousel.study.UnitOrder;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Target;
import lab.carousel.task.Task;
import lab.carousel.text.Message;
import lab.carousel.text.Table;

/**
 * What the rows of a heatmap show: a layer of it, a row for each unit in some order, or for each output symbol in the
 * order of the alphabet.
 *
 * @param layer    one that the network has
 * @param order    of the units; without effect on the outputs
 * @param memory   which units stay bright; empty if all do
 */
public record StateRows(
        Traces traces,
        Task task,
        HeatmapLayer layer,
        ColourScale scale,
        UnitOrder order,
        Optional<MemoryUnits> memory) {

    /** The least width of a column in which a symbol is read easily, in points. */
    private static final double COMFORTABLE = 13;

    /** The hidden state, with the units in the order of their numbers. */
    public static StateRows ofHiddenState(Traces traces, Task task) {
        return new StateRows(
                traces,
                task,
                HeatmapLayer.HIDDEN_STATE,
                ColourScale.SIGNED,
                UnitOrder.byNumber(traces.units()),
                Optional.empty());
    }

    public Alphabet alphabet() {
        return task.alphabet();
    }

    /** Whether a row shows a unit that carries little of what is remembered at the fork. */
    public boolean isDimmed(int row) {
        return layer.isOfUnits()
                && memory.filter(units -> !units.carriers().contains(index(row)))
                        .isPresent();
    }

    public int count() {
        return layer.rows(traces.layout());
    }

    public int index(int row) {
        return layer.isOfUnits() ? order.unit(row) : row;
    }

    /** The row that shows a unit, or an output; -1 if there is none. */
    public int row(int index) {
        if (index < 0 || index >= count()) {
            return -1;
        }
        return layer.isOfUnits() ? order.row(index) : index;
    }

    /** What is shown after a step: by unit or output, not by row; not to be written to. */
    public double[] values(int column) {
        return layer.values(traces, column);
    }

    public double value(int column, int row) {
        return values(column)[index(row)];
    }

    public String name(int row) {
        return layer.isOfUnits() ? UnitName.of(traces, index(row)) : alphabet().symbol(row);
    }

    public String axis() {
        return Message.text(layer.isOfUnits() ? "state.axis.unit" : "state.axis.symbol");
    }

    /** Whether a row's name is written where only some have room; rows are counted in each layer of the network anew. */
    public boolean isNamed(Thinning thinning, int row) {
        if (!layer.isOfUnits()) {
            return thinning.shows(row + 1);
        }
        int units = traces.layout().units();
        int inLayer = row % units;
        // The first row of the next layer has its name, whatever is close before it
        boolean isLastLayer = row + units >= count();
        boolean isFree = isLastLayer || inLayer == 0 || units - inLayer >= thinning.least();
        return isFree && thinning.shows(inLayer + 1);
    }

    /** Whether a row is the first one of a layer of the network that lies on another one. */
    public boolean startsLayer(int row) {
        return layer.isOfUnits() && row > 0 && row % traces.layout().units() == 0;
    }

    public String symbol(int index) {
        return alphabet().symbol(index);
    }

    /** How wide the words over and under the columns are at most; numbers are drawn. */
    double widestWord() {
        PictureFont font = PictureFont.bold(StateLengths.SCREEN.font());
        return drawsNumbers()
                ? COMFORTABLE
                : IntStream.range(0, traces.columns())
                        .boxed()
                        .flatMap(column -> Stream.of(
                                traces.step(column).fed(), traces.step(column).target(), traces.predicted(column)))
                        .distinct()
                        .mapToDouble(target -> font.width(symbol(target)))
                        .reduce(COMFORTABLE, Math::max);
    }

    /** Whether curves stand where symbols would. */
    boolean drawsNumbers() {
        return traces.step(0).fed().size() == 0;
    }

    String symbol(Target target) {
        return alphabet().symbol(target);
    }

    /** Whether the columns are less than the whole task. */
    public boolean isPart() {
        return traces.columns() < traces.all().total();
    }

    /**
     * Which part of the task the columns are, for example "Sequences 1–20 of 200", or "Sequence 3 of 7, steps
     * 1,001–2,000 of 4,999".
     */
    public String part() {
        int first = traces.step(0).sequence();
        int last = traces.step(traces.columns() - 1).sequence();
        int sequences = traces.all().sequences();
        int firstStep = traces.step(0).number();
        int lastStep = traces.step(traces.columns() - 1).number();
        boolean isStart = firstStep == traces.all().firstStep();
        if (first == last) {
            int steps = traces.all().lastStepOf(first);
            return isStart && lastStep == steps
                    ? Message.text("state.window.sequence", first + 1, sequences)
                    : Message.text("state.window.steps", first + 1, sequences, firstStep, lastStep, steps);
        }
        return isStart
                ? Message.text("state.window.sequences", first + 1, last + 1, sequences)
                : Message.text("state.window.sequencesFromStep", first + 1, last + 1, sequences, firstStep);
    }

    /**
     * A row for each step with input, expected and predicted symbol, and all layers of the heatmap with the units in the order
     * of their numbers, whatever is on the screen: h1, h2 and so on, for an LSTM c1, i1, f1, o1, g1 and dc1 (the change of c),
     * at the end the output of each symbol, y and the symbol.
     */
    Table<?> table() {
        Table<Integer> table = Table.ofPlaces(traces.columns())
                .column("sequence", column -> traces.step(column).sequence() + 1)
                .column("step", column -> traces.step(column).number())
                .column("input", column -> symbol(traces.step(column).fed()))
                .column("expected", column -> symbol(traces.step(column).target()))
                .column("predicted", column -> symbol(traces.predicted(column)))
                .column("probability", column -> Table.known(traces.probability(column)))
                .column("right", column -> traces.isScored(column) ? (Object) traces.isRight(column) : "");
        for (HeatmapLayer each : HeatmapLayer.of(traces.layout().cell())) {
            table.numbers(
                    IntStream.range(0, each.rows(traces.layout()))
                            .mapToObj(index ->
                                    each.column() + (each.isOfUnits() ? UnitName.of(traces, index) : symbol(index)))
                            .toList(),
                    column -> each.values(traces, column));
        }
        return table;
    }
}
