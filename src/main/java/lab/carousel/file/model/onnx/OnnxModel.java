package lab.carousel.file.model.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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

    /** Operator set version; its LSTM is that of version 14. */
    private static final int OPERATORS = 17;
    /** Format version that came with these operators. */
    private static final int FORMAT = 8;

    private static final String INPUT = "x";

    private final Parameters parameters;
    private final OnnxGraph graph = new OnnxGraph();

    private OnnxModel(Parameters parameters) {
        this.parameters = parameters;
    }

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
        graph.node(output == Output.SIGMOID ? "Sigmoid" : "Softmax", List.of("z"), List.of("y"));
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

    /** Peepholes in the order of ONNX: i o f. */
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

    /** Builder of an ONNX graph. The numbers are those of the fields in {@code onnx.proto}. */
    static final class OnnxGraph {

        private static final int SINGLE = 1;
        private static final int LONG = 7;
        private static final int WHOLE_NUMBER_ATTRIBUTE = 2;
        private static final String AXIS = "direction";

        private final List<Consumer<Protobuf>> nodes = new ArrayList<>();
        private final List<Consumer<Protobuf>> arrays = new ArrayList<>();
        private final List<Consumer<Protobuf>> inputs = new ArrayList<>();
        private final List<Consumer<Protobuf>> outputs = new ArrayList<>();

        private boolean hasAxis;

        void writeTo(Protobuf graph) {
            nodes.forEach(node -> graph.message(1, node));
            graph.text(2, "carousel");
            arrays.forEach(array -> graph.message(5, array));
            inputs.forEach(input -> graph.message(11, input));
            outputs.forEach(output -> graph.message(12, output));
        }

        void node(String operator, List<String> from, List<String> to) {
            nodes.add(node -> operation(node, operator, from, to));
        }

        void recurrentNode(String operator, List<String> from, List<String> to, int units) {
            nodes.add(node -> {
                operation(node, operator, from, to);
                attribute(node, "hidden_size", units);
                if (operator.equals("GRU")) {
                    attribute(node, "linear_before_reset", 1);
                }
            });
        }

        private static void operation(Protobuf node, String operator, List<String> from, List<String> to) {
            from.forEach(name -> node.text(1, name));
            to.forEach(name -> node.text(2, name));
            node.text(3, operator + "_" + to.get(0)).text(4, operator);
        }

        private static void attribute(Protobuf node, String name, int value) {
            node.message(
                    5, attribute -> attribute.text(1, name).number(3, value).number(20, WHOLE_NUMBER_ATTRIBUTE));
        }

        void array(String name, Tensor tensor) {
            arrays.add(array -> {
                tensor.shape().forEach(length -> array.number(1, length));
                array.number(2, SINGLE).text(8, name).singles(9, tensor.values());
            });
        }

        /** Name of the axis of directions in the output of a recurrent node. */
        String axis() {
            if (!hasAxis) {
                hasAxis = true;
                arrays.add(array ->
                        array.number(1, 1).number(2, LONG).text(8, AXIS).bytes(9, new byte[] {1, 0, 0, 0, 0, 0, 0, 0}));
            }
            return AXIS;
        }

        /** Adds an input; a length is a number, or the name of a variable one. */
        void input(String name, Object... lengths) {
            inputs.add(value -> value(value, name, lengths));
        }

        void output(String name, Object... lengths) {
            outputs.add(value -> value(value, name, lengths));
        }

        private static void value(Protobuf value, String name, Object... lengths) {
            value.text(1, name)
                    .message(
                            2,
                            type -> type.message(
                                    1, tensor -> tensor.number(1, SINGLE).message(2, shape -> {
                                        for (Object length : lengths) {
                                            shape.message(1, dimension -> dimension(dimension, length));
                                        }
                                    })));
        }

        private static void dimension(Protobuf dimension, Object length) {
            if (length instanceof Integer number) {
                dimension.number(1, number);
            } else {
                dimension.text(2, String.valueOf(length));
            }
        }
    }

    /** Protocol Buffers wire format: each field with its number and type, one after the other. */
    static final class Protobuf {

        private static final int VARINT = 0;
        private static final int LENGTH_DELIMITED = 2;

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Protobuf number(int field, long value) {
            varint((long) field << 3 | VARINT);
            varint(value);
            return this;
        }

        Protobuf text(int field, String value) {
            return bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Protobuf bytes(int field, byte[] value) {
            varint((long) field << 3 | LENGTH_DELIMITED);
            varint(value.length);
            bytes.writeBytes(value);
            return this;
        }

        Protobuf message(int field, Consumer<Protobuf> content) {
            Protobuf inner = new Protobuf();
            content.accept(inner);
            return bytes(field, inner.toBytes());
        }

        Protobuf singles(int field, double[] values) {
            ByteBuffer raw = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (double value : values) {
                raw.putFloat((float) value);
            }
            return bytes(field, raw.array());
        }

        private void varint(long value) {
            long left = value;
            while ((left & ~0x7FL) != 0) {
                bytes.write((int) ((left & 0x7F) | 0x80));
                left >>>= 7;
            }
            bytes.write((int) left);
        }

        byte[] toBytes() {
            return bytes.toByteArray();
        }
    }
}
