package lab.carousel.task.series;

import java.util.Arrays;
import java.util.OptionalInt;

/** How the season of a series is found where nobody gives it. */
public final class Period {

    private static final double LEAST = 0.3;

    private Period() {}

    /**
     * The highest local peak of the autocorrelation of the training part without its straight trend, among the lags from 2 to a third
     * of it, if it is over {@code max(0.3, 2 / sqrt(n))}; otherwise there is no season.
     */
    public static OptionalInt of(double[] values, int train) {
        double[] left = withoutTrend(Arrays.copyOf(values, train));
        double[] correlation = new double[train / 3 + 2];
        double whole = product(left, 0);
        for (int lag = 1; lag < correlation.length; lag++) {
            correlation[lag] = product(left, lag) / whole;
        }
        double bound = Math.max(LEAST, 2 / Math.sqrt(train));
        int best = 0;
        for (int lag = 2; lag <= train / 3; lag++) {
            boolean isPeak = correlation[lag] > correlation[lag - 1] && correlation[lag] >= correlation[lag + 1];
            if (isPeak && correlation[lag] > bound && (best == 0 || correlation[lag] > correlation[best])) {
                best = lag;
            }
        }
        return best == 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    private static double product(double[] values, int lag) {
        double sum = 0;
        for (int t = lag; t < values.length; t++) {
            sum += values[t] * values[t - lag];
        }
        return sum;
    }

    /** 0 where a value is missing: it is in no sum. */
    private static double[] withoutTrend(double[] values) {
        double[] places = values.clone();
        Arrays.setAll(places, t -> Double.isNaN(values[t]) ? Double.NaN : t);
        double middle = Scale.of(places).mean();
        double mean = Scale.of(values).mean();
        double slope = 0;
        double squares = 0;
        for (int t = 0; t < values.length; t++) {
            slope += Double.isNaN(values[t]) ? 0 : (t - middle) * (values[t] - mean);
            squares += Double.isNaN(values[t]) ? 0 : (t - middle) * (t - middle);
        }
        double rise = slope / squares;
        double[] left = new double[values.length];
        Arrays.setAll(left, t -> Double.isNaN(values[t]) ? 0 : values[t] - mean - rise * (t - middle));
        return left;
    }
}
