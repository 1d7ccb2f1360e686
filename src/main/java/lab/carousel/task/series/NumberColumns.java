package lab.carousel.task.series;

import java.util.Arrays;
import java.util.List;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/**
 * Columns of numbers that a text had, of equal lengths.
 *
 * @param names   of the columns, all different; without a header their positions in the text, from 1
 * @param columns NaN where the text has no number
 * @param steps   names of the rows: dates or counts; empty if the text has none
 * @param told    what was recognised, and what the reader should know
 */
public record NumberColumns(List<String> names, List<double[]> columns, List<String> steps, List<Message> told) {

    /** So many are read. */
    public static final int MAX_ROWS = 20_000;
    /** So many a series may have. */
    public static final int MAX_COLUMNS = 8;

    public NumberColumns {
        names = List.copyOf(names);
        columns = List.copyOf(columns);
        steps = List.copyOf(steps);
        told = List.copyOf(told);
    }

    public int rows() {
        return columns.get(0).length;
    }

    /**
     * Index of the column of a name, in small or capital letters.
     *
     * @throws InvalidInput if there is none; it names all
     */
    public int column(String name) {
        for (int column = 0; column < names.size(); column++) {
            if (names.get(column).equalsIgnoreCase(name.strip())) {
                return column;
            }
        }
        throw new InvalidInput("series.read.noColumn", name, String.join(", ", names));
    }

    /**
     * These columns, if they are a series: at least two rows, at most {@value #MAX_COLUMNS} columns, a number everywhere.
     *
     * @throws InvalidInput otherwise; it names row and column of the first gap
     */
    public NumberColumns complete() {
        if (rows() < 2) {
            throw new InvalidInput("series.read.oneRow");
        }
        if (columns.size() > MAX_COLUMNS) {
            throw new InvalidInput("series.read.manyColumns", columns.size(), MAX_COLUMNS);
        }
        for (int row = 0; row < rows(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                if (Double.isNaN(columns.get(column)[row])) {
                    throw new InvalidInput("series.read.gap", row(row), names.get(column));
                }
            }
        }
        return this;
    }

    /** @throws InvalidInput if all numbers of a column are equal: then there is nothing to learn */
    public void requireVariation(int column) {
        double[] numbers = Arrays.stream(columns.get(column))
                .filter(number -> !Double.isNaN(number))
                .toArray();
        if (Arrays.stream(numbers).allMatch(number -> number == numbers[0])) {
            throw new InvalidInput("series.read.constant", names.get(column), rows());
        }
    }

    /** The number of a row, from 1 and without the header, and its name. */
    private String row(int row) {
        return steps.isEmpty() ? String.valueOf(row + 1) : row + 1 + " (" + steps.get(row) + ")";
    }
}
