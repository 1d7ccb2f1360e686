package lab.carousel.campaign;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lab.carousel.file.disk.AtomicFile;

/** Programs that are ended from outside: killed while they save, and told to end while they train or write. */
final class Processes extends Ordeal {

    private static final int BYTES = 300_000;
    private static final long MOST_MILLIS = 2_000;

    private final List<String> classPath;
    long kills;
    long signals;
    long late;
    long longestMillis;

    Processes(SplittableRandom random, Path folder) {
        super(random, folder);
        this.classPath =
                List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"));
    }

    /** Saves a file over and over, as fast as it can. */
    static final class Saving {

        private Saving() {}

        public static void main(String[] arguments) {
            Path file = Path.of(arguments[0]);
            byte[][] contents = {content('a'), content('b')};
            for (int time = 0; ; time++) {
                AtomicFile.write(file, contents[time % 2]);
                if (time == 0) {
                    System.out.println("saving");
                }
            }
        }
    }

    private static byte[] content(char letter) {
        return Character.toString(letter).repeat(BYTES).getBytes(StandardCharsets.US_ASCII);
    }

    private Process start(String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(classPath);
        command.add("-Duser.home=" + folder);
        command.add(main);
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Kills while saving: the file is whole, the old or the new one. */
    void kill() throws IOException, InterruptedException {
        Path file = folder.resolve("killed.bin");
        Process victim = start(Saving.class.getName(), file.toString());
        try {
            victim.inputReader().readLine();
            // saves take some milliseconds each; a kill costs a start, so one start gives one kill
            TimeUnit.MICROSECONDS.sleep(random.nextInt(40_000));
        } finally {
            victim.destroyForcibly().waitFor();
        }
        kills++;
        byte[] found = Files.readAllBytes(file);
        boolean isWhole = found.length == BYTES;
        for (int index = 0; index < found.length; index++) {
            isWhole &= found[index] == found[0];
        }
        if (!isWhole) {
            falls.add("kill " + kills + ": " + found.length + " bytes");
        }
    }

    /** A signal while a run or a study is trained or written: it ends in time, and leaves no half file. */
    void signal() throws IOException, InterruptedException {
        Path out = Files.createDirectories(folder.resolve("out"));
        boolean isStudy = random.nextBoolean();
        Process victim = isStudy
                ? start("lab.carousel.Main", "study", "many-seeds", "--seeds", "400", "--out", out.toString())
                : start(
                        "lab.carousel.Main",
                        "train",
                        "--epochs",
                        "100000",
                        "--csv",
                        out.resolve("a.csv").toString());
        try {
            TimeUnit.MILLISECONDS.sleep(300 + random.nextInt(3_000));
            if (!victim.isAlive()) {
                falls.add("signal: it ended by itself with " + victim.exitValue());
                return;
            }
            long start = System.nanoTime();
            victim.toHandle().destroy();
            boolean isOver = victim.waitFor(30, TimeUnit.SECONDS);
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            signals++;
            longestMillis = Math.max(longestMillis, millis);
            if (!isOver || millis > MOST_MILLIS) {
                late++;
            }
        } finally {
            victim.destroyForcibly().waitFor();
        }
        try (Stream<Path> files = Files.list(out)) {
            files.filter(file ->
                            file.toString().endsWith(".tmp") || file.toString().endsWith("a.csv"))
                    .forEach(file -> falls.add("signal " + signals + ": left " + file.getFileName()));
        }
        try (Stream<Path> files = Files.list(out)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
