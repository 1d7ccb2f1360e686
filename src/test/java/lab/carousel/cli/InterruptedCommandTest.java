package lab.carousel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lab.carousel.file.disk.Names;
import lab.carousel.file.disk.OtherProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptedCommandTest {

    @TempDir
    Path folder;

    /** Interrupts a program when it has said a word; returns its exit status. */
    private static int interrupted(ProcessBuilder program, String word) throws Exception {
        Process running = program.start();
        try {
            assumeThat(running.supportsNormalTermination()).isTrue();
            assertThat(running.inputReader().readLine()).isEqualTo(word);
            running.toHandle().destroy();
            // it waited for twenty seconds before
            assertThat(running.waitFor(15, TimeUnit.SECONDS)).isTrue();
            assertThat(running.errorReader().lines()).isEmpty();
            return running.exitValue();
        } finally {
            running.destroyForcibly();
        }
    }

    /** Runs a study, says so when its first picture is drawn, and draws for ever. */
    static final class SlowStudy {

        private SlowStudy() {}

        public static void main(String[] arguments) {
            PrintStream said = System.out;
            CommandLineFixture carousel = new CommandLineFixture();
            carousel.drawing = (picture, format) -> {
                said.println("drawing");
                sleep(300_000);
                return new byte[0];
            };
            System.setErr(new PrintStream(OutputStream.nullOutputStream()));
            carousel.run(arguments);
        }
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatIsFinishedIsWrittenAndTheProgramEndsWhateverIsDrawn() throws Exception {
        Path study = Files.writeString(
                folder.resolve("s.json"),
                """
                {"format": "carousel study", "version": 1, "title": "Small", "question": "seeds", "seeds": 2,
                 "experiment": {"hyperparameters": {"epochs": 2}}}
                """);
        Path out = folder.resolve("out");
        ProcessBuilder program = OtherProgram.of(SlowStudy.class, "study", study, "--out", out, "--quiet");

        assertThat(interrupted(program, "drawing")).as("as the help says").isEqualTo(143);

        assertThat(Names.in(out)).containsExactly("results.csv", "study.json", "summary.csv");
    }

    /** Trains for very long, and says so when it is well under way. */
    static final class LongTraining {

        private LongTraining() {}

        public static void main(String[] arguments) {
            Thread watch = new Thread(() -> {
                while (!isUnderWay(Path.of(arguments[0]))) {
                    sleep(20);
                }
                System.out.println("under way");
            });
            watch.setDaemon(true);
            watch.start();
            String csv = Path.of(arguments[0], "a.csv").toString();
            String model = Path.of(arguments[0], "m.zip").toString();
            new CommandLineFixture().run("train", "--epochs", "10000000", "--csv", csv, "--model", model);
        }

        private static boolean isUnderWay(Path folder) {
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(file -> file.toString().endsWith(".tmp"))
                        .anyMatch(file -> file.toFile().length() > 0);
            } catch (IOException again) {
                return false;
            }
        }
    }

    @Test
    void leavesTheOldFileAndNoHalfWrittenOne() throws Exception {
        Files.writeString(folder.resolve("a.csv"), "old");

        interrupted(OtherProgram.of(LongTraining.class, folder), "under way");

        assertThat(Names.in(folder)).containsExactly("a.csv");
        assertThat(folder.resolve("a.csv")).hasContent("old");
    }
}
