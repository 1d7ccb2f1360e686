package lab.carousel.file.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    @TempDir
    Path folder;

    @Test
    void makesTheFolderItPrefers() {
        Path preferred = folder.resolve("share/carousel");
        assertThat(LogFile.usable(preferred)).isEqualTo(preferred).isDirectory();
    }

    @Test
    void fallsBackToTheFolderForTemporaryFiles() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(LogFile.usable(file.resolve("carousel"))).isEqualTo(TEMPORARY);
        Files.createDirectories(folder.resolve("carousel.log"));
        assertThat(LogFile.usable(folder)).isEqualTo(TEMPORARY);
    }
}
