package lab.carousel.file.model.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import lab.carousel.file.model.tensor.Tensor;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.WeightBlock;

/**
 * Weights of a layer, with the gates in the order of {@link Cell#gates}, side by side.
 *
 * @param name in the file
 * @param kernel input to gates: I x gH; of an output layer H x O
 * @param recurrent hidden state to gates: H x gH; empty where there is none
 * @param bias gH
 * @param recurrentBias that of U h: gH; empty where the cell has none
 * @param peepholes pH; empty where the cell has none
 */
public record LayerArrays(
        String name,
        Tensor kernel,
        Optional<Tensor> recurrent,
        Tensor bias,
        Optional<Tensor> recurrentBias,
        Optional<Tensor> peepholes) {

    public LayerArrays(
            String name, Tensor kernel, Optional<Tensor> recurrent, Tensor bias, Optional<Tensor> recurrentBias) {
        this(name, kernel, recurrent, bias, recurrentBias, Optional.empty());
    }

    public static List<LayerArrays> of(Parameters parameters) {
        ParameterLayout layout = parameters.layout();
        List<LayerArrays> layers = new ArrayList<>();
        for (int layer = 0; layer < layout.layers(); layer++) {
            layers.add(of(parameters, WeightBlock.ofLayer(layout, layer)));
        }
        layers.add(of(parameters, WeightBlock.ofOutputs(layout)));
        return layers;
    }

    private static LayerArrays of(Parameters parameters, List<WeightBlock> blocks) {
        return new LayerArrays(
                "",
                find(parameters, blocks, WeightBlock.BlockKind.INPUT_KERNEL)
                        .or(() -> find(parameters, blocks, WeightBlock.BlockKind.OUTPUT_KERNEL))
                        .orElseThrow(),
                find(parameters, blocks, WeightBlock.BlockKind.RECURRENT_KERNEL),
                find(parameters, blocks, WeightBlock.BlockKind.BIAS)
                        .or(() -> find(parameters, blocks, WeightBlock.BlockKind.OUTPUT_BIAS))
                        .orElseThrow(),
                find(parameters, blocks, WeightBlock.BlockKind.RECURRENT_BIAS),
                find(parameters, blocks, WeightBlock.BlockKind.PEEPHOLES));
    }

    private static Optional<Tensor> find(Parameters parameters, List<WeightBlock> blocks, WeightBlock.BlockKind kind) {
        return blocks.stream()
                .filter(block -> block.kind() == kind)
                .findFirst()
                .map(block -> tensor(parameters, block));
    }

    private static Tensor tensor(Parameters parameters, WeightBlock block) {
        double[] values = new double[block.size()];
        for (int row = 0; row < block.rows(); row++) {
            for (int column = 0; column < block.columns(); column++) {
                values[row * block.columns() + column] = parameters.get(block.index(row, column));
            }
        }
        return block.rows() == 1 && isBias(block)
                ? Tensor.of(values)
                : Tensor.matrix(block.rows(), block.columns(), values);
    }

    private static boolean isBias(WeightBlock block) {
        return switch (block.kind()) {
            case BIAS, RECURRENT_BIAS, PEEPHOLES, OUTPUT_BIAS -> true;
            case INPUT_KERNEL, RECURRENT_KERNEL, OUTPUT_KERNEL -> false;
        };
    }

    /** Changes the arrays of gates: kernels and biases. */
    public LayerArrays with(UnaryOperator<Tensor> change) {
        return new LayerArrays(
                name,
                change.apply(kernel),
                recurrent.map(change),
                change.apply(bias),
                recurrentBias.map(change),
                peepholes);
    }
}
