package lab.carousel.model.function;

/**
 * {@link Exponential} of many numbers at a time, the same to the last bit. The arithmetic is in a loop short enough for the
 * compiler to make vector instructions of it. Not thread-safe: it works in an array of its own.
 */
public final class Exponentials {

    /** A number added to this has its whole part in the last bits of the sum. */
    private static final double WHOLE = 0x1.8p52;

    private static final long WHOLE_BITS = Double.doubleToRawLongBits(WHOLE);
    private static final long HALF = (long) Exponential.HALF_BIAS << Exponential.MANTISSA_BITS;
    /** Results doubled more often, or halved, are computed one by one. */
    public static final long MOST_DOUBLINGS = 1_000;

    /** How often each result is doubled, in the last bits. */
    private final double[] doublings;

    public Exponentials(int count) {
        doublings = new double[count];
    }

    /** y = e^x; not the same array. */
    public void of(double[] x, double[] y) {
        split(x, doublings, y);
        fractions(y);
        if (!scaleIfFew(doublings, y)) {
            for (int k = 0; k < x.length; k++) {
                y[k] = Exponential.of(x[k]);
            }
        }
    }

    private static void split(double[] x, double[] doublings, double[] rests) {
        for (int k = 0; k < doublings.length; k++) {
            double n = Exponential.doublings(x[k]);
            doublings[k] = n + WHOLE;
            rests[k] = Exponential.rest(x[k], n);
        }
    }

    private static void fractions(double[] rests) {
        for (int k = 0; k < rests.length; k++) {
            rests[k] = Exponential.twice(rests[k]);
        }
    }

    /** The first half of y = e^-|x|, of which {@link #scale} is the second; neither number may be far from 0. */
    static void fractionsOfNegativeSizes(double[] x, double[] doublings, double[] y) {
        for (int k = 0; k < doublings.length; k++) {
            double negative = -Math.abs(x[k]);
            double n = Exponential.doublings(negative);
            doublings[k] = n + WHOLE;
            y[k] = Exponential.twice(Exponential.rest(negative, n));
        }
    }

    static void scale(double[] doublings, double[] y) {
        for (int k = 0; k < doublings.length; k++) {
            long bits = Double.doubleToRawLongBits(doublings[k]);
            y[k] *= Double.longBitsToDouble((bits << Exponential.MANTISSA_BITS) + HALF);
        }
    }

    /** The same; gives whether all could be doubled that often. */
    private static boolean scaleIfFew(double[] doublings, double[] y) {
        long outside = 0;
        for (int k = 0; k < doublings.length; k++) {
            long bits = Double.doubleToRawLongBits(doublings[k]);
            long n = bits - WHOLE_BITS;
            // Negative for one that is outside
            outside |= (MOST_DOUBLINGS - n) | (MOST_DOUBLINGS + n);
            y[k] *= Double.longBitsToDouble((bits << Exponential.MANTISSA_BITS) + HALF);
        }
        return outside >= 0;
    }
}
