package lab.carousel.file.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DataFolderTest {

    private static final Path HOME = Path.of("home").toAbsolutePath();

    @Test
    void aRelativeFolderOfTheEnvironmentIsIgnored() {
        assertThat(DataFolder.path("relative/carousel", HOME)).isEqualTo(HOME.resolve(".local/share/carousel"));
        String chosen = HOME.resolve("chosen/carousel").toString();
        assertThat(DataFolder.path(chosen, HOME)).isEqualTo(Path.of(chosen));
    }
}
