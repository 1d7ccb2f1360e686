package lab.carousel.model.function;

/**
 * {@link Activation#softplus} of many numbers at a time, the same to the last bit: in loops without branches, each short
 * enough for the compiler to make vector instructions of it, and no more of them than that takes. Not thread-safe: it works in
 * arrays of its own.
 *
 * <p>With e = exp(-|x|), ln(1 + e) = k ln 2 + ln(1 + f), where k is 0 and f is e, or, from e = sqrt(2) - 1 on, k is 1 and
 * 1 + f half of 1 + e.
 */
public final class Softplus {

    /** Bounds of e between which all numbers are computed alike. */
    private static final double LEAST = 0x1p-29;

    private static final double MOST = 1 - 4e-6;
    /** Bounds of |x| between which e is within those. */
    public static final double NEAR = 4.1e-6;

    public static final double FAR = 20.1;
    private static final long NEAR_BITS = Double.doubleToRawLongBits(NEAR);
    private static final long FAR_BITS = Double.doubleToRawLongBits(FAR);
    private static final long SIZE = Long.MAX_VALUE;
    /** Beyond this an exponential is not put together from its bits. */
    private static final double FARTHEST = 700;

    /** The largest number below the e from which k is 1. */
    private static final double BELOW_ONE =
            Math.nextDown(Double.longBitsToDouble((long) Logarithm.SQRT2_MINUS_1 << Integer.SIZE));
    /** Times the smallest difference of two such numbers it is more than 1. */
    private static final double HUGE = 1e300;

    private final double[] doublings;
    private final double[] e;
    private final double[] k;
    private final double[] f;
    /** The rounding error of 1 + e, divided by it. */
    private final double[] lost;

    public Softplus(int count) {
        doublings = new double[count];
        e = new double[count];
        k = new double[count];
        f = new double[count];
        lost = new double[count];
    }

    /** y = ln(1 + e^x); not the same array. */
    public void of(double[] x, double[] y) {
        Exponentials.fractionsOfNegativeSizes(x, doublings, e);
        Exponentials.scale(doublings, e);
        divide(e, k, f, lost);
        series(f, y);
        join(k, f, lost, x, y);
        if (!areNear(x)) {
            computeSmall(x, e, y);
            computeFarthest(x, y);
        }
        if (!areClear(x)) {
            computeNearest(x, e, y);
        }
    }

    /** Far from 0 the series has one term, see {@link Logarithm#ofOnePlus}. */
    private static void computeSmall(double[] x, double[] e, double[] y) {
        for (int index = 0; index < y.length; index++) {
            double small = Math.max(x[index], 0) + (e[index] - e[index] * e[index] * 0.5);
            y[index] = e[index] < LEAST ? small : y[index];
        }
    }

    private static void computeFarthest(double[] x, double[] y) {
        for (int index = 0; index < x.length; index++) {
            if (!(Math.abs(x[index]) <= FARTHEST)) {
                y[index] = Activation.softplus(x[index]);
            }
        }
    }

    private static void computeNearest(double[] x, double[] e, double[] y) {
        for (int index = 0; index < x.length; index++) {
            if (e[index] > MOST) {
                y[index] = Activation.softplus(x[index]);
            }
        }
    }

    /** Whether all numbers are close enough to 0; NaN is not. */
    private static boolean areNear(double[] x) {
        long outside = 0;
        for (double value : x) {
            // Positive numbers are in the order of their bits
            outside |= FAR_BITS - (Double.doubleToRawLongBits(value) & SIZE);
        }
        return outside >= 0;
    }

    /** Whether all numbers are far enough from 0. */
    private static boolean areClear(double[] x) {
        long outside = 0;
        for (double value : x) {
            outside |= (Double.doubleToRawLongBits(value) & SIZE) - NEAR_BITS;
        }
        return outside >= 0;
    }

    private static void divide(double[] e, double[] k, double[] f, double[] lost) {
        for (int index = 0; index < e.length; index++) {
            double x = e[index];
            double u = 1 + x;
            double isOne = Math.min(1, Math.max(0, (x - BELOW_ONE) * HUGE));
            k[index] = isOne;
            lost[index] = isOne * ((x - (u - 1)) / u);
            f[index] = isOne * (u * 0.5 - 1) + (1 - isOne) * x;
        }
    }

    private static void series(double[] f, double[] y) {
        for (int index = 0; index < f.length; index++) {
            double x = f[index];
            double s = x / (2 + x);
            y[index] = s * (0.5 * x * x + Logarithm.series(s * s));
        }
    }

    private static void join(double[] k, double[] f, double[] lost, double[] x, double[] y) {
        for (int index = 0; index < f.length; index++) {
            double part = f[index];
            double logarithm = k[index] * Logarithm.LN2_HIGH
                    - ((0.5 * part * part - (y[index] + (k[index] * Logarithm.LN2_LOW + lost[index]))) - part);
            y[index] = Math.max(x[index], 0) + logarithm;
        }
    }
}
