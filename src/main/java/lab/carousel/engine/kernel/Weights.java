package lab.carousel.engine.kernel;

import java.util.Arrays;
import lab.carousel.model.layout.LayerLayout;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;

/**
 * The parameters of a network, or as many numbers that belong to them, by rows: each row of a matrix is an array of
 * its own. The compiler of Java 17 turns a loop into vector instructions only if all arrays in it have the same index,
 * which rules out one flat array with offsets; with 256 units the difference is a factor of three.
 *
 * <p>The rows are those of {@link ParameterLayout} in its order, except that the output kernel is turned over: it has a row
 * for each output (O, H).
 */
final class Weights {

    final ParameterLayout layout;
    private final LayerLayout[] layers;
    private final int[] layerStart;
    final double[][] rows;

    Weights(ParameterLayout layout) {
        this.layout = layout;
        // Kept, because the layout makes a new one each time it is asked
        this.layers = new LayerLayout[layout.layers()];
        Arrays.setAll(layers, layout::layer);
        this.layerStart = new int[layers.length + 1];
        for (int l = 0; l < layers.length; l++) {
            layerStart[l + 1] = peepholes(l) + (layers[l].peepholeWidth() > 0 ? 1 : 0);
        }
        this.rows = new double[outputBias() + 1][];
        Arrays.setAll(rows, row -> new double[row < outputKernel() ? layers[0].gateWidth() : layout.units()]);
        for (int l = 0; l < layers.length && layers[l].peepholeWidth() > 0; l++) {
            rows[peepholes(l)] = new double[layers[l].peepholeWidth()];
        }
        rows[outputBias()] = new double[layout.outputs()];
    }

    /** The first row of a layer's input kernel W. */
    int inputKernel(int layer) {
        return layerStart[layer];
    }

    /** The first row of a layer's recurrent kernel U. */
    int recurrentKernel(int layer) {
        return layerStart[layer] + layers[layer].inputs();
    }

    int bias(int layer) {
        return recurrentKernel(layer) + layers[layer].recurrentRows();
    }

    int recurrentBias(int layer) {
        return bias(layer) + 1;
    }

    int peepholes(int layer) {
        return bias(layer) + (layers[layer].cell().hasRecurrentBias() ? 2 : 1);
    }

    /** The first row of the output kernel. */
    int outputKernel() {
        return layerStart[layers.length];
    }

    int outputRows() {
        return layout.outputs();
    }

    int outputBias() {
        return outputKernel() + outputRows();
    }

    /** Copies some rows, which share their arrays with these. */
    double[][] rows(int from, int count) {
        return Arrays.copyOfRange(rows, from, from + count);
    }

    void set(Parameters parameters) {
        double[] flat = parameters.toArray();
        int next = 0;
        for (int row = 0; row < outputKernel(); row++) {
            System.arraycopy(flat, next, rows[row], 0, rows[row].length);
            next += rows[row].length;
        }
        for (int unit = 0; unit < layout.units(); unit++) {
            for (int k = 0; k < layout.outputs(); k++) {
                rows[outputKernel() + k][unit] = flat[next++];
            }
        }
        System.arraycopy(flat, next, rows[outputBias()], 0, layout.outputs());
    }

    /** A copy in the order of the layout. */
    Parameters parameters() {
        return Parameters.written(layout, this::write);
    }

    /** The same in the place of some that nobody needs any more. */
    Parameters parameters(Parameters over) {
        return Parameters.writtenOver(over, this::write);
    }

    private void write(double[] flat) {
        int next = 0;
        for (int row = 0; row < outputKernel(); row++) {
            System.arraycopy(rows[row], 0, flat, next, rows[row].length);
            next += rows[row].length;
        }
        for (int unit = 0; unit < layout.units(); unit++) {
            for (int k = 0; k < layout.outputs(); k++) {
                flat[next++] = rows[outputKernel() + k][unit];
            }
        }
        System.arraycopy(rows[outputBias()], 0, flat, next, layout.outputs());
    }
}
