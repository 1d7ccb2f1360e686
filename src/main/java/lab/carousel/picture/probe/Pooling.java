package lab.carousel.picture.probe;

import java.util.Arrays;

/**
 * Neighbouring columns put together, so that what is drawn does not grow with the length of a sequence.
 *
 * @param columns how many there are
 * @param size    how many are put together: 1 if there is room for all
 */
record Pooling(int columns, int size) {

    /** So many columns put together that at most so many are drawn. */
    static Pooling of(int columns, int most) {
        return new Pooling(columns, Math.max(1, (columns + most - 1) / most));
    }

    /** How many are drawn. */
    int drawn() {
        return (columns + size - 1) / size;
    }

    /** Where a column is drawn. */
    int of(int column) {
        return column / size;
    }

    /** The first column of those that are drawn as one. */
    int first(int drawn) {
        return drawn * size;
    }

    /** The last one of them. */
    int last(int drawn) {
        return Math.min(columns, (drawn + 1) * size) - 1;
    }

    /** The value of the largest size among those drawn as one; NaN if none is a number. */
    double[] strongest(double[] values) {
        double[] strongest = new double[drawn()];
        Arrays.fill(strongest, Double.NaN);
        for (int column = 0; column < columns; column++) {
            double value = values[column];
            int place = of(column);
            if (Double.isNaN(strongest[place]) || Math.abs(value) > Math.abs(strongest[place])) {
                strongest[place] = value;
            }
        }
        return strongest;
    }
}
