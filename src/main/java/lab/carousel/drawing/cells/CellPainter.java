package lab.carousel.drawing.cells;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import lab.carousel.drawing.colour.ColourMap;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.ContrastRatio;
import lab.carousel.drawing.colour.Palette;

/**
 * Draws coloured cells as rectangles. If there are more than {@value #FEW}, neighbours in a row with the same colour
 * are one rectangle and those of a colour one shape, so that an SVG stays small; if there are more than {@value #MANY},
 * colours are made coarser until there are not. Where speed is asked for, as by the screen, no shapes are made: the
 * cells that are seen are written as pixels.
 */
public record CellPainter(CellGrid grid, ColourScale scale, Palette palette) {

    /** Up to this many cells each is a shape of its own, which is easier to edit. */
    public static final int FEW = 4_000;

    public static final int MANY = 200_000;

    private static final double LEAST_PARTED = 8;

    @FunctionalInterface
    public interface Values {
        /** The value in a row and a column; NaN if there is none. */
        double at(int row, int column);
    }

    /** Draws all cells; those without a value are grey. */
    public void draw(Graphics2D graphics, Values values) {
        if (graphics.getRenderingHint(RenderingHints.KEY_RENDERING) == RenderingHints.VALUE_RENDER_SPEED) {
            drawPixels(graphics, values);
            return;
        }
        if (grid.columns().count() * grid.rows() <= FEW) {
            runs(values, 1, false).forEach((colour, cells) -> {
                graphics.setColor(new Color(colour));
                cells.forEach(graphics::fill);
            });
            return;
        }
        boundedRuns(values).forEach((colour, cells) -> {
            Path2D shape = new Path2D.Double();
            cells.forEach(cell -> shape.append(cell, false));
            graphics.setColor(new Color(colour));
            graphics.fill(shape);
        });
    }

    /**
     * Writes one line of pixels for each row and stretches it over the height of the row, so that the cost depends on
     * what is seen, never on how many cells there are.
     */
    private void drawPixels(Graphics2D graphics, Values values) {
        Rectangle2D all =
                new Rectangle2D.Double(grid.left(), grid.top(), grid.columns().width(), grid.bottom() - grid.top());
        Rectangle2D seen = graphics.getClip() == null ? all : all.createIntersection(graphics.getClipBounds());
        AffineTransform points = graphics.getTransform();
        double enlarged = points.getScaleX();
        int left = round(enlarged * seen.getMinX() + points.getTranslateX());
        int width = round(enlarged * seen.getMaxX() + points.getTranslateX()) - left;
        if (width < 1 || seen.getHeight() <= 0) {
            return;
        }
        int first = grid.columns().firstBeyond(seen.getMinX() - grid.left());
        int count = grid.columns().endVisible(seen.getMinX() - grid.left(), seen.getWidth()) - first;
        int[] edges = new int[2 * count];
        for (int column = 0; column < count; column++) {
            double from = enlarged * grid.x(first + column) + points.getTranslateX();
            edges[2 * column] = Math.max(0, round(from) - left);
            edges[2 * column + 1] =
                    Math.min(width, round(from + enlarged * grid.columns().columnWidth()) - left);
        }
        BufferedImage line = new BufferedImage(width, 1, BufferedImage.TYPE_INT_ARGB_PRE);
        int[] pixels = ((DataBufferInt) line.getRaster().getDataBuffer()).getData();
        graphics.setTransform(new AffineTransform());
        for (int row = Math.max(0, grid.rowAt(seen.getMinY()));
                row < grid.rows() && grid.y(row) < seen.getMaxY();
                row++) {
            for (int column = 0; column < count; column++) {
                int colour = scale.argb(values.at(row, first + column), palette);
                Arrays.fill(pixels, edges[2 * column], Math.max(edges[2 * column], edges[2 * column + 1]), colour);
            }
            int top = round(enlarged * grid.y(row) + points.getTranslateY());
            int bottom = round(enlarged * grid.y(row + 1) + points.getTranslateY());
            graphics.drawImage(line, left, top, left + width, bottom, 0, 0, width, 1, null);
        }
        graphics.setTransform(points);
    }

    private TreeMap<Integer, List<Rectangle>> boundedRuns(Values values) {
        int coarseness = 1;
        TreeMap<Integer, List<Rectangle>> runs = runs(values, coarseness, true);
        while (runs.values().stream().mapToInt(List::size).sum() > MANY && coarseness < ColourMap.SIZE / 16) {
            coarseness *= 2;
            runs = runs(values, coarseness, true);
        }
        return runs;
    }

    private TreeMap<Integer, List<Rectangle>> runs(Values values, int coarseness, boolean merge) {
        TreeMap<Integer, List<Rectangle>> runs = new TreeMap<>();
        int columns = grid.columns().count();
        for (int row = 0; row < grid.rows(); row++) {
            int column = 0;
            while (column < columns) {
                int colour = colour(values.at(row, column), coarseness);
                int end = column + 1;
                while (merge && continues(end) && colour(values.at(row, end), coarseness) == colour) {
                    end++;
                }
                runs.computeIfAbsent(colour, any -> new ArrayList<>())
                        .add(rectangle(column, end - 1, grid.y(row), grid.y(row + 1)));
                column = end;
            }
        }
        return runs;
    }

    private boolean continues(int column) {
        ColumnPlaces columns = grid.columns();
        return column < columns.count()
                && columns.gapsBefore().applyAsInt(column)
                        == columns.gapsBefore().applyAsInt(column - 1);
    }

    private int colour(double value, int coarseness) {
        double step = (scale.high() - scale.low()) * coarseness / ColourMap.SIZE;
        return scale.argb(coarseness == 1 ? value : (Math.floor(value / step) + 0.5) * step, palette);
    }

    /** To whole points, so that no seams show between neighbours. */
    private Rectangle rectangle(int first, int last, double from, double to) {
        int left = round(grid.x(first));
        int right = round(grid.x(last) + grid.columns().columnWidth());
        return new Rectangle(left, round(from), Math.max(1, right - left), Math.max(1, round(to) - round(from)));
    }

    /** An edge computed in two ways, differing in the last digits, comes to lie on the same point, at a half too. */
    private static int round(double edge) {
        return (int) Math.round(edge + 1e-6);
    }

    /** Fills a part of a column from one height to another one, to whole points like the cells. */
    public void fill(Graphics2D graphics, int column, double from, double to) {
        graphics.fill(rectangle(column, column, from, to));
    }

    /** Fills a whole row, from edge to edge of its cells. */
    public void fill(Graphics2D graphics, int row) {
        boolean isPixels = graphics.getRenderingHint(RenderingHints.KEY_RENDERING) == RenderingHints.VALUE_RENDER_SPEED;
        AffineTransform points = isPixels ? graphics.getTransform() : new AffineTransform();
        double top = edge(grid.y(row), points);
        graphics.fill(
                new Rectangle2D.Double(grid.left(), top, grid.columns().width(), edge(grid.y(row + 1), points) - top));
    }

    /** The height at which the cells above and below it meet, once both are whole points or pixels. */
    private static double edge(double y, AffineTransform points) {
        double shift = points.getTranslateY();
        return (round(points.getScaleY() * y + shift) - shift) / points.getScaleY();
    }

    /** Parts neighbouring cells by thin lines, so that those of one colour can be counted; not where cells are small. */
    public void part(Graphics2D graphics) {
        if (Math.min(grid.columns().columnWidth(), grid.rowHeight()) < LEAST_PARTED) {
            return;
        }
        graphics.setColor(palette.background());
        for (int column = 1; column < grid.columns().count(); column++) {
            graphics.fill(
                    new Rectangle(round(grid.x(column)) - 1, round(grid.top()), 1, round(grid.bottom() - grid.top())));
        }
        for (int row = 1; row < grid.rows(); row++) {
            graphics.fill(new Rectangle(
                    round(grid.left()),
                    round(grid.y(row)) - 1,
                    round(grid.columns().width()),
                    1));
        }
    }

    public boolean hasRoom(FontMetrics metrics, String widest) {
        return metrics.stringWidth(widest) + 4 < grid.columns().columnWidth()
                && metrics.getAscent() + 2 < grid.rowHeight();
    }

    /** Writes a number into a cell, black or white, whichever can be read on its colour. */
    public void write(Graphics2D graphics, int row, int column, double value, String number) {
        FontMetrics metrics = graphics.getFontMetrics();
        graphics.setColor(ContrastRatio.ink(scale.colour(value, palette)));
        double middle = grid.y(row) + grid.rowHeight() / 2;
        graphics.drawString(number, (float) (grid.middle(column) - metrics.stringWidth(number) / 2.0), (float)
                (middle + (metrics.getAscent() - metrics.getDescent()) / 2.0));
    }
}
