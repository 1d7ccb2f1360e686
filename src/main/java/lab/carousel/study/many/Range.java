package lab.carousel.study.many;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import lab.carousel.text.InvalidInput;

/**
 * Where the values of a random search come from.
 *
 * @param from        the least value, finite
 * @param to          the largest value, finite, above the least
 * @param logarithmic whether equal ratios are equally likely, and not equal distances; then the least is above 0
 */
public record Range(double from, double to, boolean logarithmic, boolean whole, DoubleFunction<Change> change) {

    /** @throws InvalidInput if the bounds are none */
    public Range {
        if (!(from < to && Double.isFinite(from) && Double.isFinite(to))) {
            throw new InvalidInput("studies.range.order");
        }
        if (logarithmic && from <= 0) {
            throw new InvalidInput("studies.range.logarithmic");
        }
        if (whole && Math.floor(to) < Math.ceil(from)) {
            throw new InvalidInput("studies.range.noWhole");
        }
    }

    AxisValue draw(SplittableRandom random) {
        double share = random.nextDouble();
        double drawn = logarithmic ? logarithmic(share) : linear(share);
        double value = whole ? wholeNear(drawn) : rounded(drawn);
        return AxisValue.number(value, change.apply(value));
    }

    private double logarithmic(double share) {
        double ratio = to / from;
        return Double.isFinite(ratio)
                ? from * StrictMath.pow(ratio, share)
                : StrictMath.exp(StrictMath.log(from) * (1 - share) + StrictMath.log(to) * share);
    }

    private double linear(double share) {
        double width = to - from;
        return Double.isFinite(width) ? from + share * width : from * (1 - share) + to * share;
    }

    private double wholeNear(double drawn) {
        return Math.max(Math.ceil(from), Math.min(Math.floor(to), Math.rint(drawn)));
    }

    /** To three digits, within the range: nobody can tell finer values apart, and they can be read. */
    private double rounded(double drawn) {
        double value = new BigDecimal(drawn).round(new MathContext(3)).doubleValue();
        return Math.max(from, Math.min(to, value));
    }

    /** The value at a bound, to find out beforehand whether it is possible. */
    AxisValue bound(double value) {
        return AxisValue.number(value, change.apply(value));
    }
}
