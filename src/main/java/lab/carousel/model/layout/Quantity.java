package lab.carousel.model.layout;

import java.util.Arrays;

/** A number that a unit has at every step; {@link Cell#quantities} tells which cell has which. */
public enum Quantity {
    /** h, what a unit shows, in -1 to 1. */
    HIDDEN_STATE("h", QuantityKind.STATE),
    /** c, unbounded. */
    CELL_STATE("c", QuantityKind.STATE),
    /** i, in 0 to 1: how much of the candidate is written. */
    INPUT_GATE("i", QuantityKind.GATE),
    /** f, in 0 to 1: how much of the cell state is kept. */
    FORGET_GATE("f", QuantityKind.GATE),
    /** o, in 0 to 1: how much of the cell state is shown as hidden state. */
    OUTPUT_GATE("o", QuantityKind.GATE),
    /** g, in -1 to 1: what would be written. */
    CANDIDATE("g", QuantityKind.CANDIDATE),
    /** z, in 0 to 1: how much of the hidden state is kept. */
    UPDATE_GATE("z", QuantityKind.GATE),
    /** r, in 0 to 1: how much of U h goes into the candidate. */
    RESET_GATE("r", QuantityKind.GATE);

    private final String letter;
    private final QuantityKind kind;

    Quantity(String letter, QuantityKind kind) {
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

    public QuantityKind kind() {
        return kind;
    }

    public String letter() {
        return letter;
    }
}
