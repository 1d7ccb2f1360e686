package lab.carousel.task;

/**
 * When a drawn task is solved: so many sequences in a row whose largest {@link Target#error} is below a bound.
 *
 * @param bound     of the error
 * @param inARow    how many sequences
 * @param meanBound of the mean over those in a row of the sum of squared errors of the outputs; infinite if it does not count
 * @param wrong     how many may fail all the same; the count begins anew with one more
 * @param exam      which sequences they are
 */
public record StoppingRule(double bound, int inARow, double meanBound, int wrong, Exam exam) {

    /** Which sequences have to pass. */
    public enum Exam {
        /** Fresh ones, after an epoch. */
        FRESH,
        /** Those of the kind's own, from the first to the last: {@link DrawnTask#examined}. */
        OWN,
        /** The latest that the network was trained on, each before it was. */
        TRAINED
    }

    public static StoppingRule fresh(double bound, int inARow) {
        return new StoppingRule(bound, inARow, Double.POSITIVE_INFINITY, 0, Exam.FRESH);
    }

    /** Where only right and wrong count: every legal output above every other. */
    public static StoppingRule own(int inARow) {
        return new StoppingRule(0.5, inARow, Double.POSITIVE_INFINITY, 0, Exam.OWN);
    }

    public static StoppingRule trained(double bound, int inARow, double meanBound, int wrong) {
        return new StoppingRule(bound, inARow, meanBound, wrong, Exam.TRAINED);
    }
}
