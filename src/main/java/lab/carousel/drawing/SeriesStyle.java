package lab.carousel.drawing;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import lab.carousel.drawing.colour.Palette;

/** How lines are told apart: by colour and by dashes, so that colour alone is never needed. */
public final class SeriesStyle {

    private static final float[][] DASHES = {null, {6, 3}, {2, 3}, {8, 3, 2, 3}};

    private SeriesStyle() {}

    /** Sets colour and stroke of a line. */
    public static void apply(Graphics2D graphics, int style, Palette palette) {
        graphics.setColor(palette.series().get(style % palette.series().size()));
        graphics.setStroke(
                new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, DASHES[style % DASHES.length], 0));
    }
}
