package lab.carousel.picture.weights;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers beside an axis, with two digits that count. */
final class ShortNumber {

    private ShortNumber() {}

    static String of(double value) {
        BigDecimal rounded = new BigDecimal(value, new MathContext(2)).stripTrailingZeros();
        boolean isPlain = Math.abs(value) >= 1e-3 && Math.abs(value) < 1e5;
        String text = value == 0 ? "0" : isPlain ? rounded.toPlainString() : rounded.toString();
        return text.replace('-', '\u2212');
    }
}
