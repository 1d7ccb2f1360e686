package lab.carousel.engine.kernel;

import java.util.Arrays;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.LayerLayout;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.Target;

/**
 * The gradient of the loss of a stretch with respect to every parameter, taken from what the passes left.
 *
 * <pre>
 *   dW = x' d net      dU = h' d net      db = d net      dV = dz' h      dd = dz      each summed over the stretch
 * </pre>
 *
 * where x is what went into a layer, h its hidden state before, d net the gradient of its net inputs, dz that of the net
 * inputs of the outputs. Shapes: x (steps, inputs), d net (steps, gH), h (steps, H), dz (steps, O).
 *
 * <p>Of a single step each is an outer product, and each of its rows a multiple of the same vector. Those go into the
 * update without being written down.
 *
 * <p>What does not learn has no gradient: it stays as it is, whatever the optimiser, and clipping does not measure it.
 */
final class Gradient {

    private final Weights values;
    private final LayerLayout[] layers;
    /** Row r of the gradient is factors[r] times vectors[r]. */
    private final double[] factors;

    private final double[][] vectors;
    /** The first row that learns: the first of all, or that of the output kernel. */
    private final int firstRow;

    /** @param isOutputOnly whether only the outputs learn */
    Gradient(ParameterLayout layout, boolean isOutputOnly) {
        this.values = new Weights(layout);
        this.layers = new LayerLayout[layout.layers()];
        Arrays.setAll(layers, layout::layer);
        this.factors = new double[values.rows.length];
        this.vectors = values.rows.clone();
        this.firstRow = isOutputOnly ? values.outputKernel() : 0;
    }

    void compute(SegmentMemory stretch, int rows, int slots) {
        for (int l = 0; l < layers.length && firstRow == 0; l++) {
            LayerMemory memory = stretch.layers[l];
            if (l == 0) {
                input(layers[0].inputs(), stretch, memory.dNet, rows);
            } else {
                product(values.inputKernel(l), layers[l].inputs(), stretch.layers[l - 1].h, slots, memory.dNet, rows);
            }
            product(values.recurrentKernel(l), layers[l].recurrentRows(), memory.h, 0, memory.dRecurrentNet, rows);
            sum(values.bias(l), memory.dNet, rows);
            if (layers[l].cell().hasRecurrentBias()) {
                sum(values.recurrentBias(l), memory.dRecurrentNet, rows);
            }
            if (layers[l].peepholeWidth() > 0) {
                sum(values.peepholes(l), memory.dPeepholes, rows);
            }
        }
        product(values.outputKernel(), values.outputRows(), stretch.dz, 0, stretch.hidden, stretch.scored);
        sum(values.outputBias(), stretch.dz, stretch.scored);
    }

    /**
     * The gradient of a weight matrix, A' B.
     *
     * @param first the matrix's first row
     * @param count its rows
     * @param a     (steps, rows of the matrix), from row {@code aFrom} on: what went in, and B what came out of it; for a
     *              matrix that is turned over, the two are exchanged
     * @param b     (steps, columns of the matrix)
     */
    private void product(int first, int count, double[][] a, int aFrom, double[][] b, int steps) {
        if (steps == 1) {
            System.arraycopy(a[aFrom], 0, factors, first, count);
            setVectors(first, count, b[0]);
            return;
        }
        for (int row = first; row < first + count; row++) {
            Arrays.fill(written(row), 0);
        }
        Product.addTransposedTimes(a, aFrom, b, steps, values.rows, first, count);
    }

    /** The same for the first matrix, into which one-hot vectors went, and so at each step the gradient has one row, or numbers. */
    private void input(int count, SegmentMemory stretch, double[][] b, int steps) {
        int[] hot = stretch.input;
        if (steps == 1 && hot[0] != Target.NO_INDEX) {
            Arrays.fill(factors, 0, count, 0);
            factors[hot[0]] = 1;
            setVectors(0, count, b[0]);
            return;
        }
        for (int row = 0; row < count; row++) {
            Arrays.fill(written(row), 0);
        }
        for (int step = 0; step < steps; step++) {
            if (hot[step] != Target.NO_INDEX) {
                Product.add(1, b[step], values.rows[hot[step]]);
                continue;
            }
            for (int k = 0; k < count; k++) {
                Product.add(stretch.x[step][k], b[step], values.rows[k]);
            }
        }
    }

    /** The same for a bias, into which 1 went at each step. */
    private void sum(int row, double[][] b, int steps) {
        if (steps == 1) {
            factors[row] = 1;
            setVectors(row, 1, b[0]);
            return;
        }
        Arrays.fill(written(row), 0);
        for (int step = 0; step < steps; step++) {
            Product.add(1, b[step], values.rows[row]);
        }
    }

    /** Makes rows multiples of a vector; comparing is cheaper than writing a reference. */
    private void setVectors(int first, int count, double[] vector) {
        if (count > 0 && vectors[first] != vector) {
            Arrays.fill(vectors, first, first + count, vector);
        }
    }

    private double[] written(int row) {
        factors[row] = 1;
        vectors[row] = values.rows[row];
        return values.rows[row];
    }

    void descend(Weights weights, Updater updater, double clipping) {
        double clipped = clipping == Settings.NO_CLIPPING ? 1 : Math.min(1, clipping / norm());
        for (int row = firstRow; row < vectors.length; row++) {
            updater.change(weights.rows[row], row, clipped * factors[row], vectors[row]);
        }
    }

    private double norm() {
        writeDown();
        double sum = 0;
        for (double[] row : values.rows) {
            sum += Product.dot(row, row);
        }
        return Math.sqrt(sum);
    }

    private void writeDown() {
        for (int row = 0; row < vectors.length; row++) {
            if (vectors[row] != values.rows[row]) {
                double factor = factors[row];
                double[] vector = vectors[row];
                double[] written = written(row);
                for (int j = 0; j < written.length; j++) {
                    written[j] = 0 + factor * vector[j];
                }
            }
        }
    }

    /** A copy, in the order of the layout. */
    Parameters parameters() {
        writeDown();
        return values.parameters();
    }
}
