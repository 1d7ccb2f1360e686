package lab.carousel.ui.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "my exp.carousel, .carousel-session, my exp.carousel-session",
        "my exp.carousel-session, .carousel, my exp.carousel",
        "my exp.carousel.carousel-session, .carousel, my exp.carousel",
        "my exp.carousel, .carousel, my exp.carousel",
        "my exp, .carousel, my exp.carousel",
        "a.carousel, .png, a.carousel.png",
        "rep.html, .md, rep.md",
        "rep.html, .png, rep.html.png",
        "net.keras, .onnx, net.onnx",
        "states.npz, .csv, states.csv"
    })
    void hasOneExtensionOfOurs(String typed, String extension, String saved) {
        assertThat(FileDialogs.withExtension(Path.of(typed), extension)).isEqualTo(Path.of(saved));
    }
}
