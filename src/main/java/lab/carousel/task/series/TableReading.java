package lab.carousel.task.series;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import org.jspecify.annotations.Nullable;

/** A table read with one separator and one decimal mark: its columns, or what is in the way. */
final class TableReading {

    /** Thousands are at most four groups: more digits are no exact number. */
    private static final String NUMBER = "[+−-]?(?=MARK?[0-9])"
            + "(?:[1-9][0-9]{0,2}([OTHER'’ \u202f\u2009])[0-9]{3}(?:\\1[0-9]{3}){0,3}|[0-9]*)"
            + "(?:MARK[0-9]*)?(?:[eE][+−-]?[0-9]{1,4})?";

    private static final Pattern WITH_POINT =
            Pattern.compile(NUMBER.replace("MARK", "[.]").replace("OTHER", ","));
    private static final Pattern WITH_COMMA =
            Pattern.compile(NUMBER.replace("MARK", ",").replace("OTHER", "."));
    private static final Set<String> MISSING =
            Set.of("", "-", "–", "—", "?", ".", "nan", "na", "n/a", "#n/a", "#nv", "null", "none");

    private static final int MOST_DIGITS = 300;
    private static final int MOST_CELLS = 64;
    private static final int LONGEST_NAME = 120;
    private static final int FIRST_YEAR = 1_000;
    private static final int LAST_YEAR = 3_000;

    final char separator;
    final char mark;
    NumberColumns columns = new NumberColumns(List.of(), List.of(), List.of(), List.of());

    @Nullable
    Message problem;
    /** Where reading stopped. */
    int line;
    /** Whether it has separators that no number has, or a header with as many names as there are columns. */
    boolean isTable;
    /** Whether numbers stand in a single line. */
    boolean isLine;
    /** Whether a number has thousands apart as well as decimals. */
    boolean hasBothMarks;

    /** Header and a last line of words are taken away while it is read. */
    private final List<Row> rows;

    private int width;
    private boolean hasHeader;
    private List<String> steps = List.of();
    private final List<String> kept = new ArrayList<>();
    private final List<double[]> numbers = new ArrayList<>();
    private final List<Message> told = new ArrayList<>();

    record Row(int line, List<String> cells) {

        /** Without the empty cells at its end. */
        int width() {
            int width = cells.size();
            while (width > 0 && cells.get(width - 1).isEmpty()) {
                width--;
            }
            return width;
        }

        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    TableReading(List<Row> rows, char separator, char mark) {
        this.rows = new ArrayList<>(rows);
        this.separator = separator;
        this.mark = mark;
        try {
            columns = read();
        } catch (InvalidInput refused) {
            problem = refused.problem();
        }
    }

    /** Rows of a table, without blank lines. */
    static List<Row> rows(String text, char separator) {
        List<Row> rows = new ArrayList<>();
        var handler =
                CsvRecordHandler.builder().maxFields(NumberColumns.MAX_ROWS + 2).build();
        try {
            for (CsvRecord each : CsvReader.builder().fieldSeparator(separator).build(handler, text)) {
                List<String> cells = new ArrayList<>();
                for (String cell : each.getFields()) {
                    cells.add(cell.replace('\u00a0', ' ').strip());
                }
                if (each.getFieldCount() > 1
                        || each.getField(0).isEmpty()
                        || !cells.get(0).isEmpty()) {
                    rows.add(new Row((int) each.getStartingLineNumber(), cells));
                }
            }
        } catch (CsvParseException tooMany) {
            throw new InvalidInput("series.read.manyCells", rows.size() + 1, NumberColumns.MAX_ROWS);
        }
        return rows;
    }

    int lineOf(int row) {
        return rows.get(isLine ? 0 : row).line();
    }

    private NumberColumns read() {
        while (!rows.isEmpty() && rows.get(rows.size() - 1).width() == 0) {
            rows.remove(rows.size() - 1);
        }
        requireClosedQuotes();
        hasHeader = !rows.isEmpty() && isHeader(rows.get(0));
        int last = rows.size() - 1;
        if (last > 0 && isSentence(rows.get(last))) {
            Row words = rows.remove(last);
            tell("lastLine", words.line(), String.join(" ", words.cells()));
        }
        requireTable();
        List<String> header = hasHeader ? rows.remove(0).cells() : List.of();
        List<String> names = names(header);
        for (int column = 0; column < (rows.isEmpty() ? 0 : width); column++) {
            read(names.get(column), cells(column));
        }
        boolean mayCount = steps.isEmpty() && numbers.size() > 1 && kept.get(0).equals(names.get(0));
        if (mayCount && areCounts(hasHeader ? header.get(0) : "1", numbers.get(0))) {
            setSteps(kept.remove(0), cells(0), numbers.remove(0));
        }
        if (numbers.isEmpty()) {
            throw new InvalidInput("series.read.noNumbers");
        }
        isLine = rows.size() == 1 && !hasHeader && steps.isEmpty() && numbers.size() > 1;
        if (isLine) {
            tell("line", numbers.size());
            double[] column = numbers.stream().mapToDouble(number -> number[0]).toArray();
            return new NumberColumns(List.of("1"), List.of(column), steps, told);
        }
        return new NumberColumns(kept, numbers, steps, told);
    }

    private void read(String name, List<String> cells) {
        boolean isDates = cells.stream()
                .filter(cell -> !isMissing(cell))
                .findFirst()
                .filter(this::isDate)
                .isPresent();
        if (isDates && steps.isEmpty()) {
            setSteps(name, cells, dates(name, cells));
        } else if (hasHeader || cells.stream().anyMatch(cell -> !cell.isEmpty())) {
            kept.add(name);
            numbers.add(numbers(name, cells));
        }
    }

    private List<String> cells(int column) {
        return rows.stream().map(row -> row.cell(column)).toList();
    }

    private Matcher number(String cell) {
        return (mark == '.' ? WITH_POINT : WITH_COMMA).matcher(cell);
    }

    private boolean isDate(String cell) {
        return !number(cell).matches() && StepNames.isDate(cell);
    }

    private static boolean isMissing(String cell) {
        return cell.length() <= 4 && MISSING.contains(cell.toLowerCase(Locale.ROOT));
    }

    private boolean isWords(Row row) {
        return row.width() > 0
                && row.cells().stream()
                        .allMatch(cell -> isMissing(cell) || !number(cell).matches() && !StepNames.isDate(cell))
                && !row.cells().stream().allMatch(TableReading::isMissing);
    }

    /** Words, not all of which begin as a number with a mistake in it does; or pandas' numbers of columns. */
    private boolean isHeader(Row row) {
        boolean isNumbered = row.cells().size() > 1 && row.cell(0).isEmpty();
        for (int column = 1; column < row.cells().size(); column++) {
            isNumbered &= row.cell(column).equals(String.valueOf(column - 1));
        }
        return isNumbered
                || isWords(row)
                        && row.cells().stream()
                                .anyMatch(cell -> !cell.isEmpty() && "+-−.,0123456789".indexOf(cell.charAt(0)) < 0);
    }

    /** Several words, as they tell below a table where it comes from. */
    private boolean isSentence(Row row) {
        String words = String.join(" ", row.cells()).strip();
        return isWords(row) && Character.isLetter(words.charAt(0)) && words.indexOf(' ') > 0;
    }

    private void requireClosedQuotes() {
        for (Row row : rows) {
            line = row.line();
            for (String cell : row.cells()) {
                if (cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0) {
                    throw new InvalidInput("series.read.openQuote", line);
                }
            }
        }
    }

    /** All rows have as many cells as most have. */
    private void requireTable() {
        int[] sizes = rows.stream().mapToInt(row -> row.cells().size()).sorted().toArray();
        int widest = rows.stream().mapToInt(Row::width).max().orElse(0);
        width = sizes.length == 0 ? 0 : Math.min(sizes[sizes.length / 2], widest);
        isTable = width > 1
                && (separator == '\t'
                        || separator == ';'
                        || separator == ',' && hasHeader && rows.get(0).width() == width);
        int blank = rows.isEmpty()
                ? 0
                : rows.get(rows.size() - 1).line() - rows.get(0).line() - rows.size() + 1;
        if (blank > 0) {
            tell("blankLines", blank);
        }
        int most = rows.size() == 1 ? NumberColumns.MAX_ROWS : MOST_CELLS;
        for (Row row : rows) {
            line = row.line();
            if (row.cells().size() < width || row.width() > width) {
                throw new InvalidInput("series.read.ragged", line, row.cells().size(), width);
            }
            if (width > most) {
                throw new InvalidInput("series.read.manyCells", line, most);
            }
        }
        if (rows.size() > NumberColumns.MAX_ROWS + (hasHeader ? 1 : 0)) {
            throw new InvalidInput("series.read.manyRows", rows.size(), NumberColumns.MAX_ROWS);
        }
    }

    /** Of the header, else the positions; all different. */
    private List<String> names(List<String> header) {
        Set<String> names = new LinkedHashSet<>();
        for (int column = 0; column < width; column++) {
            String given = column < header.size() ? header.get(column).replaceFirst("^#\\s*", "") : "";
            String name = given.isEmpty()
                    ? String.valueOf(column + 1)
                    : given.substring(0, Math.min(LONGEST_NAME, given.length()));
            String free = name;
            for (int count = 2; names.contains(free); count++) {
                free = name + " (" + count + ")";
            }
            if (!free.equals(name)) {
                tell("sameName", name, free);
            }
            names.add(free);
        }
        if (hasHeader) {
            tell("header", String.join(", ", names));
        }
        return List.copyOf(names);
    }

    private double[] dates(String name, List<String> cells) {
        double[] days = StepNames.days(cells);
        for (int row = 0; row < days.length; row++) {
            line = rows.get(row).line();
            if (Double.isNaN(days[row])) {
                throw new InvalidInput("series.read.noDate", line, name, cells.get(row));
            }
        }
        return days;
    }

    private void setSteps(String name, List<String> cells, double[] places) {
        steps = cells;
        tell("steps", name, steps.get(0), steps.get(steps.size() - 1));
        told.addAll(StepNames.told(steps, places));
    }

    private double[] numbers(String name, List<String> cells) {
        double[] numbers = new double[cells.size()];
        for (int row = 0; row < numbers.length; row++) {
            line = rows.get(row).line();
            numbers[row] = isMissing(cells.get(row)) ? Double.NaN : parsed(name, cells.get(row));
        }
        int[] gaps = IntStream.range(0, numbers.length)
                .filter(row -> Double.isNaN(numbers[row]))
                .toArray();
        if (gaps.length > 0) {
            tell("gaps", gaps.length, name, rows.get(gaps[0]).line());
        }
        return numbers;
    }

    private double parsed(String name, String cell) {
        if (mark == '.' && isPlain(cell)) {
            return Double.parseDouble(cell);
        }
        Matcher number = number(cell);
        if (!number.matches()) {
            throw new InvalidInput("series.read.noNumber", line, name, cell);
        }
        boolean hasGroups = number.group(1) != null;
        String plain = (hasGroups ? cell.replace(number.group(1), "") : cell)
                .replace(',', '.')
                .replace('−', '-');
        boolean hasDecimals = plain.indexOf('.') >= 0;
        hasBothMarks |= hasGroups && hasDecimals;
        if (hasGroups) {
            tellOnce("thousands", cell, plain);
        }
        if (hasDecimals && mark == ',') {
            tellOnce("comma", cell);
        }
        double value = Double.parseDouble(plain);
        if (Double.isInfinite(value)) {
            throw new InvalidInput("series.read.tooLarge", line, name, cell);
        }
        return value;
    }

    /** Fast path: digits around a point at most, as nearly all cells have. */
    private static boolean isPlain(String cell) {
        int points = 0;
        for (int at = 0; at < cell.length(); at++) {
            char letter = cell.charAt(at);
            points += letter == '.' ? 1 : 0;
            if (letter != '.' && (letter < '0' || letter > '9')) {
                return false;
            }
        }
        return points <= 1 && cell.length() > points && cell.length() <= MOST_DIGITS;
    }

    /** Whether the numbers of a first column count the rows: named so, or every whole number from 0, from 1 or from a year on. */
    private boolean areCounts(String name, double[] numbers) {
        int rowCount = numbers.length;
        double from = numbers[0];
        boolean rises = true;
        boolean isWhole = true;
        boolean isEach = rowCount > 2 && (from == 0 || from == 1 || from >= FIRST_YEAR && from < LAST_YEAR);
        for (int row = 0; row < rowCount; row++) {
            isWhole &= numbers[row] == Math.floor(numbers[row]);
            rises &= row == 0 || numbers[row] >= numbers[row - 1];
            isEach &= numbers[row] == from + row;
        }
        return isEach || StepNames.isCountName(name) && rises && isWhole;
    }

    private void tell(String key, Object... values) {
        told.add(Message.of("series.read.told." + key, values));
    }

    private void tellOnce(String key, Object... values) {
        if (told.stream().noneMatch(message -> message.key().endsWith("." + key))) {
            tell(key, values);
        }
    }
}
