package lab.carousel.model.domain;

/**
 * The numbers from {@code least} to {@code most}.
 *
 * @param aboveLeast whether the least itself is excluded
 * @param belowMost whether the most itself is excluded
 * @param whole whether only whole numbers are possible
 */
public record Bounds(double least, double most, boolean aboveLeast, boolean belowMost, boolean whole) {

    /** Whole numbers, both ends among them. */
    public static Bounds whole(long least, long most) {
        return new Bounds(least, most, false, false, true);
    }

    /** Numbers, both ends among them. */
    public static Bounds between(double least, double most) {
        return new Bounds(least, most, false, false, false);
    }

    /** Numbers above the least, up to the most. */
    public static Bounds above(double least, double most) {
        return new Bounds(least, most, true, false, false);
    }

    /** Numbers from the least on, below the most. */
    public static Bounds below(double least, double most) {
        return new Bounds(least, most, false, true, false);
    }

    /** Whether a number is within the bounds; NaN never is. */
    public boolean contains(double value) {
        return (aboveLeast ? value > least : value >= least) && (belowMost ? value < most : value <= most);
    }
}
