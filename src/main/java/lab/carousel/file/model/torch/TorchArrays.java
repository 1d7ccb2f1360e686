package lab.carousel.file.model.torch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lab.carousel.file.model.network.LayerArrays;
import lab.carousel.file.model.tensor.Tensor;
import lab.carousel.model.layout.BlockKind;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.CellLibrary;
import lab.carousel.model.layout.Parameters;

/**
 * Networks as PyTorch names and lays out their arrays, the names being those of the exported PyTorch program:
 *
 * <pre>
 *   cells.weight_ih_l0   gH x I   transposed; gates of LSTM i f g o, of GRU r z n
 *   cells.weight_hh_l0   gH x H   transposed
 *   cells.bias_ih_l0     gH
 *   cells.bias_hh_l0     gH       0, but for GRU's, which is a bias of its own
 *   output.weight        O x H    transposed
 *   output.bias          O
 * </pre>
 *
 * Layers without memory are {@code cells.0.weight} and {@code cells.0.bias}.
 */
public final class TorchArrays {

    private TorchArrays() {}

    public static Map<String, Tensor> of(Parameters parameters) {
        Cell cell = parameters.layout().cell();
        List<LayerArrays> layers = LayerArrays.of(parameters);
        int count = layers.size() - 1;
        Map<String, Tensor> arrays = new LinkedHashMap<>();
        for (int number = 0; number < count; number++) {
            LayerArrays layer = layers.get(number).to(cell, CellLibrary.PYTORCH);
            if (cell.isRecurrent()) {
                Tensor bias = layer.get(BlockKind.BIAS);
                arrays.put(
                        "cells.weight_ih_l" + number,
                        layer.get(BlockKind.INPUT_KERNEL).transposed());
                arrays.put(
                        "cells.weight_hh_l" + number,
                        layer.get(BlockKind.RECURRENT_KERNEL).transposed());
                arrays.put("cells.bias_ih_l" + number, bias);
                arrays.put(
                        "cells.bias_hh_l" + number,
                        layer.find(BlockKind.RECURRENT_BIAS).orElseGet(() -> Tensor.zeros(bias.length(0))));
            } else {
                putLinear("cells." + number, layer, arrays);
            }
        }
        putLinear("output", layers.get(count), arrays);
        return arrays;
    }

    private static void putLinear(String name, LayerArrays layer, Map<String, Tensor> arrays) {
        arrays.put(name + ".weight", layer.get(BlockKind.INPUT_KERNEL).transposed());
        arrays.put(name + ".bias", layer.get(BlockKind.BIAS));
    }
}
