package lab.carousel.ui.loss;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.model.Experiment;
import lab.carousel.picture.loss.LossLabels;
import lab.carousel.picture.loss.LossPicture;
import lab.carousel.picture.loss.LossRange;
import lab.carousel.training.LossHistory;

/**
 * Draws loss charts on a thread of its own, so that neither loading the drawing classes nor drawing many lines holds up
 * the window. Draws one at a time; of several requests that come meanwhile only the last one is drawn.
 *
 * <p>To be used from the JavaFX thread, on which it also delivers.
 */
final class LossPainter {

    private static final long IDLE_SECONDS = 2;

    private final Consumer<LossFrame> receiver;
    private final ThreadPoolExecutor thread;

    private boolean drawing;
    private LossRequest waiting;

    /** Of the drawing thread: what can be used again for the next drawing. */
    private BufferedImage pixels;

    private Experiment experiment;
    private LossLabels labels;

    /** A painter that hands each drawing to a receiver; its pixels are valid until the receiver returns. */
    LossPainter(Consumer<LossFrame> receiver) {
        this.receiver = receiver;
        this.thread = new ThreadPoolExecutor(
                1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), LossPainter::daemon);
        // An idle painter has no thread, so nobody has to close it
        thread.allowCoreThreadTimeOut(true);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "loss chart");
        thread.setDaemon(true);
        return thread;
    }

    /** Draws soon. */
    void paint(LossRequest request) {
        if (drawing) {
            waiting = request;
            return;
        }
        drawing = true;
        thread.execute(() -> {
            LossFrame frame = null;
            try {
                frame = draw(request);
            } finally {
                // Also after a failure, which goes to the thread's handler: the next request may succeed
                LossFrame drawn = frame;
                Platform.runLater(() -> deliver(drawn));
            }
        });
    }

    /** Loads the font and the classes for drawing, which takes half a second, so that the first drawing is quick. */
    void warmUp() {
        Experiment reference = Experiment.reference();
        thread.execute(() -> PictureExport.image(
                LossPicture.of(
                        new LossHistory(reference.task().sequences().size()).view(), reference, false, Palette.LIGHT),
                1));
    }

    private void deliver(LossFrame frame) {
        if (frame != null) {
            receiver.accept(frame);
        }
        drawing = false;
        if (waiting != null) {
            LossRequest next = waiting;
            waiting = null;
            paint(next);
        }
    }

    private LossFrame draw(LossRequest request) {
        if (request.experiment() != experiment) {
            experiment = request.experiment();
            labels = new LossLabels(experiment);
        }
        LossRange all = request.all(labels);
        LossPicture picture = request.picture(labels, all);
        fitPixels((int) Math.round(request.width() * request.scale()), (int)
                Math.round(request.height() * request.scale()));
        Graphics2D graphics = PictureExport.smooth(pixels);
        graphics.scale(request.scale(), request.scale());
        Rectangle2D area = picture.drawChart(graphics);
        graphics.dispose();
        return new LossFrame(picture, all, area, pixels, request.scale());
    }

    private void fitPixels(int width, int height) {
        if (pixels == null || pixels.getWidth() != width || pixels.getHeight() != height) {
            pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        }
    }
}
