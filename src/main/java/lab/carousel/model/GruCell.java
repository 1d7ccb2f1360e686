package lab.carousel.model;

import lab.carousel.model.function.Activation;
import lab.carousel.model.layout.Gate;
import lab.carousel.model.layout.LayerLayout;
import lab.carousel.model.layout.NetworkState;

/**
 * One time step of a layer of gated recurrent units (Cho et al. 2014), with the reset gate after the product and a bias
 * b_U of its own for the recurrent side, as Keras has it ({@code GRU(reset_after=True)}):
 *
 * <pre>
 *   z = sigmoid(W_z x + b_z + U_z h + b_Uz)      r = sigmoid(W_r x + b_r + U_r h + b_Ur)
 *   g = tanh(W_g x + b_g + r * (U_g h + b_Ug))   h' = z * h + (1 - z) * g
 * </pre>
 */
final class GruCell {

    private GruCell() {}

    /**
     * Computes the gates of a layer.
     *
     * @param layer the layer
     * @param state {@code net} holds W x + b, {@code recurrentNet} U h + b_U
     * @param first the place of its first unit in the state
     */
    static void gates(LayerLayout layer, NetworkState state, int first) {
        double[] net = state.net;
        double[] recurrent = state.recurrentNet;
        int update = layer.column(Gate.UPDATE);
        int reset = layer.column(Gate.RESET);
        for (int unit = 0; unit < layer.units(); unit++) {
            state.z[first + unit] = Activation.sigmoid(net[update + unit] + recurrent[update + unit]);
            state.r[first + unit] = Activation.sigmoid(net[reset + unit] + recurrent[reset + unit]);
        }
    }

    /** Computes the candidate, and takes the state of a layer one step further. */
    static void advance(LayerLayout layer, NetworkState state, int first) {
        int candidate = layer.column(Gate.CANDIDATE);
        for (int unit = 0; unit < layer.units(); unit++) {
            int at = first + unit;
            double recurrent = state.recurrentNet[candidate + unit];
            state.g[at] = Activation.tanh(state.net[candidate + unit] + state.r[at] * recurrent);
            state.h[at] = state.z[at] * state.h[at] + (1 - state.z[at]) * state.g[at];
        }
    }
}
