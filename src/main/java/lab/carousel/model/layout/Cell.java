package lab.carousel.model.layout;

import java.util.List;

/** What a unit of the network is, and so what it can carry from step to step. */
public enum Cell {
    /**
     * Long short-term memory (Hochreiter and Schmidhuber 1997), with the forget gate of Gers, Schmidhuber and Cummins
     * (2000) and without peepholes: see {@code LstmCell}. Carries h and c.
     */
    LSTM(
            List.of(Gate.INPUT, Gate.FORGET, Gate.CANDIDATE, Gate.OUTPUT),
            List.of(
                    Quantity.HIDDEN_STATE,
                    Quantity.CELL_STATE,
                    Quantity.INPUT_GATE,
                    Quantity.FORGET_GATE,
                    Quantity.OUTPUT_GATE,
                    Quantity.CANDIDATE)),
    /**
     * Gated recurrent unit (Cho et al. 2014), in the form that Keras ({@code reset_after=True}) and PyTorch have: see
     * {@code GruCell}. Carries h.
     */
    GRU(
            List.of(Gate.UPDATE, Gate.RESET, Gate.CANDIDATE),
            List.of(Quantity.HIDDEN_STATE, Quantity.UPDATE_GATE, Quantity.RESET_GATE, Quantity.CANDIDATE)),
    /** A plain recurrent unit (Elman 1990): h' = tanh(W x + U h + b). Carries h. */
    RECURRENT(List.of(Gate.CANDIDATE), List.of(Quantity.HIDDEN_STATE)),
    /** A unit without memory: h' = tanh(W x + b). Carries nothing. */
    DENSE(List.of(Gate.CANDIDATE), List.of(Quantity.HIDDEN_STATE));

    private final List<Gate> gates;
    private final List<Quantity> quantities;
    /** The gates once more: they are looked for at every time step, and in a list that takes a while. */
    private final Gate[] order;

    Cell(List<Gate> gates, List<Quantity> quantities) {
        this.gates = gates;
        this.quantities = quantities;
        this.order = gates.toArray(Gate[]::new);
    }

    /** The place of a gate among {@link #gates}, or -1 if it has none. */
    int place(Gate gate) {
        for (int place = 0; place < order.length; place++) {
            if (order[place] == gate) {
                return place;
            }
        }
        return -1;
    }

    /** What has net inputs of its own, in the order in which their columns stand in the parameters: Keras's order. */
    public List<Gate> gates() {
        return gates;
    }

    /** What can be looked at in a unit. */
    public List<Quantity> quantities() {
        return quantities;
    }

    /** Whether the hidden state of the step before goes in. */
    public boolean isRecurrent() {
        return this != DENSE;
    }

    /** Whether U h has a bias of its own. */
    public boolean hasRecurrentBias() {
        return this == GRU;
    }

    /** Whether chrono initialisation (Tallec and Ollivier 2018) is defined for it: it has a gate that keeps. */
    public boolean hasKeepingGate() {
        return this == LSTM || this == GRU;
    }
}
