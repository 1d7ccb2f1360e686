package lab.carousel.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Numbers as people read them, on the screen, in pictures and on the command line: with a minus sign, and with the
 * language's marks before decimals and between thousands.
 */
public final class NumberText {

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final int MOST_DECIMALS = 6;
    private static final int LINE_DIGITS = 4;
    private static final double LEAST_PLAIN = 1e-6;
    private static final Pattern MINUS_ZERO =
            Pattern.compile("(?<![\\p{L}\\p{N}.])[-−](?=0(?:[.,]0+)?(?![\\p{L}\\p{N}.·]|,\\d))");

    private NumberText() {}

    /** Four decimals, or scientific notation if these say nothing. */
    public static String loss(double loss) {
        if (loss == 0 || !Double.isFinite(loss)) {
            return loss == 0 ? "0" : Double.toString(loss);
        }
        double size = Math.abs(loss);
        if (size >= 0.001 && size < 100_000) {
            return format(loss, 4);
        }
        return format(loss / Math.pow(10, RoundNumber.exponent(size)), 2) + powerOfTen(RoundNumber.exponent(size));
    }

    /** Two decimals, for probabilities, gates and the like. */
    public static String share(double value) {
        return format(value, 2);
    }

    /**
     * Outputs, all with so many decimals that the largest is told from the next: two outputs on an edge must not read as a tie.
     *
     * @param least decimals in any case
     */
    public static List<String> outputs(List<Double> values, int least) {
        List<Double> largest =
                values.stream().sorted(Comparator.reverseOrder()).limit(2).toList();
        int decimals = IntStream.rangeClosed(least, MOST_DECIMALS)
                .filter(digits -> largest.stream()
                                .map(value -> format(value, digits))
                                .distinct()
                                .count()
                        > 1)
                .findFirst()
                .orElse(least);
        return values.stream().map(value -> format(value, decimals)).toList();
    }

    public static String decimals(double value, int decimals) {
        return format(value, decimals);
    }

    /** Four significant digits in a line of text, of large numbers the whole part: plain, so that other programs can read it. */
    public static String inLine(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : Double.toString(value);
        }
        BigDecimal exact = new BigDecimal(value);
        BigDecimal rounded = exact.round(new MathContext(Math.max(LINE_DIGITS, exact.precision() - exact.scale())));
        return Math.abs(value) < LEAST_PLAIN ? rounded.toString() : rounded.toPlainString();
    }

    /** A difference with one significant digit, rounded up: {@code 3e-16}. */
    public static String atMost(double difference) {
        DecimalFormat format = new DecimalFormat("0E0", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
        format.setRoundingMode(RoundingMode.UP);
        return format.format(difference).toLowerCase(Locale.ROOT);
    }

    /** Four significant digits, of large numbers the whole part, for numbers of any unit. */
    public static String significant(double value) {
        int exponent = value == 0 ? 0 : RoundNumber.exponent(Math.abs(value));
        return format(value, Math.max(0, Math.min(MOST_DECIMALS, 3 - exponent)));
    }

    public static String upToFourDecimals(double value) {
        return format(value, 0, 4);
    }

    /** A share of 0 to 1 in percent, to a tenth unless it is whole: 23 of 40 are 57.5. Only all are 100. */
    public static String percent(double share) {
        // The shortest digits of a double: 0.575 times 100 is a little below 57.5
        BigDecimal percent = new BigDecimal(FileNumber.text(share)).movePointRight(2);
        RoundingMode rounding = share > 0.999 && share < 1 ? RoundingMode.DOWN : RoundingMode.HALF_UP;
        return format(percent.setScale(1, rounding).doubleValue(), 0, 1);
    }

    public static String whole(long number) {
        return format((double) number, 0);
    }

    /** A tick on an axis with this step. */
    public static String tick(double value, double step) {
        int decimals = Math.max(0, -RoundNumber.exponent(step));
        if (value != 0 && decimals > MOST_DECIMALS) {
            int exponent = RoundNumber.exponent(Math.abs(value));
            return format(value / Math.pow(10, exponent), Math.max(0, decimals + exponent)) + powerOfTen(exponent);
        }
        return format(value, value == 0 ? 0 : decimals);
    }

    /** End of a scale, or half of it: with as few digits as it has, at most three. */
    public static String end(double value) {
        if (value == 0) {
            return "0";
        }
        int exponent = RoundNumber.exponent(Math.abs(value));
        if (exponent < -4 || exponent > 5) {
            return digits(value / Math.pow(10, exponent), 2) + powerOfTen(exponent);
        }
        return digits(value, Math.max(0, 2 - exponent));
    }

    private static String digits(double value, int most) {
        String text = format(value, most);
        return most == 0 ? text : text.replaceAll("[.,]?0+$", "");
    }

    public static String power(int digit, int exponent) {
        if (exponent >= -4 && exponent <= 5) {
            return format(RoundNumber.times(digit, exponent), Math.max(0, -exponent));
        }
        return digit == 1 ? powerOfTen(exponent).substring(1) : digit + powerOfTen(exponent);
    }

    private static String format(double value, int decimals) {
        return format(value, decimals, decimals);
    }

    private static String format(double value, int least, int most) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ENGLISH);
        symbols.setGroupingSeparator(Language.current().betweenThousands());
        symbols.setDecimalSeparator(Language.current().decimalMark());
        DecimalFormat format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(most);
        // Java before 19 rounds a double a little above half of the last place down; here it is rounded up
        boolean isBelowLastPlace = value != 0 && Math.abs(value) < Math.pow(10, -most);
        return withoutMinusZero(format.format(isBelowLastPlace ? new BigDecimal(value) : (Object) value))
                .replace('-', '−');
    }

    /** Removes the minus of a number rounded to 0. */
    static String withoutMinusZero(String text) {
        return MINUS_ZERO.matcher(text).replaceAll("");
    }

    private static String powerOfTen(int exponent) {
        StringBuilder text = new StringBuilder("·10").append(exponent < 0 ? "⁻" : "");
        for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
            text.append(SUPERSCRIPTS.charAt(digit - '0'));
        }
        return text.toString();
    }
}
