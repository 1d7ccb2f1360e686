package lab.carousel.picture.state;

import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.CellGrid;
import lab.carousel.drawing.mark.ColumnPlaces;
import lab.carousel.model.trace.Traces;

/**
 * Where everything of the heatmap stands, in points.
 *
 * @param grid    the cells, as far as they are scrolled
 * @param seen    the part of them that is seen
 * @param canZoom whether the columns that fill the width are too narrow for what is written over and under them
 */
public record StateLayout(CellGrid grid, Box seen, boolean canZoom, StateLengths lengths) {

    /** The column width from which symbols are written. */
    private static final double SYMBOL_WIDTH = 10;

    /** In the window: left of the cells stand the names of the rows, above them sequence, step and input. */
    private static final int LEFT = 76;

    private static final int TOP = 3 * StateLengths.SCREEN.row() + StateLengths.SCREEN.strip();
    /** For expected, predicted, probability and mark. */
    private static final int BOTTOM = StateLengths.SCREEN.strip() + 4 * StateLengths.SCREEN.row() + 2;
    /** For the scroll bar of the rows, and the colour bar with its numbers. */
    private static final int RIGHT = 68;

    private static final double WIDEST_COLUMN = 128;
    private static final double ZOOMED_COLUMN = 48;
    /** Where a probability has room. */
    private static final double COMFORTABLE_COLUMN = 28;

    /** Where colours can still be told apart, and a row be hit. */
    private static final double LOWEST_ROW = 8;

    private static final double HIGHEST_ROW = 32;
    private static final double WIDEST_GAP = 16;

    /** The width that many columns of a picture share if they are then wide enough for symbols. */
    private static final double WIDE = 2_400;
    /** The width that more columns share; they are 2 points wide at least. */
    private static final double NARROW = 1_400;

    private static final int WIDEST_IN_PICTURE = 56;
    private static final int HIGHEST_IN_PICTURE = 18;
    private static final int GAP = 16;
    private static final int NARROW_GAP = 6;

    private static final int GAP_IN_WHOLE = 10;
    private static final int RIGHT_OF_WHOLE = 2;
    /** Points that browsers draw in one picture. */
    private static final double WIDEST_WHOLE = 12_000;

    /**
     * In the window. Columns fill the width and rows the height as far as that is sensible; what does not fit can be
     * scrolled to.
     *
     * @param zoom    0 to 1: from columns that fill the width to columns that are wide enough for all labels
     * @param scrollX how far the columns are scrolled, brought into its bounds
     * @param scrollY how far the rows are, likewise
     */
    public static StateLayout screen(
            Traces traces, int rows, double width, double height, double zoom, double scrollX, double scrollY) {
        double room = Math.max(1, width - LEFT - RIGHT);
        int gaps = traces.stretches().size() - 1;
        // Gaps take a sixth of the width at most
        double gap = gaps == 0 ? 0 : Math.max(1, Math.min(WIDEST_GAP, Math.floor(room / 6 / gaps)));
        double filling = ColumnPlaces.widthToFill(traces.columns(), gaps, room, gap);
        double fitting = even(Math.max(1, Math.min(WIDEST_COLUMN, filling)));
        boolean canZoom = fitting < COMFORTABLE_COLUMN;
        double columnWidth = canZoom ? even(fitting * Math.pow(ZOOMED_COLUMN / fitting, zoom)) : fitting;
        ColumnPlaces columns = new ColumnPlaces(traces.columns(), traces::stretchAt, columnWidth, gap);
        double roomHeight = Math.max(1, height - TOP - BOTTOM);
        double rowHeight = Math.floor(Math.max(LOWEST_ROW, Math.min(HIGHEST_ROW, roomHeight / rows)));
        int seenWidth = (int) Math.min(room, Math.ceil(columns.width()));
        int seenHeight = (int) Math.min(roomHeight, Math.ceil(rowHeight * rows));
        CellGrid grid = new CellGrid(
                columns,
                rows,
                LEFT - bounded(scrollX, columns.width() - seenWidth),
                TOP - bounded(scrollY, rowHeight * rows - seenHeight),
                rowHeight);
        Box seen = new Box(LEFT, TOP, seenWidth, seenHeight);
        return new StateLayout(grid, seen, canZoom, StateLengths.SCREEN);
    }

    /** Whole points, unless that would waste much of the room. */
    private static double even(double size) {
        return size >= 8 ? Math.floor(size) : size;
    }

    private static double bounded(double scroll, double most) {
        return Math.floor(Math.max(0, Math.min(scroll, most)));
    }

    /** All of it in a picture, below and beside what stands at its edges. */
    static StateLayout picture(StateRows rows, int left, int top) {
        Traces traces = rows.traces();
        double wide = Math.min(WIDEST_IN_PICTURE, WIDE / traces.columns());
        int columnWidth = (int) (wide >= SYMBOL_WIDTH ? wide : Math.max(2, NARROW / traces.columns()));
        boolean symbols = columnWidth >= SYMBOL_WIDTH;
        CellGrid grid = new CellGrid(
                new ColumnPlaces(traces.columns(), traces::stretchAt, columnWidth, symbols ? GAP : NARROW_GAP),
                rows.count(),
                left,
                top + (symbols ? 3 : 2) * StateLengths.PICTURE.row() + (double) StateLengths.PICTURE.strip(),
                Math.max(2, Math.min(HIGHEST_IN_PICTURE, 640 / rows.count())));
        return new StateLayout(grid, grid.area(), false, StateLengths.PICTURE);
    }

    /**
     * All of it in a page, which scrolls: columns as wide as the words over and under them, where that stays a picture that
     * browsers draw, and wider where they then fill the width.
     *
     * @param cells the height that the rows share, as long as they can be told apart
     */
    static StateLayout whole(StateRows rows, double width, double cells) {
        Traces traces = rows.traces();
        int gaps = traces.stretches().size() - 1;
        double filling = ColumnPlaces.widthToFill(traces.columns(), gaps, width - LEFT - RIGHT_OF_WHOLE, GAP_IN_WHOLE);
        double needed = Math.min(WIDEST_COLUMN, rows.widestWord() + StatePainter.APART);
        double columnWidth = even(Math.max(
                Math.min(needed, WIDEST_WHOLE / traces.columns()), Math.min(ZOOMED_COLUMN, Math.max(1, filling))));
        CellGrid grid = new CellGrid(
                new ColumnPlaces(traces.columns(), traces::stretchAt, columnWidth, GAP_IN_WHOLE),
                rows.count(),
                LEFT,
                TOP,
                Math.max(2, Math.min(HIGHEST_IN_PICTURE, cells / rows.count())));
        return new StateLayout(grid, grid.area(), false, StateLengths.SCREEN);
    }

    double width() {
        return seen.right() + RIGHT_OF_WHOLE;
    }

    double height() {
        return seen.bottom() + BOTTOM;
    }

    boolean hasSymbols() {
        return columnWidth() >= SYMBOL_WIDTH;
    }

    /** Whether rows of symbols take room: in the window also where they are left out, so that nothing moves. */
    boolean keepsSymbols() {
        return hasSymbols() || lengths.inWindow();
    }

    int bottom() {
        return (int) seen.bottom() + lengths.strip() + (keepsSymbols() ? 4 : 2) * lengths.row();
    }

    public double columnWidth() {
        return grid.columns().columnWidth();
    }

    public double scrollX() {
        return seen.x() - grid.left();
    }

    /** How far the columns can be scrolled; 0 if all are seen. */
    public double maxScrollX() {
        return Math.max(0, grid.columns().width() - seen.width());
    }

    /** How far the rows can be scrolled; 0 if all are seen. */
    public double maxScrollY() {
        return Math.max(0, grid.bottom() - grid.top() - seen.height());
    }

    public int columnAt(double x) {
        return x < seen.x() || x >= seen.right() ? -1 : grid.columnAt(x);
    }

    public int rowAt(double y) {
        return y < seen.y() || y >= seen.bottom() ? -1 : grid.rowAt(y);
    }

    /** The first column of which something is seen. */
    public int firstColumn() {
        return grid.columns().firstBeyond(scrollX());
    }

    /** The column after the last one of which something is seen. */
    int endColumn() {
        return grid.columns().endVisible(scrollX(), seen.width());
    }

    public double scrollXToShow(int column) {
        double left = grid.columns().left(column);
        return Math.max(left + columnWidth() - seen.width(), Math.min(scrollX(), left));
    }

    public double scrollYToShow(int row) {
        double scrollY = seen.y() - grid.top();
        return Math.max((row + 1) * grid.rowHeight() - seen.height(), Math.min(scrollY, row * grid.rowHeight()));
    }

    /** The seen part of a cell, or of a whole column if the row is -1; empty if nothing of it is seen. */
    public Box outline(int column, int row) {
        Box outline = grid.at(Math.max(0, row), column);
        if (row < 0) {
            outline = outline.union(grid.at(grid.rows() - 1, column));
        }
        return outline.intersection(seen);
    }
}
