package lab.carousel.ui.background;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javafx.application.Platform;
import lab.carousel.ui.help.Help;
import lab.carousel.ui.studies.Studies;

/**
 * A background for tests of the window: whoever asks for a file waits until it is read or written, on another thread all the
 * same, so that a test sees what came of it as soon as it has done something. All else is done as in the program.
 */
public final class DiskAtOnce {

    private static final Set<String> AT_ONCE =
            Set.of(Background.DISK, Background.OPENING, Help.READING, Studies.MAKING);

    /** The names of work that takes long, or does not end by itself: a test that needs it waits for what comes of it. */
    private static final Set<String> LONG = Set.of("loss tone", "verification", "animation", "answers");

    /** How much is being worked out, in all backgrounds of this kind. */
    private static final AtomicInteger UNDER_WAY = new AtomicInteger();

    private DiskAtOnce() {}

    /** Whether nothing is being worked out, but for what takes long: what comes of it is shown, or on its way to be. */
    public static boolean isIdle() {
        return UNDER_WAY.get() == 0;
    }

    /** A background. */
    public static Background background() {
        ExecutorService threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        });
        Executor atOnce = work -> CompletableFuture.runAsync(work, threads).join();
        Function<String, Executor> byName = name -> AT_ONCE.contains(name) ? atOnce : thread(name);
        return Background.byName(byName, Platform::runLater);
    }

    private static Executor thread(String name) {
        Executor thread = Background.thread(name, Background.Urgency.WAITED_FOR);
        return LONG.contains(name)
                ? thread
                : work -> {
                    UNDER_WAY.incrementAndGet();
                    thread.execute(() -> {
                        try {
                            work.run();
                        } finally {
                            UNDER_WAY.decrementAndGet();
                        }
                    });
                };
    }
}
