package lab.carousel.file.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileProblemTest {

    private static final Path FILE = Path.of("a.carousel");

    @Test
    void noMessageNamesAClassOfJava() {
        List<IOException> silent = List.of(
                new NoSuchFileException("a"),
                new FileNotFoundException(),
                new FileAlreadyExistsException("a"),
                new NotDirectoryException("a"),
                new IOException());
        assertThat(silent).allSatisfy(problem -> {
            assertThat(FileProblem.writing(FILE, problem).getMessage()).doesNotContain("Exception");
            assertThat(FileProblem.reading(FILE, problem).getMessage()).doesNotContain("Exception");
        });
        assertThat(FileProblem.writing(FILE, new NoSuchFileException("a")).getMessage())
                .contains("no such file");
    }
}
