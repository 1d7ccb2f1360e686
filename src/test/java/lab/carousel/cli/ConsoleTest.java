package lab.carousel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
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
}
