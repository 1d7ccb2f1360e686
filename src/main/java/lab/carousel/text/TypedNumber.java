package lab.carousel.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.OptionalLong;

/** Numbers as people type them, in fields and after options, and as they stand in fields. */
public final class TypedNumber {

    /** More digits than any bound has, and few enough to be read at once. */
    private static final String WHOLE_NUMBER = "[+-]?\\p{Nd}{1,1000}";

    private TypedNumber() {}

    /** The whole number that a text is; empty if it is none, or not within bounds. */
    public static OptionalLong whole(String text, long least, long most) {
        if (!text.strip().matches(WHOLE_NUMBER)) {
            return OptionalLong.empty();
        }
        BigInteger number = new BigInteger(text.strip());
        boolean isWithin =
                number.compareTo(BigInteger.valueOf(least)) >= 0 && number.compareTo(BigInteger.valueOf(most)) <= 0;
        return isWithin ? OptionalLong.of(number.longValueExact()) : OptionalLong.empty();
    }

    /**
     * A whole number, cut to what a long can hold: what is beyond is out of any bounds, rather than being no number.
     *
     * @throws NumberFormatException if it is none
     */
    public static long whole(String text) {
        BigInteger bound = BigInteger.valueOf(Long.MAX_VALUE);
        return new BigInteger(text.strip()).min(bound).max(bound.negate()).longValueExact();
    }

    /**
     * A number. Takes a decimal comma too, since half of the world writes one, and the minus sign of print.
     *
     * @throws NumberFormatException if it is none
     */
    public static double decimal(String text) {
        return Double.parseDouble(text.strip().replace(',', '.').replace('−', '-'));
    }

    /** A number in few digits from which it can be read back exactly. */
    public static String text(double value) {
        String digits = FileNumber.text(value);
        String plain = new BigDecimal(digits).stripTrailingZeros().toPlainString();
        return plain.length() <= 10 ? plain : digits;
    }
}
