package lab.carousel.file.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    @TempDir
    Path folder;

    private Path left(String name, long ageMillis) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "half");
        Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis() - ageMillis));
        return file;
    }

    @Test
    void whatKilledProgramsLeftIsRemovedWhenTheNextFileIsWritten() throws IOException {
        left(".carousel-3ad0.tmp", 60_000);
        left(".carousel-1-b8.tmp", 60_000);
        // the clock was set back since
        left(".carousel-2-c9.tmp", -60_000_000);
        left("mine.tmp", 60_000);
        AtomicFile.write(folder.resolve("a.txt"), new byte[] {1});
        assertThat(Names.in(folder)).containsExactly("a.txt", "mine.tmp");
    }

    @Test
    void whatIsBeingWrittenStays() throws IOException {
        left(".carousel-1-just-begun.tmp", 0);
        try (AtomicFile other = AtomicFile.open(folder.resolve("b.txt"))) {
            other.stream().write(1);
            AtomicFile.write(folder.resolve("a.txt"), new byte[] {1});
            other.commit();
        }
        assertThat(Names.in(folder)).containsExactly(".carousel-1-just-begun.tmp", "a.txt", "b.txt");
    }
}
