package lab.carousel.campaign;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/**
 * How long the JavaFX thread is held up by itself: the time of the processor that it needs in one go, between two signs of life. A
 * thread that waits for a core which other programs have needs none meanwhile, so that this is the same on a busy machine.
 */
final class Holds {

    private static final int MILLIS_BETWEEN_SIGNS = 5;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final long most;
    private long before;
    private volatile boolean hasEnded;
    private volatile long longest;
    private volatile int tooLong;

    /**
     * Looks at nothing yet.
     *
     * @param mostMillis what is longer is counted
     */
    Holds(int mostMillis) {
        most = TimeUnit.MILLISECONDS.toNanos(mostMillis);
    }

    /** Looks from now on. */
    void begin() {
        Thread asking = new Thread(this::ask, "holds");
        asking.setDaemon(true);
        asking.start();
    }

    private void ask() {
        try {
            while (!hasEnded) {
                CountDownLatch answered = new CountDownLatch(1);
                Platform.runLater(() -> {
                    answer();
                    answered.countDown();
                });
                answered.await();
                TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_SIGNS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer() {
        long now = threads.getCurrentThreadCpuTime();
        long held = before == 0 ? 0 : now - before;
        before = now;
        longest = Math.max(longest, held);
        tooLong += held > most ? 1 : 0;
    }

    /** Forgets the longest; on the JavaFX thread. */
    void forget() {
        longest = 0;
    }

    void end() {
        hasEnded = true;
    }

    /** The longest since it was last forgotten, in milliseconds. */
    long longestMillis() {
        return TimeUnit.NANOSECONDS.toMillis(longest);
    }

    /** How many were too long. */
    int tooLong() {
        return tooLong;
    }
}
