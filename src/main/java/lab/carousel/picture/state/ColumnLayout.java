package lab.carousel.picture.state;

import lab.carousel.model.trace.Traces;

/**
 * Where the columns of a heatmap stand: side by side, with a gap between the sequences. Lengths are in any one unit.
 *
 * @param traces      what is shown
 * @param columnWidth the width of a column, above 0
 * @param gap         the gap between two sequences
 */
public record ColumnLayout(Traces traces, double columnWidth, double gap) {

    /** The left edge of a column. */
    public double left(int column) {
        return column * columnWidth + traces.stretchAt(column) * gap;
    }

    /** The width of all columns and gaps. */
    public double width() {
        return left(traces.columns() - 1) + columnWidth;
    }

    /** The column at a place, or -1 if there is none: in a gap or outside. */
    public int columnAt(double x) {
        int column = lastStartingBefore(x);
        return column >= 0 && x < left(column) + columnWidth ? column : -1;
    }

    /** The first column that reaches beyond a place; the number of columns if none does. */
    public int firstBeyond(double x) {
        int column = lastStartingBefore(x);
        return column >= 0 && x < left(column) + columnWidth ? column : column + 1;
    }

    private int lastStartingBefore(double x) {
        int low = -1;
        int high = traces.columns() - 1;
        while (low < high) {
            int middle = low + (high - low + 1) / 2;
            if (left(middle) <= x) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The column width at which all columns fill a width. */
    public static double widthToFill(Traces traces, double width, double gap) {
        return (width - (traces.stretches().size() - 1) * gap) / traces.columns();
    }
}
