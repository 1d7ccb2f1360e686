package lab.carousel.model;

/**
 * One time step of an LSTM layer and its dense output layer (Hochreiter and Schmidhuber 1997, with the forget gate of
 * Gers, Schmidhuber and Cummins 2000, without peepholes):
 *
 * <pre>
 *   i = sigmoid(W_i x + U_i h + b_i)      f = sigmoid(W_f x + U_f h + b_f)
 *   o = sigmoid(W_o x + U_o h + b_o)      g = tanh   (W_g x + U_g h + b_g)
 *   c' = f * c + i * g                    h' = o * tanh(c')
 *   y  = output(V h' + d)
 * </pre>
 */
public final class LstmCell {

    private LstmCell() {}

    /**
     * Takes a state one step further.
     *
     * @param parameters the network
     * @param symbol     index of the input symbol; its one-hot vector is the input x
     * @param state      h and c before the step; overwritten with h', c' and the gates
     */
    public static void step(Parameters parameters, int symbol, LstmState state) {
        netInputs(parameters, symbol, state);
        int units = parameters.layout().units();
        double[] net = state.net;
        for (int unit = 0; unit < units; unit++) {
            double i = Activation.sigmoid(net[Gate.INPUT.ordinal() * units + unit]);
            double f = Activation.sigmoid(net[Gate.FORGET.ordinal() * units + unit]);
            double g = Activation.tanh(net[Gate.CANDIDATE.ordinal() * units + unit]);
            double o = Activation.sigmoid(net[Gate.OUTPUT.ordinal() * units + unit]);
            double c = f * state.c[unit] + i * g;
            state.i[unit] = i;
            state.f[unit] = f;
            state.g[unit] = g;
            state.o[unit] = o;
            state.c[unit] = c;
            state.h[unit] = o * Activation.tanh(c);
        }
    }

    /** W x + U h + b for all gates. With a one-hot input, W x is one row of W. */
    private static void netInputs(Parameters parameters, int symbol, LstmState state) {
        ParameterLayout layout = parameters.layout();
        double[] p = parameters.values();
        double[] net = state.net;
        int width = layout.gateWidth();
        int inputRow = layout.inputKernel() + symbol * width;
        int bias = layout.bias();
        for (int column = 0; column < width; column++) {
            net[column] = p[inputRow + column] + p[bias + column];
        }
        for (int from = 0; from < layout.units(); from++) {
            double h = state.h[from];
            int row = layout.recurrentKernel() + from * width;
            for (int column = 0; column < width; column++) {
                net[column] += h * p[row + column];
            }
        }
    }

    /**
     * The net inputs V h + d of the output units.
     *
     * @param z receives the K values
     */
    public static void outputNetInputs(Parameters parameters, LstmState state, double[] z) {
        ParameterLayout layout = parameters.layout();
        double[] p = parameters.values();
        System.arraycopy(p, layout.outputBias(), z, 0, layout.symbols());
        for (int unit = 0; unit < layout.units(); unit++) {
            double h = state.h[unit];
            int row = layout.outputKernel() + unit * layout.symbols();
            for (int k = 0; k < layout.symbols(); k++) {
                z[k] += h * p[row + k];
            }
        }
    }
}
