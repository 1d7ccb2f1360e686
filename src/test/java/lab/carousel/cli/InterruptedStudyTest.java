package lab.carousel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import lab.carousel.file.disk.OtherProgram;
import lab.carousel.study.verification.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptedStudyTest {

    @TempDir
    Path folder;

    /** Runs a study, says so when its first picture is drawn, and draws for ever. */
    static final class SlowStudy {

        private SlowStudy() {}

        public static void main(String[] arguments) {
            PrintStream said = System.out;
            PrintWriter silent = new PrintWriter(Writer.nullWriter());
            Tools tools = new Tools(
                    name -> new FakeEngine(0),
                    snapshot -> null,
                    snapshot -> null,
                    (picture, format) -> {
                        said.println("drawing");
                        sleep();
                        return new byte[0];
                    },
                    new Verifier(name -> new FakeEngine(0)),
                    files -> Optional.empty());
            System.setErr(new PrintStream(OutputStream.nullOutputStream()));
            new CarouselCommandLine(tools, new Console(silent, silent, false)).run(arguments);
        }

        private static void sleep() {
            try {
                TimeUnit.MINUTES.sleep(5);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
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
        Process running = OtherProgram.of(SlowStudy.class, "study", study, "--out", out, "--quiet")
                .start();
        try {
            assumeThat(running.supportsNormalTermination()).isTrue();
            assertThat(running.inputReader().readLine()).isEqualTo("drawing");
            running.toHandle().destroy();
            // it waited for twenty seconds before
            assertThat(running.waitFor(15, TimeUnit.SECONDS)).isTrue();
            assertThat(running.exitValue()).as("as the help says").isEqualTo(143);
        } finally {
            running.destroyForcibly();
        }
        assertThat(CommandLineFixture.names(out)).containsExactly("results.csv", "study.json", "summary.csv");
    }
}
