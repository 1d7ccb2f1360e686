package lab.carousel.model;

/** Writes a network by hand, weight by weight; what is not written is 0. */
final class NetworkBuilder {

    /** So large that a gate is fully open, or fully shut with the other sign. */
    static final double SATURATED = 1_000;

    private final ParameterLayout layout;
    private final double[] values;

    NetworkBuilder(int symbols, int units) {
        layout = new ParameterLayout(symbols, units);
        values = new double[layout.size()];
    }

    /** The weight from an input symbol to a gate of a unit. */
    NetworkBuilder input(int symbol, Gate gate, int unit, double weight) {
        values[symbol * 4 * layout.units() + gate.ordinal() * layout.units() + unit] = weight;
        return this;
    }

    /** The weight from the hidden state of a unit to a gate of a unit. */
    NetworkBuilder recurrent(int from, Gate gate, int unit, double weight) {
        values[layout.layer(0).recurrentKernel() + from * 4 * layout.units() + gate.ordinal() * layout.units() + unit] = weight;
        return this;
    }

    /** The bias of a gate of a unit. */
    NetworkBuilder bias(Gate gate, int unit, double bias) {
        values[layout.layer(0).bias() + gate.ordinal() * layout.units() + unit] = bias;
        return this;
    }

    /** The weight from a unit to an output. */
    NetworkBuilder output(int unit, int output, double weight) {
        values[layout.outputKernel() + unit * layout.symbols() + output] = weight;
        return this;
    }

    /** The bias of an output. */
    NetworkBuilder outputBias(int output, double bias) {
        values[layout.outputBias() + output] = bias;
        return this;
    }

    Parameters build() {
        return Parameters.of(layout, values);
    }

    /**
     * A network for the reference task that knows the current symbol and nothing else: unit k is tanh(1) when symbol k
     * is the current one. Its outputs are certain, but for 3 and 4 after 2, which get the net inputs given.
     */
    static NetworkBuilder ofCurrentSymbol(double threeAfterTwo, double fourAfterTwo) {
        int[] successor = {1, 2, -1, 0, 0};
        NetworkBuilder network = new NetworkBuilder(5, 6);
        for (int k = 0; k < 5; k++) {
            network.bias(Gate.INPUT, k, SATURATED)
                    .bias(Gate.FORGET, k, -SATURATED)
                    .bias(Gate.OUTPUT, k, SATURATED)
                    .input(k, Gate.CANDIDATE, k, SATURATED)
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
    static NetworkBuilder ofFirstSymbol(double strength) {
        return ofCurrentSymbol(0, 0)
                .bias(Gate.INPUT, 5, -SATURATED)
                .input(3, Gate.INPUT, 5, 2 * SATURATED)
                .input(4, Gate.INPUT, 5, 2 * SATURATED)
                .bias(Gate.FORGET, 5, SATURATED)
                .bias(Gate.OUTPUT, 5, SATURATED)
                .input(3, Gate.CANDIDATE, 5, SATURATED)
                .input(4, Gate.CANDIDATE, 5, -SATURATED)
                .output(5, 3, strength / Math.tanh(1))
                .output(5, 4, -strength / Math.tanh(1));
    }
}
