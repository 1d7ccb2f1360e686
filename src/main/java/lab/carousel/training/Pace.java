package lab.carousel.training;

/**
 * How fast a run goes.
 *
 * @param updatesPerSecond weight updates in a second; infinite for as fast as it goes
 */
public record Pace(double updatesPerSecond) {

    /** As fast as it goes. */
    public static final Pace FASTEST = new Pace(Double.POSITIVE_INFINITY);

    /** Checks that the pace is above 0. */
    public Pace {
        if (!(updatesPerSecond > 0)) {
            throw new IllegalArgumentException("a pace must be above 0");
        }
    }

    /** The time from one update to the next, in nanoseconds; 0 for as fast as it goes. */
    long nanosPerUpdate() {
        return (long) (1e9 / updatesPerSecond);
    }
}
