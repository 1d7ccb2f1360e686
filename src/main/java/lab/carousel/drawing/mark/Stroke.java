package lab.carousel.drawing.mark;

import org.jspecify.annotations.Nullable;

/**
 * How a line is drawn.
 *
 * @param width  in points
 * @param end    of its ends and corners
 * @param dashes lengths of dashes and gaps in turn, in points; null for a solid line
 */
public record Stroke(double width, StrokeEnd end, float @Nullable [] dashes) {

    /** A solid line, pointed at corners. */
    public static Stroke of(double width) {
        return new Stroke(width, StrokeEnd.SQUARE, null);
    }

    public static Stroke round(double width) {
        return new Stroke(width, StrokeEnd.ROUND, null);
    }
}
