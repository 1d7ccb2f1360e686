package lab.carousel.study;

import java.util.List;
import java.util.stream.IntStream;

/**
 * In which order the rows of a heatmap show the units: a permutation that leaves the units of each layer of the network
 * together.
 *
 * @param units the unit of each row, counted from 0
 */
public record UnitOrder(List<Integer> units) {

    /** @throws IllegalArgumentException if it is no permutation */
    public UnitOrder {
        units = List.copyOf(units);
        if (!units.stream().sorted().toList().equals(numbers(units.size()))) {
            throw new IllegalArgumentException("no permutation: " + units);
        }
    }

    public static UnitOrder byNumber(int units) {
        return new UnitOrder(numbers(units));
    }

    private static List<Integer> numbers(int units) {
        return IntStream.range(0, units).boxed().toList();
    }

    public int unit(int row) {
        return units.get(row);
    }

    public int row(int unit) {
        return units.indexOf(unit);
    }
}
