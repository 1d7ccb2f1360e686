package lab.carousel.file.model.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import lab.carousel.file.model.network.LayerArrays;
import lab.carousel.file.model.network.ReadNetwork;
import lab.carousel.file.model.tensor.Tensor;
import lab.carousel.model.Experiment;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.BlockKind;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.CellLibrary;
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

    private final Cell cell;
    private final int units;
    private final OnnxGraph graph = new OnnxGraph();

    private OnnxModel(ParameterLayout layout) {
        this.cell = layout.cell();
        this.units = layout.units();
    }

    public static byte[] bytes(Experiment experiment, Parameters parameters) {
        OnnxModel model = new OnnxModel(parameters.layout());
        model.build(parameters, experiment.hyperparameters().get(Settings.OUTPUT));
        Protobuf file = new Protobuf()
                .number(1, FORMAT)
                .text(2, "Carousel")
                .message(7, model.graph::writeTo)
                .message(8, operators -> operators.text(1, "").number(2, OPERATORS));
        ReadNetwork.texts(experiment)
                .forEach((key, value) ->
                        file.message(14, entry -> entry.text(1, key).text(2, value)));
        return file.toBytes();
    }

    private void build(Parameters parameters, Output output) {
        ParameterLayout layout = parameters.layout();
        List<LayerArrays> layers = LayerArrays.of(parameters);
        graph.input(INPUT, "steps", 1, layout.symbols());
        String at = INPUT;
        for (int number = 0; number < layout.layers(); number++) {
            if (cell.isRecurrent()) {
                recurrent(layers.get(number).to(cell, CellLibrary.ONNX), number, at);
            } else {
                dense(layers.get(number), "W" + number, "b" + number, at, "products" + number, "net" + number);
                graph.node("Tanh", List.of("net" + number), List.of("hidden" + number));
            }
            at = "hidden" + number;
        }
        dense(layers.get(layout.layers()), "V", "d", at, "products", "z");
        graph.node(output.squashing().onnx(), List.of("z"), List.of("y"));
        graph.output("y", "steps", 1, layout.outputs());
        for (int number = 0; cell.isRecurrent() && number < layout.layers(); number++) {
            for (String state : cell.hasCellState() ? List.of("h", "c") : List.of("h")) {
                graph.input(state + number, 1, 1, units);
                graph.output(state + number + "_out", 1, 1, units);
            }
        }
    }

    private void dense(LayerArrays layer, String kernel, String bias, String from, String products, String to) {
        graph.array(kernel, layer.get(BlockKind.INPUT_KERNEL));
        graph.array(bias, layer.get(BlockKind.BIAS));
        graph.node("MatMul", List.of(from, kernel), List.of(products));
        graph.node("Add", List.of(products, bias), List.of(to));
    }

    private void recurrent(LayerArrays layer, int number, String from) {
        graph.array("W" + number, oneDirection(layer.get(BlockKind.INPUT_KERNEL).transposed()));
        graph.array(
                "U" + number, oneDirection(layer.get(BlockKind.RECURRENT_KERNEL).transposed()));
        Tensor bias = layer.get(BlockKind.BIAS);
        double[] both = Arrays.copyOf(bias.values(), 2 * bias.length(0));
        layer.find(BlockKind.RECURRENT_BIAS)
                .ifPresent(second -> System.arraycopy(second.values(), 0, both, bias.length(0), bias.length(0)));
        graph.array("b" + number, oneDirection(Tensor.of(both)));
        List<String> inputs =
                new ArrayList<>(List.of(from, "W" + number, "U" + number, "b" + number, "", "h" + number));
        List<String> outputs = new ArrayList<>(List.of("all" + number, "h" + number + "_out"));
        if (cell.hasCellState()) {
            inputs.add("c" + number);
            outputs.add("c" + number + "_out");
        }
        layer.find(BlockKind.PEEPHOLES).ifPresent(peepholes -> {
            int[] order = cell.gates(CellLibrary.ONNX).stream()
                    .mapToInt(cell.looks()::indexOf)
                    .filter(place -> place >= 0)
                    .toArray();
            graph.array("p" + number, oneDirection(peepholes.reordered(order)));
            inputs.add("p" + number);
        });
        graph.recurrentNode(cell.name(CellLibrary.ONNX).orElseThrow(), inputs, outputs, units);
        // steps x directions x 1 x H, with one direction
        if (number == 0) {
            graph.axis();
        }
        graph.node("Squeeze", List.of("all" + number, OnnxGraph.AXIS), List.of("hidden" + number));
    }

    private static Tensor oneDirection(Tensor tensor) {
        List<Integer> shape = new ArrayList<>(tensor.shape());
        shape.add(0, 1);
        return new Tensor(shape, tensor.values());
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

        /** Adds the number of the axis of directions in the output of a recurrent node. */
        void axis() {
            arrays.add(array ->
                    array.number(1, 1).number(2, LONG).text(8, AXIS).bytes(9, new byte[] {1, 0, 0, 0, 0, 0, 0, 0}));
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

        private static Protobuf dimension(Protobuf dimension, Object length) {
            return length instanceof Integer number ? dimension.number(1, number) : dimension.text(2, length + "");
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
