package lab.carousel.model.function;

/**
 * {@link Activation#softplus} of many numbers at a time, the same to the last bit: in loops without branches, each short
 * enough for the compiler to make vector instructions of it. Not thread-safe: it works in arrays of its own.
 *
 * <p>With e = exp(-|x|), ln(1 + e) = k ln 2 + ln(1 + f), where k is 0 and f is e, or, from e = sqrt(2) - 1 on, k is 1 and
 * 1 + f half of 1 + e.
 */
public final class Softplus {

    /** Those of which e is between these are computed alike. */
    private static final double LEAST = 0x1p-29;

    private static final double MOST = 1 - 4e-6;
    private static final long LEAST_BITS = Double.doubleToRawLongBits(LEAST);
    private static final long MOST_BITS = Double.doubleToRawLongBits(MOST);

    /** The largest number below the e from which k is 1. */
    private static final double BELOW_ONE =
            Math.nextDown(Double.longBitsToDouble((long) Logarithm.SQRT2_MINUS_1 << Integer.SIZE));
    /** Times the smallest difference of two such numbers it is more than 1. */
    private static final double HUGE = 1e300;

    private final Exponentials exponentials;
    private final double[] e;
    private final double[] k;
    private final double[] f;
    /** What rounding took from 1 + e, in parts of that. */
    private final double[] lost;

    /** For so many numbers. */
    public Softplus(int count) {
        exponentials = new Exponentials(count);
        e = new double[count];
        k = new double[count];
        f = new double[count];
        lost = new double[count];
    }

    /** y = ln(1 + e^x); not the same array. */
    public void of(double[] x, double[] y) {
        negativeSizes(x, y);
        exponentials.of(y, e);
        choose(e, k);
        divide(e, k, f, lost);
        series(f, y);
        join(k, f, lost, y);
        addPositive(x, y);
        if (!areAlike(e)) {
            computeSmall(x, e, y);
            computeOthers(x, y);
        }
    }

    /** Far from 0 the series has one term, see {@link Logarithm#ofOnePlus}. */
    private static void computeSmall(double[] x, double[] e, double[] y) {
        for (int index = 0; index < y.length; index++) {
            double small = Math.max(x[index], 0) + (e[index] - e[index] * e[index] * 0.5);
            y[index] = e[index] < LEAST ? small : y[index];
        }
    }

    private void computeOthers(double[] x, double[] y) {
        for (int index = 0; index < x.length; index++) {
            if (!(e[index] <= MOST)) {
                y[index] = Activation.softplus(x[index]);
            }
        }
    }

    private static void negativeSizes(double[] x, double[] y) {
        for (int index = 0; index < y.length; index++) {
            y[index] = -Math.abs(x[index]);
        }
    }

    /** Whether all are computed alike. */
    private static boolean areAlike(double[] e) {
        long outside = 0;
        for (double value : e) {
            // Positive numbers are in the order of their bits
            long bits = Double.doubleToRawLongBits(value);
            outside |= (MOST_BITS - bits) | (bits - LEAST_BITS);
        }
        return outside >= 0;
    }

    private static void choose(double[] e, double[] k) {
        for (int index = 0; index < k.length; index++) {
            k[index] = Math.min(1, Math.max(0, (e[index] - BELOW_ONE) * HUGE));
        }
    }

    private static void divide(double[] e, double[] k, double[] f, double[] lost) {
        for (int index = 0; index < k.length; index++) {
            double x = e[index];
            double u = 1 + x;
            lost[index] = k[index] * ((x - (u - 1)) / u);
            f[index] = k[index] * (u * 0.5 - 1) + (1 - k[index]) * x;
        }
    }

    private static void series(double[] f, double[] y) {
        for (int index = 0; index < f.length; index++) {
            double x = f[index];
            double s = x / (2 + x);
            y[index] = s * (0.5 * x * x + Logarithm.series(s * s));
        }
    }

    private static void join(double[] k, double[] f, double[] lost, double[] y) {
        for (int index = 0; index < f.length; index++) {
            double x = f[index];
            y[index] = k[index] * Logarithm.LN2_HIGH
                    - ((0.5 * x * x - (y[index] + (k[index] * Logarithm.LN2_LOW + lost[index]))) - x);
        }
    }

    private static void addPositive(double[] x, double[] y) {
        for (int index = 0; index < y.length; index++) {
            y[index] = Math.max(x[index], 0) + y[index];
        }
    }
}
