package lab.carousel.drawing.cells;

import lab.carousel.drawing.colour.ColourMap;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Marks;

/** The colours of a scale, the highest value on top. */
public record ColourBar(ColourScale scale) {

    private static final int STEPS = ColourMap.SIZE;

    public void draw(Marks marks, double x, double top, double width, double height) {
        double bottom = Math.rint(top + height);
        for (int step = 0; step < STEPS; step++) {
            double from = Math.rint(top + height * step / STEPS);
            double to = Math.rint(top + height * (step + 1) / STEPS);
            if (to > from) {
                marks.ink(Ink.ofValue(value((step + 0.5) / STEPS), scale));
                // Below the next one, too: enlarged by one and a half, there would be seams
                double end = Math.min(bottom, to + 1);
                marks.fill(new Box(Math.rint(x), from, Math.rint(width), end - from));
            }
        }
    }

    /** The value at a share of the way down. */
    public double value(double share) {
        return scale.high() - share * (scale.high() - scale.low());
    }
}
