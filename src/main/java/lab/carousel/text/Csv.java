package lab.carousel.text;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Comma-separated values (RFC 4180, but with {@code \n} as line end). Numbers have full precision, as {@link FileNumber}
 * writes them.
 */
public final class Csv {

    /** What a formula begins with in one spreadsheet or another. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

    private static final String ENCLOSED = ",\"\n\r";
    /** Whole numbers up to here are exact in a double. */
    private static final double LARGEST_WHOLE = 1e15;

    private final StringBuilder text = new StringBuilder();
    private boolean inLine;

    /** Without a line. */
    public Csv() {}

    /** With a line of names. */
    public Csv(List<String> names) {
        add(names);
    }

    /**
     * Adds a text to the line, in quotation marks if it needs them. One that a spreadsheet would take for a formula gets an
     * apostrophe before it, by which they know that it is none.
     */
    public Csv add(String text) {
        String value = isFormula(text) ? "'" + text : text;
        boolean plain = value.chars().noneMatch(letter -> ENCLOSED.indexOf(letter) >= 0);
        return addRaw(plain ? value : '"' + value.replace("\"", "\"\"") + '"');
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty()
                && FORMULA.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
    }

    /** Adds a whole number to the line. */
    public Csv add(long number) {
        return addRaw(Long.toString(number));
    }

    /** Adds a number to the line; nothing for NaN, where it means that there is no such number. */
    public Csv add(double number) {
        return addRaw(Double.isNaN(number) ? "" : FileNumber.text(number));
    }

    /** Adds a number that was computed to the line; {@code NaN} if that went wrong. */
    public Csv addComputed(double number) {
        return addRaw(FileNumber.text(number));
    }

    /** Adds a number that is often a whole one, an epoch on an axis for example, and then is written as one. */
    public Csv addMostlyWhole(double number) {
        boolean whole = number == Math.rint(number) && Math.abs(number) < LARGEST_WHOLE;
        return whole ? add((long) number) : add(number);
    }

    /** Adds a whole number to the line, or nothing. */
    public Csv add(OptionalInt number) {
        return addRaw(number.isPresent() ? Integer.toString(number.getAsInt()) : "");
    }

    /** Adds a whole number to the line, or nothing. */
    public Csv add(OptionalLong number) {
        return addRaw(number.isPresent() ? Long.toString(number.getAsLong()) : "");
    }

    /** Adds a whole line of texts and computed numbers. */
    public Csv add(List<?> values) {
        for (Object value : values) {
            if (value instanceof Double number) {
                addComputed(number);
            } else {
                add(String.valueOf(value));
            }
        }
        return end();
    }

    private Csv addRaw(String value) {
        text.append(inLine ? "," : "").append(value);
        inLine = true;
        return this;
    }

    /** Ends the line. */
    public Csv end() {
        text.append('\n');
        inLine = false;
        return this;
    }

    /** What was added since this was last called, so that a long table can be written while it is made. */
    public String take() {
        String taken = text.toString();
        text.setLength(0);
        return taken;
    }

    /** All that was added. */
    @Override
    public String toString() {
        return text.toString();
    }
}
