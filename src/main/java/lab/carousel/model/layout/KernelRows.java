package lab.carousel.model.layout;

import org.jspecify.annotations.Nullable;

/**
 * The kernels that a network is multiplied with at every step, each row copied into an array of its own: the compiler of
 * Java 17 turns a loop into vector instructions only if all arrays in it have the same index, which offsets into flat
 * parameters rule out. Copied once for all steps that a {@link NetworkState} takes under the same parameters.
 */
public final class KernelRows {

    private @Nullable Parameters copied;
    /** W of the layers above the first one, of which a step needs one row only: {@code [layer][inputs][gH]}. */
    private double[][][] input = {};
    /** b of the first layer: (gH). */
    private double[] bias = {};
    /** U of each layer: {@code [layer][H][gH]}. */
    private double[][][] recurrent = {};
    /** V: {@code [H][O]}. */
    private double[][] output = {};

    /** Copies the kernels of these parameters, unless it has them. */
    public void read(Parameters parameters) {
        if (copied == parameters) {
            return;
        }
        ParameterLayout layout = parameters.layout();
        if (copied == null || !copied.layout().equals(layout)) {
            reserve(layout);
        }
        for (int l = 0; l < layout.layers(); l++) {
            LayerLayout layer = parameters.layer(l);
            copy(parameters, layer.inputKernel(), input[l]);
            copy(parameters, layer.recurrentKernel(), recurrent[l]);
        }
        System.arraycopy(parameters.values(), layout.layer(0).bias(), bias, 0, bias.length);
        copy(parameters, layout.outputKernel(), output);
        copied = parameters;
    }

    private void reserve(ParameterLayout layout) {
        input = new double[layout.layers()][][];
        recurrent = new double[layout.layers()][][];
        for (int l = 0; l < layout.layers(); l++) {
            LayerLayout layer = layout.layer(l);
            input[l] = new double[l == 0 ? 0 : layer.inputs()][layer.gateWidth()];
            recurrent[l] = new double[layer.recurrentRows()][layer.gateWidth()];
        }
        bias = new double[layout.layer(0).gateWidth()];
        output = new double[layout.units()][layout.outputs()];
    }

    private static void copy(Parameters parameters, int start, double[][] rows) {
        int next = start;
        for (double[] row : rows) {
            System.arraycopy(parameters.values(), next, row, 0, row.length);
            next += row.length;
        }
    }

    /** net (gH) += b of the first layer. */
    public void addBias(double[] net) {
        for (int j = 0; j < net.length; j++) {
            net[j] += bias[j];
        }
    }

    /** net (gH) += W x, x being the new hidden state (H) of the layer below, at a place in h; for an upper layer. */
    public void addInput(int layer, double[] h, int from, double[] net) {
        addRowAfterRow(h, from, input[layer], net);
    }

    /** net (gH) += U h, with the hidden state (H) at a place in h. */
    public void addRecurrent(int layer, double[] h, int from, double[] net) {
        addRowAfterRow(h, from, recurrent[layer], net);
    }

    /** z (O) += V h, with the hidden state (H) at a place in h. */
    public void addOutput(double[] h, int from, double[] z) {
        addRowAfterRow(h, from, output, z);
    }

    /**
     * y += x A, each number of y summed row after row; four of them at a time, so that y is read and written once for four.
     *
     * @param from where x begins
     */
    private static void addRowAfterRow(double[] x, int from, double[][] a, double[] y) {
        int row = 0;
        for (; row + 4 <= a.length; row += 4) {
            int at = from + row;
            addFour(x[at], a[row], x[at + 1], a[row + 1], x[at + 2], a[row + 2], x[at + 3], a[row + 3], y);
        }
        for (; row < a.length; row++) {
            double value = x[from + row];
            double[] r = a[row];
            for (int j = 0; j < y.length; j++) {
                y[j] += value * r[j];
            }
        }
    }

    private static void addFour(
            double x0,
            double[] r0,
            double x1,
            double[] r1,
            double x2,
            double[] r2,
            double x3,
            double[] r3,
            double[] y) {
        for (int j = 0; j < y.length; j++) {
            y[j] = y[j] + x0 * r0[j] + x1 * r1[j] + x2 * r2[j] + x3 * r3[j];
        }
    }
}
