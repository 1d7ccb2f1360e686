package lab.carousel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import lab.carousel.text.Message;
import lab.carousel.text.VisibleText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reaches the terminal. */
class VisibleWriterTest {

    @TempDir
    Path folder;

    @Test
    void whatCommandsATerminalIsWrittenSoThatItIsSeen() {
        assertThat(VisibleText.of("a\u001b[2Jb\u202ec\u0007\u009b\td\n"))
                .isEqualTo("a\\u001b[2Jb\\u202ec\\u0007\\u009b\td\n");
        assertThat(VisibleText.of("Übung 𝄞 語")).isEqualTo("Übung 𝄞 語");
    }

    @Test
    void complaintsAboutFilesCannotCommandIt() {
        StringWriter errors = new StringWriter();
        Console console = new Console(new StringWriter(), errors, false);
        console.complain(Message.of("file.read.missing", "\u001b]0;owned\u0007.carousel"));
        assertThat(errors.toString()).doesNotContain("\u001b").contains("\\u001b]0;owned\\u0007.carousel");
    }

    @Test
    void symbolsOfAnExperimentCannotCommandIt() throws IOException {
        CommandLineFixture carousel = new CommandLineFixture();
        Path file = folder.resolve("a.carousel");
        Files.writeString(
                file,
                """
                {"format": "carousel experiment", "version": 1,
                 "task": {"alphabet": "\\u202ea b c", "sequences": ["\\u202ea b c"]}, "hyperparameters": {"epochs": 1}}
                """);
        carousel.run("train", file.toString());
        assertThat(carousel.output + carousel.errors).doesNotContain("\u202e").contains("\\u202e");
    }

    @Test
    void aFullDiskIsNoSuccess() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int letter) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        StringWriter errors = new StringWriter();
        Console console = new Console(new OutputStreamWriter(full, StandardCharsets.UTF_8), errors, false);
        int status = new CarouselCommandLine(new CommandLineFixture().tools(), console)
                .run("train", "--epochs", "1", "--quiet");
        assertThat(status).isEqualTo(ExitStatus.FAILED);
        assertThat(errors).hasToString("The results could not be written where they should go: is the disk full?\n");
    }
}
