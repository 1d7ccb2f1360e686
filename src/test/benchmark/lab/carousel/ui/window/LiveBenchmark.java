package lab.carousel.ui.window;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.IntFunction;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.stage.Stage;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.picture.loss.LossLabels;
import lab.carousel.training.RunState;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.workspace.Workspace;

/**
 * Measures in the real window how long live what-if takes on the reference task with the kernel: from the change of the
 * control to the moment when the whole new curve, and the new heatmap, have been painted. Not a test; needs a display.
 *
 * <p>A frame counts as painted when the layout of the <em>next</em> frame is done, which is after the renderer has taken
 * and drawn it: up to a frame (17 ms) too late rather than too early.
 */
public final class LiveBenchmark {

    private static final int CHANGES = 50;
    private static final long REST_MILLIS = 500;

    private final int width;
    private final int height;
    private Workspace workspace;
    private MeasuredWindow window;
    private volatile long changed;
    private volatile long lossPainted;
    private volatile long heatmapPainted;
    /** Of the JavaFX thread: what was drawn in the frame before. */
    private boolean isCurveDrawn;

    private boolean isHeatmapDrawn;
    private int[] heatmapBefore = {};
    private int shown;
    private Image imageBefore;

    private LiveBenchmark(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** Opens the window, 1280 by 800 unless another width and height are given, and measures. */
    public static void main(String[] arguments) {
        Platform.startup(() -> new LiveBenchmark(
                        arguments.length < 2 ? 1280 : Integer.parseInt(arguments[0]),
                        arguments.length < 2 ? 800 : Integer.parseInt(arguments[1]))
                .start(new Stage()));
    }

    private void start(Stage stage) {
        Experiment reference = Experiment.reference();
        window = new MeasuredWindow(
                stage,
                width,
                height,
                new Experiment(reference.task(), reference.hyperparameters(), EngineName.KERNEL),
                () -> {});
        workspace = window.workspace();
        window.measure(this::frameIsLaidOut, this::measure);
    }

    private void measure() {
        try {
            Thread.sleep(2_000);
            MeasuredWindow.onScreen(() -> {
                ((Button) window.find("play")).fire();
                return null;
            });
            Thread.sleep(3_000);
            System.out.println("                                    curve, ms              heatmap, ms");
            System.out.println("                              median  p95   max      median  p95   max");
            edits("hidden units, first 50", "hiddenUnits", change -> Integer.toString(21 + change % 10));
            edits("hidden units, next 50", "hiddenUnits", change -> Integer.toString(31 + change % 10));
            edits("learning rate", "learningRate", change -> "0.00" + (11 + change));
            drag();
            System.out.printf(
                    Locale.ROOT,
                    "load of the machine: %.1f on %d processors%n",
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                    Runtime.getRuntime().availableProcessors());
            System.exit(0);
        } catch (InterruptedException | ExecutionException failure) {
            failure.printStackTrace();
            System.exit(1);
        }
    }

    private void edits(String name, String field, IntFunction<String> value)
            throws InterruptedException, ExecutionException {
        List<Double> curve = new ArrayList<>();
        List<Double> heatmap = new ArrayList<>();
        for (int change = 0; change < CHANGES; change++) {
            String text = value.apply(change);
            MeasuredWindow.onScreen(() -> change(field, text));
            Thread.sleep(REST_MILLIS);
            curve.add(millisTo(lossPainted));
            heatmap.add(millisTo(heatmapPainted));
        }
        System.out.printf(Locale.ROOT, "%-28s %s      %s%n", name, row(curve), row(heatmap));
    }

    /** A hand that changes the value at every frame for three seconds: how often is there a new curve? */
    private void drag() throws InterruptedException, ExecutionException {
        MeasuredWindow.onScreen(() -> {
            shown = 0;
            return null;
        });
        int changes = 180;
        for (int change = 0; change < changes; change++) {
            String text = Integer.toString(10 + change % 40);
            MeasuredWindow.onScreen(() -> change("hiddenUnits", text));
            Thread.sleep(16);
        }
        int curves = MeasuredWindow.onScreen(() -> shown);
        Thread.sleep(REST_MILLIS);
        System.out.printf(
                Locale.ROOT,
                "dragging: %d changes in 3 s, %d curves drawn, the last one %.0f ms after the last change%n",
                changes,
                curves,
                millisTo(lossPainted));
    }

    /** From the last change; infinite if it was not painted before the next one. */
    private double millisTo(long painted) {
        return painted == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : (painted - changed) / 1e6;
    }

    private static String row(List<Double> times) {
        double[] sorted =
                times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "%6.0f %5.0f %5.0f",
                sorted[sorted.length / 2],
                sorted[(int) Math.ceil(0.95 * sorted.length) - 1],
                sorted[sorted.length - 1]);
    }

    private Void change(String field, String text) {
        heatmapBefore = heatmap();
        isCurveDrawn = false;
        isHeatmapDrawn = false;
        lossPainted = Long.MAX_VALUE;
        heatmapPainted = Long.MAX_VALUE;
        changed = System.nanoTime();
        ((TextField) window.find(field)).setText(text);
        return null;
    }

    private void frameIsLaidOut() {
        long now = System.nanoTime();
        if (isCurveDrawn && lossPainted == Long.MAX_VALUE) {
            lossPainted = now;
        }
        if (isHeatmapDrawn && heatmapPainted == Long.MAX_VALUE) {
            heatmapPainted = now;
        }
        Image image = lossImage();
        shown += image != imageBefore ? 1 : 0;
        imageBefore = image;
        boolean isFinished = changed > 0 && isShownAsEdited();
        isCurveDrawn = isFinished && summary().equals(window.find("lossPlot").getAccessibleText());
        isHeatmapDrawn = isFinished && (isHeatmapDrawn || !Arrays.equals(heatmap(), heatmapBefore));
    }

    private boolean isShownAsEdited() {
        Optional<Snapshot> snapshot = workspace.run().latest();
        return snapshot.isPresent()
                && workspace.run().state() == RunState.FINISHED
                && snapshot.get().experiment().hyperparameters().get(Settings.HIDDEN_UNITS)
                        == Integer.parseInt(((TextField) window.find("hiddenUnits")).getText())
                && snapshot.get().experiment().hyperparameters().get(Settings.LEARNING_RATE)
                        == Double.parseDouble(((TextField) window.find("learningRate")).getText());
    }

    private String summary() {
        Snapshot snapshot = workspace.run().latest().orElseThrow();
        return new LossLabels(snapshot.experiment()).summary(snapshot.history());
    }

    private Image lossImage() {
        return ((ImageView) window.find("lossPlot").lookup("ImageView")).getImage();
    }

    private int[] heatmap() {
        Image image = ((ImageView) window.find("stateHeatmap").lookup("ImageView")).getImage();
        if (image == null) {
            return new int[0];
        }
        int columns = (int) image.getWidth();
        int[] pixels = new int[columns * (int) image.getHeight()];
        int rows = pixels.length / columns;
        image.getPixelReader().getPixels(0, 0, columns, rows, PixelFormat.getIntArgbPreInstance(), pixels, 0, columns);
        return pixels;
    }
}
