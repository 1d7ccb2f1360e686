package lab.carousel.engine.kernel;

import java.util.Arrays;
import lab.carousel.model.Activation;
import lab.carousel.model.Gate;
import lab.carousel.model.ParameterLayout;

/**
 * The LSTM layer over a stretch (Hochreiter and Schmidhuber 1997; forget gate of Gers, Schmidhuber and Cummins 2000).
 *
 * <pre>
 *   forward    i, f, o = sigmoid(W x + U h + b)    g = tanh(W x + U h + b)
 *              c' = f * c + i * g                  h' = o * tanh(c')
 *
 *   backward   dh' comes from the outputs and from the next step
 *              dc' = dh' * o * (1 - tanh(c')^2) + dc of the next step
 *              do = dh' * tanh(c')    di = dc' * g    df = dc' * c    dg = dc' * i
 *              each times the slope of its squashing: d net
 *              dc = dc' * f           dh = U d net
 *              dW = x' d net          dU = h' d net           db = d net, summed over the stretch
 * </pre>
 */
final class LstmLayer {

    private final ParameterLayout layout;
    private final int units;
    private final int width;
    private final double[] p;
    private final double[] gradient;
    private double[] dhNext = {};
    private double[] dcNext = {};
    private final double[] dh;

    LstmLayer(ParameterLayout layout, double[] parameters, double[] gradient) {
        this.layout = layout;
        this.units = layout.units();
        this.width = layout.gateWidth();
        this.p = parameters;
        this.gradient = gradient;
        this.dh = new double[units];
    }

    /** Takes the state of a row one step further. */
    void forward(StretchMemory memory, int row, int slots) {
        double[] gates = memory.gates;
        int at = row * width;
        int inputRow = layout.inputKernel() + memory.input[row] * width;
        int bias = layout.bias();
        for (int j = 0; j < width; j++) {
            gates[at + j] = p[inputRow + j] + p[bias + j];
        }
        Product.addVectorTimes(memory.h, row * units, p, layout.recurrentKernel(), units, width, gates, at);
        squash(gates, at);
        int before = row * units;
        int after = (row + slots) * units;
        int i = at + layout.column(Gate.INPUT);
        int f = at + layout.column(Gate.FORGET);
        int g = at + layout.column(Gate.CANDIDATE);
        int o = at + layout.column(Gate.OUTPUT);
        for (int u = 0; u < units; u++) {
            double cell = gates[f + u] * memory.c[before + u] + gates[i + u] * gates[g + u];
            double squashed = Activation.tanh(cell);
            memory.c[after + u] = cell;
            memory.tanhC[after + u] = squashed;
            memory.h[after + u] = gates[o + u] * squashed;
        }
    }

    private void squash(double[] gates, int at) {
        int candidate = at + layout.column(Gate.CANDIDATE);
        for (int j = at; j < at + width; j++) {
            gates[j] = j >= candidate && j < candidate + units ? Activation.tanh(gates[j]) : Activation.sigmoid(gates[j]);
        }
    }

    /** Forgets the gradients of later steps: nothing comes back from beyond the stretch. */
    void beginBackward(int slots) {
        if (dhNext.length < slots * units) {
            dhNext = new double[slots * units];
            dcNext = new double[slots * units];
        }
        Arrays.fill(dhNext, 0, slots * units, 0);
        Arrays.fill(dcNext, 0, slots * units, 0);
    }

    /** Takes the gradient of a row's outputs back to its net inputs and to the row before. */
    void backward(StretchMemory memory, int row, int slots, double[] dhFromOutputs) {
        int next = row % slots * units;
        double[] gates = memory.gates;
        int at = row * width;
        int i = at + layout.column(Gate.INPUT);
        int f = at + layout.column(Gate.FORGET);
        int g = at + layout.column(Gate.CANDIDATE);
        int o = at + layout.column(Gate.OUTPUT);
        int before = row * units;
        int after = (row + slots) * units;
        for (int u = 0; u < units; u++) {
            double in = gates[i + u];
            double forget = gates[f + u];
            double candidate = gates[g + u];
            double out = gates[o + u];
            double tanhC = memory.tanhC[after + u];
            double dHidden = dhFromOutputs[u] + dhNext[next + u];
            double dCell = dHidden * out * (1 - tanhC * tanhC) + dcNext[next + u];
            gates[i + u] = dCell * candidate * in * (1 - in);
            gates[f + u] = dCell * memory.c[before + u] * forget * (1 - forget);
            gates[g + u] = dCell * in * (1 - candidate * candidate);
            gates[o + u] = dHidden * tanhC * out * (1 - out);
            dcNext[next + u] = dCell * forget;
        }
        if (row >= slots) {
            Product.timesVector(p, layout.recurrentKernel(), units, width, gates, at, dhNext, next);
        }
    }

    /** Adds up the gradients of the weights over all rows of a stretch. */
    void gradients(StretchMemory memory, int rows) {
        double[] dNet = memory.gates;
        int bias = layout.bias();
        for (int row = 0; row < rows; row++) {
            int inputRow = layout.inputKernel() + memory.input[row] * width;
            int at = row * width;
            for (int j = 0; j < width; j++) {
                gradient[inputRow + j] += dNet[at + j];
                gradient[bias + j] += dNet[at + j];
            }
        }
        Product.addTransposedTimes(memory.h, 0, rows, units, dNet, 0, width, gradient, layout.recurrentKernel());
    }

    /** The scratch vector for the gradient that the outputs send to a row's hidden state. */
    double[] hiddenGradient() {
        return dh;
    }
}
