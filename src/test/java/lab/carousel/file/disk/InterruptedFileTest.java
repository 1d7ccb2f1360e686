package lab.carousel.file.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptedFileTest {

    @TempDir
    Path folder;

    /** Writes half a file, says so, and waits to be ended. */
    static final class Victim {

        private Victim() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            AtomicFile file = AtomicFile.open(Path.of(arguments[0]));
            file.stream().write("half".getBytes(StandardCharsets.UTF_8));
            file.stream().flush();
            System.out.println("half written");
            Thread.sleep(TimeUnit.MINUTES.toMillis(5));
            file.commit();
        }
    }

    @Test
    void nothingStaysBehindWhenTheProgramIsEndedBySignal() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        Process victim = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assumeThat(victim.supportsNormalTermination()).isTrue();
            assertThat(victim.inputReader().readLine()).isEqualTo("half written");
            assertThat(names()).hasSize(2).contains("a.txt");
            victim.destroy();
            assertThat(victim.waitFor(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            victim.destroyForcibly();
        }
        assertThat(names()).containsExactly("a.txt");
        assertThat(file).hasContent("old");
    }

    @Test
    void theFileAppearsOnlyWithItsCommit() throws IOException {
        Path file = folder.resolve("a.txt");
        try (AtomicFile pending = AtomicFile.open(file)) {
            pending.stream().write(1);
            assertThat(file).doesNotExist();
            pending.commit();
            assertThat(file).hasBinaryContent(new byte[] {1});
        }
        assertThat(names()).containsExactly("a.txt");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }
}
