package lab.carousel.task.series;

/**
 * The mean of the differences of two squared errors over the steps of a test part, with the interval that holds it in the long run
 * in 95 of 100: by the equal-weighted cosine estimate of its variance (Lazarus, Lewis, Stock and Watson 2018), which is not misled
 * by errors that hang together.
 *
 * @param half    of the interval; infinite under four steps
 * @param isEqual whether no difference is more than rounding
 */
public record ErrorDifference(double mean, double half, int steps, boolean isEqual) {

    /** Of fewer steps there is no verdict. */
    public static final int LEAST_STEPS = 40;

    private static final double INSIDE = 0.95;
    /** Of the variance of the truth. */
    private static final double ROUNDING = 1e-15;
    /** So often an interval is halved until it is as narrow as a double. */
    private static final int HALVINGS = 60;

    /** @param variance of the truth */
    public static ErrorDifference of(double[] differences, double variance) {
        int n = differences.length;
        double sum = 0;
        boolean isEqual = true;
        for (double each : differences) {
            sum += each;
            isEqual &= Math.abs(each) <= ROUNDING * variance;
        }
        int cosines = (int) Math.floor(0.4 * Math.pow(n, 2.0 / 3) + 1e-9);
        double half = cosines == 0
                ? Double.POSITIVE_INFINITY
                : quantile(cosines) * Math.sqrt(longRun(differences, cosines) / n);
        return new ErrorDifference(sum / n, half, n, isEqual);
    }

    private static double longRun(double[] differences, int cosines) {
        int n = differences.length;
        double[] table = new double[4 * n];
        for (int k = 0; k < table.length; k++) {
            table[k] = Math.cos(Math.PI * k / (2 * n));
        }
        double squares = 0;
        for (int j = 1; j <= cosines; j++) {
            double weighted = 0;
            int place = j;
            for (double each : differences) {
                weighted += each * table[place];
                place += 2 * j;
                place -= place >= table.length ? table.length : 0;
            }
            squares += weighted * weighted;
        }
        return 2.0 / n * squares / cosines;
    }

    /** That of the t distribution under which 0.975 lie, by the angle whose tangent is t / sqrt(degrees). */
    public static double quantile(int degrees) {
        double least = 0;
        double most = Math.PI / 2;
        for (int k = 0; k < HALVINGS; k++) {
            double middle = (least + most) / 2;
            if (within(middle, degrees) < INSIDE) {
                least = middle;
            } else {
                most = middle;
            }
        }
        return Math.sqrt(degrees) * Math.tan((least + most) / 2);
    }

    /** How much of the distribution lies between the angle and its negative: Abramowitz and Stegun 26.7.3 and 26.7.4. */
    private static double within(double angle, int degrees) {
        boolean isOdd = degrees % 2 == 1;
        double cosine = Math.cos(angle);
        double term = isOdd ? cosine : 1;
        double sum = degrees == 1 ? 0 : term;
        for (int k = isOdd ? 3 : 2; k < degrees; k += 2) {
            term *= cosine * cosine * (k - 1) / k;
            sum += term;
        }
        double part = Math.sin(angle) * sum;
        return isOdd ? 2 / Math.PI * (angle + part) : part;
    }

    public ErrorFinding finding() {
        if (steps < LEAST_STEPS) {
            return ErrorFinding.TOO_FEW;
        }
        if (isEqual) {
            return ErrorFinding.EQUAL;
        }
        return mean + half < 0 ? ErrorFinding.BETTER : mean - half > 0 ? ErrorFinding.WORSE : ErrorFinding.OPEN;
    }

    /** Whether the first error is the smaller one. */
    public boolean isBetter() {
        return finding() == ErrorFinding.BETTER;
    }

    public boolean isWorse() {
        return finding() == ErrorFinding.WORSE;
    }

    public double low() {
        return mean - half;
    }

    public double high() {
        return mean + half;
    }
}
