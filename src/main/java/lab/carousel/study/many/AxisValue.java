package lab.carousel.study.many;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import lab.carousel.text.FileNumber;
import lab.carousel.text.Language;
import lab.carousel.text.Message;

/**
 * One of the values of an axis.
 *
 * @param number the number it stands for on a scale; empty if it stands for none
 */
public record AxisValue(Message words, OptionalDouble number, Change change) {

    private static final int MOST_DIGITS = 9;

    /** A number, called by its shortest digits, written out unless there are very many. */
    public static AxisValue number(double number, Change change) {
        return new AxisValue(Message.literal(text(number)), OptionalDouble.of(number), change);
    }

    public String label() {
        boolean isDigits = number.isPresent() && words.equals(Message.literal(text(number.getAsDouble())));
        return isDigits ? Language.marked(words.text()) : words.text();
    }

    /** What it is called in files, which are the same in all languages. */
    public String name() {
        return words.text(Language.ENGLISH);
    }

    private static String text(double number) {
        BigDecimal digits = new BigDecimal(FileNumber.text(number)).stripTrailingZeros();
        boolean plain = digits.precision() - digits.scale() <= MOST_DIGITS && digits.scale() <= MOST_DIGITS;
        return plain ? digits.toPlainString() : digits.toString();
    }
}
