package lab.carousel.file.model.torch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.carousel.file.model.network.GateBlocks;
import lab.carousel.file.model.network.LayerArrays;
import lab.carousel.file.model.tensor.Tensor;
import lab.carousel.model.layout.Cell;
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
        List<LayerArrays> layers = new ArrayList<>(LayerArrays.of(parameters));
        LayerArrays output = layers.remove(layers.size() - 1);
        Map<String, Tensor> arrays = new LinkedHashMap<>();
        for (int number = 0; number < layers.size(); number++) {
            LayerArrays layer = layers.get(number).with(GateBlocks.to(cell, Cell.Library.PYTORCH));
            if (cell.isRecurrent()) {
                put(layer, number, arrays);
            } else {
                arrays.put("cells." + number + ".weight", layer.kernel().transposed());
                arrays.put("cells." + number + ".bias", layer.bias());
            }
        }
        arrays.put("output.weight", output.kernel().transposed());
        arrays.put("output.bias", output.bias());
        return arrays;
    }

    private static void put(LayerArrays layer, int number, Map<String, Tensor> arrays) {
        Optional<Tensor> second = layer.recurrentBias();
        arrays.put("cells.weight_ih_l" + number, layer.kernel().transposed());
        arrays.put("cells.weight_hh_l" + number, layer.recurrent().orElseThrow().transposed());
        arrays.put("cells.bias_ih_l" + number, layer.bias());
        arrays.put(
                "cells.bias_hh_l" + number,
                second.orElseGet(() -> Tensor.zeros(layer.bias().length(0))));
    }
}
