package lab.carousel.study.summary;

import java.util.Arrays;

/**
 * The middle of some values and the band in which the middle 80 % lie. Between two values it is interpolated linearly, as
 * in R (type 7) and NumPy.
 *
 * @param low    the 10 % quantile
 * @param median the 50 % quantile
 * @param high   the 90 % quantile
 */
public record Quantiles(double low, double median, double high) {

    public static final Quantiles NONE = new Quantiles(Double.NaN, Double.NaN, Double.NaN);

    /** The quantiles of some values, in any order; {@link #NONE} if there are none. */
    public static Quantiles of(double[] values) {
        if (values.length == 0) {
            return NONE;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Quantiles(at(sorted, 0.1), at(sorted, 0.5), at(sorted, 0.9));
    }

    private static double at(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int before = (int) Math.floor(place);
        int after = Math.min(before + 1, sorted.length - 1);
        return sorted[before] + (place - before) * (sorted[after] - sorted[before]);
    }
}
