package lab.carousel.model.function;

/**
 * {@link Activation#sigmoid} and {@link Activation#tanh} of many numbers at a time, the same to the last bit: in loops
 * without branches, most of them short enough for the compiler to make vector instructions of them. Not thread-safe: it
 * works in arrays of its own.
 */
public final class BatchActivations {

    private static final long SIGN = Long.MIN_VALUE;
    private static final long SMALL_BITS = Double.doubleToRawLongBits(Activation.SMALL);

    private final Exponentials exponentials;
    private final double[] exponents;
    private final double[] powers;
    /** The tanh of small numbers, without the sign. */
    private final double[] small;

    public BatchActivations(int count) {
        exponentials = new Exponentials(count);
        exponents = new double[count];
        powers = new double[count];
        small = new double[count];
    }

    /**
     * y = sigmoid(x), but tanh(x) at some places, for as many numbers as this is for; not the same array.
     *
     * @param from the first of those places
     * @param to   the one after the last
     */
    public void of(double[] x, double[] y, int from, int to) {
        negate(x, exponents);
        doubleSizes(x, exponents, from, to);
        exponentials.of(exponents, powers);
        reciprocals(powers, y);
        tanhOfSmall(x, small, from, to);
        joinTanh(x, small, y, from, to);
    }

    private static void negate(double[] x, double[] y) {
        for (int k = 0; k < y.length; k++) {
            y[k] = -x[k];
        }
    }

    private static void doubleSizes(double[] x, double[] y, int from, int to) {
        for (int k = from; k < to; k++) {
            y[k] = 2 * Math.abs(x[k]);
        }
    }

    private static void reciprocals(double[] e, double[] y) {
        for (int k = 0; k < e.length; k++) {
            y[k] = 1 / (1 + e[k]);
        }
    }

    private static void tanhOfSmall(double[] x, double[] y, int from, int to) {
        for (int k = from; k < to; k++) {
            y[k] = Activation.tanhOfSmall(Math.abs(x[k]));
        }
    }

    /** Takes one of the two forms of tanh by its bits: a branch that is often guessed wrong takes longer than all else. */
    private static void joinTanh(double[] x, double[] small, double[] y, int from, int to) {
        for (int k = from; k < to; k++) {
            long bits = Double.doubleToRawLongBits(x[k]);
            long ofSmall = Double.doubleToRawLongBits(small[k]);
            // Twice 1 / (1 + e) is 2 / (1 + e) to the last bit
            long ofLarge = Double.doubleToRawLongBits(1 - 2 * y[k]);
            long isSmall = ((bits & ~SIGN) - SMALL_BITS) >> (Long.SIZE - 1);
            y[k] = Double.longBitsToDouble((ofSmall & isSmall) | (ofLarge & ~isSmall) | (bits & SIGN));
        }
    }
}
