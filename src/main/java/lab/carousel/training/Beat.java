package lab.carousel.training;

import java.util.concurrent.TimeUnit;

/**
 * The times at which the updates of a run are due. They follow each other from where they were due, not from where they
 * were made, so that what a thread sleeps too long is made up for; but not more than a moment of it, because a pause or a
 * pace that the engine cannot keep is not to be made up for at all.
 */
final class Beat {

    /** What may be made up for: so much longer than asked a thread may sleep on a busy machine. */
    static final long MADE_UP = TimeUnit.MILLISECONDS.toNanos(50);
    /** Shorter waits than this take longer than asked. */
    static final long SHORTEST_WAIT = TimeUnit.MICROSECONDS.toNanos(500);

    private long last;

    /** Starts anew: the update that is made now is in time. */
    void start(long now) {
        last = now;
    }

    /** How long to wait for the next update, in nanoseconds; 0 if it is due. */
    long untilDue(long interval, long now) {
        long wait = last + interval - now;
        return wait < SHORTEST_WAIT ? 0 : wait;
    }

    /** The next update is made. */
    void next(long interval, long now) {
        last = Math.max(last + interval, now - MADE_UP);
    }
}
