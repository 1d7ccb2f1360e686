package lab.carousel.ui.window;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;

/** Uses JavaFX from a thread of a program that waits for it. */
final class FromOutside {

    private static final long PATIENCE_MILLIS = 120_000;
    private static final long FRAME_MILLIS = 40;

    private FromOutside() {}

    /** Waits about a frame. */
    static void sleep() {
        try {
            Thread.sleep(FRAME_MILLIS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Waits for something to be so. */
    static void await(BooleanSupplier condition) {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!of(condition::getAsBoolean)) {
            if (System.currentTimeMillis() > end) {
                throw new IllegalStateException("waited in vain");
            }
            sleep();
        }
    }

    /** Does something on the JavaFX thread. */
    static void use(Runnable action) {
        of(() -> {
            action.run();
            return true;
        });
    }

    /** Asks something on the JavaFX thread. */
    static <T> T of(Callable<T> action) {
        FutureTask<T> task = new FutureTask<>(action);
        Platform.runLater(task);
        try {
            return task.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException problem) {
            throw new IllegalStateException(problem);
        }
    }
}
