package lab.carousel.model.function;

/**
 * The squashing functions. They give the same numbers, bit for bit, on every machine, and so the same file gives the same
 * curve everywhere.
 */
public final class Activation {

    /** Below this tanh is a rational function (Cephes, {@code tanh.c}); above, 1 - 2 / (e^2x + 1) is as exact. */
    public static final double SMALL = 0.625;

    private Activation() {}

    public static double sigmoid(double x) {
        return 1 / (1 + Exponential.of(-x));
    }

    public static double tanh(double x) {
        double size = Math.abs(x);
        if (size < SMALL) {
            return Math.copySign(tanhOfSmall(size), x);
        }
        return Math.copySign(1 - 2 / (Exponential.of(2 * size) + 1), x);
    }

    static double tanhOfSmall(double size) {
        double square = size * size;
        double p = (-9.64399179425052238628E-1 * square - 9.92877231001918586564E1) * square - 1.61468768441708447952E3;
        double q = ((square + 1.12811678491632931402E2) * square + 2.23548839060100448583E3) * square
                + 4.84406305325125486048E3;
        return size + size * square * p / q;
    }

    /** y = sigmoid(x), as long as y. */
    public static void sigmoid(double[] x, double[] y) {
        for (int index = 0; index < y.length; index++) {
            y[index] = sigmoid(x[index]);
        }
    }

    /** y = tanh(x), likewise. */
    public static void tanh(double[] x, double[] y) {
        for (int index = 0; index < y.length; index++) {
            y[index] = tanh(x[index]);
        }
    }

    /** ln(1 + e^x) without overflow. */
    public static double softplus(double x) {
        return Math.max(x, 0) + Logarithm.ofOnePlus(Exponential.of(-Math.abs(x)));
    }

    /** The largest of some values, of which there is at least one. */
    public static double largest(double[] values) {
        double largest = values[0];
        for (double value : values) {
            largest = Math.max(largest, value);
        }
        return largest;
    }
}
