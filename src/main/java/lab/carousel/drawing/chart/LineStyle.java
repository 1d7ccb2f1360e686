package lab.carousel.drawing.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import lab.carousel.drawing.colour.Palette;
import org.jspecify.annotations.Nullable;

/**
 * How a line of a chart looks. Lines differ in their dashes as well as in colour, so that they can be told apart
 * without colours.
 *
 * @param width  its width, in points
 * @param dashes lengths of dashes and gaps in turn, in points; null for a solid line
 */
public record LineStyle(Color colour, double width, float @Nullable [] dashes) {

    /** The one table of dashes: the first line is solid, further ones are told apart without their colours. */
    private static final float[][] DASHES = {null, {8, 3}, {2, 3}, {8, 3, 2, 3}, {4, 3}, {14, 4}, {8, 3, 2, 3, 2, 3}};

    private static final float[] FLOOR_DASHES = {5, 5};
    private static final int SEPARATION = 3;
    private static final int FEW_LINES = 13;
    private static final int VEILED = 150;

    /**
     * The style of a line.
     *
     * @param line    0 for the mean, s for the sequence number s
     * @param lines   how many there are: among many, which can be told apart in no way, all are thin and solid
     */
    public static LineStyle of(int line, int lines, Palette palette) {
        if (line == 0) {
            return new LineStyle(palette.text(), 2, null);
        }
        int colours = palette.series().size();
        if (lines > FEW_LINES) {
            return new LineStyle(palette.series().get((line - 1) % colours), 0.8, null);
        }
        int sequence = line - 1;
        int dash = 1 + (sequence + sequence / colours) % (DASHES.length - 1);
        return new LineStyle(palette.series().get(sequence % colours), 1.4, DASHES[dash]);
    }

    /** The style of one of several lines of equal weight, counted from 0: the first one is solid. */
    public static LineStyle series(int line, Palette palette) {
        int colours = palette.series().size();
        return new LineStyle(palette.series().get(line % colours), 2, DASHES[line % DASHES.length]);
    }

    public static LineStyle floor(Palette palette) {
        return dashed(palette.muted(), 1.4);
    }

    /** The style of a separation, unlike those of the first sequences. */
    public static LineStyle separation(Palette palette) {
        return series(SEPARATION, palette);
    }

    /** The style of a place where something begins anew. */
    public static LineStyle joint(Palette palette) {
        return new LineStyle(palette.muted(), 1, DASHES[2]);
    }

    public static LineStyle dashed(Color colour, double width) {
        return new LineStyle(colour, width, FLOOR_DASHES);
    }

    /**
     * The same for a line that goes up and down so often that it fills an area: without dashes, which would cost much
     * time and not be seen, and letting the lines behind it shine through.
     */
    public LineStyle rough() {
        return new LineStyle(PlotPen.veiled(colour, VEILED), 1, null);
    }

    /** The same as a sample beside a name, where a very thin line would not show its colour. */
    public LineStyle sample() {
        return new LineStyle(colour, Math.max(1.6, width), dashes);
    }

    public void apply(Graphics2D graphics) {
        graphics.setColor(colour);
        graphics.setStroke(
                new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1f, dashes, 0f));
    }
}
