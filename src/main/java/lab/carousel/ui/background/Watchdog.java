package lab.carousel.ui.background;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Notices when the window stands still, and where: it asks the JavaFX thread for a sign of life again and again, and if
 * none comes in time it looks what that thread is doing. The sign comes with the next frame, as an idle window makes nothing
 * for it; but a window that nobody sees may have no frames, and is asked directly.
 */
public final class Watchdog implements AutoCloseable {

    private static final int MILLIS_BETWEEN_LOOKS = 20;

    private final Executor frame;
    private final Executor screen;
    private final Supplier<List<StackTraceElement>> where;
    private final LongSupplier nanoTime;
    private final long most;
    private final Consumer<Freeze> onFreeze;
    /** Once for all looks, as an idle window makes nothing. */
    private final Runnable answer = this::answer;

    private long asked;
    private boolean isAskedDirectly;
    /** What the window was doing when it was late; null while it is in time. */
    private @Nullable List<StackTraceElement> found;

    private volatile boolean isAwaited;
    private volatile long answered;
    private volatile boolean isClosed;

    /**
     * @param frame      runs something with the next frame, if there is one, on the JavaFX thread
     * @param screen     runs something there in any case
     * @param where      tells what that does now
     * @param mostMillis how long it may stand still
     * @param onFreeze   is told when it goes on, on the watching thread
     */
    Watchdog(
            Executor frame,
            Executor screen,
            Supplier<List<StackTraceElement>> where,
            LongSupplier nanoTime,
            int mostMillis,
            Consumer<Freeze> onFreeze) {
        this.frame = frame;
        this.screen = screen;
        this.where = where;
        this.nanoTime = nanoTime;
        this.most = TimeUnit.MILLISECONDS.toNanos(mostMillis);
        this.onFreeze = onFreeze;
    }

    /** Looks again and again, from now on. */
    Watchdog start() {
        Thread watching = new Thread(this::watch, "watchdog");
        watching.setDaemon(true);
        watching.start();
        return this;
    }

    private void watch() {
        try {
            while (!isClosed) {
                look();
                TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_LOOKS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    void look() {
        if (isAwaited) {
            long late = nanoTime.getAsLong() - asked;
            if (found == null && late > most) {
                found = where.get();
            } else if (!isAskedDirectly && late > most / 2) {
                isAskedDirectly = true;
                screen.execute(answer);
            }
            return;
        }
        if (found != null) {
            onFreeze.accept(new Freeze(TimeUnit.NANOSECONDS.toMillis(answered - asked), found));
            found = null;
        }
        asked = nanoTime.getAsLong();
        isAwaited = true;
        isAskedDirectly = false;
        frame.execute(answer);
    }

    private void answer() {
        answered = nanoTime.getAsLong();
        isAwaited = false;
    }

    @Override
    public void close() {
        isClosed = true;
    }
}
