package lab.carousel.file.model.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import lab.carousel.file.model.tensor.Tensor;

/** A graph of ONNX while it is put together. The numbers are those of the fields in {@code onnx.proto}. */
final class OnnxGraph {

    private static final int SINGLE = 1;
    private static final int LONG = 7;
    private static final int WHOLE_NUMBER_ATTRIBUTE = 2;
    private static final String AXIS = "direction";

    private final List<Consumer<Protobuf>> nodes = new ArrayList<>();
    private final List<Consumer<Protobuf>> arrays = new ArrayList<>();
    private final List<Consumer<Protobuf>> inputs = new ArrayList<>();
    private final List<Consumer<Protobuf>> outputs = new ArrayList<>();

    private boolean hasAxis;

    /** Writes the graph into its message. */
    void writeTo(Protobuf graph) {
        nodes.forEach(node -> graph.message(1, node));
        graph.text(2, "carousel");
        arrays.forEach(array -> graph.message(5, array));
        inputs.forEach(input -> graph.message(11, input));
        outputs.forEach(output -> graph.message(12, output));
    }

    /** Adds an operation. */
    void node(String operator, List<String> from, List<String> to) {
        nodes.add(node -> operation(node, operator, from, to));
    }

    /** Adds layers of cells. */
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
        node.message(5, attribute -> attribute.text(1, name).number(3, value).number(20, WHOLE_NUMBER_ATTRIBUTE));
    }

    /** Adds weights. */
    void array(String name, Tensor tensor) {
        arrays.add(array -> {
            tensor.shape().forEach(length -> array.number(1, length));
            array.number(2, SINGLE).text(8, name).singles(9, tensor.values());
        });
    }

    /** The name of the axis of directions in what a recurrent node gives. */
    String axis() {
        if (!hasAxis) {
            hasAxis = true;
            arrays.add(array ->
                    array.number(1, 1).number(2, LONG).text(8, AXIS).bytes(9, new byte[] {1, 0, 0, 0, 0, 0, 0, 0}));
        }
        return AXIS;
    }

    /** Adds what the graph is given; a length is a number, or the name of one that is not fixed. */
    void input(String name, Object... lengths) {
        inputs.add(value -> value(value, name, lengths));
    }

    /** Adds what the graph gives. */
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
