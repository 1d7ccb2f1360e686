package lab.carousel.picture.account;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import lab.carousel.text.Language;

/**
 * Numbers with so many decimals, at least 1, each rounded from the full one; and whether a calculator that is given the
 * numbers shown gets the number shown.
 */
public record Digits(int decimals) {

    public static final List<Digits> CHOICES = List.of(new Digits(2), new Digits(4), new Digits(6), new Digits(10));
    public static final Digits USUAL = CHOICES.get(1);

    public String text(double value) {
        return (isNegative(value) ? "−" : "") + size(value);
    }

    /** A number without its sign. */
    String size(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        return Double.isInfinite(value)
                ? "∞"
                : Language.marked(shown(value).abs().toPlainString());
    }

    /** Whether a minus is shown: not before a number that is rounded to zero. */
    boolean isNegative(double value) {
        return Double.isInfinite(value)
                ? value < 0
                : Double.isFinite(value) && shown(value).signum() < 0;
    }

    /** Whether numbers as shown add up to the number shown. */
    boolean add(double sum, double... parts) {
        if (!isFinite(sum) || !isFinite(parts)) {
            return true;
        }
        BigDecimal total = DoubleStream.of(parts).mapToObj(this::shown).reduce(BigDecimal.ZERO, BigDecimal::add);
        return total.compareTo(shown(sum)) == 0;
    }

    /** Whether two numbers as shown give the product shown. */
    boolean multiply(double product, double first, double second) {
        if (!isFinite(product, first, second)) {
            return true;
        }
        BigDecimal exact = shown(first).multiply(shown(second));
        return asOnPaper(exact).compareTo(shown(product)) == 0;
    }

    /** Whether a number as shown, divided by a whole number, gives the quotient shown. */
    boolean divide(double quotient, double dividend, int divisor) {
        if (!isFinite(quotient, dividend)) {
            return true;
        }
        BigDecimal exact = shown(dividend).divide(BigDecimal.valueOf(divisor), MathContext.DECIMAL128);
        return asOnPaper(exact).compareTo(shown(quotient)) == 0;
    }

    /** Rounded as is taught: a half goes up. */
    private BigDecimal asOnPaper(BigDecimal exact) {
        return exact.setScale(decimals, RoundingMode.HALF_UP);
    }

    /** Whether a function of a number as shown gives the number shown. */
    boolean apply(double result, double argument, DoubleUnaryOperator function) {
        return !isFinite(result, argument)
                || text(function.applyAsDouble(shown(argument).doubleValue())).equals(text(result));
    }

    BigDecimal shown(double value) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
    }

    private static boolean isFinite(double... values) {
        return DoubleStream.of(values).allMatch(Double::isFinite);
    }
}
