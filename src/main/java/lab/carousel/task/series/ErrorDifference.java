package lab.carousel.task.series;

/**
 * The mean of the differences of two squared errors over the steps of a test part, with its {@link MeanInterval}.
 *
 * @param isEqual whether no difference is more than rounding
 */
public record ErrorDifference(MeanInterval interval, int steps, boolean isEqual) {

    /** Of fewer steps there is no verdict. */
    public static final int LEAST_STEPS = 40;

    /** Of the variance of the truth. */
    private static final double ROUNDING = 1e-15;

    /** @param variance of the truth */
    public static ErrorDifference of(double[] differences, double variance) {
        boolean isEqual = true;
        for (double each : differences) {
            isEqual &= Math.abs(each) <= ROUNDING * variance;
        }
        return new ErrorDifference(MeanInterval.of(differences), differences.length, isEqual);
    }

    public ErrorFinding finding() {
        if (steps < LEAST_STEPS) {
            return ErrorFinding.TOO_FEW;
        }
        if (isEqual) {
            return ErrorFinding.EQUAL;
        }
        return high() < 0 ? ErrorFinding.BETTER : low() > 0 ? ErrorFinding.WORSE : ErrorFinding.OPEN;
    }

    /** Whether the first error is the smaller one. */
    public boolean isBetter() {
        return finding() == ErrorFinding.BETTER;
    }

    public double mean() {
        return interval.mean();
    }

    public double low() {
        return interval.low();
    }

    public double high() {
        return interval.high();
    }
}
