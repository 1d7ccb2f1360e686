package lab.carousel.picture;

import java.awt.BasicStroke;
import java.awt.Color;

/**
 * How a line of a loss chart looks. Lines differ in their dashes as well as in colour, so that they can be told apart
 * without colours.
 *
 * @param colour its colour
 * @param width  its width, in points
 * @param dashes lengths of dashes and gaps in turn, in points; null for a solid line
 */
public record LineStyle(Color colour, double width, float[] dashes) {

    private static final float[][] DASHES = {{8, 3}, {2, 3}, {8, 3, 2, 3}, {4, 3}, {14, 4}, {8, 3, 2, 3, 2, 3}};
    private static final float[] FLOOR_DASHES = {5, 5};
    private static final int FEW_LINES = 13;

    /**
     * The style of a line.
     *
     * @param line    0 for the mean, s for the sequence number s
     * @param lines   how many there are: many are drawn thinner
     * @param palette the colours
     */
    public static LineStyle of(int line, int lines, Palette palette) {
        if (line == 0) {
            return new LineStyle(palette.text(), 2, null);
        }
        int colours = palette.series().size();
        int sequence = line - 1;
        int dash = (sequence + sequence / colours) % DASHES.length;
        return new LineStyle(palette.series().get(sequence % colours), lines <= FEW_LINES ? 1.4 : 0.9, DASHES[dash]);
    }

    /** The style of the memoryless floor. */
    public static LineStyle floor(Palette palette) {
        return new LineStyle(palette.muted(), 1.4, FLOOR_DASHES);
    }

    /** The stroke that draws it. */
    BasicStroke stroke() {
        return new BasicStroke(
                (float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, dashes, 0f);
    }
}
