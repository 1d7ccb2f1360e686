package lab.carousel.ui.predictions;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.ui.drawing.SharpRegion;

/**
 * The outputs of all symbols as upright bars, from 0 at the bottom to 1 at the top. The bar of the expected symbol stands
 * on a thick base; the highest bar is coloured, so that right and wrong differ in shape too.
 */
final class ProbabilityBars extends SharpRegion {

    private static final double WIDEST_BAR = 24;
    private static final double BASE = 3;

    private Palette palette = Palette.LIGHT;
    private double[] outputs = {};
    private List<String> names = List.of();
    private int expected = -1;
    private int highest = -1;
    private boolean scored = true;

    ProbabilityBars() {
        setMinWidth(0);
    }

    /** Shows the bars of a step. */
    void show(PredictionRow.PredictedStep step, Palette colours) {
        palette = colours;
        names = List.of();
        outputs = step.outputs();
        expected = step.expectedAt();
        highest = step.predictedAt();
        scored = step.scored();
        draw();
    }

    /** Shows the names of the symbols at the places of their bars. */
    void show(PredictionRow.Head head, Palette colours) {
        palette = colours;
        names = head.symbols();
        outputs = new double[names.size()];
        expected = -1;
        draw();
    }

    /** The index of the symbol at a horizontal place, or -1. */
    int symbolAt(double x) {
        int index = outputs.length == 0 ? -1 : (int) Math.floor(x / barWidth());
        return index >= 0 && index < outputs.length ? index : -1;
    }

    private double barWidth() {
        return Math.min(WIDEST_BAR, getWidth() / outputs.length);
    }

    @Override
    protected void paint(GraphicsContext graphics, double width, double height) {
        if (outputs.length == 0 || width == 0) {
            return;
        }
        if (names.isEmpty()) {
            drawBars(graphics, height);
        } else {
            drawNames(graphics, height);
        }
    }

    private void drawBars(GraphicsContext graphics, double room) {
        double width = barWidth();
        double gap = width >= 6 ? 2 : 0;
        double bottom = room - BASE - 1;
        graphics.setFill(colour(palette.grid()));
        graphics.fillRect(0, bottom, width * outputs.length, 1);
        for (int k = 0; k < outputs.length; k++) {
            double height = outputs[k] * (bottom - 1);
            boolean right = k == expected;
            boolean marked = k == highest && scored;
            graphics.setFill(colour(marked ? right ? palette.right() : palette.wrong() : palette.muted()));
            graphics.fillRect(k * width + gap / 2, bottom - height, Math.max(width - gap, 0.5), height);
            if (right) {
                graphics.setFill(colour(scored ? palette.text() : palette.muted()));
                graphics.fillRect(k * width + gap / 2, bottom + 1, Math.max(width - gap, 1), BASE);
            }
        }
    }

    private void drawNames(GraphicsContext graphics, double room) {
        double width = barWidth();
        graphics.setFill(colour(palette.muted()));
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setTextBaseline(VPos.BOTTOM);
        graphics.setFont(Font.font("Carousel Sans", 12));
        for (int k = 0; k < names.size(); k++) {
            graphics.fillText(names.get(k), (k + 0.5) * width, room - 2, width);
        }
    }
}
