package lab.carousel.ui.robot;

import com.sun.javafx.tk.Toolkit;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import lab.carousel.ui.background.DiskAtOnce;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The frames of a window, made when a test needs them: each does what a frame does that the clock brings, but nobody waits
 * for the clock. TestFX waits 50 ms after each thing that a user does, which is most of the time of such a test.
 */
public final class Frames {

    /** What one shows may ask for another one, and that for a third. */
    private static final int AFTER_AN_EVENT = 3;

    private static final int PATIENCE_SECONDS = 60;
    /** Soon first, then as often as a frame comes by the clock. */
    private static final int FIRST_POLL_MILLIS = 2;

    private static final int POLL_MILLIS = 16;
    private static final int MOMENT_MILLIS = 200;

    private static final Method PULSE = pulse();

    private Frames() {}

    private static Method pulse() {
        try {
            Method pulse = Toolkit.getToolkit().getClass().getDeclaredMethod("pulse", boolean.class);
            pulse.setAccessible(true);
            return pulse;
        } catch (NoSuchMethodException other) {
            throw new IllegalStateException("Another JavaFX than the one that is known", other);
        }
    }

    /**
     * Makes a frame, on the JavaFX thread: timers, styles, layout. It is painted with the next one that the clock brings.
     * Only what has changed is styled, where {@link javafx.scene.Node#applyCss} goes through all that is in a node.
     */
    public static void make() {
        try {
            PULSE.invoke(Toolkit.getToolkit(), false);
        } catch (InvocationTargetException | IllegalAccessException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    /**
     * Waits until all has been done on the JavaFX thread that was asked for, and what came of it is in its place. What a
     * window works out in the background is waited for a moment.
     */
    public static void settle() {
        make(AFTER_AN_EVENT);
        if (DiskAtOnce.isIdle() || Platform.isFxApplicationThread()) {
            return;
        }
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MOMENT_MILLIS);
        while (!DiskAtOnce.isIdle() && System.nanoTime() < end) {
            WaitForAsyncUtils.sleep(1, TimeUnit.MILLISECONDS);
        }
        make(AFTER_AN_EVENT);
    }

    private static void make(int frames) {
        for (int frame = 0; frame < frames; frame++) {
            onScreen(Frames::make);
        }
    }

    /**
     * Waits until something is so, and all that came with it is in its place.
     *
     * @param condition asked on the JavaFX thread
     * @throws TimeoutException if it is not so within a minute
     */
    public static void await(Callable<Boolean> condition) throws TimeoutException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        int poll = FIRST_POLL_MILLIS;
        while (!WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, WaitForAsyncUtils.asyncFx(condition))) {
            if (System.nanoTime() > end) {
                throw new TimeoutException();
            }
            WaitForAsyncUtils.sleep(poll, TimeUnit.MILLISECONDS);
            poll = Math.min(2 * poll, POLL_MILLIS);
            make(1);
        }
        settle();
    }

    private static void onScreen(Runnable work) {
        FutureTask<?> task = new FutureTask<>(work, null);
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
        try {
            task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }
}
