package lab.carousel.drawing;

import java.util.Arrays;
import java.util.List;
import lab.carousel.drawing.chart.AxisTicks;

/**
 * The numbers that rows or columns stand for, so that round ones can be written beside them.
 *
 * @param numbers of each row or column, ascending or descending; none if they stand for no numbers
 * @param isWhole whether only whole numbers are meant
 */
public record Ruler(double[] numbers, boolean isWhole) {

    public static final Ruler NONE = new Ruler(new double[0], false);

    /**
     * A round number.
     *
     * @param place the row or column whose middle it is at, with a fraction if it lies between two
     */
    public record RulerTick(double place, String words) {}

    public boolean isUsed() {
        return numbers.length > 1;
    }

    public List<RulerTick> marks(int most) {
        double[] ends = {numbers[0], numbers[numbers.length - 1]};
        Arrays.sort(ends);
        return AxisTicks.linear(ends[0], ends[1], most, isWhole).stream()
                .map(tick -> new RulerTick(place(tick.value()), tick.label()))
                .toList();
    }

    private double place(double number) {
        boolean isAscending = numbers[0] < numbers[numbers.length - 1];
        int after = 1;
        while (after < numbers.length - 1 && (isAscending ? numbers[after] < number : numbers[after] > number)) {
            after++;
        }
        double gap = numbers[after] - numbers[after - 1];
        return after - 1 + (number - numbers[after - 1]) / gap;
    }
}
