package lab.carousel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModelOptionTest extends CommandInFolder {

    @Test
    void anEndingThatNoFormatHasIsRefusedBeforeAnythingIsTrained() {
        int status = carousel.run("train", "--model", in("network.pt"));

        assertThat(status).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(carousel.errors).contains(".keras, .onnx, .safetensors, .npz, .zip");
        assertThat(folder).isEmptyDirectory();
    }
}
