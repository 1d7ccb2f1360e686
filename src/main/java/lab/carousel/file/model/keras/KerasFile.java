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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lab.carousel.file.json.JsonText;
import lab.carousel.file.model.keras.HdfWriter.HdfGroup;
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

    public static byte[] bytes(Experiment experiment, Parameters parameters) {
        ObjectNode metadata = node().put("keras_version", VERSION)
                .put("date_saved", LocalDateTime.now().format(MOMENT));
        ReadNetwork.texts(experiment).forEach(metadata::put);
        ObjectNode config = new KerasConfig(
                        parameters.layout(), experiment.hyperparameters().get(Settings.OUTPUT))
                .model();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(zip, KerasNetwork.METADATA, JsonText.text(metadata).getBytes(StandardCharsets.UTF_8));
            put(zip, KerasNetwork.CONFIG, JsonText.text(config).getBytes(StandardCharsets.UTF_8));
            put(zip, KerasNetwork.WEIGHTS, weights(parameters));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] weights(Parameters parameters) {
        Cell cell = parameters.layout().cell();
        List<LayerArrays> arrays = LayerArrays.of(parameters);
        int count = arrays.size() - 1;
        HdfGroup root = new HdfGroup();
        root.group(VARIABLES).say(NAME, "sequential");
        HdfGroup layers = root.group("layers");
        for (int number = 0; number <= count; number++) {
            boolean isOutput = number == count;
            String name = isOutput ? output(cell, count) : name(group(cell), number);
            LayerArrays layer = arrays.get(number);
            HdfGroup own = layers.group(name);
            HdfGroup variables = own.group(VARIABLES).say(NAME, name);
            if (cell.isRecurrent() && !isOutput) {
                variables = own.group("cell")
                        .group(VARIABLES)
                        .say(NAME, group(cell) + "_cell")
                        .put("1", layer.get(BlockKind.RECURRENT_KERNEL));
            }
            Tensor bias = layer.get(BlockKind.BIAS);
            variables
                    .put("0", layer.get(BlockKind.INPUT_KERNEL))
                    .put(
                            cell.isRecurrent() && !isOutput ? "2" : "1",
                            layer.find(BlockKind.RECURRENT_BIAS)
                                    .map(second -> together(bias, second))
                                    .orElse(bias));
        }
        return HdfWriter.bytes(root);
    }

    private static Tensor together(Tensor first, Tensor second) {
        int width = first.length(0);
        double[] both = Arrays.copyOf(first.values(), 2 * width);
        System.arraycopy(second.values(), 0, both, width, width);
        return Tensor.matrix(2, width, both);
    }

    /** Name of a layer's group in the weights, without its number. */
    private static String group(Cell cell) {
        return kind(cell).replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private static String kind(Cell cell) {
        return cell.name(CellLibrary.KERAS).orElseThrow();
    }

    private static String output(Cell cell, int layers) {
        return name("dense", cell == Cell.DENSE ? layers : 0);
    }

    static String name(String kind, int number) {
        return number == 0 ? kind : kind + "_" + number;
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * Description of a network in {@code config.json} as Keras 3.12 writes it, in double precision, without what newer
     * versions added and older ones do not know.
     */
    private record KerasConfig(ParameterLayout layout, Output output) {

        private static final String LAYERS = "keras.layers";
        private static final String INITIALIZERS = "keras.initializers";
        private static final String PRECISION = "float64";

        ObjectNode model() {
            ObjectNode config = start("sequential");
            ArrayNode layers = config.putArray("layers");
            ObjectNode input = node();
            input.set("batch_shape", shape(layout.symbols()));
            input.put("dtype", PRECISION).put("sparse", false).put(NAME, "input_layer");
            layers.add(object(LAYERS, "InputLayer", input));
            for (int number = 0; number < layout.layers(); number++) {
                layers.add(cells(number));
            }
            String last = KerasFile.output(layout.cell(), layout.layers());
            layers.add(dense(last, layout.outputs(), output.squashing().keras(), layout.units()));
            config.set("build_input_shape", shape(layout.symbols()));
            return built("keras", "Sequential", config, layout.symbols());
        }

        private static ObjectNode object(String module, String kind, ObjectNode config) {
            ObjectNode object = node().put("module", module).put("class_name", kind);
            object.set("config", config);
            return object.putNull("registered_name");
        }

        private static ObjectNode built(String module, String kind, ObjectNode config, int inputs) {
            ObjectNode built = object(module, kind, config);
            built.putObject("build_config").set("input_shape", shape(inputs));
            return built;
        }

        /** A shape of any number of sequences of any length. */
        private static ArrayNode shape(int width) {
            return JsonNodeFactory.instance.arrayNode().addNull().addNull().add(width);
        }

        private static ObjectNode start(String name) {
            ObjectNode config = node().put(NAME, name).put("trainable", true);
            config.set("dtype", object("keras", "DTypePolicy", node().put(NAME, PRECISION)));
            return config;
        }

        private ObjectNode cells(int number) {
            Cell cell = layout.cell();
            int inputs = number == 0 ? layout.symbols() : layout.units();
            if (cell == Cell.DENSE) {
                return dense(name("dense", number), layout.units(), "tanh", inputs);
            }
            ObjectNode config = start(name(group(cell), number));
            config.put("return_sequences", true).put("return_state", false).put("go_backwards", false);
            config.put("stateful", false).put("unroll", false).put("zero_output_for_mask", false);
            config.put("units", layout.units()).put("activation", "tanh");
            if (cell != Cell.RECURRENT) {
                config.put("recurrent_activation", "sigmoid");
            }
            config.put("use_bias", true);
            config.set("kernel_initializer", glorot());
            config.set(
                    "recurrent_initializer",
                    object(INITIALIZERS, "Orthogonal", node().putNull("seed").put("gain", 1.0)));
            config.set("bias_initializer", zeros());
            if (cell == Cell.LSTM) {
                config.put("unit_forget_bias", true);
            }
            for (String rule : List.of("regularizer", "constraint")) {
                config.putNull("kernel_" + rule).putNull("recurrent_" + rule).putNull("bias_" + rule);
            }
            config.putNull("activity_regularizer");
            config.put("dropout", 0.0).put("recurrent_dropout", 0.0);
            if (cell == Cell.GRU) {
                config.put("reset_after", true);
            }
            return built(LAYERS, kind(cell), config.putNull("seed"), inputs);
        }

        private static ObjectNode glorot() {
            return object(INITIALIZERS, "GlorotUniform", node().putNull("seed"));
        }

        private static ObjectNode zeros() {
            return object(INITIALIZERS, "Zeros", node());
        }

        private static ObjectNode dense(String name, int units, String activation, int inputs) {
            ObjectNode config = start(name).put("units", units).put("activation", activation);
            config.put("use_bias", true);
            config.set("kernel_initializer", glorot());
            config.set("bias_initializer", zeros());
            config.putNull("kernel_regularizer").putNull("bias_regularizer");
            config.putNull("kernel_constraint").putNull("bias_constraint");
            return built(LAYERS, KerasLayer.DENSE, config, inputs);
        }
    }
}
