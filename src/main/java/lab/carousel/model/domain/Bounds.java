package lab.carousel.model.domain;

/**
 * Which numbers are possible.
 *
 * @param least      nothing below it is
 * @param most       nothing above it is
 * @param aboveLeast whether the least is itself not possible
 * @param belowMost  whether the most is itself not possible
 * @param whole      whether only whole numbers are
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

    /** Finite numbers above the least. */
    public static Bounds above(double least) {
        return above(least, Double.MAX_VALUE);
    }

    /** Numbers from the least on, below the most. */
    public static Bounds below(double least, double most) {
        return new Bounds(least, most, false, true, false);
    }

    /** Whether a number is possible; what is no number is not. */
    public boolean contains(double value) {
        return (aboveLeast ? value > least : value >= least) && (belowMost ? value < most : value <= most);
    }
}
