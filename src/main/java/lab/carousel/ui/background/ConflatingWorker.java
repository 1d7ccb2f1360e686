package lab.carousel.ui.background;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
public final class ConflatingWorker<Q, A> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConflatingWorker.class);

    private final Function<Q, A> work;
    private final Consumer<A> show;
    private final Executor order;
    private final Executor screen;
    private final FrameBarrier barrier;
    /** Whether its answers belong to a moment of a run, which waits for them. */
    private final boolean ofMoment;
    /** The question that waits; there is at most one. */
    private final AtomicReference<Asked<Q>> waiting = new AtomicReference<>();
    /** What is on its way to the screen; there is at most one. */
    private final AtomicReference<Arrival<A>> arriving = new AtomicReference<>();
    /** How often questions were forgotten: answers to earlier ones are not shown. */
    private final AtomicInteger forgotten = new AtomicInteger();

    private boolean closed;
    /** Whether a failure was reported; used in the background. */
    private boolean isReported;

    private record Asked<T>(T value, int generation) {}

    /**
     * What the screen is told of at once.
     *
     * @param answer the last one; null if there is none
     * @param ended  how many questions were dealt with
     */
    private record Arrival<A>(@Nullable Asked<A> answer, int ended) {

        Arrival<A> and(Arrival<A> later) {
            return new Arrival<>(later.answer != null ? later.answer : answer, ended + later.ended);
        }
    }

    private ConflatingWorker(
            Background background, String name, Function<Q, A> work, Consumer<A> show, boolean ofMoment) {
        this.ofMoment = ofMoment;
        this.order = background.order(name, Urgency.WAITED_FOR);
        this.screen = background.screen();
        this.barrier = background.barrier();
        this.work = work;
        this.show = show;
    }

    /**
     * Answers questions of one kind.
     *
     * @param work gives the answer to a question, in the background
     * @param show is given the answer on the JavaFX thread
     */
    public ConflatingWorker(Background background, String name, Function<Q, A> work, Consumer<A> show) {
        this(background, name, work, show, false);
    }

    /**
     * Answers questions about a moment of a run: until there is an answer, the {@link FrameBarrier} is down.
     *
     * @param <Q>        a question; immutable
     * @param <A>        its answer; immutable
     */
    public static <Q, A> ConflatingWorker<Q, A> ofMoment(
            Background background, String name, Function<Q, A> work, Consumer<A> show) {
        return new ConflatingWorker<>(background, name, work, show, true);
    }

    /** Asks a question, in place of one that still waits. */
    public void ask(Q question) {
        if (!closed && waiting.getAndSet(new Asked<>(question, forgotten.get())) == null) {
            if (ofMoment) {
                barrier.begin();
            }
            order.execute(this::answerAndTell);
        }
    }

    /** Forgets what was asked: nothing of it is shown any more. */
    public void forget() {
        forgotten.incrementAndGet();
        waiting.set(null);
    }

    private void answerAndTell() {
        Arrival<A> now = new Arrival<>(answer(), 1);
        boolean isAwaited = ofMoment || now.answer() != null;
        // One message to the screen for the answer and the end of waiting, however many come before it is read
        if (isAwaited
                && arriving.getAndAccumulate(now, (before, add) -> before == null ? add : before.and(add)) == null) {
            screen.execute(this::arrive);
        }
    }

    private @Nullable Asked<A> answer() {
        Asked<Q> asked = waiting.getAndSet(null);
        if (asked == null || asked.generation() != forgotten.get()) {
            return null;
        }
        try {
            return new Asked<>(work.apply(asked.value()), asked.generation());
        } catch (RuntimeException | Error unexpected) {
            report(asked.value(), unexpected);
            return null;
        }
    }

    /** Once only: a view that asks at every frame would fail at every frame. */
    private void report(Q question, Throwable unexpected) {
        if (!isReported) {
            isReported = true;
            LOG.error("Nothing can be shown for {}", question, unexpected);
            // Where the window shows what is unexpected
            screen.execute(() -> SerialExecutor.throwAgain(unexpected));
        }
    }

    private void arrive() {
        Arrival<A> arrival = arriving.getAndSet(null);
        try {
            Asked<A> answer = arrival.answer();
            if (answer != null && answer.generation() == forgotten.get()) {
                show.accept(answer.value());
            }
        } finally {
            for (int question = 0; ofMoment && question < arrival.ended(); question++) {
                barrier.end();
            }
        }
    }

    /** Answers nothing any more. Nothing is shown any more. */
    @Override
    public void close() {
        closed = true;
        forget();
    }
}
