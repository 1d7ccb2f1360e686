package lab.carousel.drawing.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.IntUnaryOperator;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.label.Thinning;
import lab.carousel.text.Message;

/**
 * The steps of a sequence below an area that they share: the symbol fed at each where there is room, and its number.
 *
 * @param number   the number of each step, counted from 0
 * @param selected the step that is pointed out, counted from 0; -1 for none
 */
public record StepAxis(List<String> symbols, IntUnaryOperator number, int selected) {

    public static final double HEIGHT = 2 * Plot.ROW + 4;

    private static final double WIDEST = 60;

    /** Draws it below an area, with the names of its two rows at the left. */
    public void draw(Graphics2D graphics, Rectangle2D area, Palette palette) {
        Lettering lettering = new Lettering(graphics);
        double pitch = area.getWidth() / Math.max(1, symbols.size());
        double widest = symbols.stream().mapToDouble(lettering::width).max().orElse(0);
        boolean named = pitch >= Math.min(widest, WIDEST) + 2;
        String last = symbols.isEmpty() ? "" : Integer.toString(number.applyAsInt(symbols.size() - 1));
        Thinning numbers = Thinning.of(pitch, lettering.width(last) + 6);
        float words = (float) (area.getMaxY() + Plot.ROW);
        float below = (float) (words + Plot.ROW);
        for (int step = 0; step < symbols.size(); step++) {
            graphics.setColor(step == selected ? palette.accent() : palette.muted());
            double middle = area.getMinX() + (step + 0.5) * pitch;
            if (named) {
                lettering.around(symbols.get(step), middle, words, WIDEST);
            }
            if (numbers.shows(step + 1) || step == selected) {
                lettering.around(Integer.toString(number.applyAsInt(step)), middle, below, Double.POSITIVE_INFINITY);
            }
        }
        graphics.setColor(palette.muted());
        if (named) {
            graphics.drawString(Message.text("picture.in"), 0, words);
        }
        graphics.drawString(Message.text("picture.step"), 0, below);
    }
}
