package lab.carousel.study.many;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.util.OptionalDouble;

/**
 * One of the values of an axis.
 *
 * @param label  what it is called, short
 * @param number the number it stands for on a scale; empty if it stands for none
 * @param change what it makes of an experiment
 */
public record Choice(String label, OptionalDouble number, Change change) {

    private static final int MOST_DIGITS = 9;

    /** A choice without a number. */
    public static Choice named(String label, Change change) {
        return new Choice(label, OptionalDouble.empty(), change);
    }

    /** A whole number. */
    public static Choice whole(int number, Change change) {
        return new Choice(Integer.toString(number), OptionalDouble.of(number), change);
    }

    /** A number, called by its shortest digits, written out unless there are very many. */
    public static Choice number(double number, Change change) {
        return new Choice(text(number), OptionalDouble.of(number), change);
    }

    private static String text(double number) {
        // the same digits on every Java version
        BigDecimal digits = new BigDecimal(NumberOutput.toString(number, true)).stripTrailingZeros();
        boolean plain = digits.precision() - digits.scale() <= MOST_DIGITS && digits.scale() <= MOST_DIGITS;
        return plain ? digits.toPlainString() : digits.toString();
    }
}
