package lab.carousel.task.series;

/**
 * The mean of values that follow each other in time, with the interval that holds it in the long run in 95 of 100: by the
 * equal-weighted cosine estimate of its variance (Lazarus, Lewis, Stock and Watson 2018), which is not misled by values that hang
 * together.
 *
 * @param half of the interval; infinite under four values
 */
public record MeanInterval(double mean, double half) {

    private static final double INSIDE = 0.95;
    /** So often an interval is halved until it is as narrow as a double. */
    private static final int HALVINGS = 60;

    public static MeanInterval of(double[] values) {
        int n = values.length;
        double sum = 0;
        for (double each : values) {
            sum += each;
        }
        int cosines = (int) Math.floor(0.4 * Math.pow(n, 2.0 / 3) + 1e-9);
        return new MeanInterval(
                sum / n,
                cosines == 0 ? Double.POSITIVE_INFINITY : quantile(cosines) * Math.sqrt(longRun(values, cosines) / n));
    }

    public double low() {
        return mean - half;
    }

    public double high() {
        return mean + half;
    }

    private static double longRun(double[] values, int cosines) {
        int n = values.length;
        double[] table = new double[4 * n];
        for (int k = 0; k < table.length; k++) {
            table[k] = Math.cos(Math.PI * k / (2 * n));
        }
        double squares = 0;
        for (int j = 1; j <= cosines; j++) {
            double weighted = 0;
            int place = j;
            for (double each : values) {
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
}
