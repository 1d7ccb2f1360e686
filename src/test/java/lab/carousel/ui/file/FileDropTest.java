package lab.carousel.ui.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileDropTest {

    @Test
    void takesTheFirstFileThatCanBeOpened() {
        assertThat(FileDrop.file(List.of(new File("a.png"), new File("b.carousel-session"), new File("c.carousel"))))
                .contains(Path.of("b.carousel-session"));
        assertThat(FileDrop.file(List.of(new File("c.carousel")))).contains(Path.of("c.carousel"));
        assertThat(FileDrop.file(List.of(new File("sales.csv")))).contains(Path.of("sales.csv"));
        assertThat(FileDrop.file(List.of(new File("a.png")))).isEmpty();
    }
}
