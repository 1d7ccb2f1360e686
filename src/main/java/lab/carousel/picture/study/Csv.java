package lab.carousel.picture.study;

import com.fasterxml.jackson.core.io.NumberOutput;

/** Writes the numbers of a chart as comma-separated values at full precision; nothing where there is no number. */
final class Csv {

    private final StringBuilder text = new StringBuilder();
    private boolean started;

    /** With these names in its first line. */
    Csv(String... names) {
        text.append(String.join(",", names)).append('\n');
    }

    Csv text(String value) {
        boolean plain = value.chars().noneMatch(letter -> ",\"\n\r".indexOf(letter) >= 0);
        return add(plain ? value : '"' + value.replace("\"", "\"\"") + '"');
    }

    Csv number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return add(Double.isNaN(value) ? "" : whole ? Long.toString((long) value) : NumberOutput.toString(value, true));
    }

    private Csv add(String value) {
        text.append(started ? "," : "").append(value);
        started = true;
        return this;
    }

    /** Ends a line. */
    void end() {
        text.append('\n');
        started = false;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
