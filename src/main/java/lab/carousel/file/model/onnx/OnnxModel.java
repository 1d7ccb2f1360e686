package lab.carousel.file.model.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lab.carousel.file.model.network.GateBlocks;
import lab.carousel.file.model.network.LayerArrays;
import lab.carousel.file.model.tensor.Tensor;
import lab.carousel.model.Output;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;

/**
 * A network as an ONNX model with real recurrent nodes, in single precision, because that is what runtimes have:
 *
 * <pre>
 *   inputs    x        steps x 1 x K   one-hot symbols
 *             h0, c0   1 x 1 x H       the state that each layer starts from (h1, c1: the second layer)
 *   outputs   y        steps x 1 x O
 *             h0_out, c0_out           the state that it ends with
 * </pre>
 *
 * ONNX wants each kernel transposed, with one direction, the gates of LSTM as i o f c, those of GRU as z r h, and two
 * biases in one array.
 */
public final class OnnxModel {

    /** Of the operators; that of LSTM is the one of version 14. */
    private static final int OPERATORS = 17;
    /** Of the format; the one that came with these operators. */
    private static final int FORMAT = 8;

    private static final String INPUT = "x";

    private final Parameters parameters;
    private final OnnxGraph graph = new OnnxGraph();

    private OnnxModel(Parameters parameters) {
        this.parameters = parameters;
    }

    /**
     * The bytes of a model.
     *
     * @param output what the output units compute
     * @param texts  what the file is to say of itself
     */
    public static byte[] bytes(Parameters parameters, Output output, Map<String, String> texts) {
        OnnxModel model = new OnnxModel(parameters);
        model.build(output);
        Protobuf file = new Protobuf()
                .number(1, FORMAT)
                .text(2, "Carousel")
                .message(7, model.graph::writeTo)
                .message(8, operators -> operators.text(1, "").number(2, OPERATORS));
        texts.forEach(
                (key, value) -> file.message(14, entry -> entry.text(1, key).text(2, value)));
        return file.toBytes();
    }

    private void build(Output output) {
        ParameterLayout layout = parameters.layout();
        List<LayerArrays> layers = new ArrayList<>(LayerArrays.of(parameters));
        LayerArrays last = layers.remove(layers.size() - 1);
        graph.input(INPUT, "steps", 1, layout.symbols());
        String at = INPUT;
        for (int number = 0; number < layers.size(); number++) {
            at = layout.cell().isRecurrent()
                    ? recurrent(layers.get(number), number, at)
                    : dense(layers.get(number), number, at);
        }
        graph.array("V", last.kernel());
        graph.array("d", last.bias());
        graph.node("MatMul", List.of(at, "V"), List.of("products"));
        graph.node("Add", List.of("products", "d"), List.of("z"));
        graph.node(output == Output.SIGMOID ? "Sigmoid" : "Softmax", List.of("z"), List.of("y")); // over the last axis
        graph.output("y", "steps", 1, layout.outputs());
        for (int number = 0; layout.cell().isRecurrent() && number < layers.size(); number++) {
            states(number, layout);
        }
    }

    private void states(int number, ParameterLayout layout) {
        for (String state : layout.cell().hasCellState() ? List.of("h", "c") : List.of("h")) {
            graph.input(state + number, 1, 1, layout.units());
            graph.output(state + number + "_out", 1, 1, layout.units());
        }
    }

    private String recurrent(LayerArrays layer, int number, String from) {
        Cell cell = parameters.layout().cell();
        LayerArrays ordered = layer.with(GateBlocks.to(cell, Cell.Library.ONNX));
        graph.array("W" + number, OnnxModel.oneDirection(ordered.kernel().transposed()));
        graph.array(
                "U" + number,
                OnnxModel.oneDirection(ordered.recurrent().orElseThrow().transposed()));
        graph.array("b" + number, OnnxModel.biases(ordered));
        List<String> inputs =
                new ArrayList<>(List.of(from, "W" + number, "U" + number, "b" + number, "", "h" + number));
        List<String> outputs = new ArrayList<>(List.of("all" + number, "h" + number + "_out"));
        if (cell.hasCellState()) {
            inputs.add("c" + number);
            outputs.add("c" + number + "_out");
        }
        layer.peepholes().ifPresent(peepholes -> {
            graph.array("p" + number, peepholes(cell, peepholes));
            inputs.add("p" + number);
        });
        graph.recurrentNode(
                cell.name(Cell.Library.ONNX).orElseThrow(),
                inputs,
                outputs,
                parameters.layout().units());
        // steps x directions x 1 x H, with one direction
        graph.node("Squeeze", List.of("all" + number, graph.axis()), List.of("hidden" + number));
        return "hidden" + number;
    }

    private String dense(LayerArrays layer, int number, String from) {
        graph.array("W" + number, layer.kernel());
        graph.array("b" + number, layer.bias());
        graph.node("MatMul", List.of(from, "W" + number), List.of("products" + number));
        graph.node("Add", List.of("products" + number, "b" + number), List.of("net" + number));
        graph.node("Tanh", List.of("net" + number), List.of("hidden" + number));
        return "hidden" + number;
    }

    private static Tensor oneDirection(Tensor matrix) {
        return new Tensor(List.of(1, matrix.length(0), matrix.length(1)), matrix.values());
    }

    /** ONNX has them in the order of its gates, as far as they look: i o f. */
    private static Tensor peepholes(Cell cell, Tensor peepholes) {
        int[] order = cell.gates(Cell.Library.ONNX).stream()
                .mapToInt(cell.looks()::indexOf)
                .filter(place -> place >= 0)
                .toArray();
        Tensor ordered = GateBlocks.inOrder(order).apply(peepholes);
        return Tensor.matrix(1, ordered.length(0), ordered.values());
    }

    private static Tensor biases(LayerArrays layer) {
        int width = layer.bias().length(0);
        double[] both = new double[2 * width];
        System.arraycopy(layer.bias().values(), 0, both, 0, width);
        layer.recurrentBias().ifPresent(second -> System.arraycopy(second.values(), 0, both, width, width));
        return Tensor.matrix(1, 2 * width, both);
    }
}
