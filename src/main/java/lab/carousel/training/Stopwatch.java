package lab.carousel.training;

import java.time.Duration;
import java.util.Optional;

/** Measures how fast a run goes while it runs, and from that how long the rest will take. */
final class Stopwatch {

    private static final double NANOS = 1e9;
    private static final double LONGEST_ESTIMATE_SECONDS = 1e9;

    private boolean running;
    private long startTime;
    private long startUpdates;
    private double updatesPerSecond;

    /** Starts measuring, unless it already does. */
    void start(long updates) {
        if (!running) {
            running = true;
            startTime = System.nanoTime();
            startUpdates = updates;
        }
    }

    /** Stops measuring; the last measured rate stays. */
    void stop() {
        running = false;
    }

    /** Tells that the pace, not the engine, sets the rate. */
    void limitTo(Pace pace) {
        updatesPerSecond = pace.updatesPerSecond();
    }

    /**
     * How long further updates will take.
     *
     * @param updates     made so far
     * @param updatesLeft still to be made
     */
    Optional<Duration> timeFor(long updates, double updatesLeft) {
        double seconds = (System.nanoTime() - startTime) / NANOS;
        if (running && updates > startUpdates && seconds > 0) {
            updatesPerSecond = (updates - startUpdates) / seconds;
            restartAfter(seconds, updates);
        }
        if (updatesPerSecond <= 0) {
            return Optional.empty();
        }
        double left = Math.min(updatesLeft / updatesPerSecond, LONGEST_ESTIMATE_SECONDS);
        return Optional.of(Duration.ofMillis((long) (1_000 * left)));
    }

    /** Forgets what was long ago, so that the estimate follows a change of pace within seconds. */
    private void restartAfter(double seconds, long updates) {
        if (seconds > 2) {
            startTime = System.nanoTime();
            startUpdates = updates;
        }
    }
}
