package lab.carousel.picture.probe;

import java.awt.BasicStroke;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Palette;

/**
 * A bar for each column of a matrix, above it: height and colour tell a size, and a number where there is room.
 *
 * @param sizes   at least 0; NaN has no bar
 * @param scale   from 0 to the highest bar
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
            if (sizes[column] > 0) {
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
        graphics.draw(new Line2D.Double(cells.apply(0).getMinX(), bottom, right, bottom));
        drawNumbers(graphics, cells, top, bottom, palette);
    }

    private Rectangle2D bar(Rectangle2D cell, double size, double top, double bottom) {
        double height = Math.min(1, size / scale.high()) * (bottom - top - NUMBER);
        double width = cell.getWidth() >= 6 ? Math.min(WIDEST, cell.getWidth() * 0.7) : Math.max(1, cell.getWidth());
        return new Rectangle2D.Double(cell.getCenterX() - width / 2, bottom - height, width, height);
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
                    double baseline = all ? bar.getMinY() - 4 : top + NUMBER - 4;
                    graphics.drawString(words, (float) x, (float) baseline);
                    free = x + width + 4;
                }
            }
        }
    }
}
