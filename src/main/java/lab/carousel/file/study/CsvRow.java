package lab.carousel.file.study;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A row of comma-separated values (RFC 4180, but with {@code \n} as line end), numbers at full precision. */
final class CsvRow {

    private final List<String> values = new ArrayList<>();

    /** Adds a text, in quotation marks if it needs them. */
    CsvRow add(String text) {
        boolean plain = text.chars().noneMatch(letter -> ",\"\n\r".indexOf(letter) >= 0);
        values.add(plain ? text : '"' + text.replace("\"", "\"\"") + '"');
        return this;
    }

    /** Adds a whole number. */
    CsvRow add(long number) {
        values.add(Long.toString(number));
        return this;
    }

    /** Adds the shortest digits that give the number back, the same on every Java version; nothing for no number. */
    CsvRow add(double number) {
        values.add(Double.isNaN(number) ? "" : text(number));
        return this;
    }

    /** Adds a whole number, or nothing. */
    CsvRow add(OptionalInt number) {
        values.add(number.isPresent() ? Integer.toString(number.getAsInt()) : "");
        return this;
    }

    /** Adds a whole number, or nothing. */
    CsvRow add(OptionalLong number) {
        values.add(number.isPresent() ? Long.toString(number.getAsLong()) : "");
        return this;
    }

    static String text(double number) {
        return NumberOutput.toString(number, true);
    }

    /** The row with its line end. */
    String line() {
        return String.join(",", values) + '\n';
    }
}
