package lab.carousel.engine.kernel;

import java.util.Arrays;
import lab.carousel.model.function.Activation;
import lab.carousel.model.function.BatchActivations;
import lab.carousel.model.layout.LayerLayout;
import lab.carousel.model.layout.Quantity;

/**
 * Long short-term memory (Hochreiter and Schmidhuber 1997; forget gate of Gers, Schmidhuber and Cummins 2000).
 *
 * <pre>
 *   forward    i, f, o = sigmoid(net)     g = tanh(net)
 *              c' = f * c + i * g         h' = o * tanh(c')
 *
 *   backward   dc' = dh' * o * (1 - tanh(c')^2) + dc of the next step
 *              do = dh' * tanh(c')    di = dc' * g    df = dc' * c    dg = dc' * i
 *              each times the slope of its squashing: d net
 *              dc = dc' * f
 * </pre>
 */
final class LstmEquations implements Equations {

    private final int units;
    private final int input;
    private final int forget;
    private final int candidate;
    private final int output;
    private final BatchActivations squashing;

    LstmEquations(LayerLayout layout) {
        this.units = layout.units();
        this.input = layout.column(Quantity.INPUT_GATE);
        this.forget = layout.column(Quantity.FORGET_GATE);
        this.candidate = layout.column(Quantity.CANDIDATE);
        this.output = layout.column(Quantity.OUTPUT_GATE);
        this.squashing = new BatchActivations(layout.gateWidth());
    }

    @Override
    public void forward(LayerMemory memory, int row, int after) {
        double[] net = memory.net;
        double[] gates = memory.gates[row];
        double[] cBefore = memory.c[row];
        double[] c = memory.c[after];
        double[] tanhC = memory.tanhC[after];
        double[] h = memory.h[after];
        squashing.of(net, gates, candidate, candidate + units);
        for (int j = 0; j < units; j++) {
            c[j] = gates[forget + j] * cBefore[j] + gates[input + j] * gates[candidate + j];
        }
        Activation.tanh(c, 0, tanhC, units);
        for (int j = 0; j < units; j++) {
            h[j] = gates[output + j] * tanhC[j];
        }
    }

    @Override
    public void backward(LayerMemory memory, int row, int after) {
        double[] gates = memory.gates[row];
        double[] cBefore = memory.c[row];
        double[] tanhC = memory.tanhC[after];
        double[] dh = memory.dh[row];
        double[] dc = memory.dc[row];
        double[] dcAfter = memory.dcSent[after];
        double[] dcBefore = memory.dcSent[row];
        double[] dNet = memory.dNet[row];
        for (int j = 0; j < units; j++) {
            double i = gates[input + j];
            double f = gates[forget + j];
            double g = gates[candidate + j];
            double o = gates[output + j];
            double dCell = dh[j] * o * (1 - tanhC[j] * tanhC[j]) + dcAfter[j];
            dc[j] = dCell;
            dNet[input + j] = dCell * g * i * (1 - i);
            dNet[forget + j] = dCell * cBefore[j] * f * (1 - f);
            dNet[candidate + j] = dCell * i * (1 - g * g);
            dNet[output + j] = dh[j] * tanhC[j] * o * (1 - o);
            dcBefore[j] = dCell * f;
        }
        Arrays.fill(memory.dhSent[row], 0);
    }
}
