package lab.carousel.file.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
    void fallsBackToANewFolderOfItsOwnAmongTemporaryFiles() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Path own = LogFile.usable(file.resolve("carousel"));
        assertThat(own).isDirectory().isNotEqualTo(TEMPORARY);
        assertThat(own.getParent()).isEqualTo(TEMPORARY);
        Files.createDirectories(folder.resolve("carousel.log"));
        Path next = LogFile.usable(folder);
        assertThat(next).isDirectory().isEmptyDirectory().isNotEqualTo(own);
        if (Files.getFileStore(next).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(next)))
                    .as("nobody else can put a link there")
                    .isEqualTo("rwx------");
        }
        Files.delete(own);
        Files.delete(next);
    }
}
