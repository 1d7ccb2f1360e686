package lab.carousel.training;

import lab.carousel.task.StoppingRule;

/**
 * How far a network has come in the stopping rule of a task that draws its sequences.
 *
 * @param trained number of sequences that the network had been trained on
 * @param inARow sequences passed before the first failure; where those it was trained on count, since the latest failure
 * @param largestError of those in a row, and of the failure
 * @param wrong how many of those in a row failed all the same
 * @param squaredErrors the sum over those in a row of the squared errors of all outputs; 0 where that does not count
 */
public record Criterion(
        StoppingRule rule, long trained, int inARow, double largestError, int wrong, double squaredErrors) {

    private static final int PASSED_PER_SEQUENCE_LEARNED = 10;

    static Criterion start(StoppingRule rule, long trained) {
        return new Criterion(rule, trained, 0, 0, 0, 0);
    }

    public boolean isSolved() {
        return inARow >= rule.inARow() && !(squaredErrors / inARow >= rule.meanBound());
    }

    /** Whether no error has been too large so far, but too few sequences have been seen. */
    public boolean isOpen() {
        return !isSolved() && (rule.exam() == StoppingRule.Exam.TRAINED ? inARow > 0 : largestError < rule.bound());
    }

    /** Whether test sequences are fed until it is decided. */
    public boolean isUnderTest() {
        return isOpen() && rule.exam() != StoppingRule.Exam.TRAINED;
    }

    /** The same after another sequence. */
    Criterion add(double error) {
        return new Criterion(
                rule, trained, inARow + (error < rule.bound() ? 1 : 0), Math.max(largestError, error), 0, 0);
    }

    /** The same after a sequence in training, where one failure too many lets the count begin anew. */
    Criterion addTrained(double error, double squared) {
        int failed = wrong + (error < rule.bound() ? 0 : 1);
        return failed > rule.wrong()
                ? new Criterion(rule, trained + 1, 0, error, 0, 0)
                : new Criterion(
                        rule,
                        trained + 1,
                        inARow + 1,
                        inARow == 0 ? error : Math.max(largestError, error),
                        failed,
                        squaredErrors + squared);
    }

    /** Number of trained sequences at which a network is examined as long again. */
    long next() {
        return trained + inARow / PASSED_PER_SEQUENCE_LEARNED;
    }
}
