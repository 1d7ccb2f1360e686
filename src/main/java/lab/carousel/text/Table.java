package lab.carousel.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table of named columns, each with a function of the row, for files, documents and the screen. As CSV (RFC 4180, but
 * with {@code \n} as line end) numbers have full precision, as {@link FileNumber} writes them, and an empty
 * {@code Optional} is an empty field.
 *
 * @param <R> a row
 */
public final class Table<R> {

    /** First characters of formulas in spreadsheets. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final Pattern ENCLOSED = Pattern.compile("[,\"\n\r]");
    /** Whole numbers up to here are exact in a double. */
    private static final double LARGEST_WHOLE = 1e15;

    private final Iterable<? extends R> rows;
    private final List<Column<R>> columns = new ArrayList<>();

    private Table(Iterable<? extends R> rows) {
        this.rows = rows;
    }

    public static <R> Table<R> of(Iterable<? extends R> rows) {
        return new Table<>(rows);
    }

    /** A table whose rows are the numbers from 0. */
    public static Table<Integer> ofPlaces(int rows) {
        return new Table<>(IntStream.range(0, rows).boxed().toList());
    }

    /** A table of lines of fields; missing ones are empty. */
    public static Table<List<?>> ofFields(List<String> names, Iterable<? extends List<?>> lines) {
        return new Table<List<?>>(lines)
                .columns(
                        IntStream.range(0, names.size()).boxed().toList(),
                        names::get,
                        (line, place) -> place < line.size() ? line.get(place) : "");
    }

    public Table<R> column(String name, Function<? super R, ?> value) {
        return column(new Column<>(name, List.of(name), "", 0, value));
    }

    public Table<R> column(Column<R> column) {
        columns.add(column);
        return this;
    }

    public <T> Table<R> columns(
            Collection<? extends T> things,
            Function<? super T, String> name,
            BiFunction<? super R, ? super T, ?> value) {
        things.forEach(thing -> column(name.apply(thing), row -> value.apply(row, thing)));
        return this;
    }

    /** Adds a column for each number of an array. */
    public Table<R> numbers(List<String> names, Function<? super R, double[]> values) {
        return names.isEmpty() ? this : column(new Column<>(names.get(0), names, "", 0, values));
    }

    public List<Column<R>> columns() {
        return List.copyOf(columns);
    }

    /** The same columns of other rows. */
    public Table<R> with(Iterable<? extends R> others) {
        Table<R> same = new Table<>(others);
        same.columns.addAll(columns);
        return same;
    }

    /** An empty field for NaN. */
    public static Object known(double number) {
        return Double.isNaN(number) ? "" : (Object) number;
    }

    /** Writes whole numbers without decimals, for values such as an epoch on an axis. */
    public static Object mostlyWhole(double number) {
        boolean whole = number == Math.rint(number) && Math.abs(number) < LARGEST_WHOLE;
        return whole ? (Object) (long) number : known(number);
    }

    public String header() {
        return names().stream().map(Table::field).collect(Collectors.joining(",", "", "\n"));
    }

    public String line(R row) {
        return columns.stream()
                .map(column -> fields(column.value().apply(row), column.names().size()))
                .collect(Collectors.joining(",", "", "\n"));
    }

    public List<String> names() {
        return columns.stream().flatMap(column -> column.names().stream()).toList();
    }

    /** The values of each row, by the names; an empty text where one is missing. */
    public List<List<?>> values() {
        List<List<?>> values = new ArrayList<>();
        rows.forEach(row -> values.add(columns.stream()
                .flatMap(column ->
                        plain(column.value().apply(row), column.names().size()))
                .toList()));
        return values;
    }

    private static Stream<Object> plain(Object value, int count) {
        return value instanceof double[] numbers
                ? IntStream.range(0, count).mapToObj(place -> place < numbers.length ? numbers[place] : "")
                : Stream.of(plain(value));
    }

    private static Object plain(Object value) {
        if (value instanceof OptionalInt number) {
            return number.isPresent() ? number.getAsInt() : "";
        }
        if (value instanceof OptionalLong number) {
            return number.isPresent() ? number.getAsLong() : "";
        }
        return value instanceof Optional<?> optional
                ? optional.map(Table::plain).orElse("")
                : value;
    }

    /** Pads a value to {@code count} fields; missing numbers are empty. */
    private static String fields(Object value, int count) {
        if (value instanceof double[] numbers) {
            return IntStream.range(0, count)
                    .mapToObj(place -> place < numbers.length ? FileNumber.text(numbers[place]) : "")
                    .collect(Collectors.joining(","));
        }
        return field(value);
    }

    /** Ends the names of columns that come again later, so that no two are the same. */
    public Table<R> distinct(String ending) {
        for (int place = 0; place < columns.size(); place++) {
            Column<R> column = columns.get(place);
            boolean isAgain = columns.stream().skip(place + 1).anyMatch(later -> later.names()
                    .equals(column.names()));
            if (isAgain) {
                columns.set(
                        place,
                        new Column<>(
                                column.id(),
                                List.of(column.names().get(0) + ending),
                                column.tip(),
                                column.width(),
                                column.value()));
            }
        }
        return this;
    }

    public String csv() {
        StringBuilder csv = new StringBuilder(header());
        rows.forEach(row -> csv.append(line(row)));
        return csv.toString();
    }

    /** For documents: a row of names, and below it the rows. */
    public String html() {
        StringBuilder html = new StringBuilder("<table>");
        html.append(row("th", names().stream()));
        values().forEach(row -> html.append(row("td", row.stream().map(Object::toString))));
        return html.append("</table>").toString();
    }

    private static String row(String tag, Stream<String> words) {
        return words.map(each -> each.replace("&", "&amp;").replace("<", "&lt;"))
                .map(each -> "<" + tag + ">" + each + "</" + tag + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    private static String field(Object value) {
        Object plain = plain(value);
        return plain instanceof Double number ? FileNumber.text(number) : quoted(plain.toString());
    }

    /** Quotes a field if need be; what a spreadsheet would take for a formula gets an apostrophe before it. */
    private static String quoted(String text) {
        boolean isFormula = !text.isEmpty()
                && FORMULA.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
        String value = isFormula ? "'" + text : text;
        return ENCLOSED.matcher(value).find() ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
