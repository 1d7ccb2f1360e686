package lab.carousel.engine.kernel;

import java.util.Arrays;
import lab.carousel.model.layout.LayerLayout;
import lab.carousel.task.Target;
import org.jspecify.annotations.Nullable;

/**
 * A layer of cells over a stretch: what all kinds of cell have in common. What lies between net inputs and state is in
 * {@link LayerEquations}.
 *
 * <pre>
 *   forward    net = W x + b + U h       x one-hot in the first layer, the new h of the layer below in the others
 *
 *   backward   dh' comes from above and from the next step
 *              dh = U d net and what the equations add      dx = W d net, for the layer below
 * </pre>
 *
 * Where errors are truncated (Hochreiter and Schmidhuber 1997) dh has nothing of d net.
 *
 * W is (inputs, gH), U is (H, gH), b is (gH): H units, g gates.
 */
final class Layer {

    private final int number;
    private final LayerLayout layout;
    private final LayerEquations equations;
    private final double[][] w;
    private final double[][] u;
    private final double[] b;
    /** The bias of U h (gH); null if it has none. */
    private final double @Nullable [] recurrentBias;
    /** W' (gH, inputs) and U' (gH, H), for the way back. */
    private final double[][] turnedW;

    private final double[][] turnedU;
    private final boolean isTruncated;

    /** @param isTruncated whether errors go back through the cell states alone */
    Layer(int number, LayerLayout layout, Weights weights, boolean isTruncated) {
        this.isTruncated = isTruncated;
        this.number = number;
        this.layout = layout;
        double[] peepholes = layout.peepholeWidth() > 0 ? weights.rows[weights.peepholes(number)] : new double[0];
        this.equations = LayerEquations.of(layout, peepholes, isTruncated);
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

    void forward(SegmentMemory stretch, int row, int slots) {
        LayerMemory memory = stretch.layers[number];
        double[] net = memory.net;
        if (isFirst() && stretch.input[row] == Target.NO_INDEX) {
            System.arraycopy(b, 0, net, 0, net.length);
            Product.addVectorTimes(stretch.x[row], w, net);
        } else if (isFirst()) {
            double[] x = w[stretch.input[row]];
            for (int j = 0; j < net.length; j++) {
                net[j] = x[j] + b[j];
            }
        } else {
            System.arraycopy(b, 0, net, 0, net.length);
            Product.addVectorTimes(stretch.layers[number - 1].h[row + slots], w, net);
        }
        double[] recurrentNet = net;
        if (recurrentBias != null) {
            recurrentNet = memory.recurrentNet[row];
            System.arraycopy(recurrentBias, 0, recurrentNet, 0, net.length);
        }
        Product.addVectorTimes(memory.h[row], u, recurrentNet);
        equations.forward(memory, row, row + slots);
    }

    /** Begins the way back through a stretch: no gradient comes from beyond its end. */
    void beginBackward(SegmentMemory stretch, int rows, int slots) {
        LayerMemory memory = stretch.layers[number];
        for (int row = rows; row < rows + slots; row++) {
            Arrays.fill(memory.dhSent[row], 0);
            Arrays.fill(memory.dcSent[row], 0);
        }
        if (!isFirst()) {
            Product.transpose(w, turnedW);
        }
        if (rows > slots && !isTruncated) {
            Product.transpose(u, turnedU);
        }
    }

    /** Starts a row's gradient of the hidden state with what the next step sends. */
    void takeSent(SegmentMemory stretch, int row, int slots) {
        LayerMemory memory = stretch.layers[number];
        System.arraycopy(memory.dhSent[row + slots], 0, memory.dh[row], 0, layout.units());
    }

    /**
     * Takes the gradient of a row's hidden state back to its net inputs, to the row before, and to the layer below.
     *
     * @param dx (inputs) receives what is added to the gradient of the new hidden state below; not in the first layer
     */
    void backward(SegmentMemory stretch, int row, int slots, double[] dx) {
        LayerMemory memory = stretch.layers[number];
        equations.backward(memory, row, row + slots);
        if (!isFirst()) {
            Product.addVectorTimes(memory.dNet[row], turnedW, dx);
        }
        if (row >= slots && !isTruncated) {
            Product.addVectorTimes(memory.dRecurrentNet[row], turnedU, memory.dhSent[row]);
        }
    }
}
