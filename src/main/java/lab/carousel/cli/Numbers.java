package lab.carousel.cli;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.function.Supplier;
import lab.carousel.message.InvalidInput;

/** Numbers as people read and write them. */
final class Numbers {

    private static final int DIGITS = 4;
    private static final double LEAST_PLAIN = 1e-6;

    private Numbers() {}

    /** A number with four significant digits. */
    static String text(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : Double.toString(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS));
        return Math.abs(value) < LEAST_PLAIN ? rounded.toString() : rounded.toPlainString();
    }

    /**
     * A whole number that was written on the command line.
     *
     * @param option for messages
     * @throws InvalidInput if it is none, below 0 or above the largest
     */
    static long whole(String option, String text, long most) {
        Supplier<InvalidInput> problem = () -> new InvalidInput("cli.option.number", option, most, text);
        if (!text.matches("[+-]?[0-9]{1,1000}")) {
            throw problem.get();
        }
        BigInteger number = new BigInteger(text);
        if (number.signum() < 0 || number.compareTo(BigInteger.valueOf(most)) > 0) {
            throw problem.get();
        }
        return number.longValue();
    }
}
