package lab.carousel.drawing.cells;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import lab.carousel.drawing.colour.ColourMap;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Palette;

/** The colours of a scale, the highest value on top. */
public record ColourBar(ColourScale scale, Palette palette) {

    private static final int STEPS = ColourMap.SIZE;

    public void draw(Graphics2D graphics, double x, double top, double width, double height) {
        int bottom = (int) Math.round(top + height);
        for (int step = 0; step < STEPS; step++) {
            int from = (int) Math.round(top + height * step / STEPS);
            int to = (int) Math.round(top + height * (step + 1) / STEPS);
            if (to > from) {
                graphics.setColor(scale.colour(value((step + 0.5) / STEPS), palette));
                // Below the next one, too: enlarged by one and a half, there would be seams
                int end = Math.min(bottom, to + 1);
                graphics.fill(new Rectangle((int) Math.round(x), from, (int) Math.round(width), end - from));
            }
        }
    }

    /** The value at a share of the way down. */
    public double value(double share) {
        return scale.high() - share * (scale.high() - scale.low());
    }
}
