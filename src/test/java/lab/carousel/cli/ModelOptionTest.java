package lab.carousel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelOptionTest {

    private final CommandLineFixture carousel = new CommandLineFixture();

    @TempDir
    private Path folder;

    @Test
    void anEndingThatNoFormatHasIsRefusedBeforeAnythingIsTrained() {
        int status =
                carousel.run("train", "--model", folder.resolve("network.pt").toString());

        assertThat(status).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(carousel.errors).contains(".keras, .onnx, .safetensors, .npz, .zip");
        assertThat(folder).isEmptyDirectory();
    }
}
