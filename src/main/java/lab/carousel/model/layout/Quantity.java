package lab.carousel.model.layout;

import java.util.Optional;

/** What can be looked at in a unit at every step; {@link Cell#quantities} tells which cell has what. */
public enum Quantity {
    /** h, in -1 to 1. */
    HIDDEN_STATE("h"),
    /** c, unbounded. */
    CELL_STATE("c"),
    /** i, in 0 to 1. */
    INPUT_GATE("i"),
    /** f, in 0 to 1. */
    FORGET_GATE("f"),
    /** o, in 0 to 1. */
    OUTPUT_GATE("o"),
    /** g, in -1 to 1. */
    CANDIDATE("g"),
    /** z, in 0 to 1. */
    UPDATE_GATE("z"),
    /** r, in 0 to 1. */
    RESET_GATE("r");

    private final String letter;

    Quantity(String letter) {
        this.letter = letter;
    }

    /** The gate or candidate that it is; empty for a state. */
    public Optional<Gate> gate() {
        return switch (this) {
            case HIDDEN_STATE, CELL_STATE -> Optional.empty();
            case INPUT_GATE -> Optional.of(Gate.INPUT);
            case FORGET_GATE -> Optional.of(Gate.FORGET);
            case OUTPUT_GATE -> Optional.of(Gate.OUTPUT);
            case CANDIDATE -> Optional.of(Gate.CANDIDATE);
            case UPDATE_GATE -> Optional.of(Gate.UPDATE);
            case RESET_GATE -> Optional.of(Gate.RESET);
        };
    }

    /** The letter of the equations. */
    public String letter() {
        return letter;
    }
}
