package lab.carousel.training;

/**
 * How fast a run goes.
 *
 * @param perSecond in a second; infinite for as fast as it goes
 * @param unit      what is counted
 */
public record Pace(double perSecond, Unit unit) {

    /** As fast as it goes. */
    public static final Pace FASTEST = new Pace(Double.POSITIVE_INFINITY);
    /** The pace at first, one that eyes can follow: the reference's 250 epochs take 8.3 s. */
    public static final Pace FIRST = epochs(30);

    /** What a pace counts. */
    public enum Unit {
        /** Weight updates. */
        UPDATES,
        /** Epochs. */
        EPOCHS
    }

    /** Checks that the pace is above 0. */
    public Pace {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("a pace must be above 0");
        }
    }

    /** A pace in weight updates per second. */
    public Pace(double updatesPerSecond) {
        this(updatesPerSecond, Unit.UPDATES);
    }

    /** A pace in epochs per second. */
    public static Pace epochs(double perSecond) {
        return new Pace(perSecond, Unit.EPOCHS);
    }

    /** The same pace in weight updates, of which an epoch has so many. */
    Pace inUpdates(long updatesPerEpoch) {
        return unit == Unit.UPDATES ? this : new Pace(perSecond * Math.max(1, updatesPerEpoch));
    }

    /** Weight updates in a second, for a pace in updates. */
    double updatesPerSecond() {
        return perSecond;
    }

    /** The time from one update to the next, in nanoseconds, for a pace in updates; 0 for as fast as it goes. */
    long nanosPerUpdate() {
        return (long) (1e9 / perSecond);
    }
}
