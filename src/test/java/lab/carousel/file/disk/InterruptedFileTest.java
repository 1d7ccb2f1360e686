package lab.carousel.file.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptedFileTest {

    @TempDir
    Path folder;

    /** Writes a file, says so, and commits it while the program ends. */
    static final class NearlyDone {

        private NearlyDone() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            Thread ending = new Thread(() -> {});
            try (AtomicFile file = AtomicFile.open(Path.of(arguments[0]))) {
                file.stream().write("whole".getBytes(StandardCharsets.UTF_8));
                System.out.println("nearly done");
                while (isRunning(ending)) {
                    Thread.sleep(10);
                }
                file.commit();
            }
        }

        /** No hook can be added while the program ends. */
        private static boolean isRunning(Thread ending) {
            try {
                Runtime.getRuntime().addShutdownHook(ending);
                Runtime.getRuntime().removeShutdownHook(ending);
                return true;
            } catch (IllegalStateException ended) {
                return false;
            }
        }
    }

    /** Saves what is all there, and is slow about it when the program ends. */
    static final class Slow {

        private Slow() {}

        public static void main(String[] arguments) {
            AtomicFile.writeReady(Path.of(arguments[0]), stream -> {
                System.out.println("slow");
                try {
                    Thread ending = new Thread(() -> {});
                    while (NearlyDone.isRunning(ending)) {
                        Thread.sleep(10);
                    }
                    // longer than a file that is still being made would get
                    Thread.sleep(1_500);
                } catch (InterruptedException ended) {
                    throw new IOException(ended);
                }
                stream.write("whole".getBytes(StandardCharsets.UTF_8));
            });
        }
    }

    /** Begins a file while the program ends, which does not wait for it. */
    static final class Late {

        private Late() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            Path target = Path.of(arguments[0]);
            CountDownLatch begun = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    begun.await();
                } catch (InterruptedException ended) {
                    throw new IllegalStateException(ended);
                }
            }));
            Files.createFile(target.resolveSibling("before the end"));
            System.out.println("late");
            Thread ending = new Thread(() -> {});
            while (NearlyDone.isRunning(ending)) {
                Thread.sleep(10);
            }
            AtomicFile file = AtomicFile.open(target);
            file.stream().write("half".getBytes(StandardCharsets.UTF_8));
            file.stream().flush();
            Files.delete(target.resolveSibling("before the end"));
            begun.countDown();
            Thread.sleep(TimeUnit.MINUTES.toMillis(5));
            file.commit();
        }
    }

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
        assertEndsWith("old", Victim.class, "half written");
    }

    @Test
    void whatIsNearlyWrittenIsFinished() throws Exception {
        assertEndsWith("whole", NearlyDone.class, "nearly done");
    }

    @Test
    void whatIsAllThereGetsTheTimeToBeWritten() throws Exception {
        assertEndsWith("whole", Slow.class, "slow");
    }

    @Test
    void aFileThatIsBegunWhileTheProgramEndsIsRemovedToo() throws Exception {
        assertEndsWith("old", Late.class, "late");
    }

    private void assertEndsWith(String content, Class<?> program, String said) throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        end(program, file, said);
        assertThat(Names.in(folder)).containsExactly("a.txt");
        assertThat(file).hasContent(content);
    }

    /** Ends a program by a signal when it has said something. */
    private void end(Class<?> program, Path file, String said) throws Exception {
        Process victim = OtherProgram.of(program, file)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assumeThat(victim.supportsNormalTermination()).isTrue();
            assertThat(victim.inputReader().readLine()).isEqualTo(said);
            assertThat(Names.in(folder)).hasSize(2).contains("a.txt");
            victim.destroy();
            assertThat(victim.waitFor(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            victim.destroyForcibly();
        }
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
        assertThat(Names.in(folder)).containsExactly("a.txt");
    }
}
