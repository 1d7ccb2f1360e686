package lab.carousel.training;

public record Pace(double perSecond, PaceUnit unit) {

    public static final Pace FASTEST = new Pace(Double.POSITIVE_INFINITY);
    /** The pace at first, one that eyes can follow: the reference's 250 epochs take 8.3 s. */
    public static final Pace FIRST = epochs(30);

    public Pace {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("a pace must be above 0");
        }
    }

    public Pace(double updatesPerSecond) {
        this(updatesPerSecond, PaceUnit.UPDATES);
    }

    public static Pace epochs(double perSecond) {
        return new Pace(perSecond, PaceUnit.EPOCHS);
    }

    /** The same pace in weight updates. */
    Pace inUpdates(long updatesPerEpoch) {
        return unit == PaceUnit.UPDATES ? this : new Pace(perSecond * Math.max(1, updatesPerEpoch));
    }

    double updatesPerSecond() {
        return perSecond;
    }

    /** Nanoseconds from one update to the next, for a pace in updates; 0 for as fast as possible. */
    long nanosPerUpdate() {
        return (long) (1e9 / perSecond);
    }
}
