package lab.carousel.engine.kernel;

import java.util.Arrays;
import lab.carousel.model.Clipping;
import lab.carousel.model.layout.ParameterLayout;

/**
 * Goes down the gradient of a stretch, matrix by matrix. The gradient of a weight matrix is A' B, where a row of A is
 * what went into the matrix at a step, and a row of B the gradient of what came out. Of a stretch of one row it is a
 * single outer product, each row of which is a multiple of the same vector: it goes into the update without being
 * written down. Otherwise the gradient is gathered first, and the update made at the end, when its norm is known.
 */
final class Descent {

    private final Weights weights;
    private final Weights gradient;
    private final Updater updater;
    private final Clipping clipping;
    /** Whether the gradient is being gathered. */
    private boolean gathers;

    Descent(ParameterLayout layout, Weights weights, Updater updater, Clipping clipping) {
        this.weights = weights;
        this.gradient = new Weights(layout);
        this.updater = updater;
        this.clipping = clipping;
    }

    /**
     * Begins an update.
     *
     * @param rows   of the stretch
     * @param scored how many of them have an error signal; without any the gradient of the output layer is nowhere
     */
    void begin(double learningRate, int rows, int scored) {
        updater.begin(learningRate);
        gathers = rows > 1 || scored == 0 || !clipping.isNone();
        if (gathers) {
            for (double[] row : gradient.rows) {
                Arrays.fill(row, 0);
            }
        }
    }

    /**
     * Takes the gradient of a weight matrix.
     *
     * @param first  its first row in {@link Weights#rows}
     * @param count  its rows
     * @param a      what went in, a row for each step from {@code aFrom} on
     * @param b      the gradient of what came out, a row for each step from {@code bFrom} on; or the two the other way
     *               round, for a matrix that is turned over
     * @param steps  rows of the stretch
     */
    void matrix(int first, int count, double[][] a, int aFrom, double[][] b, int bFrom, int steps) {
        if (gathers) {
            Product.addTransposedTimes(a, aFrom, b, bFrom, steps, gradient.rows, first, count);
        } else {
            for (int row = 0; row < count; row++) {
                change(first + row, a[aFrom][row], b[bFrom]);
            }
        }
    }

    /** The same for a weight matrix into which one-hot vectors went: at each step the gradient has one row. */
    void oneHotMatrix(int first, int count, int[] hot, double[][] b, int steps) {
        if (gathers) {
            for (int step = 0; step < steps; step++) {
                Product.add(1, b[step], gradient.rows[first + hot[step]]);
            }
        } else {
            for (int row = 0; row < count; row++) {
                change(first + row, row == hot[0] ? 1 : 0, b[0]);
            }
        }
    }

    /** The same for a bias, into which 1 went at each step. */
    void bias(int row, double[][] b, int steps) {
        if (gathers) {
            for (int step = 0; step < steps; step++) {
                Product.add(1, b[step], gradient.rows[row]);
            }
        } else {
            change(row, 1, b[0]);
        }
    }

    /** Ends an update: if the gradient was gathered, now clips it and changes all weights. */
    void end() {
        if (gathers) {
            double factor = clipping.isNone() ? 1 : Math.min(1, clipping.norm() / norm());
            for (int row = 0; row < gradient.rows.length; row++) {
                change(row, factor, gradient.rows[row]);
            }
        }
    }

    private double norm() {
        double sum = 0;
        for (double[] row : gradient.rows) {
            sum += Product.dot(row, row);
        }
        return Math.sqrt(sum);
    }

    private void change(int row, double factor, double[] vector) {
        updater.change(weights.rows[row], row, factor, vector);
    }
}
