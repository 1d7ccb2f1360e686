package lab.carousel.ui.background;

import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import javafx.application.Platform;
import lab.carousel.ui.help.Help;
import lab.carousel.ui.studies.StudiesOverlay;

/**
 * A background for tests of the window: whoever asks for a file waits until it is read or written, on another thread all the
 * same, so that a test sees what came of it as soon as it has done something. All else is done as in the program.
 */
public final class DiskAtOnce {

    private static final Set<String> AT_ONCE =
            Set.of(Background.DISK, Background.OPENING, Help.READING, StudiesOverlay.MAKING);

    /** How much was begun so far, and how much of it has ended, in all backgrounds of this kind. */
    private static final AtomicLong BEGUN = new AtomicLong();

    private static final AtomicLong ENDED = new AtomicLong();

    /** Told whenever something has ended. */
    private static final Object END = new Object();

    private DiskAtOnce() {}

    /** How much was worked out so far, if nothing is being worked out now: what comes of it is shown, or on its way to be. */
    public static OptionalLong done() {
        long ended = ENDED.get();
        return BEGUN.get() == ended ? OptionalLong.of(ended) : OptionalLong.empty();
    }

    /** Waits until something ends that is being worked out, but not longer than so many milliseconds. */
    public static void awaitEnd(int millis) {
        synchronized (END) {
            try {
                END.wait(millis);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * A background.
     *
     * @param nanoTime the time, in nanoseconds
     */
    public static Background background(LongSupplier nanoTime) {
        ExecutorService threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        });
        Executor atOnce =
                counted(work -> CompletableFuture.runAsync(work, threads).join());
        Function<String, Executor> byName =
                name -> AT_ONCE.contains(name) ? atOnce : counted(Background.thread(name, Urgency.WAITED_FOR));
        return Background.byName(byName, Platform::runLater, nanoTime);
    }

    private static Executor counted(Executor order) {
        return work -> {
            BEGUN.incrementAndGet();
            order.execute(() -> {
                try {
                    work.run();
                } finally {
                    ENDED.incrementAndGet();
                    synchronized (END) {
                        END.notifyAll();
                    }
                }
            });
        };
    }
}
