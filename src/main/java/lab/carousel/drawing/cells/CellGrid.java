package lab.carousel.drawing.cells;

import java.awt.geom.Rectangle2D;

/** Where cells stand, in points; each row is right below the one before. */
public record CellGrid(ColumnPlaces columns, int rows, double left, double top, double rowHeight) {

    public double x(int column) {
        return left + columns.left(column);
    }

    public double middle(int column) {
        return x(column) + columns.columnWidth() / 2;
    }

    /** The upper edge of a row; of the one after the last it is the lower edge of all. */
    public double y(int row) {
        return top + row * rowHeight;
    }

    public double right() {
        return left + columns.width();
    }

    public double bottom() {
        return y(rows);
    }

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
