package lab.carousel.cli;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as people read them. */
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
}
