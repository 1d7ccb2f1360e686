package lab.carousel.task;

import java.util.List;

/** What is fed and wanted. */
public enum TargetKind {
    SYMBOLS,
    NUMBERS;

    /** The key of words that are others for each; the beginning ends with a dot, and the key with {@code symbols} or {@code numbers}. */
    public String key(String beginning) {
        return beginning + this;
    }

    @Override
    public String toString() {
        return this == NUMBERS ? "numbers" : "symbols";
    }

    /** What can be fed again and again: a symbol, or of numbers 0 at every input. */
    public List<String> heldInputs(Alphabet alphabet) {
        return this == NUMBERS ? List.of("0") : alphabet.symbols();
    }

    /** From where on outputs are drawn, up to 1: numbers reach as far below 0 as above. */
    public double lowest() {
        return this == NUMBERS ? -1 : 0;
    }
}
