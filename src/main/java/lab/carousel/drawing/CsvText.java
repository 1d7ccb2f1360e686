package lab.carousel.drawing;

import java.util.List;
import java.util.stream.Collectors;

/** Lines of CSV (RFC 4180, lines ended by a line feed). */
public final class CsvText {

    private final StringBuilder text = new StringBuilder();

    /** Starts with a header line. */
    public CsvText(List<String> header) {
        add(header);
    }

    /** Adds a line of fields; numbers are written at full precision by {@link Double#toString}. */
    public void add(List<?> fields) {
        text.append(fields.stream().map(field -> quoted(String.valueOf(field))).collect(Collectors.joining(",")))
                .append('\n');
    }

    private static String quoted(String field) {
        boolean plain = field.indexOf(',') < 0 && field.indexOf('"') < 0 && field.indexOf('\n') < 0;
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    /** All lines. */
    @Override
    public String toString() {
        return text.toString();
    }
}
