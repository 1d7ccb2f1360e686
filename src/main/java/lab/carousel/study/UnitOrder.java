package lab.carousel.study;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * In which order the rows of a heatmap show the units: a permutation that leaves the units of each layer of the network
 * together. Immutable.
 */
public final class UnitOrder {

    private final int[] units;
    private final int[] rows;

    /**
     * An order.
     *
     * @param units the unit of each row, counted from 0
     * @throws IllegalArgumentException if it is no permutation
     */
    public UnitOrder(int... units) {
        this.units = units.clone();
        this.rows = new int[units.length];
        Arrays.fill(rows, -1);
        for (int row = 0; row < units.length; row++) {
            if (units[row] < 0 || units[row] >= units.length || rows[units[row]] >= 0) {
                throw new IllegalArgumentException("no permutation: " + Arrays.toString(units));
            }
            rows[units[row]] = row;
        }
    }

    public static UnitOrder byNumber(int units) {
        return new UnitOrder(IntStream.range(0, units).toArray());
    }

    public int size() {
        return units.length;
    }

    public int unit(int row) {
        return units[row];
    }

    public int row(int unit) {
        return rows[unit];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UnitOrder order && Arrays.equals(units, order.units);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(units);
    }

    @Override
    public String toString() {
        return Arrays.toString(units);
    }
}
