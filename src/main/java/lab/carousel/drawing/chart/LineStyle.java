package lab.carousel.drawing.chart;

import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.drawing.mark.Stroke;
import lab.carousel.drawing.mark.StrokeEnd;
import org.jspecify.annotations.Nullable;

/**
 * How a line of a chart looks. Lines differ in their dashes as well as in colour, so that they can be told apart
 * without colours.
 *
 * @param width  its width, in points
 * @param dashes lengths of dashes and gaps in turn, in points; null for a solid line
 */
public record LineStyle(Ink ink, double width, float @Nullable [] dashes) {

    /** The one table of dashes: the first line is solid, further ones are told apart without their colours. */
    private static final float[][] DASHES = {null, {8, 3}, {2, 3}, {8, 3, 2, 3}, {4, 3}, {14, 4}, {8, 3, 2, 3, 2, 3}};

    private static final float[] FLOOR_DASHES = {5, 5};
    private static final int SEPARATION = 3;
    private static final int VEILED = 150;

    /**
     * The style of a line.
     *
     * @param line 0 for the mean, s for the sequence number s
     */
    public static LineStyle of(int line) {
        if (line == 0) {
            return new LineStyle(Ink.TEXT, 2, null);
        }
        int sequence = line - 1;
        int dash = 1 + (sequence + sequence / Ink.FEWEST_SERIES) % (DASHES.length - 1);
        return new LineStyle(Ink.series(sequence), 1.4, DASHES[dash]);
    }

    /** The style of one of several lines of equal weight, counted from 0: the first one is solid. */
    public static LineStyle series(int line) {
        return new LineStyle(Ink.series(line), 2, DASHES[line % DASHES.length]);
    }

    public static LineStyle floor() {
        return dashed(Ink.MUTED, 1.4);
    }

    /** The style of a separation, unlike those of the first sequences. */
    public static LineStyle separation() {
        return series(SEPARATION);
    }

    /** The style of a place where something begins anew. */
    public static LineStyle joint() {
        return new LineStyle(Ink.MUTED, 1, DASHES[2]);
    }

    public static LineStyle dashed(Ink ink, double width) {
        return new LineStyle(ink, width, FLOOR_DASHES);
    }

    /**
     * The same for a line that goes up and down so often that it fills an area: without dashes, which would cost much
     * time and not be seen, and letting the lines behind it shine through.
     */
    public LineStyle rough() {
        return new LineStyle(ink.veiled(VEILED), 1, null);
    }

    /** The same as a sample beside a name, where a very thin line would not show its colour. */
    public LineStyle sample() {
        return new LineStyle(ink, Math.max(1.6, width), dashes);
    }

    public void apply(Marks marks) {
        marks.ink(ink);
        marks.stroke(new Stroke(width, StrokeEnd.FLAT, dashes));
    }
}
