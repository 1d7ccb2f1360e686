package lab.carousel.ui.history;

import java.util.concurrent.TimeUnit;

/**
 * A history being played: which of its places is due when. Slow enough to be followed, quick enough to end.
 *
 * @param from      the place where it began
 * @param nanos     when it began
 * @param perSecond how many places it passes in a second
 */
record Replay(int from, long nanos, double perSecond) {

    private static final double SLOWEST_PER_SECOND = 20;
    private static final double LONGEST_SECONDS = 15;

    /** A replay that begins now. */
    static Replay begin(int from, int last, long nanos) {
        return new Replay(from, nanos, Math.max(SLOWEST_PER_SECOND, (last - from) / LONGEST_SECONDS));
    }

    /** The place that is due; it may be beyond the last one. */
    int placeAt(long now) {
        return from + (int) ((now - nanos) * perSecond / TimeUnit.SECONDS.toNanos(1));
    }
}
