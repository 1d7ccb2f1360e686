package lab.carousel.drawing.mark;

/** Where cells stand, in points; each row is right below the one before. */
public record CellGrid(ColumnPlaces columns, int rows, double left, double top, double rowHeight) {

    /** Cells of one size that fill an area. */
    public static CellGrid filling(Box area, int rows, int columns) {
        ColumnPlaces places = new ColumnPlaces(columns, column -> 0, area.width() / columns, 0);
        return new CellGrid(places, rows, area.x(), area.y(), area.height() / rows);
    }

    public Box area() {
        return new Box(left, top, columns.width(), bottom() - top);
    }

    public CellGrid moved(double right, double down) {
        return new CellGrid(columns, rows, left + right, top + down, rowHeight);
    }

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

    public Box at(int row, int column) {
        return new Box(x(column), y(row), columns.columnWidth(), rowHeight);
    }

    /** Some columns from one height to another one, moved to whole points so that no seams show between neighbours. */
    public Box whole(int first, int last, double from, double to) {
        int left = WholeEdges.round(x(first));
        int right = WholeEdges.round(x(last) + columns.columnWidth());
        int top = WholeEdges.round(from);
        return new Box(left, top, Math.max(1, right - left), Math.max(1, WholeEdges.round(to) - top));
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
