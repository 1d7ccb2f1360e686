package lab.carousel.ui.background;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardOldestPolicy;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers questions on a daemon thread of its own, the latest one only: while an answer is being worked out just the newest
 * question waits, older ones are dropped, and an answer is shown only if it still is to the latest question. Its methods
 * belong to the JavaFX thread.
 *
 * @param <Q> a question; immutable
 * @param <A> its answer; immutable
 */
public final class Latest<Q, A> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Latest.class);

    private final Function<Q, A> work;
    private final Consumer<A> show;
    private final Executor screen;
    private final ThreadPoolExecutor background;
    private Q latest;

    /**
     * Answers on a thread of the given name, and shows on the JavaFX thread.
     *
     * @param work gives the answer to a question; runs on the thread
     * @param show is given the answer
     */
    public Latest(String name, Function<Q, A> work, Consumer<A> show) {
        this(name, work, show, Platform::runLater);
    }

    /**
     * The same for tests.
     *
     * @param screen runs what shows an answer
     */
    Latest(String name, Function<Q, A> work, Consumer<A> show, Executor screen) {
        this.work = work;
        this.show = show;
        this.screen = screen;
        this.background = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(1),
                runnable -> thread(runnable, name),
                new DiscardOldestPolicy());
    }

    private static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Asks a question. Whatever was asked before is forgotten. */
    public void ask(Q question) {
        latest = question;
        background.execute(() -> answer(question));
    }

    /** Forgets the latest question: nothing more is shown until the next one. */
    public void forget() {
        latest = null;
    }

    private void answer(Q question) {
        try {
            A answer = work.apply(question);
            screen.execute(() -> {
                if (latest == question) {
                    show.accept(answer);
                }
            });
        } catch (RuntimeException unexpected) {
            LOG.error("Nothing can be shown for {}", question, unexpected);
        }
    }

    /** Stops the thread. Nothing is shown any more. */
    @Override
    public void close() {
        latest = null;
        background.shutdownNow();
    }
}
