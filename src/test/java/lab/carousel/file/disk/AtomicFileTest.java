package lab.carousel.file.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir
    Path folder;

    @Test
    void writesANewFileAndReplacesAnOldOne() throws IOException {
        Path file = folder.resolve("a.txt");
        AtomicFile.write(file, new byte[] {1, 2, 3});
        assertThat(file).hasBinaryContent(new byte[] {1, 2, 3});
        AtomicFile.write(file, stream -> stream.write(7));
        assertThat(file).hasBinaryContent(new byte[] {7});
        assertThat(Names.in(folder)).containsExactly("a.txt");
    }

    @Test
    void keepsTheOldFileWhenTheContentFailsHalfway() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        assertThatThrownBy(() -> AtomicFile.write(file, stream -> {
                    stream.write(new byte[200_000]);
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(InvalidInput.class)
                .hasMessage(file + " could not be written because the disk is full: make room, or choose another"
                        + " place.");
        assertThatThrownBy(() -> AtomicFile.write(file, stream -> {
                    stream.write(1);
                    throw new IllegalStateException("a mistake");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(file).hasContent("old");
        assertThat(Names.in(folder)).containsExactly("a.txt");
    }

    @Test
    void keepsTheOldFileWhenTheThreadIsInterrupted() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> AtomicFile.write(file, new byte[] {1})).isInstanceOf(InvalidInput.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(file).hasContent("old");
        assertThat(Names.in(folder)).containsExactly("a.txt");
    }

    @Test
    void checkingLeavesNothingBehindAndTheOldFileAsItWas() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        AtomicFile.checkWritable(file);
        AtomicFile.checkWritable(folder.resolve("b.txt"));
        assertThat(file).hasContent("old");
        assertThat(Names.in(folder)).containsExactly("a.txt");
    }

    private static void assertRefused(Path file, String words) {
        assertThatThrownBy(() -> AtomicFile.write(file, new byte[0]))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(words);
    }

    @Test
    void whereNoFileCanBeSavedIsToldWhy() throws IOException {
        Path missing = folder.resolve("no");
        assertRefused(
                missing.resolve("a.txt"),
                missing.resolve("a.txt") + " cannot be written because the folder " + missing
                        + " does not exist: create it, or choose another place.");
        Path file = Files.writeString(folder.resolve("file"), "");
        assertRefused(file.resolve("a.txt"), "because " + file + " is a file, not a folder");
        assertRefused(folder, folder + " is a folder: add a file name to it.");
        Path device = Path.of("/dev/null");
        assumeThat(device).exists();
        assertRefused(device, "/dev/null is a device or a pipe, not an ordinary file");
    }

    @Test
    void writesThroughALinkAndKeepsIt() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        AtomicFile.write(link, new byte[] {'n'});
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("n");
    }

    @Test
    void keepsThePermissionsOfTheOldFile() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
        AtomicFile.write(file, new byte[] {'n'});
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw----");
    }

    @Test
    void saysWhyWritingAndReadingFail() {
        Path file = Path.of("a.txt");
        assertThat(FileProblem.writing(file, new AccessDeniedException("a.txt")))
                .hasMessageStartingWith("a.txt cannot be written, because you may not write there");
        assertThat(FileProblem.writing(file, new IOException("Read-only file system")))
                .hasMessageStartingWith("a.txt cannot be written, because you may not write there");
        assertThat(FileProblem.writing(file, new IOException("Input/output error")))
                .hasMessage("a.txt could not be written (the system says “Input/output error”): try another place.");
        assertThat(FileProblem.reading(file, new AccessDeniedException("a.txt")))
                .hasMessage(
                        "a.txt cannot be read, because you do not have permission: ask for it, or choose another file.");
        assertThatThrownBy(() -> FileProblem.path(" ")).hasMessage("The file name is missing: enter one.");
        assertThatThrownBy(() -> FileProblem.path("a\0b")).hasMessageContaining("“a?b” cannot be a file name");
    }
}
