package lab.carousel.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.stage.Stage;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.study.UnitSort;
import lab.carousel.task.Task;
import lab.carousel.ui.window.MeasuredWindow;

/**
 * Measures in the real window, drawn by the software pipeline, how long a frame takes while the kernel trains 64 units, or
 * as many as are given, on 4 sequences of 250 steps at the fastest pace. Needs a display.
 *
 * <pre>
 *   mvn -q -Pbench test -Dbenchmark=ui.FrameBenchmark
 * </pre>
 *
 * <p>The time of a frame is that from its pulse to the next one: JavaFX makes 60 pulses in a second, fewer if work on its
 * thread or the drawing of the frame before is not done. Other programs on the machine lengthen it, so beside it stand the
 * load of the machine and the processor time of the two threads that make a frame, that of JavaFX and the renderer's, one
 * added to the other though they work side by side; of frames with a new heatmap only, since all others cost next to nothing.
 */
public final class FrameBenchmark {

    private static final int SEQUENCES = 4;
    private static final int STEPS = 250;
    private static final int SECONDS = 12;
    private static final int MOST_FRAMES = 200 * SECONDS;
    private static final double TARGET_MILLIS = 33;

    private final int width;
    private final int height;
    private final int units;
    private MeasuredWindow window;
    private Scene scene;
    /** Of the JavaFX thread. */
    private final double[] intervals = new double[MOST_FRAMES];

    private final double[] processor = new double[MOST_FRAMES];
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long[] drawing = {};
    private long used;
    private int frames;
    private final boolean[] drawn = new boolean[MOST_FRAMES + 1];
    private long pulsed;
    private int[] shown = {};

    private FrameBenchmark(int units, int width, int height) {
        this.width = width;
        this.height = height;
        this.units = units;
    }

    /** Opens the window and measures; the arguments are the number of units, and the width and height of the window. */
    public static void main(String[] arguments) {
        System.setProperty("prism.order", "sw");
        int[] numbers = Stream.of(arguments).mapToInt(Integer::parseInt).toArray();
        Platform.startup(() -> new FrameBenchmark(
                        numbers.length < 1 ? 64 : numbers[0],
                        numbers.length < 3 ? 1280 : numbers[1],
                        numbers.length < 3 ? 800 : numbers[2])
                .start(new Stage()));
    }

    private Experiment experiment() {
        SplittableRandom random = new SplittableRandom(1);
        String[] sequences = IntStream.range(0, SEQUENCES)
                .mapToObj(sequence ->
                        random.ints(STEPS + 1, 0, 8).mapToObj(Integer::toString).collect(Collectors.joining(" ")))
                .toArray(String[]::new);
        Hyperparameters hyperparameters = Hyperparameters.reference()
                .with(Settings.HIDDEN_UNITS, units)
                .with(Settings.EPOCHS, Hyperparameters.MAX_EPOCHS);
        return new Experiment(Task.parse("0 1 2 3 4 5 6 7", sequences), hyperparameters, EngineName.KERNEL);
    }

    private void start(Stage stage) {
        window = new MeasuredWindow(stage, width, height, experiment(), this::pulse);
        scene = window.scene();
        window.measure(this::laidOut, this::measure);
    }

    private void pulse() {
        long now = System.nanoTime();
        long usedNow = LongStream.of(drawing).map(threads::getThreadCpuTime).sum();
        if (pulsed > 0 && frames < MOST_FRAMES) {
            intervals[frames] = (now - pulsed) / 1e6;
            processor[frames++] = (usedNow - used) / 1e6;
        }
        pulsed = now;
        used = usedNow;
    }

    private void laidOut() {
        int[] now = middleOfHeatmap();
        if (!Arrays.equals(now, shown)) {
            drawn[frames] = true;
            shown = now;
        }
    }

    private void measure() {
        try {
            Thread.sleep(5_000);
            MeasuredWindow.onScreen(this::findThreads);
            System.out.printf(
                    Locale.ROOT,
                    "%d units, %d sequences of %d steps, kernel, window %.0f x %.0f, software pipeline%n",
                    units,
                    SEQUENCES,
                    STEPS,
                    scene.getWindow().getWidth(),
                    scene.getWindow().getHeight());
            System.out.println(
                    "                             frame, ms                      under    processor, ms   heatmaps");
            System.out.println(
                    "                             median    p95    p99    max    33 ms    median    p95   per second  load");
            row("at rest");
            press("play");
            Thread.sleep(5_000);
            row("training, hidden state");
            press("layer-c");
            row("training, cell state");
            MeasuredWindow.onScreen(this::sort);
            row("the same, sorted");
            press("layer-y");
            row("training, outputs");
            System.exit(0);
        } catch (InterruptedException | ExecutionException failure) {
            failure.printStackTrace();
            System.exit(1);
        }
    }

    private void row(String name) throws InterruptedException, ExecutionException {
        MeasuredWindow.onScreen(() -> {
            frames = 0;
            Arrays.fill(drawn, false);
            pulsed = 0;
            return null;
        });
        Thread.sleep(1_000L * SECONDS);
        System.out.println(MeasuredWindow.onScreen(() -> summary(name)));
    }

    private String summary(String name) {
        double[] sorted = Arrays.copyOf(intervals, frames);
        Arrays.sort(sorted);
        double[] busy = IntStream.range(0, frames)
                .filter(frame -> drawn[frame])
                .mapToDouble(frame -> processor[frame])
                .sorted()
                .toArray();
        long quick = Arrays.stream(sorted).filter(time -> time < TARGET_MILLIS).count();
        return String.format(
                Locale.ROOT,
                "%-28s %6.1f %6.1f %6.1f %6.1f   %5.1f %%   %6.1f %6.1f %8.1f    %6.1f",
                name,
                share(sorted, 0.5),
                share(sorted, 0.95),
                share(sorted, 0.99),
                share(sorted, 1),
                100.0 * quick / frames,
                share(busy, 0.5),
                share(busy, 0.95),
                (double) busy.length / SECONDS,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** The least of sorted times below or at which a share of them lies; NaN if there are none. */
    private static double share(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    private void press(String id) throws InterruptedException, ExecutionException {
        MeasuredWindow.onScreen(() -> {
            ((ButtonBase) window.find(id)).fire();
            return null;
        });
    }

    @SuppressWarnings("unchecked")
    private Void sort() {
        ((ComboBox<UnitSort>) window.find("stateSort")).setValue(UnitSort.DIFFERENCE);
        return null;
    }

    /** A line of pixels through the middle of the heatmap: enough to see whether they are others. */
    private int[] middleOfHeatmap() {
        Image image = ((ImageView) window.find("stateHeatmap").lookup("ImageView")).getImage();
        if (image == null) {
            return new int[0];
        }
        int[] line = new int[(int) image.getWidth()];
        image.getPixelReader()
                .getPixels(
                        0,
                        (int) image.getHeight() / 2,
                        line.length,
                        1,
                        PixelFormat.getIntArgbPreInstance(),
                        line,
                        0,
                        line.length);
        return line;
    }

    private Void findThreads() {
        drawing = LongStream.of(threads.getAllThreadIds())
                .filter(id -> {
                    ThreadInfo thread = threads.getThreadInfo(id);
                    return thread != null
                            && (thread.getThreadName().startsWith("QuantumRenderer")
                                    || thread.getThreadName().equals("JavaFX Application Thread"));
                })
                .toArray();
        return null;
    }
}
