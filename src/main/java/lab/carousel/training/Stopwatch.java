package lab.carousel.training;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Measures how fast a run goes while it runs, and from that and the pace how long the rest will take. */
final class Stopwatch {

    private static final double NANOS = 1e9;
    private static final double LONGEST_ESTIMATE_SECONDS = 1e9;
    /** The rate is that of the last one to two such windows: steady, and soon true again after a change. */
    private static final double WINDOW_SECONDS = 2;

    private final LongSupplier nanoTime;

    private Pace pace = Pace.FASTEST;
    /** What the rate is measured from; null while stopped. */
    private @Nullable Mark start;
    /** What it will be measured from next. */
    private Mark nextStart = new Mark(0, 0);
    /** The last measured rate, 0 if there is none. */
    private double updatesPerSecond;

    private record Mark(long time, long updates) {}

    /** A stopwatch that reads the time, in nanoseconds, from the given source. */
    Stopwatch(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Tells how fast the run is to go. A rate measured at another pace is forgotten. */
    void setPace(Pace newPace) {
        if (!newPace.equals(pace)) {
            pace = newPace;
            start = null;
            updatesPerSecond = 0;
        }
    }

    /** Starts measuring, unless it already does. */
    void start(long updates) {
        if (start == null) {
            start = new Mark(nanoTime.getAsLong(), updates);
            nextStart = start;
        }
    }

    /** Stops measuring; the last measured rate stays. */
    void stop() {
        start = null;
    }

    /**
     * How long further updates will take; empty if that is not known yet.
     *
     * @param updates     made so far
     * @param updatesLeft still to be made
     */
    Optional<Duration> timeFor(long updates, long updatesLeft) {
        if (start != null) {
            measure(start, new Mark(nanoTime.getAsLong(), updates));
        }
        double rate =
                updatesPerSecond > 0 ? Math.min(updatesPerSecond, pace.updatesPerSecond()) : pace.updatesPerSecond();
        if (Double.isInfinite(rate)) {
            return Optional.empty();
        }
        double seconds = Math.min(updatesLeft / rate, LONGEST_ESTIMATE_SECONDS);
        return Optional.of(Duration.ofMillis(Math.round(1_000 * seconds)));
    }

    private void measure(Mark from, Mark now) {
        double seconds = (now.time - from.time) / NANOS;
        if (now.updates > from.updates && seconds > 0) {
            updatesPerSecond = (now.updates - from.updates) / seconds;
        }
        if ((now.time - nextStart.time) / NANOS > WINDOW_SECONDS && now.updates > nextStart.updates) {
            start = nextStart;
            nextStart = now;
        }
    }
}
