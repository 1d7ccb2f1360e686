package lab.carousel.study;

import java.util.Arrays;

/**
 * A quantity of B minus that of A.
 *
 * @param distance the Euclidean length, all units
 * @param sum      that of the absolute values
 * @param ofUnits  of each unit; empty beyond what is kept
 */
public record StateDifference(double distance, double sum, double[] ofUnits) {

    static StateDifference between(double[] a, double[] b, boolean isKept) {
        double[] difference = new double[a.length];
        Arrays.setAll(difference, unit -> b[unit] - a[unit]);
        double squares = 0;
        double sum = 0;
        for (double value : difference) {
            squares += value * value;
            sum += Math.abs(value);
        }
        return new StateDifference(Math.sqrt(squares), sum, isKept ? difference : new double[0]);
    }
}
