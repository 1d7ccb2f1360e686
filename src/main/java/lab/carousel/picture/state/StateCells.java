package lab.carousel.picture.state;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import lab.carousel.drawing.colour.ColourMap;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.model.trace.Traces;

/**
 * Draws the cells of a heatmap as rectangles. Neighbours in a row with the same colour are one rectangle. If there are
 * more than {@value #FEW}, those of a colour become one shape, so that an SVG stays small; if there are more than
 * {@value #MANY}, colours are made coarser until there are not.
 */
final class StateCells {

    /** Up to so many cells each is a shape of its own, which is easier to edit. */
    static final int FEW = 4_000;
    /** The most rectangles in a picture. */
    static final int MANY = 200_000;

    private final Traces traces;
    private final StateRows rows;
    private final ColumnLayout layout;
    private final int rowHeight;
    private final Palette palette;

    /**
     * The cells of a heatmap.
     *
     * @param layout    where the columns stand
     * @param rows      what the rows show, of the same traces
     * @param rowHeight in points
     * @param palette   its colour map is used
     */
    StateCells(ColumnLayout layout, StateRows rows, int rowHeight, Palette palette) {
        this.traces = layout.traces();
        this.rows = rows;
        this.layout = layout;
        this.rowHeight = rowHeight;
        this.palette = palette;
    }

    /** Draws them with the upper left corner at a place. */
    void draw(Graphics2D graphics, int x, int y) {
        if (traces.columns() * rows.count() <= FEW) {
            runs(1, false).forEach((colour, rectangles) -> {
                graphics.setColor(new Color(colour));
                rectangles.forEach(cell -> graphics.fill(moved(cell, x, y)));
            });
            return;
        }
        for (var entry : boundedRuns().entrySet()) {
            Path2D shape = new Path2D.Double();
            entry.getValue().forEach(run -> shape.append(moved(run, x, y), false));
            graphics.setColor(new Color(entry.getKey()));
            graphics.fill(shape);
        }
    }

    private static Rectangle moved(Rectangle rectangle, int x, int y) {
        return new Rectangle(rectangle.x + x, rectangle.y + y, rectangle.width, rectangle.height);
    }

    private TreeMap<Integer, List<Rectangle>> boundedRuns() {
        int coarseness = 1;
        TreeMap<Integer, List<Rectangle>> runs = runs(coarseness, true);
        while (count(runs) > MANY && coarseness < ColourMap.SIZE / 16) {
            coarseness *= 2;
            runs = runs(coarseness, true);
        }
        return runs;
    }

    private static int count(TreeMap<Integer, List<Rectangle>> runs) {
        return runs.values().stream().mapToInt(List::size).sum();
    }

    /** The rectangles of each colour. */
    private TreeMap<Integer, List<Rectangle>> runs(int coarseness, boolean merge) {
        TreeMap<Integer, List<Rectangle>> runs = new TreeMap<>();
        for (int row = 0; row < rows.count(); row++) {
            int column = 0;
            while (column < traces.columns()) {
                int colour = colour(column, row, coarseness);
                int end = column + 1;
                while (merge && continues(end) && colour(end, row, coarseness) == colour) {
                    end++;
                }
                runs.computeIfAbsent(colour, any -> new ArrayList<>()).add(rectangle(column, end, row));
                column = end;
            }
        }
        return runs;
    }

    private boolean continues(int column) {
        return column < traces.columns() && traces.stretchAt(column) == traces.stretchAt(column - 1);
    }

    private Rectangle rectangle(int from, int to, int row) {
        int left = (int) layout.left(from);
        int width = (int) ((to - from) * layout.columnWidth());
        return new Rectangle(left, row * rowHeight, width, rowHeight);
    }

    private int colour(int column, int row, int coarseness) {
        double value = rows.value(column, row);
        double step = (rows.scale().high() - rows.scale().low()) * coarseness / ColourMap.SIZE;
        double rounded = coarseness == 1 ? value : (Math.floor(value / step) + 0.5) * step;
        return rows.scale().argb(rounded, palette);
    }
}
