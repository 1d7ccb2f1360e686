package lab.carousel.engine.kernel;

import java.util.Arrays;
import lab.carousel.model.layout.LayerLayout;

/**
 * A layer of cells over a stretch: what all kinds of cell have in common. What lies between net inputs and state is in
 * {@link Equations}.
 *
 * <pre>
 *   forward    net = W x + b + U h       x one-hot in the first layer, the new h of the layer below in the others
 *
 *   backward   dh' comes from above and from the next step
 *              dh = U d net and what the equations add      dx = W d net, for the layer below
 *              dW = x' d net      dU = h' d net      db = d net, summed over the stretch
 * </pre>
 */
final class Layer {

    private final int number;
    private final LayerLayout layout;
    private final Weights weights;
    private final Equations equations;
    private final double[][] w;
    private final double[][] u;
    private final double[] b;
    /** The bias of U h; null if it has none. */
    private final double[] recurrentBias;
    /** W' and U', for the way back. */
    private final double[][] turnedW;

    private final double[][] turnedU;
    private double[][] dhNext = {};
    private double[][] dcNext = {};

    Layer(int number, LayerLayout layout, Weights weights) {
        this.number = number;
        this.layout = layout;
        this.weights = weights;
        this.equations = Equations.of(layout);
        this.w = weights.rows(weights.inputKernel(number), layout.inputs());
        this.u = weights.rows(weights.recurrentKernel(number), layout.recurrentRows());
        this.b = weights.rows[weights.bias(number)];
        this.recurrentBias = layout.cell().hasRecurrentBias() ? weights.rows[weights.recurrentBias(number)] : null;
        this.turnedW = new double[isFirst() ? 0 : layout.gateWidth()][layout.inputs()];
        this.turnedU = new double[layout.cell().isRecurrent() ? layout.gateWidth() : 0][layout.units()];
    }

    private boolean isFirst() {
        return number == 0;
    }

    /** Takes the state of a row one step further. */
    void forward(StretchMemory stretch, int row, int slots) {
        LayerMemory memory = stretch.layers[number];
        double[] net = memory.gates[row];
        if (isFirst()) {
            double[] x = w[stretch.input[row]];
            for (int j = 0; j < net.length; j++) {
                net[j] = x[j] + b[j];
            }
        } else {
            System.arraycopy(b, 0, net, 0, net.length);
            Product.addVectorTimes(stretch.layers[number - 1].h[row + slots], w, net);
        }
        if (recurrentBias != null) {
            System.arraycopy(recurrentBias, 0, memory.recurrent[row], 0, net.length);
        }
        Product.addVectorTimes(memory.h[row], u, memory.recurrent[row]);
        equations.forward(memory, row, row + slots);
    }

    /** Begins the way back through a stretch: no gradient comes from beyond its end. */
    void beginBackward(int rows, int slots) {
        if (dhNext.length < slots) {
            dhNext = new double[slots][layout.units()];
            dcNext = new double[slots][layout.units()];
        }
        for (int slot = 0; slot < slots; slot++) {
            Arrays.fill(dhNext[slot], 0);
            Arrays.fill(dcNext[slot], 0);
        }
        Product.transpose(weights.rows, weights.inputKernel(number), turnedW);
        if (rows > slots) {
            Product.transpose(weights.rows, weights.recurrentKernel(number), turnedU);
        }
    }

    /** The gradient that the next step sends to a row's hidden state; what comes from above is added to it. */
    double[] hiddenGradient(int row, int slots) {
        return dhNext[row % slots];
    }

    /** The gradient that the next step sends to a row's cell state. */
    double[] cellGradient(int row, int slots) {
        return dcNext[row % slots];
    }

    /**
     * Takes the gradient of a row's hidden state back to its net inputs, to the row before, and to the layer below.
     *
     * @param dx receives what is added to the gradient of the new hidden state below; null in the first layer
     */
    void backward(StretchMemory stretch, int row, int slots, double[] dx) {
        LayerMemory memory = stretch.layers[number];
        double[] dh = dhNext[row % slots];
        equations.backward(memory, row, row + slots, dh, dcNext[row % slots]);
        if (dx != null) {
            Product.addVectorTimes(memory.gates[row], turnedW, dx);
        }
        if (row >= slots) {
            Product.addVectorTimes(memory.recurrent[row], turnedU, dh);
        }
    }

    /** Goes down the gradient of its weights over all rows of a stretch. */
    void descend(StretchMemory stretch, int rows, int slots, Descent descent) {
        LayerMemory memory = stretch.layers[number];
        int first = weights.inputKernel(number);
        if (isFirst()) {
            descent.oneHotMatrix(first, layout.inputs(), stretch.input, memory.gates, rows);
        } else {
            descent.matrix(first, layout.inputs(), stretch.layers[number - 1].h, slots, memory.gates, 0, rows);
        }
        descent.matrix(weights.recurrentKernel(number), layout.recurrentRows(), memory.h, 0, memory.recurrent, 0, rows);
        descent.bias(weights.bias(number), memory.gates, rows);
        if (recurrentBias != null) {
            descent.bias(weights.recurrentBias(number), memory.recurrent, rows);
        }
    }
}
