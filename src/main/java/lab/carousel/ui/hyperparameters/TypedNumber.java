package lab.carousel.ui.hyperparameters;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers as people type them, and as they are shown to people. */
final class TypedNumber {

    private TypedNumber() {}

    /**
     * A whole number, cut to what a long can hold.
     *
     * @throws NumberFormatException if it is none
     */
    static long whole(String text) {
        BigInteger value = new BigInteger(text.strip());
        BigInteger bound = BigInteger.valueOf(Long.MAX_VALUE);
        return value.min(bound).max(bound.negate()).longValue();
    }

    /**
     * A number. Takes a decimal comma too, since half of the world writes one, and the minus sign of print.
     *
     * @throws NumberFormatException if it is none
     */
    static double decimal(String text) {
        return Double.parseDouble(text.strip().replace(',', '.').replace('−', '-'));
    }

    /** A number in few digits from which it can be read back exactly. */
    static String text(double value) {
        String plain =
                new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
        return plain.length() <= 10 ? plain : Double.toString(value);
    }
}
