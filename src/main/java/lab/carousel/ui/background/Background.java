package lab.carousel.ui.background;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import lab.carousel.file.disk.LastMoment;

/**
 * All work of the program that must not hold up the window, and the one place in which threads are made for it. Each kind
 * of work has an order of its own (see {@link InOrder} and {@link Latest}), so that what is quick never waits for what
 * takes long, and there are never more threads than kinds of work under way. In tests the same work can be done at once.
 */
public final class Background implements AutoCloseable {

    /** The name of the work that reads and writes files. */
    public static final String DISK = "disk";

    private static final long IDLE_SECONDS = 2;

    /** How much a kind of work matters. */
    public enum Urgency {
        /** Somebody waits for it. */
        WAITED_FOR(Thread.NORM_PRIORITY),
        /** It gives way to what somebody waits for. */
        ASIDE(Thread.MIN_PRIORITY);

        private final int priority;

        Urgency(int priority) {
            this.priority = priority;
        }
    }

    private final Function<String, Executor> threads;
    private final Curtain curtain = new Curtain(System::nanoTime);
    private final Executor screen;
    private final Runnable stop;
    private final AtomicReference<Optional<Runnable>> ending = new AtomicReference<>(Optional.empty());

    /** A background of daemon threads, which hands over on the JavaFX thread. */
    public Background() {
        // What is asked for after the end is not done
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Background::daemon,
                new ThreadPoolExecutor.DiscardPolicy());
        this.threads = name -> pool;
        this.screen = Platform::runLater;
        this.stop = pool::shutdownNow;
    }

    /**
     * A background for tests.
     *
     * @param threads does the work
     * @param screen  runs what shows its results
     */
    public Background(Executor threads, Executor screen) {
        this(name -> threads, screen, () -> {});
    }

    private Background(Function<String, Executor> threads, Executor screen, Runnable stop) {
        this.threads = threads;
        this.screen = screen;
        this.stop = stop;
    }

    /**
     * A background for tests, in which some work is done in another way.
     *
     * @param threads gives what does the work of a name
     * @param screen  runs what shows its results
     */
    public static Background byName(Function<String, Executor> threads, Executor screen) {
        return new Background(threads, screen, () -> {});
    }

    /** A background for tests, in which all work is done, and shown, before the method that asks for it returns. */
    public static Background synchronous() {
        return new Background(Runnable::run, Runnable::run);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Does something on a thread of this name.
     *
     * @param name    of the kind of work, as it is read in a thread dump
     * @param urgency how much it matters
     * @param work    what is done
     */
    @SuppressWarnings("ThreadPriorityCheck") // nothing relies on it, but a window is smoother
    public void execute(String name, Urgency urgency, Runnable work) {
        threads.apply(name).execute(() -> {
            Thread thread = Thread.currentThread();
            String nameBefore = thread.getName();
            int priorityBefore = thread.getPriority();
            thread.setName(name);
            thread.setPriority(urgency.priority);
            try {
                work.run();
            } finally {
                thread.setName(nameBefore);
                thread.setPriority(priorityBefore);
            }
        });
    }

    /** Runs something where the screen is changed: on the JavaFX thread. */
    public void show(Runnable change) {
        screen.execute(change);
    }

    /**
     * Watches the thread that draws the window.
     *
     * @param drawing    the JavaFX thread
     * @param mostMillis how long it may stand still
     * @param onFreeze   is told, in the background, of each time in which it stood still for longer
     */
    public Watchdog watch(Thread drawing, int mostMillis, Consumer<Watchdog.Freeze> onFreeze) {
        return Watchdog.watching(drawing, screen, mostMillis, onFreeze);
    }

    /** Reads and writes files, one after the other: the JavaFX thread must not wait for a disk. */
    public InOrder disk() {
        return inOrder(DISK);
    }

    /** Behind it waits what is ready, until all is that belongs to the same moment. */
    public Curtain curtain() {
        return curtain;
    }

    /** Work of one kind, of which each begins when the one before has ended. */
    public InOrder inOrder(String name) {
        return inOrder(name, Urgency.WAITED_FOR);
    }

    /** Work of one kind, of which each begins when the one before has ended. */
    public InOrder inOrder(String name, Urgency urgency) {
        return new InOrder(this, name, urgency);
    }

    /**
     * Does something on the JavaFX thread when the program is ended from outside (logging out, shutting down, Ctrl-C), and
     * waits for it a moment. Not done any more once this is closed.
     */
    public void beforeEnd(Runnable last) {
        ending.set(Optional.of(last));
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end"));
    }

    private void end() {
        ending.getAndSet(Optional.empty()).ifPresent(last -> {
            LastMoment moment = new LastMoment();
            show(() -> {
                try {
                    last.run();
                } finally {
                    moment.end();
                }
            });
            moment.await();
        });
    }

    /** Begins nothing any more. The threads are daemons: what is under way does not keep the program from ending. */
    @Override
    public void close() {
        ending.set(Optional.empty());
        stop.run();
    }
}
