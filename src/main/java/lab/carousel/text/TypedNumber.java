package lab.carousel.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Numbers as people type them, in fields and after options, and as they stand in fields. */
public final class TypedNumber {

    /** More digits than any bound has, and few enough to be read at once. */
    private static final String WHOLE_NUMBER = "[+-]?\\p{Nd}{1,1000}";

    private static final Pattern GROUPED = Pattern.compile("[+-]?[1-9]\\d{0,2}([,. \u00a0\u202f])\\d{3}(?:\\1\\d{3})*");
    private static final Pattern AMBIGUOUS = Pattern.compile("[+−-]?[1-9]\\d{0,2},\\d{3}");

    private TypedNumber() {}

    /** The whole number that a text is; empty if it is none, or not within bounds. */
    public static OptionalLong whole(String text, long least, long most) {
        String digits = withoutGroups(text.strip());
        if (!digits.matches(WHOLE_NUMBER)) {
            return OptionalLong.empty();
        }
        BigInteger number = new BigInteger(digits);
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
        return new BigInteger(withoutGroups(text.strip()))
                .min(bound)
                .max(bound.negate())
                .longValueExact();
    }

    /** A whole number has no decimals, so that a comma, a point or a blank before three digits stands between thousands. */
    private static String withoutGroups(String text) {
        return GROUPED.matcher(text).matches() ? text.replaceAll("[,. \u00a0\u202f]", "") : text;
    }

    /**
     * A number. Takes a decimal comma too, since half of the world writes one, and the minus sign of print; but not one that
     * may stand between thousands: 5,000 is five thousand to some and five to others.
     *
     * @throws NumberFormatException if it is none
     * @throws InvalidInput          if it may be two; says which
     */
    public static double decimal(String text) {
        String typed = text.strip();
        if (AMBIGUOUS.matcher(typed).matches()) {
            throw new InvalidInput("number.ambiguous", typed, typed.replace(",", ""), typed.replace(',', '.'));
        }
        return Double.parseDouble(typed.replace(',', '.').replace('−', '-'));
    }

    /** A number in few digits from which it can be read back exactly. */
    public static String text(double value) {
        String digits = FileNumber.text(value);
        String plain = new BigDecimal(digits).stripTrailingZeros().toPlainString();
        return plain.length() <= 10 ? plain : digits;
    }
}
