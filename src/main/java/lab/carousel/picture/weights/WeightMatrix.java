package lab.carousel.picture.weights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lab.carousel.drawing.ColumnMark;
import lab.carousel.drawing.MatrixDrawing;
import lab.carousel.drawing.MatrixSide;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.model.layout.BlockKind;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.layout.WeightBlock;
import lab.carousel.picture.state.UnitName;
import lab.carousel.task.Alphabet;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/**
 * The weights that lead into the units of a layer, or into the outputs, as a heatmap: a row for what they lead to; beside
 * one another the columns of what comes in, of the hidden state before, and the biases.
 */
public final class WeightMatrix {

    private final Parameters parameters;
    private final ParameterLayout layout;
    private final Alphabet alphabet;
    private final List<String> columns = new ArrayList<>();
    private final List<Integer> gaps = new ArrayList<>();
    private final List<ColumnMark> marks = new ArrayList<>();
    private final List<WeightBlock> blocks;
    private final boolean isOutput;

    private WeightMatrix(Parameters parameters, Alphabet alphabet, List<WeightBlock> blocks) {
        this.parameters = parameters;
        this.layout = parameters.layout();
        this.alphabet = alphabet;
        this.blocks = blocks;
        this.isOutput = blocks.get(0).kind() == BlockKind.OUTPUT_KERNEL;
        blocks.forEach(this::addColumns);
    }

    /**
     * The weights of a gate.
     *
     * @param layer counted from 0
     * @param unit  the one that is outlined, numbered over all layers from 0; -1 for none
     */
    public static MatrixDrawing ofGate(Parameters parameters, Alphabet alphabet, int layer, Quantity gate, int unit) {
        ParameterLayout layout = parameters.layout();
        List<WeightBlock> blocks = WeightBlock.ofGate(layout, layer, gate);
        int row = unit >= 0 && unit / layout.units() == layer ? unit % layout.units() : -1;
        return new WeightMatrix(parameters, alphabet, blocks).drawing(row, -1, scale(parameters, layer));
    }

    public static MatrixDrawing ofOutputs(Parameters parameters, Alphabet alphabet, int unit) {
        ParameterLayout layout = parameters.layout();
        int first = layout.allUnits() - layout.units();
        return new WeightMatrix(parameters, alphabet, WeightBlock.ofOutputs(layout))
                .drawing(-1, unit >= first ? unit - first : -1, scale(parameters, layout.layers()));
    }

    /** One scale for all gates of a layer. */
    private static ColourScale scale(Parameters parameters, int layer) {
        double[] values = parameters.toArray();
        double largest = WeightBlock.all(parameters.layout()).stream()
                .filter(block -> block.layer() == layer)
                .flatMapToInt(WeightBlock::indices)
                .mapToDouble(index -> Math.abs(values[index]))
                .max()
                .orElse(0);
        return ColourScale.signed(ColourScale.round(largest));
    }

    private void addColumns(WeightBlock block) {
        int from = columns.size();
        if (from > 0) {
            gaps.add(from);
        }
        IntStream.range(0, block.rows()).mapToObj(row -> name(block, row)).forEach(columns::add);
        marks.add(new ColumnMark(
                from, columns.size() - 1, block.rows() == 1 ? "" : block.kind().letter()));
    }

    /** What comes in through a row of a matrix. */
    private String name(WeightBlock block, int row) {
        return switch (block.kind()) {
            case INPUT_KERNEL -> block.layer() == 0 ? alphabet.symbol(row) : unit(block.layer() - 1, row);
            case RECURRENT_KERNEL -> unit(block.layer(), row);
            case OUTPUT_KERNEL -> unit(layout.layers() - 1, row);
            case BIAS, RECURRENT_BIAS, PEEPHOLES, OUTPUT_BIAS -> block.kind().letter();
        };
    }

    private String unit(int layer, int unit) {
        return UnitName.of(layout, layer * layout.units() + unit);
    }

    private MatrixDrawing drawing(int selectedRow, int selectedColumn, ColourScale scale) {
        int rows = blocks.get(0).columns();
        double[][] values = new double[rows][columns.size()];
        int column = 0;
        for (WeightBlock block : blocks) {
            for (int from = 0; from < block.rows(); from++, column++) {
                for (int to = 0; to < rows; to++) {
                    values[to][column] = parameters.get(block.index(from, to));
                }
            }
        }
        int layer = blocks.get(0).layer();
        List<String> names = IntStream.range(0, rows)
                .mapToObj(to -> isOutput ? alphabet.symbol(to) : unit(layer, to))
                .toList();
        return MatrixDrawing.of(
                        values,
                        new MatrixSide(Message.text(isOutput ? "weights.rows.outputs" : "weights.rows.units"), names),
                        new MatrixSide(axis(), columns),
                        scale,
                        NumberText::loss)
                .withGaps(gaps)
                .withMarks(marks)
                .withSelection(selectedRow, selectedColumn);
    }

    private String axis() {
        String what = isOutput ? "OUTPUT" : !layout.cell().isRecurrent() ? "DENSE" : "RECURRENT";
        String below = blocks.get(0).layer() == 0 || isOutput ? "" : ".above";
        return Message.text("weights.from." + what + below);
    }

    /** The gate, in words, that a choice of weights stands for. */
    public static String title(Optional<Quantity> gate) {
        return gate.map(which -> Message.text("weights.gate." + which.name()))
                .orElseGet(() -> Message.text("weights.outputs"));
    }

    /** How large weights of a name are: what their colours say, for those who do not see them. */
    public static String words(String name, Parameters parameters, List<WeightBlock> blocks) {
        double[] weights = blocks.stream()
                .flatMapToInt(WeightBlock::indices)
                .mapToDouble(parameters::get)
                .toArray();
        DoubleSummaryStatistics all = Arrays.stream(weights).summaryStatistics();
        return Message.text(
                "weights.spread",
                name,
                NumberText.whole(weights.length),
                NumberText.share(all.getMin()),
                NumberText.share(all.getMax()),
                NumberText.share(Arrays.stream(weights).map(Math::abs).average().orElse(0)));
    }
}
