package lab.carousel.ui.robot;

import com.sun.javafx.tk.Toolkit;
import com.sun.scenario.animation.AbstractPrimaryTimer;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.application.Platform;
import lab.carousel.ui.background.DiskAtOnce;

/**
 * The frames of a window, made when a test needs them: each does what a frame does that the clock brings, but nobody waits
 * for the clock. TestFX waits 50 ms after each thing that a user does, which is most of the time of such a test.
 */
public final class Frames {

    /** What one shows may ask for another one, and that for a third. */
    private static final int AFTER_AN_EVENT = 3;

    /** Many times what anything takes on a busy machine; what waits longer waits for what never comes. */
    private static final int PATIENCE_SECONDS = 60;
    /** So long for what ends without telling, such as a run. */
    private static final int POLL_MILLIS = 4;
    /** What passes at once when time passes: less than anything waits for. */
    private static final int STEP_MILLIS = 20;

    private static final Method PULSE = pulse();
    /** The time of JavaFX, by which its animations, pauses and tooltips go. */
    private static final Field NANOS = stopTime();

    /** What is under way besides the work in the background; asked on the JavaFX thread. */
    private static volatile Supplier<Optional<String>> underWay = Optional::empty;

    private static volatile boolean isSomethingGoingOn;

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

    /** JavaFX knows a time that goes on by so much with each frame; from now on it is that, and this is next to nothing. */
    private static Field stopTime() {
        try {
            Field nanos = AbstractPrimaryTimer.class.getDeclaredField("debugNanos");
            nanos.setAccessible(true);
            Field eachFrame = AbstractPrimaryTimer.class.getDeclaredField("fixedPulseLength");
            eachFrame.setAccessible(true);
            Object timer = Toolkit.getToolkit().getPrimaryTimer();
            nanos.setLong(timer, System.nanoTime());
            eachFrame.setLong(timer, 1);
            return nanos;
        } catch (NoSuchFieldException | IllegalAccessException other) {
            throw new IllegalStateException("Another JavaFX than the one that is known", other);
        }
    }

    /** The time of the window, in nanoseconds: it stands still unless a test lets it {@link #pass}. */
    public static long nanoTime() {
        return Toolkit.getToolkit().getPrimaryTimer().nanos();
    }

    /** Lets time pass, with frames in it. */
    public static void pass(int millis) {
        for (int passed = 0; passed < millis; passed += STEP_MILLIS) {
            passOneStep();
        }
        settle();
    }

    private static void passOneStep() {
        doOnScreen(() -> {
            try {
                NANOS.setLong(
                        Toolkit.getToolkit().getPrimaryTimer(),
                        nanoTime() + TimeUnit.MILLISECONDS.toNanos(STEP_MILLIS));
            } catch (IllegalAccessException unexpected) {
                throw new IllegalStateException(unexpected);
            }
            make();
        });
    }

    /**
     * What is waited for from now on, besides the work in the background, until the window is at rest.
     *
     * @param named gives what is under way, if anything is; asked on the JavaFX thread
     */
    public static void waitFor(Supplier<Optional<String>> named) {
        underWay = named;
        isSomethingGoingOn = false;
    }

    /** From now on something goes on that is not waited for: there are frames, but the window is never at rest. */
    public static void letGoOn() {
        isSomethingGoingOn = true;
    }

    /** From now on the window comes to rest again, and does so now. */
    public static void rest() {
        isSomethingGoingOn = false;
        settle();
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
     * Waits until the window is at rest: all has been done on the JavaFX thread that was asked for, nothing is under way, and
     * what came of it is in its place.
     */
    public static void settle() {
        if (isSomethingGoingOn || Platform.isFxApplicationThread()) {
            make(AFTER_AN_EVENT);
            return;
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        OptionalLong before;
        // What is shown in these frames may ask for more
        do {
            before = DiskAtOnce.done();
            make(AFTER_AN_EVENT);
            while (isUnderWay(end)) {
                before = OptionalLong.empty();
            }
        } while (before.isEmpty() || !before.equals(DiskAtOnce.done()));
    }

    /** Whether something was under way; then a moment has passed, with a frame after it. */
    private static boolean isUnderWay(long end) {
        Optional<String> now = underWay();
        if (now.isEmpty() && DiskAtOnce.done().isPresent()) {
            return false;
        }
        if (System.nanoTime() > end) {
            throw new IllegalStateException("The window does not come to rest, because of "
                    + now.orElse("what is done in the background")
                    + ": where something is meant to go on, a test says letGoOn()");
        }
        DiskAtOnce.awaitEnd(POLL_MILLIS);
        make(1);
        return true;
    }

    private static Optional<String> underWay() {
        return onScreen(() -> underWay.get());
    }

    private static void make(int frames) {
        for (int frame = 0; frame < frames; frame++) {
            doOnScreen(Frames::make);
        }
    }

    /**
     * Waits until something is so, and all that came with it is in its place.
     *
     * @param condition asked on the JavaFX thread
     * @throws AssertionError that says where it was waited for, and what is under way, if it is not so within a minute
     */
    public static void await(Callable<Boolean> condition) {
        await(condition, () -> make(1));
    }

    /** The same while time passes, for what comes sooner or later. */
    public static void awaitInTime(Callable<Boolean> condition) {
        await(condition, Frames::passOneStep);
    }

    private static void await(Callable<Boolean> condition, Runnable meanwhile) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!onScreen(condition)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not so within " + PATIENCE_SECONDS + " s: what " + waiting()
                        + " waits for; under way is " + underWay().orElse("nothing"));
            }
            meanwhile.run();
            DiskAtOnce.awaitEnd(POLL_MILLIS);
        }
        settle();
    }

    /** The line of the test that waits. */
    private static String waiting() {
        return StackWalker.getInstance()
                .walk(lines -> lines.filter(line -> !line.getClassName().matches(".*(Frames|Fixture)"))
                        .findFirst())
                .map(StackWalker.StackFrame::toString)
                .orElse("nobody");
    }

    private static void doOnScreen(Runnable work) {
        onScreen(Executors.callable(work, true));
    }

    private static <T> T onScreen(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
        try {
            return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            if (failed.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw new IllegalStateException(failed);
        } catch (InterruptedException | TimeoutException stuck) {
            throw new IllegalStateException("The JavaFX thread does not answer, asked by " + waiting(), stuck);
        }
    }
}
