package lab.carousel.file.model.keras;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import lab.carousel.file.json.JsonText;
import lab.carousel.model.Output;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.ParameterLayout;

/**
 * The description of a network as Keras 3.12 writes it in {@code config.json}, in double precision, without what newer
 * versions added and older ones do not know.
 */
final class KerasConfig {

    private static final String CLASS_NAME = "class_name";
    private static final String CONFIG = "config";
    private static final String LAYERS = "keras.layers";
    private static final String PRECISION = "float64";

    private final ParameterLayout layout;
    private final Output output;

    private KerasConfig(ParameterLayout layout, Output output) {
        this.layout = layout;
        this.output = output;
    }

    /** The text of the description. */
    static String text(ParameterLayout layout, Output output) {
        return JsonText.text(new KerasConfig(layout, output).model());
    }

    /** The name of Keras's class for a cell. */
    static String kind(Cell cell) {
        return cell.name(Cell.Library.KERAS).orElseThrow();
    }

    /** What a layer is called in the file of weights, but for its number. */
    static String group(Cell cell) {
        return kind(cell).replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private ObjectNode model() {
        ObjectNode model = object("keras", "Sequential");
        ObjectNode config = model.putObject(CONFIG);
        config.put("name", "sequential").put("trainable", true);
        config.set("dtype", policy());
        ArrayNode layers = config.putArray("layers");
        layers.add(input());
        for (int number = 0; number < layout.layers(); number++) {
            layers.add(cells(number));
        }
        String last = name("dense", layout.cell() == Cell.DENSE ? layout.layers() : 0);
        layers.add(dense(last, layout.outputs(), output == Output.SIGMOID ? "sigmoid" : "softmax", layout.units()));
        shape(config.putArray("build_input_shape"), layout.symbols());
        model.putNull("registered_name");
        shape(model.putObject("build_config").putArray("input_shape"), layout.symbols());
        return model;
    }

    private static ObjectNode object(String module, String kind) {
        return JsonNodeFactory.instance.objectNode().put("module", module).put(CLASS_NAME, kind);
    }

    private static ObjectNode policy() {
        ObjectNode policy = object("keras", "DTypePolicy");
        policy.putObject(CONFIG).put("name", PRECISION);
        return policy.putNull("registered_name");
    }

    /** Any number of sequences of any length. */
    private static void shape(ArrayNode shape, int width) {
        shape.addNull().addNull().add(width);
    }

    static String name(String kind, int number) {
        return number == 0 ? kind : kind + "_" + number;
    }

    private ObjectNode input() {
        ObjectNode layer = object(LAYERS, "InputLayer");
        ObjectNode config = layer.putObject(CONFIG);
        shape(config.putArray("batch_shape"), layout.symbols());
        config.put("dtype", PRECISION).put("sparse", false).put("name", "input_layer");
        return layer.putNull("registered_name");
    }

    private ObjectNode cells(int number) {
        int inputs = number == 0 ? layout.symbols() : layout.units();
        if (layout.cell() == Cell.DENSE) {
            return dense(name("dense", number), layout.units(), "tanh", inputs);
        }
        String kind = kind(layout.cell());
        ObjectNode layer = object(LAYERS, kind);
        ObjectNode config = layer.putObject(CONFIG);
        config.put("name", name(group(layout.cell()), number)).put("trainable", true);
        config.set("dtype", policy());
        config.put("return_sequences", true).put("return_state", false).put("go_backwards", false);
        config.put("stateful", false).put("unroll", false).put("zero_output_for_mask", false);
        config.put("units", layout.units()).put("activation", "tanh");
        if (layout.cell() != Cell.RECURRENT) {
            config.put("recurrent_activation", "sigmoid");
        }
        config.put("use_bias", true);
        config.set("kernel_initializer", glorot());
        ObjectNode orthogonal = object("keras.initializers", "Orthogonal");
        orthogonal.putObject(CONFIG).putNull("seed").put("gain", 1.0);
        config.set("recurrent_initializer", orthogonal.putNull("registered_name"));
        config.set("bias_initializer", zeros());
        if (layout.cell() == Cell.LSTM) {
            config.put("unit_forget_bias", true);
        }
        for (String rule : List.of("regularizer", "constraint")) {
            config.putNull("kernel_" + rule).putNull("recurrent_" + rule).putNull("bias_" + rule);
        }
        config.putNull("activity_regularizer");
        config.put("dropout", 0.0).put("recurrent_dropout", 0.0);
        if (layout.cell() == Cell.GRU) {
            config.put("reset_after", true);
        }
        config.putNull("seed");
        layer.putNull("registered_name");
        shape(layer.putObject("build_config").putArray("input_shape"), inputs);
        return layer;
    }

    private static ObjectNode glorot() {
        ObjectNode glorot = object("keras.initializers", "GlorotUniform");
        glorot.putObject(CONFIG).putNull("seed");
        return glorot.putNull("registered_name");
    }

    private static ObjectNode zeros() {
        ObjectNode zeros = object("keras.initializers", "Zeros");
        zeros.putObject(CONFIG);
        return zeros.putNull("registered_name");
    }

    private static ObjectNode dense(String name, int units, String activation, int inputs) {
        ObjectNode layer = object(LAYERS, "Dense");
        ObjectNode config = layer.putObject(CONFIG);
        config.put("name", name).put("trainable", true);
        config.set("dtype", policy());
        config.put("units", units).put("activation", activation).put("use_bias", true);
        config.set("kernel_initializer", glorot());
        config.set("bias_initializer", zeros());
        config.putNull("kernel_regularizer").putNull("bias_regularizer");
        config.putNull("kernel_constraint").putNull("bias_constraint");
        layer.putNull("registered_name");
        shape(layer.putObject("build_config").putArray("input_shape"), inputs);
        return layer;
    }
}
