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
        double[] net = state.net;
        int input = layer.column(Gate.INPUT);
        int forget = layer.column(Gate.FORGET);
        int candidate = layer.column(Gate.CANDIDATE);
        int output = layer.column(Gate.OUTPUT);
        for (int unit = 0; unit < layer.units(); unit++) {
            int at = first + unit;
            state.i[at] = Activation.sigmoid(net[input + unit]);
            state.f[at] = Activation.sigmoid(net[forget + unit]);
            state.g[at] = Activation.tanh(net[candidate + unit]);
            state.o[at] = Activation.sigmoid(net[output + unit]);
        }
    }

    /** Takes the state of a layer one step further, through its gates. */
    static void advance(LayerLayout layer, NetworkState state, int first) {
        for (int at = first; at < first + layer.units(); at++) {
            state.c[at] = state.f[at] * state.c[at] + state.i[at] * state.g[at];
            state.h[at] = state.o[at] * Activation.tanh(state.c[at]);
        }
    }
}
