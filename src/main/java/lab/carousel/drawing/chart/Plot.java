package lab.carousel.drawing.chart;

import java.util.function.IntToDoubleFunction;
import lab.carousel.drawing.font.PictureFont;
import lab.carousel.drawing.mark.Box;

/**
 * The area inside two axes, and where values lie in it. Names at the side stand in it from above, numbers from below.
 *
 * @param area   inside the axes, in points
 */
public record Plot(ChartAxis across, ChartAxis up, Box area) {

    /** The size of the text of charts, in points. */
    public static final double FONT = 12;
    /** The room at the right that every chart leaves, into which the last number reaches. */
    public static final double RIGHT = 14;
    /** The height of a row of numbers or words below a chart. */
    public static final double ROW = 18;
    /** Between the area and the numbers at its left. */
    static final double BESIDE = 6;

    private static final double SLACK = 1e-6;
    /** How much of the width names at the side may take. */
    private static final double MOST_LEFT = 0.4;

    /** The area inside the axes where axes, numbers and names have all of a room. */
    public static Plot within(Box room, ChartAxis across, ChartAxis up) {
        double bottom = ROW + (across.label().isEmpty() ? 0 : ROW);
        double height = Math.max(1, room.height() - bottom - FONT / 2);
        PictureFont metrics = PictureFont.regular(FONT);
        double widest = up.ticksUp(height).stream()
                .mapToDouble(tick -> metrics.width(tick.label()))
                .max()
                .orElse(0);
        double left = Math.min(room.width() * MOST_LEFT, widest)
                + BESIDE
                + (up.label().isEmpty() ? 0 : ROW);
        double width = Math.max(1, room.width() - left - RIGHT);
        return new Plot(across, up, new Box(room.x() + left, room.y() + FONT / 2, width, height));
    }

    /** The index of the point nearest to a place, of equally near ones the first; x rises; -1 if there is none. */
    public static int nearest(int points, IntToDoubleFunction x, double place) {
        int low = 0;
        int high = points - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (place > (x.applyAsDouble(middle) + x.applyAsDouble(middle + 1)) / 2) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return points == 0 ? -1 : low;
    }

    /** Where a value on the axis at the bottom is, in points from the left. */
    public double x(double value) {
        return area.x() + across.share(value) * area.width();
    }

    /** Where a value on the axis at the left is, in points from above. */
    public double y(double value) {
        double share = up.share(value);
        return area.y() + (isFromAbove() ? share : 1 - share) * area.height();
    }

    /** The value on the axis at the bottom at a place, in points from the left. */
    public double acrossAt(double x) {
        return across.value((x - area.x()) / area.width());
    }

    /** The value on the axis at the left at a place, in points from above. */
    public double upAt(double y) {
        double share = (y - area.y()) / area.height();
        return up.value(isFromAbove() ? share : 1 - share);
    }

    /** Whether a place, in points, is inside the axes or on them; never where there is no number. */
    public boolean includes(double x, double y) {
        return withAxes().contains(x, y);
    }

    /** The area, and the axes themselves. */
    public Box withAxes() {
        return area.grown(SLACK);
    }

    private boolean isFromAbove() {
        return up.kind() == AxisKind.CATEGORIES;
    }
}
