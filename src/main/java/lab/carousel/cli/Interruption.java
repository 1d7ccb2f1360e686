package lab.carousel.cli;

import java.util.concurrent.CountDownLatch;
import lab.carousel.file.disk.LastMoment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done when the program is interrupted (Ctrl-C, a signal, the end of the session) in the middle of something: it
 * is told, and gets a moment to bring what it has into safety.
 */
final class Interruption implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Interruption.class);

    private final CountDownLatch come = new CountDownLatch(1);
    private final LastMoment moment = new LastMoment();
    private final Thread hook;

    private Interruption(Runnable told) {
        this.hook = new Thread(
                () -> {
                    come.countDown();
                    told.run();
                    moment.await();
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

    @Override
    public void close() {
        moment.end();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            LOG.debug("What was under way is in safety", shuttingDown);
        }
    }
}
