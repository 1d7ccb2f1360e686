package lab.carousel.model.verdict;

import lab.carousel.model.Share;

/**
 * How many test sequences of a drawn task, each with its twins, a network passes.
 *
 * @param all     how many there are; 0 where none is judged
 * @param fed     the first so many of them: fewer if neither memory nor a trace was in reach any more
 * @param right   of these, how many have right answers, their twins too
 * @param passing of these, how many carry at least {@value Verdict#LEAST_BITS} bit
 */
public record JudgedPairs(int all, int fed, int right, int passing) {

    public static final JudgedPairs NONE = new JudgedPairs(0, 0, 0, 0);

    /** The lower end of the interval of a share that is called memory. */
    private static final double LEAST_SHARE = 0.95;

    /** Whether the feeding ended early. */
    public boolean isStopped() {
        return fed < all;
    }

    public Share passed() {
        return new Share(passing, fed);
    }

    public Share answered() {
        return new Share(right, fed);
    }

    Verdict verdict() {
        if (isStopped() || !isEnough(answered())) {
            return Verdict.NOT_YET;
        }
        return isEnough(passed()) ? Verdict.REMEMBERS : Verdict.A_TRACE;
    }

    /** How many of some may fail in what remembers; {@code -1} if they are too few to tell. */
    static int mostFailing(int all) {
        int failing = -1;
        while (failing < all && isEnough(new Share(all - failing - 1, all))) {
            failing++;
        }
        return failing;
    }

    private static boolean isEnough(Share share) {
        return share.low() >= LEAST_SHARE;
    }
}
