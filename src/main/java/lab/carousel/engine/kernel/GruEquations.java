package lab.carousel.engine.kernel;

import lab.carousel.model.Activation;
import lab.carousel.model.layout.Gate;
import lab.carousel.model.layout.LayerLayout;

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

    GruEquations(LayerLayout layout) {
        this.units = layout.units();
        this.update = layout.column(Gate.UPDATE);
        this.reset = layout.column(Gate.RESET);
        this.candidate = layout.column(Gate.CANDIDATE);
    }

    @Override
    public void forward(LayerMemory memory, int before, int after) {
        double[] gates = memory.gates[before];
        double[] recurrent = memory.recurrent[before];
        double[] hBefore = memory.h[before];
        double[] h = memory.h[after];
        for (int j = 0; j < units; j++) {
            double z = Activation.sigmoid(gates[update + j] + recurrent[update + j]);
            double r = Activation.sigmoid(gates[reset + j] + recurrent[reset + j]);
            double g = Activation.tanh(gates[candidate + j] + r * recurrent[candidate + j]);
            gates[update + j] = z;
            gates[reset + j] = r;
            gates[candidate + j] = g;
            h[j] = z * hBefore[j] + (1 - z) * g;
        }
    }

    @Override
    public void backward(LayerMemory memory, int before, int after, double[] dh, double[] dc) {
        double[] gates = memory.gates[before];
        double[] recurrent = memory.recurrent[before];
        double[] hBefore = memory.h[before];
        for (int j = 0; j < units; j++) {
            double z = gates[update + j];
            double r = gates[reset + j];
            double g = gates[candidate + j];
            double dCandidate = dh[j] * (1 - z) * (1 - g * g);
            double dUpdate = dh[j] * (hBefore[j] - g) * z * (1 - z);
            double dReset = dCandidate * recurrent[candidate + j] * r * (1 - r);
            gates[update + j] = dUpdate;
            gates[reset + j] = dReset;
            gates[candidate + j] = dCandidate;
            recurrent[update + j] = dUpdate;
            recurrent[reset + j] = dReset;
            recurrent[candidate + j] = dCandidate * r;
            dh[j] *= z;
        }
    }
}
