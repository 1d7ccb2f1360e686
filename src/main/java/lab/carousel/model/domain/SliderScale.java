package lab.carousel.model.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The values that a slider reaches, from its left end at place 0 to its right end at place 1. Other values can be typed.
 *
 * @param least       the value at the left end
 * @param most        the value at the right end
 * @param logarithmic whether equal ways on the slider are equal ratios, of one more each if the least is 0; then values have
 *                    two significant digits
 * @param unit        values are whole multiples of it; 0 if only the digits count
 */
public record SliderScale(double least, double most, boolean logarithmic, double unit) {

    private static final MathContext DIGITS = new MathContext(2, RoundingMode.HALF_EVEN);

    public static SliderScale whole(int least, int most) {
        return new SliderScale(least, most, false, 1);
    }

    public static SliderScale wholeLogarithmic(int least, int most) {
        return new SliderScale(least, most, true, 1);
    }

    public static SliderScale logarithmic(double least, double most) {
        return new SliderScale(least, most, true, 0);
    }

    public static SliderScale linear(double least, double most, double unit) {
        return new SliderScale(least, most, false, unit);
    }

    /** This scale with another right end, not left of the left one. */
    public SliderScale upTo(double newMost) {
        return new SliderScale(least, Math.max(least, newMost), logarithmic, unit);
    }

    /** The place of a value, from 0 to 1; values beyond an end are there. */
    public double placeOf(double value) {
        double bounded = Math.max(least, Math.min(most, value));
        if (least == most) {
            return 0;
        }
        return logarithmic
                ? Math.log((bounded + shift()) / (least + shift())) / Math.log(ratio())
                : (bounded - least) / (most - least);
    }

    public double valueAt(double place) {
        double exact =
                logarithmic ? (least + shift()) * Math.pow(ratio(), place) - shift() : least + place * (most - least);
        return rounded(Math.max(least, Math.min(most, exact)));
    }

    private int shift() {
        return least == 0 ? 1 : 0;
    }

    private double ratio() {
        return (most + shift()) / (least + shift());
    }

    /** The value some steps away from another one, within the reach of the slider. */
    public double next(double value, int steps) {
        // downwards from 0.01 the next value is 0.0099
        double near = steps < 0 ? value * (1 - 1e-6) : value;
        double step = logarithmic ? Math.max(unit, digit(near)) : unit;
        return rounded(Math.max(least, Math.min(most, value + steps * step)));
    }

    /** The unit of the second significant digit of a value. */
    private static double digit(double value) {
        return Math.pow(10, Math.floor(Math.log10(Math.max(value, Double.MIN_NORMAL)) + 1e-9) - 1);
    }

    private double rounded(double value) {
        BigDecimal number = BigDecimal.valueOf(value);
        boolean manyDigits = logarithmic && (unit == 0 || value >= 100);
        if (manyDigits) {
            return number.round(DIGITS).doubleValue();
        }
        BigDecimal size = BigDecimal.valueOf(unit);
        return number.divide(size, 0, RoundingMode.HALF_EVEN).multiply(size).doubleValue();
    }
}
