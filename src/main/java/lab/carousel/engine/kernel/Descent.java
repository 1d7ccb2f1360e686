package lab.carousel.engine.kernel;

import java.util.Arrays;
import lab.carousel.model.ParameterLayout;

/**
 * Goes down the gradient of a stretch, matrix by matrix. The gradient of a weight matrix is A' B, where a row of A is
 * what went into the matrix at a step, and a row of B the gradient of what came out. Of a stretch of one row it is a
 * single outer product, each row of which is a multiple of the same vector: it goes into the update without being
 * written down.
 */
final class Descent {

    private final Weights weights;
    private final Weights gradient;
    private final Updater updater;

    Descent(ParameterLayout layout, Weights weights, Updater updater) {
        this.weights = weights;
        this.gradient = new Weights(layout);
        this.updater = updater;
    }

    /** Begins an update. */
    void begin(double learningRate) {
        updater.begin(learningRate);
    }

    /**
     * Changes a weight matrix.
     *
     * @param first  its first row in {@link Weights#rows}
     * @param count  its rows
     * @param a      what went in, a row for each step from {@code aFrom} on
     * @param b      the gradient of what came out, a row for each step from {@code bFrom} on; or the two the other way
     *               round, for a matrix that is turned over
     * @param steps  rows of the stretch
     */
    void matrix(int first, int count, double[][] a, int aFrom, double[][] b, int bFrom, int steps) {
        if (steps == 1) {
            for (int row = 0; row < count; row++) {
                change(first + row, a[aFrom][row], b[bFrom]);
            }
            return;
        }
        clear(first, count);
        Product.addTransposedTimes(a, aFrom, b, bFrom, steps, gradient.rows, first, count);
        changeAll(first, count);
    }

    /** Changes a weight matrix into which one-hot vectors went: at each step the gradient has one row. */
    void oneHotMatrix(int first, int count, int[] hot, double[][] b, int steps) {
        if (steps == 1) {
            for (int row = 0; row < count; row++) {
                change(first + row, row == hot[0] ? 1 : 0, b[0]);
            }
            return;
        }
        clear(first, count);
        for (int step = 0; step < steps; step++) {
            Product.add(1, b[step], gradient.rows[first + hot[step]]);
        }
        changeAll(first, count);
    }

    /** Changes a bias, into which 1 went at each step. */
    void bias(int row, double[][] b, int steps) {
        if (steps == 1) {
            change(row, 1, b[0]);
            return;
        }
        clear(row, 1);
        for (int step = 0; step < steps; step++) {
            Product.add(1, b[step], gradient.rows[row]);
        }
        changeAll(row, 1);
    }

    private void clear(int first, int count) {
        for (int row = first; row < first + count; row++) {
            Arrays.fill(gradient.rows[row], 0);
        }
    }

    private void changeAll(int first, int count) {
        for (int row = first; row < first + count; row++) {
            change(row, 1, gradient.rows[row]);
        }
    }

    private void change(int row, double factor, double[] vector) {
        updater.change(weights.rows[row], row, factor, vector);
    }
}
