package lab.carousel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import lab.carousel.file.disk.OtherProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptedTrainingTest {

    @TempDir
    Path folder;

    /** Trains for very long, and says so when it is well under way. */
    static final class LongTraining {

        private LongTraining() {}

        public static void main(String[] arguments) {
            Thread watch = new Thread(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    announce(Path.of(arguments[0]));
                }
            });
            watch.setDaemon(true);
            watch.start();
            String csv = Path.of(arguments[0], "a.csv").toString();
            String model = Path.of(arguments[0], "m.zip").toString();
            new CommandLineFixture().run("train", "--epochs", "10000000", "--csv", csv, "--model", model);
        }

        private static void announce(Path folder) {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    if (file.toString().endsWith(".tmp") && Files.size(file) > 0) {
                        System.out.println("under way");
                        Thread.currentThread().interrupt();
                    }
                }
                Thread.sleep(20);
            } catch (java.io.IOException | InterruptedException again) {
                if (again instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    @Test
    void leavesTheOldFileAndNoHalfWrittenOne() throws Exception {
        Files.writeString(folder.resolve("a.csv"), "old");
        Process training = OtherProgram.of(LongTraining.class, folder).start();
        try {
            assumeThat(training.supportsNormalTermination()).isTrue();
            assertThat(training.inputReader().readLine()).isEqualTo("under way");
            training.toHandle().destroy();
            assertThat(training.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(training.errorReader().lines()).isEmpty();
        } finally {
            training.destroyForcibly();
        }
        assertThat(CommandLineFixture.names(folder)).containsExactly("a.csv");
        assertThat(folder.resolve("a.csv")).hasContent("old");
    }
}
