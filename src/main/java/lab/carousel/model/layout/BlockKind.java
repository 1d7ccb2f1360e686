package lab.carousel.model.layout;

public enum BlockKind {
    /** W, from what comes in. */
    INPUT_KERNEL("W"),
    /** U, from the hidden state before. */
    RECURRENT_KERNEL("U"),
    BIAS("b"),
    /** The bias of U h. */
    RECURRENT_BIAS("b_U"),
    /** p, from the unit's own cell state. */
    PEEPHOLES("p"),
    /** V, from the last layer to the outputs. */
    OUTPUT_KERNEL("V"),
    /** d, of the outputs. */
    OUTPUT_BIAS("d");

    private final String letter;

    BlockKind(String letter) {
        this.letter = letter;
    }

    public String letter() {
        return letter;
    }
}
