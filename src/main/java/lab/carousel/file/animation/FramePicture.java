package lab.carousel.file.animation;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.drawing.export.PixelPen;
import lab.carousel.drawing.font.PictureFont;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.picture.loss.LossDrawing;
import lab.carousel.picture.loss.LossLabels;
import lab.carousel.picture.loss.LossRange;
import lab.carousel.picture.state.StatePicture;
import lab.carousel.study.ForkWords;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.training.Snapshot;

/**
 * Draws the frames: epoch and quality above, loss chart and heatmap side by side below. The axes are those of the
 * whole run and stand still.
 *
 * @param height of chart and heatmap, in points
 * @param pixels width of a frame
 */
record FramePicture(Snapshot end, Palette palette, LossLabels labels, LossRange range, int height, int pixels) {

    /** Sizes are in points; a frame of {@value #WIDTH} pixels has one to a point. */
    private static final int WIDTH = 1_280;

    private static final int HALF = WIDTH / 2;
    private static final int HEAD = 56;
    private static final int BASELINE = 36;
    private static final int HEAD_SIZE = 22;
    private static final int MARGIN = 16;
    private static final int LEAST_HEIGHT = 360;
    private static final int MOST_HEIGHT = 664;

    static FramePicture of(Snapshot end, Palette palette, int pixels) {
        LossLabels labels = new LossLabels(end.experiment());
        LossRange range = LossRange.all(end.history(), labels.floor(), false);
        StatePicture heatmap = StatePicture.of(end, palette);
        int natural = (int) Math.round(heatmap.height() * scaleToHalf(heatmap));
        int height = Math.max(LEAST_HEIGHT, Math.min(MOST_HEIGHT, natural));
        return new FramePicture(end, palette, labels, range, height, pixels);
    }

    private static double scaleToHalf(StatePicture heatmap) {
        return Math.min(1, (double) HALF / heatmap.width());
    }

    BufferedImage draw(Snapshot snapshot) {
        double scale = (double) pixels / WIDTH;
        BufferedImage image =
                new BufferedImage(pixels, (int) Math.round((HEAD + height) * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = PictureExport.smooth(image);
        graphics.scale(scale, scale);
        new PixelPen(graphics, palette).draw(Marks.of(marks -> draw(marks, snapshot)));
        graphics.dispose();
        return image;
    }

    private void draw(Marks marks, Snapshot snapshot) {
        marks.ink(Ink.BACKGROUND);
        marks.fill(new Box(0, 0, WIDTH, HEAD + height + 1));
        drawHead(marks, snapshot);
        drawChart(marks, snapshot);
        drawHeatmap(marks, snapshot);
    }

    /**
     * Draws the header. Each text starts where it starts in the last frame, so that nothing moves but the numbers.
     */
    private void drawHead(Marks marks, Snapshot snapshot) {
        Evaluation evaluation = snapshot.evaluation();
        double x = MARGIN;
        marks.font(PictureFont.bold(HEAD_SIZE));
        marks.ink(Ink.TEXT);
        x = drawText(marks, x, epochs(snapshot), epochs(end));
        x = drawText(
                marks,
                x,
                Message.text("animation.recall", evaluation.right(), evaluation.steps()),
                Message.text("animation.recall", evaluation.steps(), evaluation.steps()));
        String loss = Message.text("animation.loss", NumberText.loss(evaluation.loss()));
        x = Math.max(HALF + MARGIN, drawText(marks, x, loss, loss));
        marks.ink(Ink.ACCENT);
        marks.words(ForkWords.brief(snapshot).headline(), x, BASELINE);
        marks.ink(Ink.GRID);
        marks.fill(new Box(0, HEAD - 1, WIDTH, 1));
    }

    private String epochs(Snapshot snapshot) {
        return Message.text(
                "animation.epoch", snapshot.position().epoch(), end.position().epoch());
    }

    /** Draws a text; returns the start of the next one, if this one is no wider than {@code widest}. */
    private static double drawText(Marks marks, double x, String text, String widest) {
        marks.words(text, x, BASELINE);
        return x + marks.font().width(widest) + 2 * MARGIN;
    }

    private void drawChart(Marks marks, Snapshot snapshot) {
        if (snapshot.history().size() == 0) {
            return;
        }
        DrawnPicture slide = new LossDrawing(snapshot.history(), labels, range, range, true).slide(palette);
        DrawnPicture chart = new DrawnPicture(slide.title(), slide.subtitle(), slide.drawing(), palette, HALF, height);
        within(marks, 0, 1, () -> chart.draw(marks));
    }

    private void drawHeatmap(Marks marks, Snapshot snapshot) {
        StatePicture heatmap = StatePicture.of(snapshot, palette);
        double scale = Math.min(scaleToHalf(heatmap), (double) height / heatmap.height());
        within(marks, HALF, scale, () -> heatmap.draw(marks));
    }

    private static void within(Marks marks, int x, double scale, Runnable drawing) {
        marks.begin(x, HEAD, scale);
        drawing.run();
        marks.end();
    }
}
