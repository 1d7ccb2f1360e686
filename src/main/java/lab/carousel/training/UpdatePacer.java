package lab.carousel.training;

import java.util.concurrent.TimeUnit;

/**
 * Due times of a run's updates. Each follows the due time of the last, so that oversleeping is made up for; only up to
 * a moment, because a pause, or a pace that the engine cannot keep, is not to be made up for.
 */
final class UpdatePacer {

    /** Most oversleep that is made up for: a thread on a busy machine may sleep this much longer than asked. */
    static final long MOST_CATCH_UP = TimeUnit.MILLISECONDS.toNanos(50);
    /** Shorter waits than this take longer than asked. */
    static final long SHORTEST_WAIT = TimeUnit.MICROSECONDS.toNanos(500);

    private long last;

    void start(long now) {
        last = now;
    }

    /** Nanoseconds to the next update; 0 if it is due. */
    long untilDue(long interval, long now) {
        long wait = last + interval - now;
        return wait < SHORTEST_WAIT ? 0 : wait;
    }

    void next(long interval, long now) {
        last = Math.max(last + interval, now - MOST_CATCH_UP);
    }
}
