package lab.carousel.drawing.chart;

/**
 * The part of a linear axis from 0 to a knee, stretched so that it can be read where it is a small share of the axis.
 *
 * @param knee   up to where it is stretched; 0 where nothing is
 * @param factor how many times, at least 1
 */
public record Bend(double knee, double factor) {

    /** An axis of equal distances. */
    public static final Bend NONE = new Bend(0, 1);

    /** What gives the part below a knee at least a share, 0 to 1, of an axis from 0 to a top. */
    public static Bend of(double knee, double top, double share) {
        double factor = share / (1 - share) * (top - knee) / knee;
        return knee > 0 && factor > 1 ? new Bend(knee, factor) : NONE;
    }

    /** Where a value is, in units of the part that is not stretched. */
    public double place(double value) {
        return value <= knee ? factor * value : factor * knee + (value - knee);
    }

    public double value(double place) {
        return place <= factor * knee ? place / factor : knee + (place - factor * knee);
    }
}
