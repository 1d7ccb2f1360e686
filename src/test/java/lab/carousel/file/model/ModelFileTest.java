package lab.carousel.file.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lab.carousel.file.model.network.OpenQuestion.Subject;
import lab.carousel.file.model.network.ReadNetwork;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.trace.Trace;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What other programs saved; {@code make_networks.py} beside the files tells how. */
class ModelFileTest {

    /** What the networks were fed, and a target for the last step, which is not looked at. */
    private static final int[] SYMBOLS = {2, 0, 1, 3, 1, 0};

    @TempDir
    private Path folder;

    static Path resource(String name) {
        try {
            return Path.of(ModelFileTest.class.getResource(name).toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Stream<String> networks() {
        return Stream.of("1", "2").flatMap(layers -> Stream.of(
                        "torch-lstm-%s.safetensors",
                        "torch-gru-%s.safetensors",
                        "torch-rnn-%s.safetensors",
                        "torch-lstm-%s.npz",
                        "torch-gru-%s.npz",
                        "torch-rnn-%s.npz",
                        "keras3-lstm-%s.keras",
                        "keras3-gru-%s.keras",
                        "keras3-simple_rnn-%s.keras",
                        "keras2-lstm-%s.h5",
                        "keras2-gru-%s.h5",
                        "keras2-simple_rnn-%s.h5")
                .map(name -> name.formatted(layers)));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void computesWhatTheProgramThatSavedItComputes(String name) throws IOException {
        boolean isTorch = name.startsWith("torch");
        ReadNetwork network =
                ModelFile.find(resource(name)).with(isTorch ? Map.of(Subject.ORDER, "rnn, fc") : Map.of());

        assertThat(network.output()).isEqualTo(isTorch ? Output.SIGMOID : Output.SOFTMAX);
        assertThat(network.parameters().layout().layers()).isEqualTo(name.contains("-1.") ? 1 : 2);
        Trace trace = Trace.of(
                network.parameters(), Hyperparameters.reference().with(Settings.OUTPUT, network.output()), SYMBOLS);
        List<String> expected = Files.readAllLines(resource(name + ".csv"));
        assertThat(trace.steps()).isEqualTo(expected.size());
        for (int step = 0; step < expected.size(); step++) {
            double[] outputs = Arrays.stream(expected.get(step).split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            assertThat(trace.outputs(step)).containsExactly(outputs, within(1e-14));
        }
    }

    @ParameterizedTest
    @CsvSource({"torch-lstm-1.npz, LSTM", "keras3-gru-1.keras, GRU", "keras2-simple_rnn-1.h5, RECURRENT"})
    void tellsFromWhatIsInAFileAndNotFromItsNameWhatItIs(String name, Cell cell) throws IOException {
        Path copy = Files.copy(resource(name), folder.resolve("model.keras"));

        assertThat(ModelFile.find(copy)
                        .with(name.startsWith("torch") ? Map.of(Subject.ORDER, "rnn, fc") : Map.of())
                        .parameters()
                        .layout()
                        .cell())
                .isEqualTo(cell);
    }

    @Test
    void opensNoPickleAndSaysHowToWriteTheWeights() throws IOException {
        Path pickle = Files.write(folder.resolve("model.npz"), new byte[] {(byte) 0x80, 2, '}', 'q', 0, '.'});
        Path zip = Files.write(folder.resolve("model.pt"), Files.readAllBytes(resource("torch-gru-1.npz")));

        for (Path file : List.of(pickle, zip)) {
            assertThatThrownBy(() -> ModelFile.find(file).with(Map.of()))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("safetensors.torch.save_file(model.state_dict()");
        }
    }

    @Test
    void refusesWhatIsNoModel() throws IOException {
        Path text = Files.writeString(folder.resolve("model.txt"), "hello");

        assertThatThrownBy(() -> ModelFile.find(text).with(Map.of()))
                .hasMessageContaining("no model that can be opened");
        assertThatThrownBy(() -> ModelFile.find(folder).with(Map.of())).hasMessageContaining("folder");
        assertThatThrownBy(() -> ModelFile.find(folder.resolve("none.h5")).with(Map.of()))
                .isInstanceOf(InvalidInput.class);
    }
}
