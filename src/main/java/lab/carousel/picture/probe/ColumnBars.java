package lab.carousel.picture.probe;

import java.util.Arrays;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.font.PictureFont;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Marks;

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
    void draw(Marks marks, IntFunction<Box> cells, double top, double bottom) {
        if (sizes.length == 0) {
            return;
        }
        marks.stroke(1);
        for (int column = 0; column < sizes.length; column++) {
            if (Math.abs(sizes[column]) > 0) {
                Box bar = bar(cells.apply(column), sizes[column], top, bottom);
                marks.ink(Ink.ofValue(sizes[column], scale));
                marks.fill(bar);
                if (bar.width() >= 4) {
                    marks.ink(Ink.MUTED);
                    marks.draw(bar);
                }
            }
        }
        marks.ink(Ink.MUTED);
        double right = cells.apply(sizes.length - 1).right();
        double line = line(top, bottom);
        marks.line(cells.apply(0).x(), line, right, line);
        drawNumbers(marks, cells, top, bottom);
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

    private Box bar(Box cell, double size, double top, double bottom) {
        double height = Math.abs(size) * unit(top, bottom);
        double line = line(top, bottom);
        double width = cell.width() >= 6 ? Math.min(WIDEST, cell.width() * 0.7) : Math.max(1, cell.width());
        return new Box(cell.middleX() - width / 2, size < 0 ? line : line - height, width, height);
    }

    private void drawNumbers(Marks marks, IntFunction<Box> cells, double top, double bottom) {
        PictureFont font = marks.font();
        double widest = 0;
        for (double size : sizes) {
            widest = Double.isNaN(size) ? widest : Math.max(widest, font.width(number.apply(size)));
        }
        boolean all = cells.apply(0).width() >= widest + 4;
        double left = cells.apply(0).x();
        double right = cells.apply(sizes.length - 1).right();
        double free = Double.NEGATIVE_INFINITY;
        marks.ink(Ink.TEXT);
        for (int column = 0; column < sizes.length; column++) {
            if (!Double.isNaN(sizes[column]) && (all || labeled.contains(column))) {
                Box bar = bar(cells.apply(column), sizes[column], top, bottom);
                String words = number.apply(sizes[column]);
                double width = font.width(words);
                double x = Math.max(left, Math.min(right - width, bar.middleX() - width / 2));
                if (x >= free) {
                    // Beside higher bars without a number there is room at the top only
                    double beside = sizes[column] < 0 ? bar.bottom() + NUMBER - 4 : bar.y() - 4;
                    double baseline = all ? beside : top + NUMBER - 4;
                    marks.words(words, x, baseline);
                    free = x + width + 4;
                }
            }
        }
    }
}
