package lab.carousel.ui.loss;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.model.Experiment;
import lab.carousel.picture.loss.LossLabels;
import lab.carousel.picture.loss.LossPicture;
import lab.carousel.picture.loss.LossRange;
import lab.carousel.training.LossHistory;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.InOrder;

/**
 * Draws loss charts in the background, so that neither loading the drawing classes nor drawing many lines holds up
 * the window. Draws one at a time; of several requests that come meanwhile only the last one is drawn.
 *
 * <p>To be used from the JavaFX thread, on which it also delivers.
 */
final class LossPainter {

    private final Consumer<LossFrame> receiver;
    private final Background background;
    private final InOrder order;

    private boolean drawing;
    private LossRequest waiting;

    /** Used in the background: what can be used again for the next drawing. */
    private BufferedImage pixels;

    private Experiment experiment;
    private LossLabels labels;

    /** A painter that hands each drawing to a receiver; its pixels are valid until the receiver returns. */
    LossPainter(Background background, Consumer<LossFrame> receiver) {
        this.background = background;
        this.order = background.inOrder("loss chart");
        this.receiver = receiver;
    }

    /** Draws soon. */
    void paint(LossRequest request) {
        if (drawing) {
            waiting = request;
            return;
        }
        drawing = true;
        order.execute(() -> {
            LossFrame frame = null;
            try {
                frame = draw(request);
            } finally {
                // Also after a failure, which goes to the thread's handler: the next request may succeed
                LossFrame drawn = frame;
                background.show(() -> deliver(drawn));
            }
        });
    }

    /** Loads the font and the classes for drawing, which takes half a second, so that the first drawing is quick. */
    void warmUp() {
        Experiment reference = Experiment.reference();
        order.execute(() -> PictureExport.image(
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
