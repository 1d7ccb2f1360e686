package lab.carousel.picture.study;

import lab.carousel.drawing.chart.LineStyle;
import lab.carousel.drawing.colour.Palette;

/**
 * A line of a chart, with how sure it is.
 *
 * @param name   what it is called; empty if it is not named
 * @param colour which of the palette's series it has, from 0
 * @param x      from left to right
 * @param y      as many
 * @param low    the lower ends of band or intervals; as many
 * @param high   the upper ends; as many
 */
record Line(String name, int colour, double[] x, double[] y, double[] low, double[] high) {

    /** How it is drawn. */
    LineStyle style(Palette palette) {
        return LineStyle.series(colour, palette);
    }
}
