package lab.carousel.file.model.network;

import java.util.List;
import lab.carousel.file.model.tensor.Tensor;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.LayerLayout;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.Alphabet;
import lab.carousel.text.InvalidInput;

/** Assembles the arrays of layers to a network; errors name the layer. */
public final class NetworkAssembly {

    private final Cell cell;
    private final int units;
    private final int inputs;

    private NetworkAssembly(Cell cell, LayerArrays first) {
        requireMatrix(first, first.kernel());
        this.cell = cell;
        this.inputs = first.kernel().length(0);
        this.units = first.kernel().length(1) / cell.gates().size();
    }

    /**
     * The weights of a network.
     *
     * @param layers at least one
     * @throws InvalidInput if shapes do not fit, the network is too large, or a weight is not a number
     */
    public static Parameters of(Cell cell, List<LayerArrays> layers, LayerArrays output) {
        return new NetworkAssembly(cell, layers.get(0)).parameters(layers, output);
    }

    private Parameters parameters(List<LayerArrays> layers, LayerArrays output) {
        String name = layers.get(0).name();
        if (inputs < Alphabet.MIN_SYMBOLS || inputs > Alphabet.MAX_SYMBOLS) {
            throw new InvalidInput("network.inputs", name, inputs, Alphabet.MIN_SYMBOLS, Alphabet.MAX_SYMBOLS);
        }
        if (units < 1 || units > Hyperparameters.MAX_HIDDEN_UNITS) {
            throw new InvalidInput("network.units", name, units, Hyperparameters.MAX_HIDDEN_UNITS);
        }
        Settings.LAYERS.check(layers.size());
        requireMatrix(output, output.kernel());
        int outputs = output.kernel().length(1);
        if (outputs < 1 || outputs > inputs) {
            throw new InvalidInput("network.outputs", output.name(), outputs, inputs);
        }
        ParameterLayout layout = new ParameterLayout(inputs, outputs, units, cell, layers.size());
        double[] values = new double[layout.size()];
        for (int number = 0; number < layers.size(); number++) {
            put(layers.get(number), layout.layer(number), values);
        }
        put(output, output.kernel(), List.of(units, outputs), layout.outputKernel(), values);
        put(output, output.bias(), List.of(outputs), layout.outputBias(), values);
        Parameters parameters = Parameters.of(layout, values);
        if (!parameters.isFinite()) {
            throw new InvalidInput("network.notFinite");
        }
        return parameters;
    }

    private void put(LayerArrays arrays, LayerLayout layer, double[] values) {
        int width = layer.gateWidth();
        put(arrays, arrays.kernel(), List.of(layer.inputs(), width), layer.inputKernel(), values);
        if (cell.isRecurrent()) {
            put(arrays, arrays.recurrent().orElseThrow(), List.of(units, width), layer.recurrentKernel(), values);
        }
        put(arrays, arrays.bias(), List.of(width), layer.bias(), values);
        if (cell.hasRecurrentBias()) {
            put(arrays, arrays.recurrentBias().orElseThrow(), List.of(width), layer.recurrentBias(), values);
        }
    }

    private static void put(LayerArrays layer, Tensor tensor, List<Integer> needed, int start, double[] values) {
        if (!tensor.shape().equals(needed)) {
            String wanted = Tensor.zeros(needed.toArray(Integer[]::new)).shapeText();
            throw new InvalidInput("network.layer.shape", layer.name(), tensor.shapeText(), wanted);
        }
        System.arraycopy(tensor.values(), 0, values, start, tensor.values().length);
    }

    private static void requireMatrix(LayerArrays layer, Tensor tensor) {
        if (tensor.rank() != 2) {
            throw new InvalidInput("network.layer.matrix", layer.name(), tensor.shapeText());
        }
    }
}
