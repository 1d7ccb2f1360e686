package lab.carousel.model;

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
     * Takes a layer one step further.
     *
     * @param layer the layer
     * @param state {@code net} holds W x + b, {@code recurrentNet} U h + b_U
     * @param first the place of its first unit in the state
     */
    static void step(LayerLayout layer, NetworkState state, int first) {
        double[] net = state.net;
        double[] recurrent = state.recurrentNet;
        int update = layer.column(Gate.UPDATE);
        int reset = layer.column(Gate.RESET);
        int candidate = layer.column(Gate.CANDIDATE);
        for (int unit = 0; unit < layer.units(); unit++) {
            double z = Activation.sigmoid(net[update + unit] + recurrent[update + unit]);
            double r = Activation.sigmoid(net[reset + unit] + recurrent[reset + unit]);
            double g = Activation.tanh(net[candidate + unit] + r * recurrent[candidate + unit]);
            int at = first + unit;
            state.z[at] = z;
            state.r[at] = r;
            state.g[at] = g;
            state.h[at] = z * state.h[at] + (1 - z) * g;
        }
    }
}
