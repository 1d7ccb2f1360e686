package lab.carousel.ui.background;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers questions in the background, one at a time: while an answer is being worked out just the newest question waits,
 * older ones are dropped. Answers are shown in the order of their questions, also when a newer question waits already:
 * otherwise a view that asks at every frame would never show anything that takes longer than a frame. Of answers that the
 * screen has no time for only the last one is shown. Its methods belong to the JavaFX thread.
 *
 * @param <Q> a question; immutable
 * @param <A> its answer; immutable
 */
public final class Latest<Q, A> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Latest.class);

    private final Function<Q, A> work;
    private final Consumer<A> show;
    private final Background background;
    private final InOrder order;
    /** Whether its answers belong to a moment of a run, and are waited for before that is shown. */
    private final boolean ofMoment;
    /** The question that waits; there is at most one. */
    private final AtomicReference<Asked<Q>> waiting = new AtomicReference<>();
    /** The answer on its way to the screen; there is at most one. */
    private final AtomicReference<Asked<A>> finished = new AtomicReference<>();
    /** How often questions were forgotten: answers to earlier ones are not shown. */
    private final AtomicInteger forgotten = new AtomicInteger();

    private boolean closed;
    /** Whether a failure was told; used in the background. */
    private boolean told;

    private record Asked<T>(T value, int generation) {}

    /**
     * Answers questions of one kind.
     *
     * @param background does the work
     * @param name       of the kind
     * @param work       gives the answer to a question, in the background
     * @param show       is given the answer on the JavaFX thread
     */
    public Latest(Background background, String name, Function<Q, A> work, Consumer<A> show) {
        this(background, name, work, show, false);
    }

    private Latest(Background background, String name, Function<Q, A> work, Consumer<A> show, boolean ofMoment) {
        this.ofMoment = ofMoment;
        this.background = background;
        this.order = background.inOrder(name);
        this.work = work;
        this.show = show;
    }

    /**
     * Answers questions about a moment of a run: until there is an answer, the {@link Curtain} is down.
     *
     * @param background does the work
     * @param name       of the kind
     * @param work       gives the answer to a question, in the background
     * @param show       is given the answer on the JavaFX thread
     * @param <Q>        a question; immutable
     * @param <A>        its answer; immutable
     */
    public static <Q, A> Latest<Q, A> ofMoment(
            Background background, String name, Function<Q, A> work, Consumer<A> show) {
        return new Latest<>(background, name, work, show, true);
    }

    /** Asks a question, in place of one that still waits. */
    public void ask(Q question) {
        if (!closed && waiting.getAndSet(new Asked<>(question, forgotten.get())) == null) {
            if (ofMoment) {
                background.curtain().begin();
            }
            order.execute(this::answerAndEnd);
        }
    }

    /** Forgets what was asked: nothing of it is shown any more. */
    public void forget() {
        forgotten.incrementAndGet();
        waiting.set(null);
    }

    private void answerAndEnd() {
        try {
            answer();
        } finally {
            if (ofMoment) {
                background.show(background.curtain()::end);
            }
        }
    }

    private void answer() {
        Asked<Q> asked = waiting.getAndSet(null);
        if (asked == null || asked.generation() != forgotten.get()) {
            return;
        }
        try {
            A value = work.apply(asked.value());
            if (finished.getAndSet(new Asked<>(value, asked.generation())) == null) {
                background.show(this::show);
            }
        } catch (RuntimeException unexpected) {
            tell(asked.value(), unexpected);
        }
    }

    /** Once only: a view that asks at every frame would fail at every frame. */
    private void tell(Q question, RuntimeException unexpected) {
        if (!told) {
            told = true;
            LOG.error("Nothing can be shown for {}", question, unexpected);
            background.show(() -> {
                // Where the window shows what is unexpected
                throw unexpected;
            });
        }
    }

    private void show() {
        Asked<A> answer = finished.getAndSet(null);
        if (answer.generation() == forgotten.get()) {
            show.accept(answer.value());
        }
    }

    /** Answers nothing any more. Nothing is shown any more. */
    @Override
    public void close() {
        closed = true;
        forget();
    }
}
