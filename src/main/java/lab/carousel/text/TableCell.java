package lab.carousel.text;

/**
 * A field of a {@link Table} as people read it.
 *
 * @param number it is sorted by; NaN comes last, sorted by its words
 */
public record TableCell(double number, String words) implements Comparable<TableCell> {

    /** Nothing to say. */
    public static final TableCell NONE = new TableCell(Double.NaN, "–");

    @Override
    public int compareTo(TableCell other) {
        int byNumber = Double.compare(number, other.number);
        return byNumber != 0 ? byNumber : words.compareTo(other.words);
    }

    @Override
    public String toString() {
        return words;
    }
}
