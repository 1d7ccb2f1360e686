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

    private final int units;
    private final int symbols;
    private final int input;
    private final int forget;
    private final int candidate;
    private final int output;
    private final Weights weights;
    private final double[][] w;
    private final double[][] u;
    private final double[] b;
    /** U', for the way back through a stretch. */
    private final double[][] turnedU;

    private double[][] dhNext = {};
    private double[][] dcNext = {};

    LstmLayer(ParameterLayout layout, Weights weights) {
        this.units = layout.units();
        this.symbols = layout.symbols();
        this.input = layout.column(Gate.INPUT);
        this.forget = layout.column(Gate.FORGET);
        this.candidate = layout.column(Gate.CANDIDATE);
        this.output = layout.column(Gate.OUTPUT);
        this.weights = weights;
        this.w = weights.rows(weights.inputKernel(), symbols);
        this.u = weights.rows(weights.recurrentKernel(), units);
        this.b = weights.rows[weights.bias()];
        this.turnedU = new double[layout.gateWidth()][units];
    }

    /** Takes the state of a row one step further. */
    void forward(StretchMemory memory, int row, int slots) {
        double[] gates = memory.gates[row];
        double[] x = w[memory.input[row]];
        for (int j = 0; j < gates.length; j++) {
            gates[j] = x[j] + b[j];
        }
        Product.addVectorTimes(memory.h[row], u, gates);
        Activation.sigmoid(gates, 0, candidate);
        Activation.tanh(gates, candidate, candidate + units);
        Activation.sigmoid(gates, candidate + units, gates.length);
        double[] before = memory.c[row];
        double[] c = memory.c[row + slots];
        double[] tanhC = memory.tanhC[row + slots];
        double[] h = memory.h[row + slots];
        for (int j = 0; j < units; j++) {
            c[j] = gates[forget + j] * before[j] + gates[input + j] * gates[candidate + j];
            tanhC[j] = c[j];
        }
        Activation.tanh(tanhC, 0, units);
        for (int j = 0; j < units; j++) {
            h[j] = gates[output + j] * tanhC[j];
        }
    }

    /** Begins the way back through a stretch: no gradient comes from beyond its end. */
    void beginBackward(int rows, int slots) {
        if (dhNext.length < slots) {
            dhNext = new double[slots][units];
            dcNext = new double[slots][units];
        }
        for (int slot = 0; slot < slots; slot++) {
            Arrays.fill(dhNext[slot], 0);
            Arrays.fill(dcNext[slot], 0);
        }
        if (rows > slots) {
            Product.transpose(weights.rows, weights.recurrentKernel(), turnedU);
        }
    }

    /** The gradient that the next step sends to a row's hidden state; what the outputs send is added to it. */
    double[] hiddenGradient(int row, int slots) {
        return dhNext[row % slots];
    }

    /** Takes the gradient of a row's hidden state back to its net inputs and to the row before. */
    void backward(StretchMemory memory, int row, int slots) {
        double[] dh = dhNext[row % slots];
        double[] dc = dcNext[row % slots];
        double[] gates = memory.gates[row];
        double[] before = memory.c[row];
        double[] tanhC = memory.tanhC[row + slots];
        for (int j = 0; j < units; j++) {
            double i = gates[input + j];
            double f = gates[forget + j];
            double g = gates[candidate + j];
            double o = gates[output + j];
            double dCell = dh[j] * o * (1 - tanhC[j] * tanhC[j]) + dc[j];
            gates[input + j] = dCell * g * i * (1 - i);
            gates[forget + j] = dCell * before[j] * f * (1 - f);
            gates[candidate + j] = dCell * i * (1 - g * g);
            gates[output + j] = dh[j] * tanhC[j] * o * (1 - o);
            dc[j] = dCell * f;
        }
        if (row >= slots) {
            Arrays.fill(dh, 0);
            Product.addVectorTimes(gates, turnedU, dh);
        }
    }

    /** Changes the weights along their gradient over all rows of a stretch. */
    void descend(StretchMemory memory, int rows, Descent descent) {
        double[][] dNet = memory.gates;
        descent.oneHotMatrix(weights.inputKernel(), symbols, memory.input, dNet, rows);
        descent.matrix(weights.recurrentKernel(), units, memory.h, 0, dNet, 0, rows);
        descent.bias(weights.bias(), dNet, rows);
    }
}
