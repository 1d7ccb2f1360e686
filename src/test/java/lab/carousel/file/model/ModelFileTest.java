package lab.carousel.file.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lab.carousel.file.model.network.Subject;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Cells;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other programs saved; {@code make_networks.py} beside the files tells how. */
class ModelFileTest {

    @TempDir
    private Path folder;

    static Path resource(String name) {
        try {
            return Path.of(ModelFileTest.class.getResource(name).toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @ParameterizedTest
    @CsvSource({"torch-lstm-1.npz, LSTM", "keras3-gru-1.keras, GRU", "keras2-simple_rnn-1.h5, RECURRENT"})
    void tellsFromWhatIsInAFileAndNotFromItsNameWhatItIs(String name, String kind) throws IOException {
        Cell cell = Cells.named(kind);
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

        assertThatThrownBy(() -> ModelFile.find(text).with(Map.of())).hasMessageContaining("Carousel cannot open");
        assertThatThrownBy(() -> ModelFile.find(folder).with(Map.of())).hasMessageContaining("folder");
        assertThatThrownBy(() -> ModelFile.find(folder.resolve("none.h5")).with(Map.of()))
                .isInstanceOf(InvalidInput.class);
    }
}
