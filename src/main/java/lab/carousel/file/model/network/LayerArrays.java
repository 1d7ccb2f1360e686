package lab.carousel.file.model.network;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lab.carousel.file.model.tensor.Tensor;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.BlockKind;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.CellLibrary;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.WeightBlock;
import lab.carousel.task.Alphabet;
import lab.carousel.text.InvalidInput;

/**
 * Weights of a layer, with the gates in the order of {@link Cell#gates}, side by side: {@code I x gH}, {@code H x gH},
 * {@code gH}. Kernel and bias of the outputs are kept as {@code INPUT_KERNEL} and {@code BIAS}.
 *
 * @param name in the file
 */
public record LayerArrays(String name, Map<BlockKind, Tensor> arrays) {

    /** The layers of a network, the outputs last. */
    public static List<LayerArrays> of(Parameters parameters) {
        List<LayerArrays> layers = new ArrayList<>();
        for (int layer = 0; layer <= parameters.layout().layers(); layer++) {
            Map<BlockKind, Tensor> arrays = new EnumMap<>(BlockKind.class);
            blocks(parameters.layout(), layer).forEach((kind, block) -> {
                double[] values = new double[block.size()];
                for (int index = 0; index < values.length; index++) {
                    values[index] = parameters.get(block.start() + index);
                }
                arrays.put(kind, new Tensor(shape(kind, block), values));
            });
            layers.add(new LayerArrays("", arrays));
        }
        return layers;
    }

    private static Map<BlockKind, WeightBlock> blocks(ParameterLayout layout, int layer) {
        Map<BlockKind, WeightBlock> blocks = new EnumMap<>(BlockKind.class);
        (layer < layout.layers() ? WeightBlock.ofLayer(layout, layer) : WeightBlock.ofOutputs(layout))
                .forEach(block -> {
                    BlockKind kind =
                            switch (block.kind()) {
                                case OUTPUT_KERNEL -> BlockKind.INPUT_KERNEL;
                                case OUTPUT_BIAS -> BlockKind.BIAS;
                                default -> block.kind();
                            };
                    blocks.put(kind, block);
                });
        return blocks;
    }

    private static List<Integer> shape(BlockKind kind, WeightBlock block) {
        boolean isKernel = kind == BlockKind.INPUT_KERNEL || kind == BlockKind.RECURRENT_KERNEL;
        return isKernel ? List.of(block.rows(), block.columns()) : List.of(block.columns());
    }

    /**
     * A network of layers and its outputs.
     *
     * @param layers at least one
     * @param told of the experiment in the file: only such a network can feed a single number
     * @throws InvalidInput if shapes do not fit, the network is too large, or a weight is not a number; names the layer
     */
    public static Parameters together(
            Cell cell, List<LayerArrays> layers, LayerArrays outputs, Optional<ParameterLayout> told) {
        LayerArrays first = layers.get(0);
        int symbols = first.kernelLength(0);
        int units = first.kernelLength(1) / cell.gates().size();
        int count = outputs.kernelLength(1);
        ParameterLayout layout = new ParameterLayout(symbols, count, units, cell, layers.size());
        if (!told.equals(Optional.of(layout))) {
            requireSize(layout, first.name, outputs.name);
        }
        for (LayerArrays layer : layers) {
            int own = layer.kernelLength(1) / cell.gates().size();
            if (own != units) {
                throw new InvalidInput("network.layer.units", first.name, units, layer.name, own);
            }
        }
        double[] values = new double[layout.size()];
        for (int number = 0; number <= layers.size(); number++) {
            LayerArrays layer = number < layers.size() ? layers.get(number) : outputs;
            blocks(layout, number).forEach((kind, block) -> {
                Tensor tensor = layer.get(kind);
                if (!tensor.shape().equals(shape(kind, block))) {
                    String wanted = Tensor.shapeText(shape(kind, block));
                    throw new InvalidInput("network.layer.shape", layer.name, tensor.shapeText(), wanted);
                }
                System.arraycopy(tensor.values(), 0, values, block.start(), block.size());
            });
        }
        return finite(Parameters.of(layout, values));
    }

    /**
     * @param first name of the first layer
     * @param outputs name of the last one
     * @throws InvalidInput if a network cannot have such a size; names the layer
     */
    public static void requireSize(ParameterLayout layout, String first, String outputs) {
        int symbols = layout.symbols();
        if (symbols < Alphabet.MIN_SYMBOLS || symbols > Alphabet.MAX_SYMBOLS) {
            throw new InvalidInput("network.inputs", first, symbols, Alphabet.MIN_SYMBOLS, Alphabet.MAX_SYMBOLS);
        }
        if (layout.units() < 1 || layout.units() > Hyperparameters.MAX_HIDDEN_UNITS) {
            throw new InvalidInput("network.units", first, layout.units(), Hyperparameters.MAX_HIDDEN_UNITS);
        }
        Settings.LAYERS.check(layout.layers());
        if (layout.outputs() < 1 || layout.outputs() > symbols) {
            throw new InvalidInput("network.outputs", outputs, layout.outputs(), symbols);
        }
    }

    /**
     * @throws InvalidInput if a weight is not a number
     */
    public static Parameters finite(Parameters parameters) {
        if (!parameters.isFinite()) {
            throw new InvalidInput("network.notFinite");
        }
        return parameters;
    }

    private int kernelLength(int index) {
        Tensor kernel = get(BlockKind.INPUT_KERNEL);
        if (kernel.rank() != 2) {
            throw new InvalidInput("network.layer.matrix", name, kernel.shapeText());
        }
        return kernel.length(index);
    }

    public Tensor get(BlockKind kind) {
        return Objects.requireNonNull(arrays.get(kind), () -> name + " has no " + kind);
    }

    public Optional<Tensor> find(BlockKind kind) {
        return Optional.ofNullable(arrays.get(kind));
    }

    /** With the gates in the order of a library. */
    public LayerArrays to(Cell cell, CellLibrary library) {
        return reordered(
                cell.gates(library).stream().mapToInt(cell.gates()::indexOf).toArray());
    }

    /** With other orders of the gates: for each its number in the old one. */
    public LayerArrays reordered(int... order) {
        Map<BlockKind, Tensor> changed = new EnumMap<>(arrays);
        changed.replaceAll((kind, tensor) -> kind == BlockKind.PEEPHOLES ? tensor : tensor.reordered(order));
        return new LayerArrays(name, changed);
    }
}
