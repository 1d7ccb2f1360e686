package lab.carousel.file.model.torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.file.model.network.LayerArrays;
import lab.carousel.file.model.tensor.Tensor;
import lab.carousel.model.layout.BlockKind;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.CellLibrary;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.WeightBlock;
import lab.carousel.text.InvalidInput;

/**
 * An array that this program writes: blocks of the parameters, each transposed, one after the other. A cell that PyTorch
 * has is written as there, the names being those of the exported PyTorch program:
 *
 * <pre>
 *   cells.weight_ih_l0   gH x I   gates of LSTM i f g o, of GRU r z n
 *   cells.weight_hh_l0   gH x H
 *   cells.bias_ih_l0     gH
 *   cells.bias_hh_l0     gH       0, but for GRU's, which is a bias of its own
 *   output.weight        O x H
 *   output.bias          O
 * </pre>
 *
 * Layers without memory are {@code cells.0.weight} and {@code cells.0.bias}. Any other cell has an array for each block of
 * each gate, named by their letters, so that no reader can take it for a cell of PyTorch:
 *
 * <pre>
 *   cells.0.W_i          H x I    of layer 0, gate i
 *   cells.0.U_i          H x H
 *   cells.0.b_i          H
 *   cells.0.p_i          H        where the gate looks at the cell state
 * </pre>
 *
 * @param isAdded whether it is a second bias, whose sum with the first counts: it is written as 0
 */
public record TorchArray(String name, List<WeightBlock> blocks, boolean isAdded) {

    private static final String CELLS = "cells.";
    private static final String OUTPUTS = "output.weight";
    private static final Pattern OWN = Pattern.compile(Arrays.stream(BlockKind.values())
            .map(BlockKind::letter)
            .collect(Collectors.joining("|", "cells\\.(\\d{1,3})\\.((", ")_[a-z])")));

    /** The arrays of a network by their names, in the order of the file. */
    public static Map<String, Tensor> of(Parameters parameters) {
        Map<String, Tensor> arrays = new LinkedHashMap<>();
        all(parameters.layout()).forEach(array -> arrays.put(array.name, array.tensor(parameters)));
        return arrays;
    }

    private static List<TorchArray> all(ParameterLayout layout) {
        List<TorchArray> all = new ArrayList<>();
        for (int layer = 0; layer < layout.layers(); layer++) {
            all.addAll(isPytorch(layout.cell()) ? asInPytorch(layout, layer) : underOwnNames(layout, layer));
        }
        WeightBlock.ofOutputs(layout)
                .forEach(block -> all.add(new TorchArray(
                        block.kind() == BlockKind.OUTPUT_KERNEL ? OUTPUTS : "output.bias", List.of(block), false)));
        return all;
    }

    private static boolean isPytorch(Cell cell) {
        return cell.name(CellLibrary.PYTORCH).isPresent();
    }

    private static List<TorchArray> asInPytorch(ParameterLayout layout, int layer) {
        Cell cell = layout.cell();
        Function<BlockKind, List<WeightBlock>> blocks = kind -> cell.gates(CellLibrary.PYTORCH).stream()
                .flatMap(gate -> WeightBlock.ofGate(layout, layer, gate).stream())
                .filter(block -> block.kind() == kind)
                .toList();
        List<WeightBlock> kernel = blocks.apply(BlockKind.INPUT_KERNEL);
        List<WeightBlock> bias = blocks.apply(BlockKind.BIAS);
        if (!cell.isRecurrent()) {
            return List.of(
                    new TorchArray(CELLS + layer + ".weight", kernel, false),
                    new TorchArray(CELLS + layer + ".bias", bias, false));
        }
        boolean isAdded = !cell.hasRecurrentBias();
        List<WeightBlock> second = isAdded ? bias : blocks.apply(BlockKind.RECURRENT_BIAS);
        return List.of(
                new TorchArray("cells.weight_ih_l" + layer, kernel, false),
                new TorchArray("cells.weight_hh_l" + layer, blocks.apply(BlockKind.RECURRENT_KERNEL), false),
                new TorchArray("cells.bias_ih_l" + layer, bias, false),
                new TorchArray("cells.bias_hh_l" + layer, second, isAdded));
    }

    private static List<TorchArray> underOwnNames(ParameterLayout layout, int layer) {
        return layout.cell().gates().stream()
                .flatMap(gate -> WeightBlock.ofGate(layout, layer, gate).stream()
                        .map(block -> new TorchArray(
                                CELLS + layer + "." + block.kind().letter() + "_" + gate.letter(),
                                List.of(block),
                                false)))
                .toList();
    }

    private List<Integer> shape() {
        int length = blocks.stream().mapToInt(WeightBlock::columns).sum();
        return switch (blocks.get(0).kind()) {
            case INPUT_KERNEL, RECURRENT_KERNEL, OUTPUT_KERNEL ->
                List.of(length, blocks.get(0).rows());
            default -> List.of(length);
        };
    }

    /** The indices of its parameters, column after column. */
    private IntStream indices() {
        return blocks.stream().flatMapToInt(block -> IntStream.range(0, block.size())
                .map(element -> block.index(element % block.rows(), element / block.rows())));
    }

    private Tensor tensor(Parameters parameters) {
        return new Tensor(
                shape(),
                indices()
                        .mapToDouble(index -> isAdded ? 0 : parameters.get(index))
                        .toArray());
    }

    /**
     * The network of a layout.
     *
     * @throws InvalidInput if there are not just its arrays, in their shapes; names the first of them
     */
    static Parameters read(String file, ParameterLayout layout, Map<String, Tensor> tensors) {
        double[] values = new double[layout.size()];
        Map<String, Tensor> left = new LinkedHashMap<>(tensors);
        for (TorchArray array : all(layout)) {
            Tensor tensor = Optional.ofNullable(left.remove(array.name))
                    .orElseThrow(() -> new InvalidInput("network.torch.missing", file, array.name));
            if (!tensor.shape().equals(array.shape())) {
                throw new InvalidInput(
                        "network.layer.shape", array.name, tensor.shapeText(), Tensor.shapeText(array.shape()));
            }
            int[] indices = array.indices().toArray();
            for (int element = 0; element < indices.length; element++) {
                double value = tensor.values()[element];
                double before = values[indices[element]];
                // A sum with 0 would lose the sign of -0
                values[indices[element]] = !array.isAdded ? value : value == 0 ? before : before + value;
            }
        }
        left.keySet().stream().findFirst().ifPresent(name -> {
            throw new InvalidInput("network.torch.needless", file, layout.cell().words(), name);
        });
        return LayerArrays.finite(Parameters.of(layout, values));
    }

    /**
     * The layout of a network under this program's own names: its cell is the one whose names are most like them.
     *
     * @return empty if there are none
     * @throws InvalidInput if its size is none that a network can have
     */
    static Optional<ParameterLayout> ownLayout(String file, Map<String, Tensor> tensors) {
        Set<String> found = new HashSet<>();
        int layers = 0;
        for (String name : tensors.keySet()) {
            Matcher own = OWN.matcher(name);
            if (own.matches()) {
                found.add(own.group(2));
                layers = Math.max(layers, Integer.parseInt(own.group(1)) + 1);
            }
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Cell cell = Cell.all().stream()
                .filter(any -> !isPytorch(any))
                .min(Comparator.comparing(any -> difference(found, any)))
                .orElseThrow();
        String first = CELLS + "0.W_" + cell.gates().get(0).letter();
        Tensor kernel = matrix(file, tensors, first);
        ParameterLayout layout = new ParameterLayout(
                kernel.length(1), matrix(file, tensors, OUTPUTS).length(0), kernel.length(0), cell, layers);
        LayerArrays.requireSize(layout, first, OUTPUTS);
        return Optional.of(layout);
    }

    /** How many names only one has of those found and those of a cell. */
    private static long difference(Set<String> found, Cell cell) {
        Set<String> wanted = underOwnNames(new ParameterLayout(1, 1, 1, cell, 1), 0).stream()
                .map(array -> array.name.substring((CELLS + "0.").length()))
                .collect(Collectors.toSet());
        return found.size()
                + wanted.size()
                - 2 * found.stream().filter(wanted::contains).count();
    }

    private static Tensor matrix(String file, Map<String, Tensor> tensors, String name) {
        Tensor tensor = Optional.ofNullable(tensors.get(name))
                .orElseThrow(() -> new InvalidInput("network.torch.missing", file, name));
        if (tensor.rank() != 2) {
            throw new InvalidInput("network.layer.matrix", name, tensor.shapeText());
        }
        return tensor;
    }
}
