package lab.carousel.model;

import lab.carousel.model.function.Activation;
import lab.carousel.model.layout.Gate;
import lab.carousel.model.layout.LayerLayout;
import lab.carousel.model.layout.NetworkState;

/**
 * One time step of a layer of LSTM units (Hochreiter and Schmidhuber 1997, with the forget gate of Gers, Schmidhuber and
 * Cummins 2000, without peepholes):
 *
 * <pre>
 *   i = sigmoid(W_i x + U_i h + b_i)      f = sigmoid(W_f x + U_f h + b_f)
 *   o = sigmoid(W_o x + U_o h + b_o)      g = tanh   (W_g x + U_g h + b_g)
 *   c' = f * c + i * g                    h' = o * tanh(c')
 * </pre>
 */
final class LstmCell {

    private LstmCell() {}

    /**
     * Computes the gates and the candidate of a layer.
     *
     * @param layer the layer
     * @param state its net inputs W x + U h + b are in {@code net}
     * @param first the place of its first unit in the state
     */
    static void gates(LayerLayout layer, NetworkState state, int first) {
        double[] gates = state.gates;
        int units = layer.units();
        int candidate = layer.column(Gate.CANDIDATE);
        state.squashing.of(state.net, gates, candidate, candidate + units);
        System.arraycopy(gates, layer.column(Gate.INPUT), state.i, first, units);
        System.arraycopy(gates, layer.column(Gate.FORGET), state.f, first, units);
        System.arraycopy(gates, candidate, state.g, first, units);
        System.arraycopy(gates, layer.column(Gate.OUTPUT), state.o, first, units);
    }

    /** Takes the state of a layer one step further, through its gates. */
    static void advance(LayerLayout layer, NetworkState state, int first) {
        double[] c = state.c;
        double[] i = state.i;
        double[] f = state.f;
        double[] o = state.o;
        double[] g = state.g;
        double[] h = state.h;
        for (int at = first; at < first + layer.units(); at++) {
            c[at] = f[at] * c[at] + i[at] * g[at];
        }
        Activation.tanh(c, first, h, layer.units());
        for (int at = first; at < first + layer.units(); at++) {
            h[at] *= o[at];
        }
    }
}
