package lab.carousel.drawing;

/**
 * A stretch of columns that is pointed out.
 *
 * @param from  the first column, counted from 0
 * @param to    the last one
 * @param words what it is; may be empty
 */
public record Mark(int from, int to, String words) {

    /** Between the words of a mark and the next mark, in points. */
    static final double GAP = 6;
}
