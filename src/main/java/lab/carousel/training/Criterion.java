package lab.carousel.training;

/**
 * Success criterion of Hochreiter and Schmidhuber (1997) for a task that draws its sequences: no output is off by the
 * bound or more, at any scored step, for {@value #IN_A_ROW} fresh sequences in a row.
 *
 * @param bound below 1
 * @param trained number of sequences that the network had been trained on
 * @param inARow fresh sequences passed before the first failure
 * @param largestError 0 to 1
 */
public record Criterion(double bound, long trained, int inARow, double largestError) {

    public static final int IN_A_ROW = 10_000;

    private static final int PASSED_PER_SEQUENCE_LEARNED = 10;

    public boolean isSolved() {
        return inARow >= IN_A_ROW;
    }

    /** Whether no error has been too large so far, but too few sequences have been seen. */
    public boolean isOpen() {
        return !isSolved() && largestError < bound;
    }

    /** Number of trained sequences at which a network is examined as long again. */
    long next() {
        return trained + inARow / PASSED_PER_SEQUENCE_LEARNED;
    }
}
