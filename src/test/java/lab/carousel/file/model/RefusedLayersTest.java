package lab.carousel.file.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lab.carousel.file.disk.ZipContent;
import lab.carousel.file.model.network.ReadNetwork;
import lab.carousel.file.model.tensor.NamedTensors;
import lab.carousel.file.model.tensor.Safetensors;
import lab.carousel.file.model.tensor.Tensor;
import lab.carousel.model.Output;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be opened is refused by the name of its layer, with what would have to change. */
class RefusedLayersTest {

    private static final String DENSE =
            "{\"class_name\": \"Dense\", \"config\": {\"name\": \"out\", \"units\": 4, \"activation\": \"softmax\"}}";

    private static final List<String> CELLS = List.of("LSTM", "GRU");

    @TempDir
    private Path folder;

    /** A model of Keras with the arrays of another one and these layers. */
    private Path keras(String layers) throws IOException {
        Path model = ModelFileTest.resource("keras3-lstm-1.keras");
        ZipContent zip = ZipContent.read(model);
        Path file = folder.resolve("it.keras");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("config.json"));
            String config = "{\"class_name\": \"Sequential\", \"config\": {\"layers\": [" + layers + "]}}";
            out.write(config.getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new ZipEntry("model.weights.h5"));
            out.write(zip.bytes("model.weights.h5"));
        }
        return file;
    }

    private static String layer(String kind, String settings) {
        String usual = CELLS.contains(kind) ? ", \"activation\": \"tanh\", \"recurrent_activation\": \"sigmoid\"" : "";
        Stream<String> own =
                Stream.of(usual.split(", ")).filter(each -> !each.isEmpty() && !settings.contains(each.split(":")[0]));
        return "{\"class_name\": \"%s\", \"config\": {\"name\": \"my_%s\"%s%s}}"
                .formatted(
                        kind,
                        kind.toLowerCase(Locale.ROOT),
                        own.map(each -> ", " + each).collect(Collectors.joining()),
                        settings);
    }

    private static void assertRefused(Path file, String... words) {
        assertThatThrownBy(() -> ModelFile.find(file).with(Map.of()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContainingAll(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "Bidirectional||” (Bidirectional). It opens stacked LSTM",
                "Embedding||” (Embedding). It opens stacked LSTM",
                "LSTM|, \"activation\": \"relu\"| (LSTM) has activation = relu, which Carousel cannot compute. With"
                        + " activation = tanh",
                "LSTM|, \"recurrent_activation\": \"hard_sigmoid\"|recurrent_activation = hard_sigmoid",
                "LSTM|, \"go_backwards\": true|go_backwards = True, which Carousel cannot compute. With go_backwards ="
                        + " False",
                "GRU|, \"reset_after\": false|reset_after = False"
            })
    void aLayerOfKerasIsNamed(String kind, String settings, String words) throws IOException {
        assertRefused(
                keras(layer(kind, settings == null ? "" : settings) + ", " + DENSE),
                "“my_" + kind.toLowerCase(Locale.ROOT) + "”",
                words);
    }

    @Test
    void aModelOfKerasNeedsCellsAndOneDenseLayer() throws IOException {
        assertRefused(keras(layer("LSTM", "")), "no output layer");
        assertRefused(
                keras(layer("LSTM", "") + ", " + DENSE + ", " + DENSE.replace("out", "more")), "second Dense layer");
        assertRefused(keras(layer("GRU", ", \"reset_after\": true") + ", " + layer("LSTM", "")), "of one kind");
    }

    @Test
    void layersOfDifferentSizesAreRefusedWithBothNumbers() throws IOException {
        Map<String, Tensor> tensors = Map.of(
                "0.weight", Tensor.zeros(7, 3),
                "0.bias", Tensor.zeros(7),
                "1.weight", Tensor.zeros(5, 7),
                "1.bias", Tensor.zeros(5),
                "2.weight", Tensor.zeros(2, 5),
                "2.bias", Tensor.zeros(2));
        Path file = folder.resolve("it.safetensors");
        Files.write(file, Safetensors.bytes(new NamedTensors(tensors, Map.of())));

        assertRefused(file, "has 7 units, the layer ", " has 5: ", "all have the same number of units");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dropout", "SpatialDropout1D", "GaussianDropout", "GaussianNoise", "AlphaDropout"})
    void whatDoesNothingInUseIsLeftOutAndSaidAndASeparateActivationIsTaken(String idle) throws IOException {
        String linear = DENSE.replace("softmax", "linear");
        Path file = keras(layer("LSTM", ", \"units\": 3") + ", " + layer(idle, "") + ", " + linear + ", "
                + layer("Activation", ", \"activation\": \"sigmoid\""));

        ReadNetwork network = ModelFile.find(file).with(Map.of());

        assertThat(network.output()).isEqualTo(Output.SIGMOID);
        assertThat(network.remarks()).singleElement().asString().contains("(" + idle + ")");
    }

    @ParameterizedTest
    @CsvSource({
        "rnn.weight_ih_l0_reverse, bidirectional=False",
        "rnn.weight_hr_l0, proj_size",
        "other.weight_ih_l0, second recurrent module",
        "embedding.weight, besides the recurrent ones",
        "running_mean, not an array of a recurrent"
    })
    void anArrayOfPyTorchIsNamed(String name, String words) throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>(
                Safetensors.read("it", Files.readAllBytes(ModelFileTest.resource("torch-lstm-1.safetensors")))
                        .tensors());
        tensors.put(name, Tensor.zeros(2, 2));
        Path file = folder.resolve("it.safetensors");
        Files.write(file, Safetensors.bytes(new NamedTensors(tensors, Map.of())));

        assertRefused(file, name.replace(".weight", name.startsWith("emb") ? "" : ".weight"), words);
    }
}
