package lab.carousel.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as people type them, in fields and after options: with the digits 0 to 9, as in files. */
public final class TypedNumber {

    /** More digits than any bound has, and few enough to parse at once. */
    private static final String WHOLE_NUMBER = "[+-]?[0-9]{1,1000}";

    /** Not what else Java reads: NaN, hexadecimal digits, letters at the end. */
    private static final Pattern DECIMAL = Pattern.compile("[+−-]?([0-9]+[.,]?[0-9]*|[.,][0-9]+)([eE][+−-]?[0-9]+)?");

    private static final Pattern GROUPED = Pattern.compile("[+-]?[1-9]\\d{0,2}([,. \u00a0\u202f])\\d{3}(?:\\1\\d{3})*");
    private static final Pattern AMBIGUOUS = Pattern.compile("[+−-]?[1-9]\\d{0,2}([,.])\\d{3}");

    private TypedNumber() {}

    /** Parses a whole number; empty if it is none, or out of bounds. */
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
     * Parses a whole number, clamped to a long, so that a huge one is out of bounds rather than no number.
     *
     * @throws NumberFormatException if it is none
     */
    public static long whole(String text) {
        BigInteger bound = BigInteger.valueOf(Long.MAX_VALUE);
        String digits = withoutGroups(text.strip());
        if (!digits.matches(WHOLE_NUMBER)) {
            throw new NumberFormatException(text);
        }
        return new BigInteger(digits).min(bound).max(bound.negate()).longValueExact();
    }

    /** Removes thousands separators: before three digits a comma, a point or a blank. */
    private static String withoutGroups(String text) {
        return GROUPED.matcher(text).matches() ? text.replaceAll("[,. \u00a0\u202f]", "") : text;
    }

    /**
     * Parses a number. Takes a decimal point, a decimal comma and the minus sign of print; but of the two not the one
     * that is not the language's where it may separate thousands: 5,000 is five thousand to some and five to others.
     *
     * @throws NumberFormatException if it is none
     * @throws InvalidInput if it is ambiguous; names both readings
     */
    public static double decimal(String text) {
        String typed = text.strip();
        Matcher ambiguous = AMBIGUOUS.matcher(typed);
        if (ambiguous.matches()
                && ambiguous.group(1).charAt(0) != Language.current().decimalMark()) {
            String mark = ambiguous.group(1);
            throw new InvalidInput(
                    "number.ambiguous", typed, typed.replace(mark, ""), Language.marked(typed.replace(mark, ".")));
        }
        if (!DECIMAL.matcher(typed).matches()) {
            throw new NumberFormatException(text);
        }
        return Double.parseDouble(typed.replace(',', '.').replace('−', '-'));
    }

    /** Fewest digits that read back exactly, with the language's decimal mark. */
    public static String text(double value) {
        String digits = FileNumber.text(value);
        String plain = new BigDecimal(digits).stripTrailingZeros().toPlainString();
        return Language.marked(plain.length() <= 10 ? plain : digits);
    }
}
