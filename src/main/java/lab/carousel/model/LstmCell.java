package lab.carousel.model;

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
     * Takes a layer one step further.
     *
     * @param layer the layer
     * @param state its net inputs W x + U h + b are in {@code net}
     * @param first the place of its first unit in the state
     */
    static void step(LayerLayout layer, NetworkState state, int first) {
        double[] net = state.net;
        for (int unit = 0; unit < layer.units(); unit++) {
            double i = Activation.sigmoid(net[layer.column(Gate.INPUT) + unit]);
            double f = Activation.sigmoid(net[layer.column(Gate.FORGET) + unit]);
            double g = Activation.tanh(net[layer.column(Gate.CANDIDATE) + unit]);
            double o = Activation.sigmoid(net[layer.column(Gate.OUTPUT) + unit]);
            int at = first + unit;
            double c = f * state.c[at] + i * g;
            state.i[at] = i;
            state.f[at] = f;
            state.g[at] = g;
            state.o[at] = o;
            state.c[at] = c;
            state.h[at] = o * Activation.tanh(c);
        }
    }
}
