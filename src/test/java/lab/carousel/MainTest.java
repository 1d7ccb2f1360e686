package lab.carousel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lab.carousel.cli.ExitStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own. */
class MainTest {

    @TempDir
    Path folder;

    private Process run(Map<String, String> environment, String... more) throws IOException {
        List<String> java = List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Duser.home=" + folder,
                "-Dcarousel.log=" + folder.resolve("log.txt"),
                "-Duser.language=de",
                "-cp");
        ProcessBuilder program =
                new ProcessBuilder(Stream.concat(java.stream(), Stream.of(more)).toList());
        program.environment().putAll(environment);
        return program.redirectErrorStream(true).start();
    }

    private static String said(Process program) throws IOException {
        return new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void withoutItsLibrariesItSaysSoInASentence() throws Exception {
        String classes = Path.of(Main.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        for (String[] command : new String[][] {{}, {"train", "--epochs", "0"}, {"--help"}}) {
            Process program = run(
                    Map.of(),
                    Stream.concat(Stream.of(classes, "lab.carousel.Main"), Stream.of(command))
                            .toArray(String[]::new));
            assertThat(said(program)).hasLineCount(1).contains("Ordner lib").contains("carousel.jar");
            assertThat(program.waitFor()).isEqualTo(ExitStatus.FAILED);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theLogHasOnlyWhatTheProgramSays() throws Exception {
        String classPath = System.getProperty("java.class.path");
        Process program = run(Map.of("DISPLAY", "127.0.0.1:77"), classPath, "lab.carousel.Main");
        assertThat(said(program)).hasLineCount(1).contains("127.0.0.1:77");
        assertThat(program.waitFor()).isEqualTo(ExitStatus.FAILED);
        assertThat(Files.readString(folder.resolve("log.txt")))
                .contains("No display at 127.0.0.1")
                .doesNotContain("SLF4J");
    }
}
