package lab.carousel.picture.account;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import lab.carousel.text.Language;

/**
 * Numbers with so many decimals, at least 1, each rounded from the full one; and whether a calculator that is given the
 * numbers shown gets the number shown.
 */
public record Digits(int decimals) {

    /** It computes with so many digits. */
    private static final MathContext CALCULATOR = new MathContext(14);

    public static final List<Digits> CHOICES = List.of(new Digits(2), new Digits(4), new Digits(6), new Digits(10));
    public static final Digits USUAL = CHOICES.get(1);

    public String text(double value) {
        return (isNegative(value) ? "−" : "") + size(value);
    }

    private String size(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        return Double.isInfinite(value)
                ? "∞"
                : Language.marked(rounded(value).abs().toPlainString());
    }

    /** Whether a minus is shown: not before a number that is rounded to zero. */
    boolean isNegative(double value) {
        return Double.isInfinite(value)
                ? value < 0
                : Double.isFinite(value) && rounded(value).signum() < 0;
    }

    /** A number as it is shown. */
    double shown(double value) {
        return Double.isFinite(value) ? rounded(value).doubleValue() : value;
    }

    /** Whether a calculator that comes to one number shows the other; a half goes up, as is taught. */
    boolean gives(double computed, double result) {
        return !Double.isFinite(computed)
                || !Double.isFinite(result)
                || new BigDecimal(computed, CALCULATOR)
                                .setScale(decimals, RoundingMode.HALF_UP)
                                .compareTo(rounded(result))
                        == 0;
    }

    private BigDecimal rounded(double value) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
    }
}
