package lab.carousel.file.model.keras;

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

    /**
     * The bytes of the zip.
     *
     * @param output what the output units compute
     * @param texts  what the file is to say of itself, beside what Keras says
     */
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
}
