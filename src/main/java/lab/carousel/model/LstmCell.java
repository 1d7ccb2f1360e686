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
        int input = layer.column(Gate.INPUT);
        int forget = layer.column(Gate.FORGET);
        int candidate = layer.column(Gate.CANDIDATE);
        int output = layer.column(Gate.OUTPUT);
        for (int unit = 0; unit < layer.units(); unit++) {
            double i = Activation.sigmoid(net[input + unit]);
            double f = Activation.sigmoid(net[forget + unit]);
            double g = Activation.tanh(net[candidate + unit]);
            double o = Activation.sigmoid(net[output + unit]);
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
