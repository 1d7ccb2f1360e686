package lab.carousel.drawing.mark;

import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Where columns stand: side by side, with gaps between some of them. Lengths are in any one unit.
 *
 * @param count       how many there are, at least 1
 * @param gapsBefore  how many gaps there are before a column, counted from 0
 * @param columnWidth the width of a column, above 0
 */
public record ColumnPlaces(int count, IntUnaryOperator gapsBefore, double columnWidth, double gap) {

    /** Columns with gaps before some of them, in rising order. */
    public static ColumnPlaces of(int count, List<Integer> gaps, double columnWidth, double gap) {
        int[] before = new int[Math.max(1, count)];
        for (int start : gaps) {
            for (int column = start; column < count; column++) {
                before[column]++;
            }
        }
        return new ColumnPlaces(count, column -> before[column], columnWidth, gap);
    }

    public double left(int column) {
        return column * columnWidth + gapsBefore.applyAsInt(column) * gap;
    }

    public double width() {
        return left(count - 1) + columnWidth;
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

    /** The column after the last one of which something is visible in a width. */
    public int endVisible(double scroll, double visible) {
        int last = firstBeyond(scroll + visible - 1);
        boolean begun = last < count && left(last) < scroll + visible;
        return begun ? last + 1 : last;
    }

    private int lastStartingBefore(double x) {
        int low = -1;
        int high = count - 1;
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
    public static double widthToFill(int columns, int gaps, double width, double gap) {
        return (width - gaps * gap) / columns;
    }
}
