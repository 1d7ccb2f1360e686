package lab.carousel.model;

/**
 * The squashing functions. They use {@link StrictMath}, so that the same parameters give the same numbers, bit for bit,
 * on every machine.
 */
public final class Activation {

    private Activation() {}

    /** The logistic sigmoid 1 / (1 + e^-x), in 0 to 1. */
    public static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    /** The hyperbolic tangent, in -1 to 1. */
    public static double tanh(double x) {
        return StrictMath.tanh(x);
    }

    /** ln(1 + e^x) without overflow. */
    static double softplus(double x) {
        return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
    }

    static double largest(double[] values) {
        double largest = values[0];
        for (double value : values) {
            largest = Math.max(largest, value);
        }
        return largest;
    }
}
