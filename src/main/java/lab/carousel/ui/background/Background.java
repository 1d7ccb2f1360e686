package lab.carousel.ui.background;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import javafx.application.Platform;
import lab.carousel.file.disk.ShutdownLatch;
import org.jspecify.annotations.Nullable;

/**
 * All work of the program that must not hold up the window, and the one place in which threads are made for it. Each kind
 * of work has an order of its own (see {@link SerialExecutor} and {@link ConflatingWorker}), so that what is quick never waits for what
 * takes long, and there are never more threads than kinds of work under way. In tests the same work can be done at once.
 */
public final class Background implements AutoCloseable {

    public static final String DISK = "disk";

    public static final String OPENING = "opening";

    private static final long IDLE_SECONDS = 2;
    private static final long MILLIS_FOR_SCREEN = 500;

    private final BiFunction<String, Urgency, Executor> orders;
    private final Executor screen;
    private final LongSupplier nanoTime;
    private final FrameBarrier barrier;
    /** What the watchdog asks; null if nothing. */
    private final AtomicReference<@Nullable Runnable> nextFrame = new AtomicReference<>();

    private final AtomicReference<Optional<Runnable>> ending = new AtomicReference<>(Optional.empty());

    public Background() {
        this(Platform::runLater);
    }

    /** For tests; {@code screen} runs what shows results. */
    public Background(Executor screen) {
        this(Background::thread, screen, System::nanoTime);
    }

    private Background(BiFunction<String, Urgency, Executor> orders, Executor screen, LongSupplier nanoTime) {
        this.orders = orders;
        this.screen = screen;
        this.nanoTime = nanoTime;
        this.barrier = new FrameBarrier(nanoTime);
    }

    /**
     * A background for tests.
     *
     * @param orders   gives what does the work of a name, one after the other; asked for each order
     * @param screen   runs what shows results
     * @param nanoTime in nanoseconds
     */
    public static Background byName(Function<String, Executor> orders, Executor screen, LongSupplier nanoTime) {
        return new Background((name, urgency) -> orders.apply(name), screen, nanoTime);
    }

    /** A background for tests, in which all work is done, and shown, before the method that asks for it returns. */
    public static Background synchronous() {
        return byName(name -> Runnable::run, Runnable::run, System::nanoTime);
    }

    /** One thread, which is there while there is something to do; what is left of a failure goes to its handler. */
    @SuppressWarnings("ThreadPriorityCheck") // nothing relies on it, but a window is smoother
    static Executor thread(String name, Urgency urgency) {
        ThreadPoolExecutor one =
                new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, name);
                    thread.setDaemon(true);
                    thread.setPriority(urgency.priority);
                    return thread;
                });
        one.allowCoreThreadTimeOut(true);
        return one;
    }

    /** Does work of one kind, one after the other; the name is that of its thread. */
    Executor order(String name, Urgency urgency) {
        return orders.apply(name, urgency);
    }

    /** Does work of one kind on a thread of this name. */
    public void execute(String name, Urgency urgency, Runnable work) {
        inOrder(name, urgency).execute(work);
    }

    /** Runs what waits for a frame. Called once per frame. */
    public void pulse() {
        Runnable waiting = nextFrame.get();
        if (waiting != null) {
            nextFrame.set(null);
            waiting.run();
        }
    }

    /** The executor that changes the screen, on the JavaFX thread. */
    Executor screen() {
        return screen;
    }

    /** Runs something where the screen is changed: on the JavaFX thread. */
    public void show(Runnable change) {
        screen.execute(change);
    }

    /**
     * @param mostMillis how long it may stand still
     * @param onFreeze   is told, in the background, of each time in which it stood still for longer
     */
    public Watchdog watch(Thread drawing, int mostMillis, Consumer<Freeze> onFreeze) {
        return new Watchdog(
                        nextFrame::set, screen, () -> List.of(drawing.getStackTrace()), nanoTime, mostMillis, onFreeze)
                .start();
    }

    /** Reads and writes files, one after the other: the JavaFX thread must not wait for a disk. */
    public SerialExecutor disk() {
        return inOrder(DISK);
    }

    /** The time, in nanoseconds, for all that waits for a time. */
    public LongSupplier nanoTime() {
        return nanoTime;
    }

    /** Behind it waits what is ready, until all is that belongs to the same moment. */
    public FrameBarrier barrier() {
        return barrier;
    }

    /** Work of one kind, of which each begins when the one before has ended. */
    public SerialExecutor inOrder(String name) {
        return inOrder(name, Urgency.WAITED_FOR);
    }

    public SerialExecutor inOrder(String name, Urgency urgency) {
        return new SerialExecutor(name, order(name, urgency), screen);
    }

    /**
     * Does something on the JavaFX thread when the program is ended from outside (logging out, shutting down, Ctrl-C), and
     * waits for it a moment. JavaFX ends at the same time, and then runs nothing any more: soon it is done anyway. Not done
     * any more once this is closed.
     */
    public void beforeEnd(Runnable last) {
        ending.set(Optional.of(last));
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end"));
    }

    void end() {
        ending.getAndSet(Optional.empty()).ifPresent(last -> {
            ShutdownLatch moment = new ShutdownLatch(ShutdownLatch.LONG_MILLIS);
            AtomicBoolean isBegun = new AtomicBoolean();
            Runnable once = () -> {
                if (isBegun.compareAndSet(false, true)) {
                    try {
                        last.run();
                    } finally {
                        moment.end();
                    }
                }
            };
            CompletableFuture.delayedExecutor(MILLIS_FOR_SCREEN, TimeUnit.MILLISECONDS)
                    .execute(once);
            show(once);
            moment.await();
        });
    }

    /** The end has come. The threads are daemons: what is under way does not keep the program from ending. */
    @Override
    public void close() {
        ending.set(Optional.empty());
    }
}
