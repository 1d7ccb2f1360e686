package lab.carousel.ui.background;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardOldestPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers questions on a daemon thread of its own: while an answer is being worked out just the newest question waits,
 * older ones are dropped. Answers are shown in the order of their questions, also when a newer question waits already:
 * otherwise a view that asks at every frame would never show anything that takes longer than a frame. Of answers that the
 * screen has no time for only the last one is shown. Its methods belong to the JavaFX thread.
 *
 * @param <Q> a question; immutable
 * @param <A> its answer; immutable
 */
public final class Latest<Q, A> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Latest.class);
    private static final long IDLE_SECONDS = 2;

    private final Function<Q, A> work;
    private final Consumer<A> show;
    private final Executor screen;
    private final ThreadPoolExecutor background;
    /** The answer on its way to the screen; there is at most one. */
    private final AtomicReference<Answer<A>> finished = new AtomicReference<>();
    /** How often questions were forgotten: answers to earlier ones are not shown. */
    private volatile int forgotten;

    /** Whether a failure was told; of the background thread. */
    private boolean told;

    private record Answer<A>(A value, int generation) {}

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
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(1),
                runnable -> thread(runnable, name),
                new DiscardOldestPolicy());
        // Without a question there is no thread, so nobody has to close it
        background.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Asks a question, in place of one that still waits. */
    public void ask(Q question) {
        int generation = forgotten;
        background.execute(() -> answer(question, generation));
    }

    /** Forgets what was asked: nothing of it is shown any more. */
    public void forget() {
        forgotten++;
        background.getQueue().clear();
    }

    private void answer(Q question, int generation) {
        if (generation != forgotten) {
            return;
        }
        try {
            A value = work.apply(question);
            if (finished.getAndSet(new Answer<>(value, generation)) == null) {
                screen.execute(this::show);
            }
        } catch (RuntimeException unexpected) {
            tell(question, unexpected);
        }
    }

    /** Once only: a view that asks at every frame would fail at every frame. */
    private void tell(Q question, RuntimeException unexpected) {
        if (!told) {
            told = true;
            LOG.error("Nothing can be shown for {}", question, unexpected);
            screen.execute(() -> {
                // Where the window shows what is unexpected
                throw unexpected;
            });
        }
    }

    private void show() {
        Answer<A> answer = finished.getAndSet(null);
        if (answer.generation() == forgotten) {
            show.accept(answer.value());
        }
    }

    /** Stops the thread. Nothing is shown any more. */
    @Override
    public void close() {
        forget();
        background.shutdownNow();
    }
}
