package lab.carousel.drawing.cells;

import java.awt.geom.Rectangle2D;

/**
 * Where cells stand, in points.
 *
 * @param columns   the columns, from the left edge of the first one
 * @param rows      how many rows there are, one right below the other
 * @param left      the left edge of the first column
 * @param top       the upper edge of the first row
 * @param rowHeight the height of a row
 */
public record CellGrid(ColumnPlaces columns, int rows, double left, double top, double rowHeight) {

    /** The left edge of a column. */
    public double x(int column) {
        return left + columns.left(column);
    }

    /** The middle of a column. */
    public double middle(int column) {
        return x(column) + columns.columnWidth() / 2;
    }

    /** The upper edge of a row; of the one after the last it is the lower edge of all. */
    public double y(int row) {
        return top + row * rowHeight;
    }

    /** The right edge of all columns. */
    public double right() {
        return left + columns.width();
    }

    /** The lower edge of all rows. */
    public double bottom() {
        return y(rows);
    }

    /** The cell of a row and a column. */
    public Rectangle2D at(int row, int column) {
        return new Rectangle2D.Double(x(column), y(row), columns.columnWidth(), rowHeight);
    }

    /** The column at a place, or -1: in a gap or outside. */
    public int columnAt(double x) {
        return columns.columnAt(x - left);
    }

    /** The row at a place, or -1. */
    public int rowAt(double y) {
        return y >= top && y < bottom() ? Math.min(rows - 1, (int) ((y - top) / rowHeight)) : -1;
    }
}
