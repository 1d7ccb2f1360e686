package lab.carousel.task.forecast;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * The mean of the differences of two squared errors over the steps of a test part, with the interval that holds it in the long run
 * in 95 of 100: by the equal-weighted cosine estimate of its variance (Lazarus, Lewis, Stock and Watson 2018), which is not misled
 * by errors that hang together.
 *
 * @param half of the interval
 */
public record ErrorDifference(double mean, double half, int steps) {

    /** Of fewer steps there is no verdict. */
    public static final int LEAST_STEPS = 40;

    private static final double TWO_SIDED = 0.975;

    /** @param differences at least two */
    public static ErrorDifference of(double[] differences) {
        int n = differences.length;
        double sum = 0;
        for (double each : differences) {
            sum += each;
        }
        int cosines = Math.max(1, (int) Math.floor(0.4 * Math.pow(n, 2.0 / 3) + 1e-9));
        double squares = 0;
        for (int j = 1; j <= cosines; j++) {
            double weighted = 0;
            for (int t = 1; t <= n; t++) {
                weighted += differences[t - 1] * Math.cos(Math.PI * j * (t - 0.5) / n);
            }
            squares += 2.0 / n * weighted * weighted / cosines;
        }
        double quantile = new TDistribution(cosines).inverseCumulativeProbability(TWO_SIDED);
        return new ErrorDifference(sum / n, quantile * Math.sqrt(squares / n), n);
    }

    /** Whether the first error is the smaller one. */
    public boolean isBetter() {
        return steps >= LEAST_STEPS && mean + half < 0;
    }

    public boolean isWorse() {
        return steps >= LEAST_STEPS && mean - half > 0;
    }
}
