package lab.carousel.model.verdict;

/** What a network predicts at each step of the listed sequences. Filled step by step; not to be changed after that. */
public final class Predictions {

    private final int[][] symbols;

    /**
     * Nothing yet.
     *
     * @param sequences symbol indices
     */
    Predictions(int[][] sequences) {
        symbols = new int[sequences.length][];
        for (int s = 0; s < symbols.length; s++) {
            symbols[s] = new int[sequences[s].length - 1];
        }
    }

    /** Takes in a step. */
    void add(int s, int t, int symbol) {
        symbols[s][t] = symbol;
    }

    /** The symbol with the largest output, by its index; sequence and step are counted from 0. */
    public int at(int sequence, int step) {
        return symbols[sequence][step];
    }
}
