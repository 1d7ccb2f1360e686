package lab.carousel.model.verdict;

/** What an evaluation says about memory. */
public enum Verdict {
    /** At the worst fork, or in enough pairs of a drawn task, both symbols are right, by more than a predictor could be that sees only what they share. */
    REMEMBERS,
    /** At the worst fork all steps are right, with few bits: which way so small a trace pushes is a matter of the seed. */
    A_TRACE,
    /** At the worst fork a step is wrong. */
    NOT_YET,
    /** No step needs anything that came before: there is no fork. */
    NEEDS_NO_MEMORY,
    /** There is no fork, and at some steps nothing that the network is fed tells what follows. */
    CANNOT_BE_KNOWN,
    /** Numbers are wanted, so that there are no bits: the floors that the loss is under say what is known. */
    BY_FLOORS,
    /** A forecast better than every floor. */
    FORECASTS,
    /** A forecast better than the echo, but not shown to be better than every floor. */
    BETTER_THAN_ECHO,
    /** A forecast that is not shown to be better than the echo. */
    NOT_SHOWN_BETTER,
    /** The same, which stays close to the last values, and whose changes do not follow the real ones. */
    ECHOES,
    /** A forecast worse than the echo. */
    WORSE,
    /** A forecast of too few steps to tell. */
    TOO_FEW,
    /** A forecast not shown to be better than the echo, and so close to the last values that it may be one: the steps cannot tell. */
    MAY_ECHO;

    /** The least bits, of one, of a fork that is remembered: a choice, so small that no rounding makes it. */
    public static final double LEAST_BITS = 0.1;

    /** Whether it says which of the floors of a task of numbers are beaten. */
    public boolean tellsFloors() {
        return compareTo(BY_FLOORS) >= 0;
    }

    /** Whether it says how well a fork is told. */
    public boolean isOfForks() {
        return compareTo(NOT_YET) <= 0;
    }
}
