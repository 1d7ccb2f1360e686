package lab.carousel.training;

/**
 * Whether a task that draws its sequences is solved, as Hochreiter and Schmidhuber (1997) asked for it: no output is
 * off by as much as a bound, at any step that counts, for {@value #IN_A_ROW} fresh sequences in a row.
 *
 * @param bound        the bound of the error, below 1
 * @param trained      how many sequences the network that was examined had been trained on
 * @param inARow       how many fresh sequences in a row it has passed, before the first that it did not
 * @param largestError the largest error seen, 0 to 1
 */
public record Criterion(double bound, long trained, int inARow, double largestError) {

    /** So many sequences in a row. */
    public static final int IN_A_ROW = 10_000;

    private static final int PASSED_PER_SEQUENCE_LEARNED = 10;

    /** Whether the task is solved. */
    public boolean isSolved() {
        return inARow >= IN_A_ROW;
    }

    /** Whether no error has been too large so far, but not enough sequences have been seen. */
    public boolean isOpen() {
        return !isSolved() && largestError < bound;
    }

    /** How many sequences are to have been learned before a network is examined for as long again. */
    long next() {
        return trained + inARow / PASSED_PER_SEQUENCE_LEARNED;
    }
}
