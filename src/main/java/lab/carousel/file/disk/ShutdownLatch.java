package lab.carousel.file.disk;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delay of the program's end (Ctrl-C, a signal, logging out, shutting down) until work is saved, but not for long. For
 * shutdown hooks.
 */
public final class ShutdownLatch {

    private static final Logger LOG = LoggerFactory.getLogger(ShutdownLatch.class);
    /** Whoever logs out or presses Ctrl-C waits for two seconds at most in all. */
    private static final int MOST_MILLIS = 1_600;
    /** For what somebody has worked on; a system that shuts down waits longer. */
    public static final int LONG_MILLIS = 5_000;

    private final CountDownLatch saved = new CountDownLatch(1);
    private final int mostMillis;

    public ShutdownLatch() {
        this(MOST_MILLIS);
    }

    public ShutdownLatch(int mostMillis) {
        this.mostMillis = mostMillis;
    }

    /** Signals that the work is saved. */
    public void end() {
        saved.countDown();
    }

    /** Waits for {@link #end} or the time-out, which is logged. */
    public void await() {
        try {
            if (!saved.await(mostMillis, TimeUnit.MILLISECONDS)) {
                LOG.warn("The program was ended before all was in safety");
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
