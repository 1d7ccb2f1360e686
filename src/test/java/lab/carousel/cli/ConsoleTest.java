package lab.carousel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import lab.carousel.text.Message;
import lab.carousel.text.VisibleText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleTest {

    @TempDir
    Path folder;

    @Test
    void followsTheEncodingOfTheSystemButNeverAscii() {
        Properties properties = new Properties();
        assertThat(Console.encoding(properties, "stdout.encoding")).isEqualTo(StandardCharsets.UTF_8);
        properties.setProperty("native.encoding", "ISO-8859-1");
        assertThat(Console.encoding(properties, "stdout.encoding")).isEqualTo(StandardCharsets.ISO_8859_1);
        properties.setProperty("stdout.encoding", "ANSI_X3.4-1968");
        assertThat(Console.encoding(properties, "stdout.encoding")).isEqualTo(StandardCharsets.UTF_8);
        properties.setProperty("stdout.encoding", "no such thing");
        assertThat(Console.encoding(properties, "stdout.encoding")).isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void aSpaceBetweenThousandsIsWrittenInOldEncodingsToo() {
        Properties properties = new Properties();
        properties.setProperty("native.encoding", "ISO-8859-1");
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        Console console = Console.of(written, written, properties);
        console.output().println("10\u202f000 Läufe");
        console.output().flush();
        assertThat(written.toString(StandardCharsets.ISO_8859_1)).startsWith("10\u00a0000 Läufe");
    }

    @ParameterizedTest
    @CsvSource({
        "/dev/pts/3,true",
        "/dev/tty2,true",
        "/dev/console,true",
        "/dev/null,false",
        "pipe:[1],false",
        "/tmp/dev/pts/3,false"
    })
    void knowsATerminalByItsName(String target, boolean terminal) throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("2"), Path.of(target));
        boolean found = Console.isTerminal(link);
        Files.delete(link);
        assertThat(found).isEqualTo(terminal);
        assertThat(Console.isTerminal(folder)).as("no link").isFalse();
    }

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
        assertThat(errors).hasToString("The results could not be written: check whether the disk is full.\n");
    }
}
