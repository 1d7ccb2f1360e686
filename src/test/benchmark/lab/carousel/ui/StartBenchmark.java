package lab.carousel.ui;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import lab.carousel.Main;

/**
 * Measures from outside how long a start takes: from the moment at which a process is begun to the moment at which its
 * window is drawn, seen in the pixels of a screen of its own. Beside the program starts a window with one word in it, in
 * turn, which is what JavaFX itself takes. Needs Linux with {@code Xvfb}, and no display.
 *
 * <pre>
 *   mvn -q -Pbench test -Dbenchmark=ui.StartBenchmark
 * </pre>
 *
 * <p>Arguments are a command that is measured in the place of the classes of this build, such as that of a package. What a
 * start takes of the processor stands beside the time, since other programs on the machine lengthen the latter only.
 */
public final class StartBenchmark {

    private static final int RUNS = 7;
    private static final int DISPLAY = 83;
    private static final int POLL_MILLIS = 5;
    private static final int PATIENCE_SECONDS = 60;
    private static final double NANOS_PER_MILLI = 1e6;
    /** An empty screen or window has one or two, words have edges of many. */
    private static final int COLOURS_OF_WORDS = 8;

    /** Where the header of a dump of a screen, whose numbers have four bytes, says how long it and its table of colours are. */
    private static final int COLOURS_AT = 19 * Integer.BYTES;

    private static final int BYTES_PER_COLOUR = 12;

    private final Path folder;
    private final Map<String, List<String>> commands = new LinkedHashMap<>();
    private final Map<String, List<double[]>> taken = new LinkedHashMap<>();

    private StartBenchmark(Path folder, String... command) {
        this.folder = folder;
        commands.put("bare window", java(BareWindow.Start.class));
        commands.put("Carousel", command.length == 0 ? java(Main.class) : List.of(command));
    }

    /** The least that a JavaFX program draws. */
    public static final class BareWindow extends Application {

        public static final class Start {
            public static void main(String[] arguments) {
                Application.launch(BareWindow.class);
            }
        }

        @Override
        public void start(Stage stage) {
            stage.setScene(new Scene(new Label("A window with one word in it"), 1280, 800));
            stage.show();
        }
    }

    /** Measures, and prints a line for each start and the medians. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("start");
        Process screen = new ProcessBuilder(
                        "Xvfb",
                        ":" + DISPLAY,
                        "-screen",
                        "0",
                        "1280x800x24",
                        "-nolisten",
                        "tcp",
                        "-fbdir",
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("xvfb.log").toFile())
                .start();
        try {
            new StartBenchmark(folder, arguments).measure();
        } finally {
            screen.destroy();
        }
    }

    private static List<String> java(Class<?> program) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                program.getName());
    }

    private void measure() throws IOException, InterruptedException {
        Path pixels = folder.resolve("Xvfb_screen0");
        while (!Files.exists(pixels) || Files.size(pixels) == 0) {
            Thread.sleep(POLL_MILLIS);
        }
        Thread.sleep(TimeUnit.SECONDS.toMillis(1));
        try (RandomAccessFile file = new RandomAccessFile(pixels.toFile(), "r")) {
            ByteBuffer screen = file.getChannel().map(FileChannel.MapMode.READ_ONLY, 0, file.length());
            for (int run = 1; run <= RUNS; run++) {
                for (Map.Entry<String, List<String>> command : commands.entrySet()) {
                    double[] times = start(command.getValue(), screen);
                    taken.computeIfAbsent(command.getKey(), name -> new ArrayList<>())
                            .add(times);
                    print(command.getKey() + ", start " + run, times[0], times[1]);
                }
            }
        }
        taken.forEach((name, all) -> print(name + ", median", median(all, 0), median(all, 1)));
    }

    /** Wall-clock and processor time from the start of a process to the window, in milliseconds. */
    private double[] start(List<String> command, ByteBuffer screen) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // A screen, and a home in which nothing was kept
        builder.environment().put("DISPLAY", ":" + DISPLAY);
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("XDG_DATA_HOME", folder.toString());
        builder.environment().put("XDG_STATE_HOME", folder.toString());
        builder.redirectOutput(new File(folder.toFile(), "program.log"));
        long begun = System.nanoTime();
        Process process = builder.start();
        try {
            while (colours(screen) < COLOURS_OF_WORDS) {
                if (!process.isAlive() || System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                    throw new IOException("no window is drawn, see " + folder);
                }
                Thread.sleep(POLL_MILLIS);
            }
            double wall = (System.nanoTime() - begun) / NANOS_PER_MILLI;
            double processor =
                    process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
            return new double[] {wall, processor};
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            process.waitFor();
            while (colours(screen) > 1) {
                Thread.sleep(POLL_MILLIS);
            }
        }
    }

    /** How many colours a screen has, not counted on when there are enough of them. */
    private static int colours(ByteBuffer screen) {
        int first = screen.getInt(0) + screen.getInt(COLOURS_AT) * BYTES_PER_COLOUR;
        Set<Integer> found = new HashSet<>();
        int last = -1;
        for (int at = first;
                at + Integer.BYTES <= screen.limit() && found.size() < COLOURS_OF_WORDS;
                at += Integer.BYTES) {
            int colour = screen.getInt(at);
            if (colour != last || found.isEmpty()) {
                found.add(colour);
                last = colour;
            }
        }
        return found.size();
    }

    private static double median(List<double[]> all, int which) {
        double[] sorted = all.stream().mapToDouble(each -> each[which]).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static void print(String name, double wall, double processor) {
        System.out.println(String.format(
                Locale.ROOT,
                "%-24s window %5.0f ms, processor %5.0f ms, load %.1f",
                name,
                wall,
                processor,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
    }
}
