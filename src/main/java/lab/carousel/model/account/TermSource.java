package lab.carousel.model.account;

public enum TermSource {
    /** The input symbol: of the one-hot input just one weight is left. */
    SYMBOL,
    /** An input that a number is fed to. */
    CHANNEL,
    /** The hidden state of a unit in the layer below, at the same time step; or, for an output, in the last layer. */
    BELOW,
    /** The hidden state of a unit in the same layer, after the time step before. */
    BEFORE,
    BIAS,
    /** The bias of U h; only GRU has it. */
    RECURRENT_BIAS,
    /** The cell state of the same unit. */
    PEEPHOLE;

    /** Whether it belongs to W x. */
    public boolean isInput() {
        return this == SYMBOL || this == CHANNEL || this == BELOW;
    }

    public boolean isUnit() {
        return this == BELOW || this == BEFORE;
    }

    /** Whether it belongs to U h. */
    public boolean isRecurrent() {
        return this == BEFORE || this == RECURRENT_BIAS;
    }
}
