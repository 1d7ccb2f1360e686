package lab.carousel.file.disk;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is still to be brought into safety when the program is ended from outside (Ctrl-C, a signal, logging out, shutting
 * down): the end waits for it, but not for long. For shutdown hooks.
 */
public final class LastMoment {

    private static final Logger LOG = LoggerFactory.getLogger(LastMoment.class);
    /** Who logs out or presses Ctrl-C does not wait for longer than two seconds in all. */
    private static final int MOST_MILLIS = 1_600;

    private final CountDownLatch safe = new CountDownLatch(1);
    private final int mostMillis;

    /** A moment that has not ended. */
    public LastMoment() {
        this(MOST_MILLIS);
    }

    LastMoment(int mostMillis) {
        this.mostMillis = mostMillis;
    }

    /** All is in safety. */
    public void end() {
        safe.countDown();
    }

    /** Waits until all is in safety, or the moment is over, which is logged. */
    public void await() {
        try {
            if (!safe.await(mostMillis, TimeUnit.MILLISECONDS)) {
                LOG.warn("The program was ended before all was in safety");
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
