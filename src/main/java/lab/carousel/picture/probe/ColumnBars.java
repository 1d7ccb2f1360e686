package lab.carousel.picture.probe;

import java.awt.BasicStroke;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Palette;

/**
 * A bar for each column of a matrix, above it: height and colour tell a size, and a number where there is room. Those of
 * negative sizes hang from the line.
 *
 * @param sizes   NaN has no bar
 * @param scale   to the highest bar
 * @param labeled columns whose number is written even if not all have room
 */
record ColumnBars(double[] sizes, ColourScale scale, DoubleFunction<String> number, Set<Integer> labeled) {

    private static final double NUMBER = 16;
    private static final double WIDEST = 40;

    /**
     * Draws them.
     *
     * @param cells  where the cell of each column stands; only left and right matter
     * @param bottom of the bars
     */
    void draw(Graphics2D graphics, IntFunction<Rectangle2D> cells, double top, double bottom, Palette palette) {
        if (sizes.length == 0) {
            return;
        }
        graphics.setStroke(new BasicStroke(1));
        for (int column = 0; column < sizes.length; column++) {
            if (Math.abs(sizes[column]) > 0) {
                Rectangle2D bar = bar(cells.apply(column), sizes[column], top, bottom);
                graphics.setColor(scale.colour(sizes[column], palette));
                graphics.fill(bar);
                if (bar.getWidth() >= 4) {
                    graphics.setColor(palette.muted());
                    graphics.draw(bar);
                }
            }
        }
        graphics.setColor(palette.muted());
        double right = cells.apply(sizes.length - 1).getMaxX();
        double line = line(top, bottom);
        graphics.draw(new Line2D.Double(cells.apply(0).getMinX(), line, right, line));
        drawNumbers(graphics, cells, top, bottom, palette);
    }

    private double furthest(int sign) {
        return Arrays.stream(sizes)
                .map(size -> Math.max(0, sign * size))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    /** Points for a size of 1: the scale fills the room, or, where there are negative sizes, all that is shown does. */
    private double unit(double top, double bottom) {
        double below = furthest(-1);
        return below == 0
                ? (bottom - top - NUMBER) / scale.high()
                : (bottom - top - 2 * NUMBER) / (below + furthest(1));
    }

    /** Where the size 0 is: at the bottom, unless bars and numbers hang from it. */
    private double line(double top, double bottom) {
        double below = furthest(-1);
        return below == 0 ? bottom : bottom - NUMBER - below * unit(top, bottom);
    }

    private Rectangle2D bar(Rectangle2D cell, double size, double top, double bottom) {
        double height = Math.abs(size) * unit(top, bottom);
        double line = line(top, bottom);
        double width = cell.getWidth() >= 6 ? Math.min(WIDEST, cell.getWidth() * 0.7) : Math.max(1, cell.getWidth());
        return new Rectangle2D.Double(cell.getCenterX() - width / 2, size < 0 ? line : line - height, width, height);
    }

    private void drawNumbers(
            Graphics2D graphics, IntFunction<Rectangle2D> cells, double top, double bottom, Palette palette) {
        FontMetrics metrics = graphics.getFontMetrics();
        double widest = 0;
        for (double size : sizes) {
            widest = Double.isNaN(size) ? widest : Math.max(widest, metrics.stringWidth(number.apply(size)));
        }
        boolean all = cells.apply(0).getWidth() >= widest + 4;
        double left = cells.apply(0).getMinX();
        double right = cells.apply(sizes.length - 1).getMaxX();
        double free = Double.NEGATIVE_INFINITY;
        graphics.setColor(palette.text());
        for (int column = 0; column < sizes.length; column++) {
            if (!Double.isNaN(sizes[column]) && (all || labeled.contains(column))) {
                Rectangle2D bar = bar(cells.apply(column), sizes[column], top, bottom);
                String words = number.apply(sizes[column]);
                double width = metrics.stringWidth(words);
                double x = Math.max(left, Math.min(right - width, bar.getCenterX() - width / 2));
                if (x >= free) {
                    // Beside higher bars without a number there is room at the top only
                    double beside = sizes[column] < 0 ? bar.getMaxY() + NUMBER - 4 : bar.getMinY() - 4;
                    double baseline = all ? beside : top + NUMBER - 4;
                    graphics.drawString(words, (float) x, (float) baseline);
                    free = x + width + 4;
                }
            }
        }
    }
}
