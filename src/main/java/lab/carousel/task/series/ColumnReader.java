package lab.carousel.task.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.text.FileNumber;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Language;
import lab.carousel.text.Message;

/**
 * Reads columns of numbers from a table as CSV, or from pasted numbers. The text is read with each separator and each decimal mark;
 * if several readings fit and give other numbers, it is asked which one is meant.
 */
public final class ColumnReader {

    /** What commas, points and blanks mean where a text leaves it open. */
    public enum Reading {
        /** Decimals follow a point; commas and blanks separate thousands. */
        POINT,
        /** Decimals follow a comma; points and blanks separate thousands. */
        COMMA,
        /** Commas or blanks separate columns. */
        COLUMNS
    }

    /** Separator of a table with one column: no text has it. */
    private static final char NONE = '\u0001';

    private static final List<Character> SEPARATORS = List.of('\t', ';', ',', ' ', NONE);
    private static final int MOST_LETTERS = 8_000_000;
    private static final int SHOWN_LETTERS = 40;
    /** So many rows with counts are no chance. */
    private static final int MANY = 3;

    private static final Pattern BLANKS = Pattern.compile("[ \t]+");
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|[\r\n]");

    private ColumnReader() {}

    /**
     * Reads a text that can be read in one way.
     *
     * @throws InvalidInput if it cannot be read, or the question where there is more than one way, see {@link #readings}
     */
    public static NumberColumns read(String text) {
        Map<Reading, TableReading> ways = ways(text);
        if (ways.size() > 1) {
            throw new InvalidInput(question(text, ways));
        }
        return ways.values().iterator().next().columns;
    }

    /**
     * Reads a text as {@link #read(String)} does, and where that would ask, in the chosen way, or the first if that is none of them.
     *
     * @throws InvalidInput if it cannot be read
     */
    public static NumberColumns read(String text, Reading chosen) {
        Map<Reading, TableReading> ways = ways(text);
        return ways.getOrDefault(chosen, ways.values().iterator().next()).columns;
    }

    /**
     * Ways in which a text can be read.
     *
     * @throws InvalidInput if it cannot be read
     */
    public static List<Reading> readings(String text) {
        return List.copyOf(ways(text).keySet());
    }

    /** At least one way, in the order of their likelihood. */
    private static Map<Reading, TableReading> ways(String given) {
        String text = checked(given);
        List<TableReading> all = new ArrayList<>();
        for (char separator : SEPARATORS) {
            if (separator == NONE || text.indexOf(separator) >= 0) {
                List<TableReading.Row> rows =
                        TableReading.rows(separator == ' ' ? singleBlanks(text) : text, separator);
                all.add(new TableReading(rows, separator, '.'));
                if (text.indexOf('.') >= 0 || text.indexOf(',') >= 0) {
                    all.add(new TableReading(rows, separator, ','));
                }
            }
        }
        List<TableReading> fit = likely(all);
        if (fit.isEmpty()) {
            throw new InvalidInput(all.stream()
                    .max(Comparator.comparingInt(each -> each.line))
                    .map(each -> each.problem)
                    .orElseThrow());
        }
        Map<Reading, TableReading> ways = new LinkedHashMap<>();
        for (TableReading each : fit) {
            boolean isSplit = (each.separator == ',' || each.separator == ' ')
                    && fit.stream().anyMatch(other -> other.separator != each.separator);
            ways.putIfAbsent(isSplit ? Reading.COLUMNS : each.mark == '.' ? Reading.POINT : Reading.COMMA, each);
        }
        return ways;
    }

    /** The readings that fit and give different numbers, without those that something in the text speaks against. */
    private static List<TableReading> likely(List<TableReading> all) {
        List<TableReading> fit = new ArrayList<>();
        prefer(all, each -> each.isTable);
        for (TableReading each : all) {
            if (each.problem == null && fit.stream().noneMatch(other -> differing(other, each) < 0)) {
                fit.add(each);
            }
        }
        int most = fit.stream().mapToInt(each -> each.columns.rows()).max().orElse(0);
        if (fit.stream().anyMatch(each -> each.isLine)) {
            prefer(fit, each -> each.columns.rows() == most);
        }
        prefer(fit, each -> each.columns.rows() >= MANY && !each.columns.steps().isEmpty());
        prefer(fit, each -> each.mark == ',' && each.hasBothMarks);
        // A comma that is no separator stands in quotation marks: between thousands
        if (fit.stream().anyMatch(each -> each.separator == ',' && each.mark == '.')) {
            fit.removeIf(each -> each.separator == ',' && each.mark == ',');
        }
        return fit;
    }

    private static String singleBlanks(String text) {
        return Stream.of(LINE_BREAK.split(text, -1))
                .map(line -> BLANKS.matcher(line.strip()).replaceAll(" "))
                .collect(Collectors.joining("\n"));
    }

    private static void prefer(List<TableReading> fit, Predicate<TableReading> likely) {
        if (fit.stream().anyMatch(likely)) {
            fit.removeIf(likely.negate());
        }
    }

    /** The first row in which two readings differ; -1 if there is none. */
    private static int differing(TableReading one, TableReading other) {
        List<double[]> left = one.columns.columns();
        List<double[]> right = other.columns.columns();
        if (left.size() != right.size() || one.columns.rows() != other.columns.rows()) {
            return 0;
        }
        return IntStream.range(0, left.size())
                .map(column -> Arrays.mismatch(left.get(column), right.get(column)))
                .filter(row -> row >= 0)
                .min()
                .orElse(-1);
    }

    private static Message question(String text, Map<Reading, TableReading> ways) {
        List<TableReading> readings = List.copyOf(ways.values());
        int row = differing(readings.get(0), readings.get(1));
        int line = readings.get(0).lineOf(row);
        List<Message> choices = new ArrayList<>();
        ways.forEach((reading, table) -> choices.add(Message.of("series.read.way." + reading, numbers(table, row))));
        Message all = choices.stream()
                .reduce((one, more) -> Message.of("series.read.or", one, more))
                .orElseThrow();
        String words = LINE_BREAK.split(text, line + 1)[line - 1].strip();
        return Message.of("series.read.ask", line, words.substring(0, Math.min(SHOWN_LETTERS, words.length())), all);
    }

    private static String numbers(TableReading table, int row) {
        return table.columns.columns().stream()
                .map(column -> Language.marked(FileNumber.text(column[row]).replaceFirst("\\.0$", "")))
                .collect(Collectors.joining(" | "));
    }

    /** Without what stands around numbers in files and programs. */
    private static String checked(String given) {
        String text = given.startsWith("\uFEFF") ? given.substring(1) : given;
        int line = 1;
        int rows = 0;
        boolean isBlank = true;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            boolean isEnd =
                    letter == '\n' || letter == '\r' && (at + 1 == text.length() || text.charAt(at + 1) != '\n');
            line += isEnd ? 1 : 0;
            if (letter < ' ' && letter != '\n' && letter != '\r' && letter != '\t') {
                throw new InvalidInput(letter == 0 ? "series.read.zero" : "series.read.control", line, (int) letter);
            }
            rows += isBlank && letter > ' ' ? 1 : 0;
            isBlank = isEnd || isBlank && letter <= ' ';
        }
        if (rows > NumberColumns.MAX_ROWS + 2) {
            throw new InvalidInput("series.read.manyRows", rows, NumberColumns.MAX_ROWS);
        }
        if (text.length() > MOST_LETTERS) {
            throw new InvalidInput("series.read.long", text.length(), MOST_LETTERS);
        }
        if (rows == 0) {
            throw new InvalidInput("series.read.empty");
        }
        String stripped = text.strip();
        boolean isList = stripped.startsWith("[") && stripped.endsWith("]");
        return isList
                ? LINE_BREAK
                        .matcher(stripped.substring(1, stripped.length() - 1))
                        .replaceAll(" ")
                : text;
    }
}
