package lab.carousel.model.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A matrix of weights within the flat parameters: one of those in {@link LayerLayout} and {@link ParameterLayout}, or
 * the part of it that belongs to one gate. A bias is a matrix of one row.
 *
 * @param layer   the layer it belongs to, counted from 0; that of the output layer is the number of layers
 * @param rows    where it comes from: symbols or units, or 1
 * @param columns where it goes to: units, those of all gates one after another, or outputs
 * @param start   the index of its first element
 * @param stride  the distance between two rows
 */
public record WeightBlock(BlockKind kind, int layer, int rows, int columns, int start, int stride) {

    /** The matrices of a layer of cells, with all gates. */
    public static List<WeightBlock> ofLayer(ParameterLayout layout, int layer) {
        return blocks(layout.layer(layer), layer, Optional.empty());
    }

    /** The parts of the matrices of a layer of cells that belong to a gate. */
    public static List<WeightBlock> ofGate(ParameterLayout layout, int layer, Quantity gate) {
        return blocks(layout.layer(layer), layer, Optional.of(gate));
    }

    private static List<WeightBlock> blocks(LayerLayout layer, int number, Optional<Quantity> gate) {
        int stride = layer.gateWidth();
        int column = gate.map(layer::column).orElse(0);
        int width = gate.isPresent() ? layer.units() : stride;
        List<WeightBlock> blocks = new ArrayList<>();
        BlockKind[] kinds = BlockKind.values();
        int[] rows = {layer.inputs(), layer.recurrentRows(), 1, layer.cell().hasRecurrentBias() ? 1 : 0};
        int[] starts = {layer.inputKernel(), layer.recurrentKernel(), layer.bias(), layer.recurrentBias()};
        for (int kind = 0; kind < rows.length; kind++) {
            if (rows[kind] > 0) {
                int start = starts[kind] + column;
                blocks.add(new WeightBlock(kinds[kind], number, rows[kind], width, start, stride));
            }
        }
        int place = gate.map(layer.cell().looks()::indexOf).orElse(0);
        if (layer.peepholeWidth() > 0 && place >= 0) {
            int start = layer.peepholes() + place * layer.units();
            int count = gate.isPresent() ? layer.units() : layer.peepholeWidth();
            blocks.add(new WeightBlock(BlockKind.PEEPHOLES, number, 1, count, start, count));
        }
        return blocks;
    }

    public static List<WeightBlock> ofOutputs(ParameterLayout layout) {
        int outputs = layout.outputs();
        int layer = layout.layers();
        return List.of(
                new WeightBlock(
                        BlockKind.OUTPUT_KERNEL, layer, layout.units(), outputs, layout.outputKernel(), outputs),
                new WeightBlock(BlockKind.OUTPUT_BIAS, layer, 1, outputs, layout.outputBias(), outputs));
    }

    /** All matrices of a network, layer after layer; together they have every parameter once. */
    public static List<WeightBlock> all(ParameterLayout layout) {
        List<WeightBlock> all = new ArrayList<>();
        for (int layer = 0; layer < layout.layers(); layer++) {
            all.addAll(ofLayer(layout, layer));
        }
        all.addAll(ofOutputs(layout));
        return all;
    }

    public int index(int row, int column) {
        return start + row * stride + column;
    }

    public int size() {
        return rows * columns;
    }

    /** The indices of its elements, row after row. */
    public IntStream indices() {
        return IntStream.range(0, size()).map(element -> index(element / columns, element % columns));
    }

    /** The Euclidean norm of its elements among the values of all parameters. */
    public double norm(double[] values) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double value = values[index(row, column)];
                sum += value * value;
            }
        }
        return Math.sqrt(sum);
    }
}
