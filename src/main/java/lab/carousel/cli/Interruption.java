package lab.carousel.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done when the program is interrupted (Ctrl-C, a signal, the end of the session) in the middle of something: it
 * is told, and gets some seconds to bring what it has into safety.
 */
final class Interruption implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Interruption.class);
    private static final int SECONDS = 20;

    private final CountDownLatch safe = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(Runnable told) {
        this.hook = new Thread(
                () -> {
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

    private void waitUntilSafe() {
        try {
            if (!safe.await(SECONDS, TimeUnit.SECONDS)) {
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
