package lab.carousel.model;

import lab.carousel.model.layout.LayerLayout;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;

/** Writes a network by hand, weight by weight; what is not written is 0. */
public final class NetworkBuilder {

    /** So large that a gate is fully open, or fully shut with the other sign. */
    public static final double SATURATED = 1_000;

    private final ParameterLayout layout;
    private final double[] values;
    private final LayerLayout layer;

    /** One layer of LSTM units. */
    public NetworkBuilder(int symbols, int units) {
        this(new ParameterLayout(symbols, units));
    }

    public NetworkBuilder(ParameterLayout layout) {
        this.layout = layout;
        values = new double[layout.size()];
        layer = layout.layer(0);
    }

    /** The weight from an input, a symbol or a unit of the layer below, to a gate of a unit. */
    public NetworkBuilder input(int from, Quantity gate, int unit, double weight) {
        return set(layer.inputKernel() + from * layer.gateWidth(), gate, unit, weight);
    }

    /** The bias of a gate of a unit. */
    public NetworkBuilder bias(Quantity gate, int unit, double bias) {
        return set(layer.bias(), gate, unit, bias);
    }

    private NetworkBuilder set(int row, Quantity gate, int unit, double value) {
        values[row + layer.column(gate) + unit] = value;
        return this;
    }

    /** The weight from a unit of the last layer to an output. */
    public NetworkBuilder output(int unit, int output, double weight) {
        values[layout.outputKernel() + unit * layout.outputs() + output] = weight;
        return this;
    }

    public NetworkBuilder outputBias(int output, double bias) {
        values[layout.outputBias() + output] = bias;
        return this;
    }

    public Parameters build() {
        return Parameters.of(layout, values);
    }

    /**
     * A network for the reference task that knows the current symbol and nothing else: unit k is tanh(1) when symbol k
     * is the current one. Its outputs are certain, but for 3 and 4 after 2, which get the net inputs given.
     */
    public static NetworkBuilder ofCurrentSymbol(double threeAfterTwo, double fourAfterTwo) {
        int[] successor = {1, 2, -1, 0, 0};
        NetworkBuilder network = new NetworkBuilder(5, 6);
        for (int k = 0; k < 5; k++) {
            network.bias(Quantity.INPUT_GATE, k, SATURATED)
                    .bias(Quantity.FORGET_GATE, k, -SATURATED)
                    .bias(Quantity.OUTPUT_GATE, k, SATURATED)
                    .input(k, Quantity.CANDIDATE, k, SATURATED)
                    .outputBias(k, -50);
            if (successor[k] >= 0) {
                network.output(k, successor[k], 100 / Math.tanh(1));
            }
        }
        return network.output(2, 3, (threeAfterTwo + 50) / Math.tanh(1))
                .output(2, 4, (fourAfterTwo + 50) / Math.tanh(1));
    }

    /**
     * The same with a sixth unit, a carousel: 3 writes 1 into it and 4 writes -1, nothing else is written, nothing is
     * forgotten. It adds a net input of plus and minus the strength to the outputs 3 and 4.
     */
    public static NetworkBuilder ofFirstSymbol(double strength) {
        return ofCurrentSymbol(0, 0)
                .bias(Quantity.INPUT_GATE, 5, -SATURATED)
                .input(3, Quantity.INPUT_GATE, 5, 2 * SATURATED)
                .input(4, Quantity.INPUT_GATE, 5, 2 * SATURATED)
                .bias(Quantity.FORGET_GATE, 5, SATURATED)
                .bias(Quantity.OUTPUT_GATE, 5, SATURATED)
                .input(3, Quantity.CANDIDATE, 5, SATURATED)
                .input(4, Quantity.CANDIDATE, 5, -SATURATED)
                .output(5, 3, strength / Math.tanh(1))
                .output(5, 4, -strength / Math.tanh(1));
    }
}
