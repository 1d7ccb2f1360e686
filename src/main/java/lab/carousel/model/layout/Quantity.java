package lab.carousel.model.layout;

import java.util.Arrays;

/** A number that a unit has at every step; {@link Cell#quantities} tells which cell has which. */
public enum Quantity {
    /** h, what a unit shows, in -1 to 1. */
    HIDDEN_STATE("h", Kind.STATE),
    /** c, unbounded. */
    CELL_STATE("c", Kind.STATE),
    /** i, in 0 to 1: how much of the candidate is written. */
    INPUT_GATE("i", Kind.GATE),
    /** f, in 0 to 1: how much of the cell state is kept. */
    FORGET_GATE("f", Kind.GATE),
    /** o, in 0 to 1: how much of the cell state is shown as hidden state. */
    OUTPUT_GATE("o", Kind.GATE),
    /** g, in -1 to 1: what would be written. */
    CANDIDATE("g", Kind.CANDIDATE),
    /** z, in 0 to 1: how much of the hidden state is kept. */
    UPDATE_GATE("z", Kind.GATE),
    /** r, in 0 to 1: how much of U h goes into the candidate. */
    RESET_GATE("r", Kind.GATE);

    /** Kinds of quantities, in the order in which they are listed. */
    public enum Kind {
        /** Carried from step to step. */
        STATE,
        GATE,
        CANDIDATE
    }

    private final String letter;
    private final Kind kind;

    Quantity(String letter, Kind kind) {
        this.letter = letter;
        this.kind = kind;
    }

    /** The quantity of a letter; a state after the step has a ' behind it. */
    static Quantity of(String name) {
        return Arrays.stream(values())
                .filter(quantity -> name.replace("'", "").equals(quantity.letter))
                .findFirst()
                .orElseThrow();
    }

    public Kind kind() {
        return kind;
    }

    public String letter() {
        return letter;
    }
}
