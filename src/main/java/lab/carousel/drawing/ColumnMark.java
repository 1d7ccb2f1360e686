package lab.carousel.drawing;

/** The columns {@code from} to {@code to}, counted from 0, that are pointed out; the words may be empty. */
public record ColumnMark(int from, int to, String words) {

    /** Between the words of a mark and the next mark, in points. */
    static final double GAP = 6;
}
