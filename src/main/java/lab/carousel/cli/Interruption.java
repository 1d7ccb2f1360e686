package lab.carousel.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done when the program is interrupted (Ctrl-C, a signal, the end of the session) in the middle of something: it
 * is told, and gets a moment to bring what it has into safety.
 */
final class Interruption implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Interruption.class);
    /** Who logs out or presses Ctrl-C does not wait for longer. */
    private static final int MOST_MILLIS = 1_600;

    private final CountDownLatch come = new CountDownLatch(1);
    private final CountDownLatch safe = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(Runnable told) {
        this.hook = new Thread(
                () -> {
                    come.countDown();
                    told.run();
                    waitUntilSafe();
                },
                "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Calls something when the program is interrupted before this is closed, and then waits until it is closed. */
    static Interruption calling(Runnable told) {
        return new Interruption(told);
    }

    /** Whether the program was interrupted: nothing that takes long may be begun any more. */
    boolean hasCome() {
        return come.getCount() == 0;
    }

    private void waitUntilSafe() {
        try {
            if (!safe.await(MOST_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.warn("The program was interrupted and ends before all was written");
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        safe.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            LOG.debug("What was under way is in safety", shuttingDown);
        }
    }
}
