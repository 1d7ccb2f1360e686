package lab.carousel.ui.background;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work of one kind, done in the background one after the other in the order in which it was asked for. What one does, the
 * next one sees, so that values used by nobody else need no lock. Can be used from any thread.
 */
public final class SerialExecutor implements Executor {

    private static final Logger LOG = LoggerFactory.getLogger(SerialExecutor.class);

    private final String name;
    private final Executor order;
    private final Executor screen;

    SerialExecutor(String name, Executor order, Executor screen) {
        this.name = name;
        this.order = order;
        this.screen = screen;
    }

    /**
     * Does something after everything asked for before. A failure, an {@link Error} too, is logged, and thrown where the
     * screen is changed, so that the window tells of it.
     */
    @Override
    public void execute(Runnable work) {
        order.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error unexpected) {
                LOG.error("The work \"{}\" failed", name, unexpected);
                screen.execute(() -> throwAgain(unexpected));
            }
        });
    }

    /** Throws what failed in the background. */
    static void throwAgain(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }

    /**
     * Works something out, and shows it. Answers are shown in the order of the questions; of a failure the window
     * tells.
     *
     * @param <A>  an answer; immutable
     */
    public <A> void ask(Supplier<A> work, Consumer<A> show) {
        execute(() -> {
            A answer = work.get();
            screen.execute(() -> show.accept(answer));
        });
    }

    /** Does something on the JavaFX thread after a time, whatever is being worked on then. */
    public void later(int millis, Runnable then) {
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS).execute(() -> screen.execute(then));
    }

    /** Waits until all is done that was asked for until now; false if the seconds were over first. */
    public boolean finish(int seconds) {
        CountDownLatch done = new CountDownLatch(1);
        execute(done::countDown);
        try {
            return done.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
