package lab.carousel.file.model.torch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lab.carousel.file.model.network.LayerArrays;
import lab.carousel.file.model.network.NetworkAssembly;
import lab.carousel.file.model.network.ReadNetwork;
import lab.carousel.file.model.tensor.Tensor;
import lab.carousel.file.model.tensor.TensorFile;
import lab.carousel.model.layout.Cell;
import lab.carousel.text.InvalidInput;

/**
 * Reads the arrays of a PyTorch module that has a recurrent layer and a linear one, whatever the module calls them. PyTorch
 * has two biases in each layer; their sum is taken, except for GRU, where they are two.
 */
public final class TorchNetwork {

    private static final Pattern RECURRENT = Pattern.compile("(.*?)(weight|bias)_(ih|hh|hr)_l(\\d{1,3})(_reverse)?");
    private static final Pattern LINEAR = Pattern.compile("(.*?)\\.?(weight|bias)");
    private static final int MOST_GATES = 4;

    private final String file;
    /** By the number of the layer, its arrays by {@code weight_ih} and so on. */
    private final Map<Integer, Map<String, Tensor>> recurrent = new TreeMap<>();
    /** By the name of the module, its arrays by {@code weight} and {@code bias}. */
    private final Map<String, Map<String, Tensor>> linear = new LinkedHashMap<>();

    private String module = "";

    private TorchNetwork(String file) {
        this.file = file;
    }

    /**
     * The network in a file.
     *
     * @param name of the file, for messages
     * @throws InvalidInput if it holds none that can be opened; names the array
     */
    public static ReadNetwork of(String name, TensorFile file) {
        TorchNetwork network = new TorchNetwork(name);
        file.tensors().forEach(network::sort);
        return network.read().told(name, Optional.ofNullable(file.texts().get(ReadNetwork.EXPERIMENT)));
    }

    private void sort(String name, Tensor tensor) {
        Matcher cells = RECURRENT.matcher(name);
        Matcher dense = LINEAR.matcher(name);
        if (cells.matches()) {
            if (cells.group(5) != null) {
                throw new InvalidInput("network.torch.reverse", file, name);
            }
            if (cells.group(3).equals("hr")) {
                throw new InvalidInput("network.torch.projection", file, name);
            }
            if (!recurrent.isEmpty() && !module.equals(cells.group(1))) {
                throw new InvalidInput("network.torch.two", file, name);
            }
            module = cells.group(1);
            recurrent
                    .computeIfAbsent(Integer.parseInt(cells.group(4)), number -> new LinkedHashMap<>())
                    .put(cells.group(2) + "_" + cells.group(3), tensor);
        } else if (dense.matches()) {
            linear.computeIfAbsent(dense.group(1), any -> new LinkedHashMap<>()).put(dense.group(2), tensor);
        } else {
            throw new InvalidInput("network.torch.unknown", file, name);
        }
    }

    private ReadNetwork read() {
        if (recurrent.isEmpty() && linear.size() < 2) {
            throw new InvalidInput("network.torch.none", file);
        }
        if (!recurrent.isEmpty() && linear.size() != 1) {
            throw new InvalidInput("network.torch.linear", file, String.join(", ", linear.keySet()));
        }
        List<LayerArrays> dense = new ArrayList<>();
        linear.forEach((name, arrays) -> dense.add(linear(name, arrays)));
        LayerArrays output = dense.remove(dense.size() - 1);
        if (recurrent.isEmpty()) {
            return ReadNetwork.of(NetworkAssembly.of(Cell.DENSE, dense, output));
        }
        Cell cell = cell(array(0, "weight_hh"));
        List<LayerArrays> layers = new ArrayList<>();
        for (int number = 0; number < recurrent.size(); number++) {
            layers.add(layer(cell, number));
        }
        return ReadNetwork.of(NetworkAssembly.of(cell, layers, output));
    }

    /** Told by how many times higher than wide the recurrent kernel is. */
    private Cell cell(Tensor recurrentKernel) {
        int units = recurrentKernel.rank() == 2 ? recurrentKernel.length(1) : 0;
        int gates = units > 0 && recurrentKernel.length(0) % units == 0 ? recurrentKernel.length(0) / units : 0;
        return switch (gates) {
            case MOST_GATES -> Cell.LSTM;
            case 3 -> Cell.GRU;
            case 1 -> Cell.RECURRENT;
            default ->
                throw new InvalidInput(
                        "network.torch.gates", file, module + "weight_hh_l0", recurrentKernel.shapeText());
        };
    }

    private Tensor array(int layer, String kind) {
        return Optional.ofNullable(recurrent.get(layer))
                .flatMap(arrays -> Optional.ofNullable(arrays.get(kind)))
                .orElseThrow(() -> new InvalidInput("network.torch.missing", file, module + kind + "_l" + layer));
    }

    private LayerArrays layer(Cell cell, int number) {
        Tensor kernel = array(number, "weight_ih");
        Tensor recurrentKernel = array(number, "weight_hh");
        String name = module + "weight_ih_l" + number;
        Tensor first = bias(number, "bias_ih", kernel);
        Tensor second = bias(number, "bias_hh", kernel);
        if (first.values().length != second.values().length) {
            throw new InvalidInput("network.layer.shape", name, second.shapeText(), first.shapeText());
        }
        LayerArrays layer = new LayerArrays(
                name,
                kernel.transposed(),
                Optional.of(recurrentKernel.transposed()),
                cell.hasRecurrentBias() ? first : sum(first, second),
                Optional.of(second).filter(any -> cell.hasRecurrentBias()));
        if (cell != Cell.GRU) {
            return layer;
        }
        requireThirds(layer, kernel);
        return layer.with(TorchArrays.swapped());
    }

    private static void requireThirds(LayerArrays layer, Tensor kernel) {
        if (kernel.rank() != 2 || kernel.length(0) % 3 != 0 || layer.bias().values().length != kernel.length(0)) {
            throw new InvalidInput("network.layer.matrix", layer.name(), kernel.shapeText());
        }
    }

    /** Zeros where the layer was made without. */
    private Tensor bias(int layer, String kind, Tensor kernel) {
        return Optional.ofNullable(recurrent.get(layer))
                .flatMap(arrays -> Optional.ofNullable(arrays.get(kind)))
                .orElseGet(() -> Tensor.zeros(kernel.length(0)));
    }

    private static Tensor sum(Tensor first, Tensor second) {
        double[] sum = first.values().clone();
        for (int index = 0; index < sum.length; index++) {
            sum[index] += second.values()[index];
        }
        return Tensor.of(sum);
    }

    private LayerArrays linear(String name, Map<String, Tensor> arrays) {
        Tensor weight = Optional.ofNullable(arrays.get("weight"))
                .orElseThrow(() -> new InvalidInput("network.torch.missing", file, name + ".weight"));
        if (weight.rank() != 2) {
            throw new InvalidInput("network.layer.matrix", name, weight.shapeText());
        }
        Tensor bias = Optional.ofNullable(arrays.get("bias")).orElseGet(() -> Tensor.zeros(weight.length(0)));
        return new LayerArrays(name, weight.transposed(), Optional.empty(), bias, Optional.empty());
    }
}
