package lab.carousel.ui.background;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import lab.carousel.ui.help.Help;

/**
 * A background for tests of the window: whoever asks for a file waits until it is read or written, on another thread all the
 * same, so that a test sees what came of it as soon as it has done something. All else is done as in the program.
 */
public final class DiskAtOnce {

    private static final Set<String> AT_ONCE = Set.of(Background.DISK, Help.READING);

    private DiskAtOnce() {}

    /** A background. */
    public static Background background() {
        ExecutorService threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        });
        Executor disk = work -> CompletableFuture.runAsync(work, threads).join();
        return Background.byName(name -> AT_ONCE.contains(name) ? disk : threads, Platform::runLater);
    }
}
