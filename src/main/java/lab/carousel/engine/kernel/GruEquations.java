package lab.carousel.engine.kernel;

import lab.carousel.model.function.Activation;
import lab.carousel.model.function.BatchActivations;
import lab.carousel.model.layout.LayerLayout;
import lab.carousel.model.layout.Quantity;

/**
 * Gated recurrent unit (Cho et al. 2014), in Keras's form with the reset gate after the product. The net inputs of what
 * comes in (net) and of the hidden state (net_U) are kept apart.
 *
 * <pre>
 *   forward    z, r = sigmoid(net + net_U)       g = tanh(net_g + r * net_Ug)
 *              h' = z * h + (1 - z) * g
 *
 *   backward   dg = dh' * (1 - z) * (1 - g^2)
 *              dz = dh' * (h - g) * z * (1 - z)        dr = dg * net_Ug * r * (1 - r)
 *              d net = dz, dr, dg        d net_U = dz, dr, dg * r
 *              dh = dh' * z, and what comes through net_U
 * </pre>
 */
final class GruEquations implements Equations {

    private final int units;
    private final int update;
    private final int reset;
    private final int candidate;
    /** Net inputs of z and r, which are the first two gates, and of g; and g itself. */
    private final double[] gateNet;

    private final double[] candidateNet;
    private final double[] g;
    private final BatchActivations squashing;

    GruEquations(LayerLayout layout) {
        this.units = layout.units();
        this.update = layout.column(Quantity.UPDATE_GATE);
        this.reset = layout.column(Quantity.RESET_GATE);
        this.candidate = layout.column(Quantity.CANDIDATE);
        this.gateNet = new double[candidate];
        this.candidateNet = new double[units];
        this.g = new double[units];
        this.squashing = new BatchActivations(candidate);
    }

    @Override
    public void forward(LayerMemory memory, int row, int after) {
        double[] net = memory.net;
        double[] recurrentNet = memory.recurrentNet[row];
        double[] gates = memory.gates[row];
        double[] hBefore = memory.h[row];
        double[] h = memory.h[after];
        for (int j = 0; j < gateNet.length; j++) {
            gateNet[j] = net[j] + recurrentNet[j];
        }
        squashing.of(gateNet, gates, 0, 0);
        for (int j = 0; j < units; j++) {
            candidateNet[j] = net[candidate + j] + gates[reset + j] * recurrentNet[candidate + j];
        }
        Activation.tanh(candidateNet, 0, g, units);
        System.arraycopy(g, 0, gates, candidate, units);
        for (int j = 0; j < units; j++) {
            double z = gates[update + j];
            h[j] = z * hBefore[j] + (1 - z) * g[j];
        }
    }

    @Override
    public void backward(LayerMemory memory, int row, int after) {
        double[] recurrentNet = memory.recurrentNet[row];
        double[] gates = memory.gates[row];
        double[] hBefore = memory.h[row];
        double[] dh = memory.dh[row];
        double[] dhBefore = memory.dhSent[row];
        double[] dNet = memory.dNet[row];
        double[] dRecurrentNet = memory.dRecurrentNet[row];
        for (int j = 0; j < units; j++) {
            double z = gates[update + j];
            double r = gates[reset + j];
            double g = gates[candidate + j];
            double dCandidate = dh[j] * (1 - z) * (1 - g * g);
            double dUpdate = dh[j] * (hBefore[j] - g) * z * (1 - z);
            double dReset = dCandidate * recurrentNet[candidate + j] * r * (1 - r);
            dNet[update + j] = dUpdate;
            dNet[reset + j] = dReset;
            dNet[candidate + j] = dCandidate;
            dRecurrentNet[update + j] = dUpdate;
            dRecurrentNet[reset + j] = dReset;
            dRecurrentNet[candidate + j] = dCandidate * r;
            dhBefore[j] = dh[j] * z;
        }
    }
}
