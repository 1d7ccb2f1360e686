package lab.carousel.task.series;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import lab.carousel.task.Alphabet;
import lab.carousel.text.FileNumber;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.text.Table;

/**
 * Numbers in the order of time. Immutable.
 *
 * @param name     as files have it: that of a {@link ShippedSeries}, or {@link #OWN}
 * @param channels their names: 1 to {@value #MOST_CHANNELS}, all different
 * @param values   {@code [channel][row]}, not to be written to
 * @param rows     names of the rows; empty if they have none
 * @param title    of own numbers, as a file can be named; empty if they have none
 */
public record SeriesData(String name, List<String> channels, double[][] values, List<String> rows, String title) {

    public static final String OWN = "own";

    public static final int MOST_CHANNELS = 8;
    public static final int MOST_ROWS = 20_000;
    public static final int FEWEST_ROWS = 12;

    /** Of a larger number the fourth power, of which floors are made, is none. */
    private static final double LARGEST = 1e60;

    private static final int LONGEST_NAME = 24;
    private static final Pattern UNWRITTEN = Pattern.compile("(?U)[\\s\\p{Cntrl}]+");
    /** What cannot stand in the name of a file, nor in a document. */
    private static final Pattern UNTITLED = Pattern.compile("(?U)[\\s\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF\\\\/:*?\"<>|]+");

    public SeriesData(String name, List<String> channels, double[][] values, List<String> rows) {
        this(name, channels, values, rows, "");
    }

    /** @throws InvalidInput if there are too few or too many, or one is no number */
    public SeriesData {
        channels = names(channels);
        rows = List.copyOf(rows);
        title = UNTITLED.matcher(title).replaceAll(" ").strip().replaceFirst("(.{60}).+", "$1");
        if (values.length < 1 || values.length > MOST_CHANNELS) {
            throw new InvalidInput("series.channels", values.length, MOST_CHANNELS);
        }
        int count = values[0].length;
        if (values.length != channels.size() || (!rows.isEmpty() && rows.size() != count)) {
            throw new InvalidInput("series.names");
        }
        if (count < FEWEST_ROWS || count > MOST_ROWS) {
            throw new InvalidInput("series.rows", count, FEWEST_ROWS, MOST_ROWS);
        }
        for (int channel = 0; channel < values.length; channel++) {
            if (values[channel].length != count) {
                throw new InvalidInput("series.ragged", channels.get(channel), values[channel].length, count);
            }
            for (int row = 0; row < count; row++) {
                if (Double.isNaN(values[channel][row])) {
                    throw new InvalidInput("series.noNumber", row + 1, channels.get(channel));
                }
                if (Math.abs(values[channel][row]) > LARGEST) {
                    throw new InvalidInput("series.tooLarge", row + 1, channels.get(channel), FileNumber.text(LARGEST));
                }
            }
        }
    }

    /** As an alphabet can have them: short, without blanks, and all different. */
    private static List<String> names(List<String> given) {
        Set<String> names = new LinkedHashSet<>();
        for (String each : given) {
            String plain = UNWRITTEN.matcher(each.strip()).replaceAll("_");
            int end = Math.min(LONGEST_NAME, plain.codePointCount(0, plain.length()));
            String cut = plain.substring(0, plain.offsetByCodePoints(0, end));
            boolean isSymbol =
                    InvalidInput.problemOf(() -> Alphabet.checkSymbol(cut)).isEmpty();
            String name = isSymbol ? cut : "x";
            String free = name;
            for (int again = 2; free.equals(Series.FORECAST) || !names.add(free); again++) {
                free = name + "_" + again;
            }
        }
        return List.copyOf(names);
    }

    /** Where the numbers are from. */
    public Message origin() {
        return Message.of("series.from." + name, size(), channels.size(), row(0), row(size() - 1));
    }

    /** The numbers as they were given, with the names of their rows. */
    public Table<Integer> table() {
        return Table.ofPlaces(size())
                .column(Message.text("forecast.rows.axis"), this::row)
                .columns(channels, name -> name, (row, name) -> Table.mostlyWhole(values[channels.indexOf(name)][row]));
    }

    public int size() {
        return values[0].length;
    }

    /** The name of a row, counted from 0: its number where it has no other. */
    public String row(int row) {
        return rows.isEmpty() ? Integer.toString(row + 1) : rows.get(row);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SeriesData that
                && name.equals(that.name)
                && channels.equals(that.channels)
                && rows.equals(that.rows)
                && title.equals(that.title)
                && Arrays.deepEquals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.deepHashCode(values);
    }
}
