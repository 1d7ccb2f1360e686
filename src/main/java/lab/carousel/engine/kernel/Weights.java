package lab.carousel.engine.kernel;

import java.util.Arrays;
import lab.carousel.model.ParameterLayout;
import lab.carousel.model.Parameters;

/**
 * The parameters of a network, or as many numbers that belong to them, by rows: each row of a matrix is an array of
 * its own. The compiler of Java 17 turns a loop into vector instructions only if all arrays in it have the same index,
 * which rules out one flat array with offsets; with 256 units the difference is a factor of three.
 *
 * <pre>
 *   rows            what                width
 *   inputKernel     W, one per symbol   4H, in the order of {@link lab.carousel.model.Gate}
 *   recurrentKernel U, one per unit     4H
 *   bias            b                   4H
 *   outputKernel    V', one per symbol  H: turned over, because K is often small
 *   outputBias      d                   K
 * </pre>
 */
final class Weights {

    private final ParameterLayout layout;

    /** All rows, in the order of the table. */
    final double[][] rows;

    Weights(ParameterLayout layout) {
        this.layout = layout;
        this.rows = new double[outputBias() + 1][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = new double[row < outputKernel() ? layout.gateWidth() : layout.units()];
        }
        rows[outputBias()] = new double[layout.symbols()];
    }

    int inputKernel() {
        return 0;
    }

    int recurrentKernel() {
        return layout.symbols();
    }

    int bias() {
        return recurrentKernel() + layout.units();
    }

    int outputKernel() {
        return bias() + 1;
    }

    int outputBias() {
        return outputKernel() + layout.symbols();
    }

    /** Copies some rows, which share their arrays with these. */
    double[][] rows(int from, int count) {
        return Arrays.copyOfRange(rows, from, from + count);
    }

    /** Takes over parameters. */
    void set(Parameters parameters) {
        double[] flat = parameters.toArray();
        int next = 0;
        for (int row = 0; row < outputKernel(); row++) {
            System.arraycopy(flat, next, rows[row], 0, layout.gateWidth());
            next += layout.gateWidth();
        }
        for (int unit = 0; unit < layout.units(); unit++) {
            for (int k = 0; k < layout.symbols(); k++) {
                rows[outputKernel() + k][unit] = flat[next++];
            }
        }
        System.arraycopy(flat, next, rows[outputBias()], 0, layout.symbols());
    }

    /** A copy in the order of the layout. */
    Parameters parameters() {
        double[] flat = new double[layout.size()];
        int next = 0;
        for (int row = 0; row < outputKernel(); row++) {
            System.arraycopy(rows[row], 0, flat, next, layout.gateWidth());
            next += layout.gateWidth();
        }
        for (int unit = 0; unit < layout.units(); unit++) {
            for (int k = 0; k < layout.symbols(); k++) {
                flat[next++] = rows[outputKernel() + k][unit];
            }
        }
        System.arraycopy(rows[outputBias()], 0, flat, next, layout.symbols());
        return Parameters.of(layout, flat);
    }
}
