package lab.carousel.file.model.keras;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lab.carousel.file.json.JsonText;
import lab.carousel.file.model.keras.HdfWriter.HdfGroup;
import lab.carousel.file.model.network.LayerArrays;
import lab.carousel.file.model.tensor.Tensor;
import lab.carousel.model.Output;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;

/**
 * Networks as Keras 3 saves them: a zip of {@code metadata.json}, {@code config.json} and {@code model.weights.h5}. In the
 * latter each layer has a group by its class, and in that its variables by their numbers:
 *
 * <pre>
 *   /layers/lstm/cell/vars/0   kernel              I x 4H, gates i f c o (GRU: z r h)
 *   /layers/lstm/cell/vars/1   recurrent kernel    H x 4H
 *   /layers/lstm/cell/vars/2   bias                4H (GRU: 2 x 3H)
 *   /layers/dense/vars/0, 1    kernel H x O, bias O
 * </pre>
 */
public final class KerasFile {

    private static final String VERSION = "3.12.1";
    private static final String VARIABLES = "vars";
    private static final String NAME = "name";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd@HH:mm:ss", Locale.ROOT);

    private KerasFile() {}

    public static byte[] bytes(Parameters parameters, Output output, Map<String, String> texts) {
        ObjectNode metadata = JsonNodeFactory.instance
                .objectNode()
                .put("keras_version", VERSION)
                .put("date_saved", LocalDateTime.now().format(MOMENT));
        texts.forEach(metadata::put);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(zip, KerasNetwork.METADATA, utf8(JsonText.text(metadata)));
            put(zip, KerasNetwork.CONFIG, utf8(KerasConfig.text(parameters.layout(), output)));
            put(zip, KerasNetwork.WEIGHTS, weights(parameters));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] weights(Parameters parameters) {
        Cell cell = parameters.layout().cell();
        List<LayerArrays> arrays = new ArrayList<>(LayerArrays.of(parameters));
        LayerArrays outputs = arrays.remove(arrays.size() - 1);
        HdfGroup root = new HdfGroup();
        root.group(VARIABLES).say(NAME, "sequential");
        HdfGroup layers = root.group("layers");
        for (int number = 0; number < arrays.size(); number++) {
            String name = KerasConfig.name(KerasConfig.group(cell), number);
            HdfGroup layer = layers.group(name);
            if (cell == Cell.DENSE) {
                putDense(layer, name, arrays.get(number));
            } else {
                layer.group(VARIABLES).say(NAME, name);
                putCells(layer.group("cell").group(VARIABLES), cell, arrays.get(number));
            }
        }
        String last = KerasConfig.name("dense", cell == Cell.DENSE ? arrays.size() : 0);
        putDense(layers.group(last), last, outputs);
        return HdfWriter.bytes(root);
    }

    private static void putCells(HdfGroup variables, Cell cell, LayerArrays arrays) {
        variables
                .say(NAME, KerasConfig.group(cell) + "_cell")
                .put("0", arrays.kernel())
                .put("1", arrays.recurrent().orElseThrow())
                .put(
                        "2",
                        arrays.recurrentBias()
                                .map(second -> together(arrays.bias(), second))
                                .orElse(arrays.bias()));
    }

    private static Tensor together(Tensor first, Tensor second) {
        int width = first.length(0);
        double[] both = Arrays.copyOf(first.values(), 2 * width);
        System.arraycopy(second.values(), 0, both, width, width);
        return Tensor.matrix(2, width, both);
    }

    private static void putDense(HdfGroup layer, String name, LayerArrays arrays) {
        layer.group(VARIABLES).say(NAME, name).put("0", arrays.kernel()).put("1", arrays.bias());
    }

    /**
     * Description of a network in {@code config.json} as Keras 3.12 writes it, in double precision, without what newer
     * versions added and older ones do not know.
     */
    static final class KerasConfig {

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

        static String text(ParameterLayout layout, Output output) {
            return JsonText.text(new KerasConfig(layout, output).model());
        }

        static String kind(Cell cell) {
            return cell.name(Cell.Library.KERAS).orElseThrow();
        }

        /** Name of a layer's group in the weights, without its number. */
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

        /** A shape of any number of sequences of any length. */
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
}
