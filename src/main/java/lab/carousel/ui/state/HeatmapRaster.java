package lab.carousel.ui.state;

import java.util.Arrays;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.picture.state.StateRows;

/**
 * Paints the visible cells of a heatmap into an array of pixels. Each cell is coloured once and each line of pixels
 * written once, so the cost depends on the pixels, never on the size of the task.
 */
final class HeatmapRaster {

    /** The height of rows from which the line between two layers is two pixels thick. */
    private static final double THICK_FROM = 8;

    private HeatmapRaster() {}

    /**
     * Paints the visible cells; gaps between sequences stay transparent, and so does a line between two layers.
     *
     * @param geometry where the cells are
     * @param scale    how many pixels a point has
     * @param rows     what they show
     * @param palette  its colour map is used
     * @param pixels   at least {@link #size} of width x height of the geometry, row by row, as 0xAARRGGBB
     * @param stride   the distance from a line of pixels to the next one
     */
    static void paint(
            HeatmapGeometry geometry, double scale, StateRows rows, Palette palette, int[] pixels, int stride) {
        int width = size(geometry.width(), scale);
        int height = size(geometry.height(), scale);
        int first = geometry.firstVisible();
        int count = geometry.endVisible() - first;
        double[][] values = new double[count][];
        int[] from = new int[count];
        int[] to = new int[count];
        for (int index = 0; index < count; index++) {
            values[index] = rows.values(first + index);
            double left = geometry.left(first + index) - HeatmapGeometry.LEFT;
            from[index] = pixel(left * scale, width);
            to[index] = pixel((left + geometry.columns().columnWidth()) * scale, width);
        }
        int line = 0;
        while (line < height) {
            int row = geometry.rowAtLine(line / scale);
            int shown = rows.index(row);
            int end = pixel((geometry.top(row + 1) - HeatmapGeometry.TOP) * scale, height);
            int start = line * stride;
            Arrays.fill(pixels, start, start + width, 0);
            for (int index = 0; index < count; index++) {
                int colour = rows.scale().argb(values[index][shown], palette);
                Arrays.fill(pixels, start + from[index], start + to[index], colour);
            }
            for (line++; line < end; line++) {
                System.arraycopy(pixels, start, pixels, line * stride, width);
            }
        }
        separateLayers(geometry, scale, rows, pixels, stride);
    }

    /** How many pixels so many points have. */
    static int size(int points, double scale) {
        return (int) Math.ceil(points * scale);
    }

    private static void separateLayers(
            HeatmapGeometry geometry, double scale, StateRows rows, int[] pixels, int stride) {
        int width = size(geometry.width(), scale);
        int height = size(geometry.height(), scale);
        int thickness = size(geometry.rowHeight() >= THICK_FROM ? 2 : 1, scale);
        int end = geometry.rowAtLine(geometry.height() - 1);
        for (int row = geometry.rowAtLine(0) + 1; row <= end; row++) {
            if (rows.startsLayer(row)) {
                int line = pixel((geometry.top(row) - HeatmapGeometry.TOP) * scale, height);
                int last = Math.min(height, line + thickness);
                for (; line < last; line++) {
                    Arrays.fill(pixels, line * stride, line * stride + width, 0);
                }
            }
        }
    }

    private static int pixel(double place, int most) {
        return (int) Math.max(0, Math.min(most, Math.ceil(place)));
    }
}
