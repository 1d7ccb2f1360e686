package lab.carousel.ui.state;

import lab.carousel.drawing.cells.ColumnPlaces;
import lab.carousel.model.trace.Traces;

/**
 * Where everything of the heatmap stands in a pane, in pixels. Columns fill the width and rows the height as far as
 * that is sensible; what does not fit can be scrolled to.
 *
 * @param traces    what the columns show
 * @param columns   the columns, scaled but not scrolled
 * @param rows      the number of rows
 * @param rowHeight the height of a row
 * @param width     the width of the part of the columns that is visible
 * @param height    the height of the part of the rows that is visible
 * @param scrollX   how far the columns are scrolled
 * @param scrollY   how far the rows are scrolled
 * @param canZoom   whether the columns that fill the width are too narrow for what is written over and under them
 */
record HeatmapGeometry(
        Traces traces,
        ColumnPlaces columns,
        int rows,
        double rowHeight,
        int width,
        int height,
        double scrollX,
        double scrollY,
        boolean canZoom) {

    /** The left edge of the cells: left of it stand the names of the rows. */
    static final int LEFT = 76;
    /** The height of a row of labels. */
    static final int LABEL = 16;
    /** The height of the strips above and below the cells that mark deciding steps. */
    static final int STRIP = 5;
    /** The upper edge of the cells: above it stand sequence, step and input. */
    static final int TOP = 3 * LABEL + STRIP;
    /** For expected, predicted, probability and mark. */
    static final int BOTTOM = STRIP + 4 * LABEL + 2;
    /** For the scroll bar of the rows, and the colour bar with its numbers. */
    static final int RIGHT = 68;

    private static final double WIDEST_COLUMN = 128;
    private static final double ZOOMED_COLUMN = 48;
    /** Where a probability has room. */
    private static final double COMFORTABLE_COLUMN = 28;

    private static final double HIGHEST_ROW = 32;
    private static final double WIDEST_GAP = 16;

    /**
     * The geometry for a pane.
     *
     * @param rows    the number of rows, at least 1
     * @param zoom    0 to 1: from columns that fill the width to columns that are wide enough for all labels
     * @param scrollX brought into its bounds
     * @param scrollY brought into its bounds
     */
    static HeatmapGeometry of(
            Traces traces, int rows, double paneWidth, double paneHeight, double zoom, double scrollX, double scrollY) {
        double room = Math.max(1, paneWidth - LEFT - RIGHT);
        double gap = gap(traces, room);
        double fitting = even(Math.max(
                1,
                Math.min(
                        WIDEST_COLUMN,
                        ColumnPlaces.widthToFill(
                                traces.columns(), traces.stretches().size() - 1, room, gap))));
        boolean canZoom = fitting < COMFORTABLE_COLUMN;
        double columnWidth = canZoom ? even(fitting * Math.pow(ZOOMED_COLUMN / fitting, zoom)) : fitting;
        ColumnPlaces columns = new ColumnPlaces(traces.columns(), traces::stretchAt, columnWidth, gap);

        double roomHeight = Math.max(1, paneHeight - TOP - BOTTOM);
        double rowHeight = even(Math.max(1, Math.min(HIGHEST_ROW, roomHeight / rows)));
        double contentHeight = rowHeight * rows;
        int width = (int) Math.min(room, Math.ceil(columns.width()));
        int height = (int) Math.min(roomHeight, Math.ceil(contentHeight));
        return new HeatmapGeometry(
                traces,
                columns,
                rows,
                rowHeight,
                width,
                height,
                bounded(scrollX, columns.width() - width),
                bounded(scrollY, contentHeight - height),
                canZoom);
    }

    /** Gaps take a sixth of the width at most. */
    private static double gap(Traces traces, double room) {
        int gaps = traces.stretches().size() - 1;
        return gaps == 0 ? 0 : Math.max(1, Math.min(WIDEST_GAP, Math.floor(room / 6 / gaps)));
    }

    /** Whole pixels, unless that would waste much of the room. */
    private static double even(double size) {
        return size >= 8 ? Math.floor(size) : size;
    }

    private static double bounded(double scroll, double most) {
        return Math.floor(Math.max(0, Math.min(scroll, most)));
    }

    /** How far the columns can be scrolled; 0 if all are visible. */
    double maxScrollX() {
        return Math.max(0, columns.width() - width);
    }

    /** How far the rows can be scrolled; 0 if all are visible. */
    double maxScrollY() {
        return Math.max(0, rowHeight * rows - height);
    }

    /** The left edge of a column in the pane. */
    double left(int column) {
        return LEFT + columns.left(column) - scrollX;
    }

    /** The middle of a column in the pane. */
    double middle(int column) {
        return left(column) + columns.columnWidth() / 2;
    }

    /** The upper edge of a row in the pane. */
    double top(int row) {
        return TOP + row * rowHeight - scrollY;
    }

    /** The column at a place in the pane, or -1. */
    int columnAt(double x) {
        return x < LEFT || x >= LEFT + width ? -1 : columns.columnAt(x - LEFT + scrollX);
    }

    /** The row at a place in the pane, or -1. */
    int rowAt(double y) {
        return y < TOP || y >= TOP + height ? -1 : rowAtLine(y - TOP);
    }

    /** The row at a distance from the upper edge of the cells, 0 to below the height. */
    int rowAtLine(double line) {
        return Math.min(rows - 1, (int) Math.floor((line + scrollY) / rowHeight));
    }

    /** The first column of which something is visible. */
    int firstVisible() {
        return columns.firstVisible(scrollX);
    }

    /** The column after the last one of which something is visible. */
    int endVisible() {
        return columns.endVisible(scrollX, width);
    }

    /** How far to scroll so that a column is visible. */
    double scrollXToShow(int column) {
        double left = columns.left(column);
        return Math.max(left + columns.columnWidth() - width, Math.min(scrollX, left));
    }

    /** How far to scroll so that a row is visible. */
    double scrollYToShow(int row) {
        return Math.max((row + 1) * rowHeight - height, Math.min(scrollY, row * rowHeight));
    }
}
