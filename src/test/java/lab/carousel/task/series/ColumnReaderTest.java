package lab.carousel.task.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.task.series.ColumnReader.Reading;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Language;
import lab.carousel.text.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers from tables and pasted texts, well made and not. */
class ColumnReaderTest {

    private static final double NONE = Double.NaN;

    private static String file(String name) throws IOException {
        try (var stream = ColumnReaderTest.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Line breaks as |, tabs as > in texts of a line. */
    private static String unfolded(String text) {
        return text.replace('|', '\n').replace('>', '\t');
    }

    private static double[] only(String text) {
        NumberColumns read = ColumnReader.read(unfolded(text));
        assertThat(read.columns()).hasSize(1);
        return read.columns().get(0);
    }

    private static String problem(String text) {
        return Language.ENGLISH.meanwhile(() -> InvalidInput.problemOf(() -> ColumnReader.read(text))
                .orElseThrow()
                .text());
    }

    private static List<String> told(String text) {
        return ColumnReader.read(unfolded(text)).told().stream()
                .map(told -> told.text(Language.ENGLISH))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "airline-passengers.csv, Passengers, 144, 112, 432, 1949-01, 1960-12",
        "monthly-shampoo-sales.csv, Sales, 36, 266, 646.9, 1-01, 3-12",
        "sunspots-yearly-1700-2008.csv, SUNACTIVITY, 309, 5, 2.9, 1700, 2008"
    })
    void theClassicalSeriesAreRead(
            String name, String column, int rows, double first, double last, String from, String to)
            throws IOException {
        NumberColumns read = ColumnReader.read(file(name)).complete();

        assertThat(read.names()).containsExactly(column);
        assertThat(read.rows()).isEqualTo(rows);
        assertThat(read.columns().get(0)).startsWith(first).endsWith(last);
        assertThat(read.steps()).hasSize(rows).startsWith(from).endsWith(to);
        assertThat(read.told())
                .extracting(Message::key)
                .containsExactly("series.read.told.header", "series.read.told.steps");
    }

    @Test
    void theOldFormWithWordsInItsLastLineIsRead() throws IOException {
        String name = "International airline passengers: monthly totals in thousands. Jan 49 ? Dec 60";
        String old = file("airline-passengers.csv").replace("Passengers", name).stripTrailing();
        for (String end : List.of("\n\n" + name + "\n\n", "\n\"" + name + "\"\r\n", "\n" + name + ",")) {
            NumberColumns read = ColumnReader.read(old + end).complete();

            assertThat(read.rows()).isEqualTo(144);
            assertThat(read.columns().get(0)).endsWith(461, 390, 432);
            assertThat(read.names()).containsExactly(name);
            assertThat(read.told().get(0).text(Language.ENGLISH))
                    .startsWith("The last line, 14")
                    .contains(name);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.5|2|-3e2", // one per line
                "1.5 2 -3e2", // in a line
                "1.5, 2, -3e2",
                "1.5;2;-3e2;",
                "1.5>2>-3e2",
                "[1.5, 2, -3e2]",
                "[1.5 2.|  -3e2]",
                "1.5,|2,|-3e2",
                "\uFEFF1.5|2|−300",
                "  1.5  |  2  |  -300  |||",
                "\"1.5\"|\"2\"|\"-300\"",
                "Sales|1.5|2|-300",
                "\"Sales, in 1000\"|1.5|2|-300",
                "# Sales|1.5|2|-3.00E+02",
                ",0|0,1.5|1,2|2,-300",
                "1,5|2|-3e2",
                "1,5 2,0 -3e2",
                "t;\"y\"|1;1,5|2;2|3;-300",
                "1.5\r2\r-300\r",
                "1.5\r\n2\r\n-300",
                "2020,1.5|2021,2|2022,-300",
                "Jan 2020>1.5|Feb 2020>2|Mar 2020>-300",
                "2020-01-01T00:00:00Z,1.5|2020-01-02T00:00:00Z,2|2020-01-03T00:00:00Z,-300",
                "1.5,,|2,,|-300,,"
            })
    void theSameNumbersAreReadFromManyForms(String text) {
        assertThat(only(text)).containsExactly(1.5, 2, -300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"1,234\"|\"999\"|\"1,000,000.5\"",
                "1.234,0|999|1.000.000,5",
                "1 234,0|999|1 000 000,5",
                "1\u00a0234|999|1\u00a0000\u00a0000.5",
                "1'234|999|1'000'000.5",
                "1’234|999|1’000’000.5",
                "2020-01,\"1,234\"|2020-02,999|2020-03,\"1,000,000.5\"",
                "01.02.2020;1.234,00|01.03.2020;999,00|01.04.2020;1.000.000,50",
                "v|1,234|999|1,000,000.5"
            })
    void thousandsAreRecognised(String text) {
        assertThat(only(text)).containsExactly(1234, 999, 1_000_000.5);
        assertThat(told(text))
                .anyMatch(told -> told.matches("Thousands are separated: “1.234(,00?)?” was read as 1234.*"));
    }

    @Test
    void severalColumnsAndGapsAreRead() {
        NumberColumns read =
                ColumnReader.read("day;truth;forecast\n2.1.2020;1,5;\n3.1.2020;2,5;NaN\n4.1.2020;3,5;2,25\n;;\n");

        assertThat(read.names()).containsExactly("truth", "forecast");
        assertThat(read.steps()).containsExactly("2.1.2020", "3.1.2020", "4.1.2020");
        assertThat(read.columns().get(0)).containsExactly(1.5, 2.5, 3.5);
        assertThat(read.columns().get(1)).containsExactly(NONE, NONE, 2.25);
        assertThat(read.column("FORECAST")).isEqualTo(1);
        assertThat(told("a;b|1,5;|2,5;NaN|3,5;2,25"))
                .containsExactly(
                        "The first line has the names of the columns: a, b.",
                        "Decimals follow a comma, as in “1,5”.",
                        "2 cells have no number in column b, the first in line 2.");
    }

    @Test
    void aSeriesMustBeWhole() {
        NumberColumns gap = ColumnReader.read("day;truth;forecast\n2020-01-02;1.5;1\n2020-01-03;2.5;\n");
        assertThatThrownBy(gap::complete)
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("Row 2 (2020-01-03) has no number in column forecast");
        assertThatThrownBy(() -> gap.column("forcast"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("The columns of numbers are truth, forecast");
        assertThatThrownBy(() -> ColumnReader.read("a,b\n1,2").complete())
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("single row");
        assertThatThrownBy(() -> ColumnReader.read("1.5,2,3,4,5,6,7,8,9\n1,2,3,4,5,6,7,8,9")
                        .complete())
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("9 columns of numbers");
        assertThat(ColumnReader.read("1.5,2,3,4,5,6,7,8\n1,2,3,4,5,6,7,8")
                        .complete()
                        .columns())
                .hasSize(8);
        NumberColumns constant = ColumnReader.read("a,b\n5,1\n5,2\n5,3");
        assertThatThrownBy(() -> constant.requireVariation(0))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("Column a has the same number in all 3 rows");
        constant.requireVariation(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "1,5|2,7 ~ COMMA COLUMNS ~ Line 1, “1,5”, can be read in more than one way: 1 | 5 (separate columns); or 1.5 (decimals after a comma). Say",
                "999,125|1,234 ~ POINT COMMA COLUMNS ~ 999 | 125 (separate columns); or 999125 (decimals after a point); or 999.125 (decimals after a comma)",
                "x|12|1.234 ~ POINT COMMA ~ Line 3, “1.234”, can be read in more than one way: 1.234 (decimals after a point); or 1234 (decimals after a comma)",
                "112 118|115 126 ~ POINT COLUMNS ~ 112 | 118 (separate columns); or 112118 (",
                "1,234;2|1,5;3 ~ COMMA ~ ",
                "1,234;2|5;3 ~ POINT COMMA ~ Line 1, “1,234;2”, can be read in more than one way: 1234 | 2 (",
                "1.234 2.345 ~ POINT COMMA ~ Line 1, “1.234 2.345”, can be"
            })
    void whatIsAmbiguousIsAsked(String text, String readings, String question) {
        assertThat(ColumnReader.readings(unfolded(text)).stream()
                        .sorted()
                        .map(Reading::name)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(readings);
        if (question != null) {
            assertThat(problem(unfolded(text))).contains(question);
        }
    }

    @Test
    void theAnswerDecides() {
        String text = "1,234\n2,345";
        assertThat(ColumnReader.read(text, Reading.POINT).columns()).containsExactly(new double[] {1234, 2345});
        assertThat(ColumnReader.read(text, Reading.COMMA).columns()).containsExactly(new double[] {1.234, 2.345});
        assertThat(ColumnReader.read(text, Reading.COLUMNS).columns())
                .containsExactly(new double[] {1, 2}, new double[] {234, 345});
        // Where nothing is open, there is one way
        assertThat(ColumnReader.read("1.5\n2", Reading.COMMA).columns()).containsExactly(new double[] {1.5, 2});
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "1|2|oops ~ Line 3, column 1: “oops” is not a number",
                "a,b|1,2|x,4 ~ Line 3, column a: “x” is not a number",
                "1|2|x3|4 ~ Line 3, column 1: “x3” is not a number.",
                "1l2|2|3 ~ Line 1, column 1: “1l2” is not a number.",
                "a,b|1,2|3,inf ~ Line 3, column b: “inf” is not a number.",
                "a,b|1,2|3,$4 ~ Line 3, column b: “$4” is not a number.",
                "a,b|1,2|3,12%|4,5 ~ Line 3, column b: “12%” is not a number.",
                "a,b|1,2|3,0x1F ~ Line 3, column b: “0x1F” is not a number.",
                "a,b|1,2|3,1d ~ Line 3, column b: “1d” is not a number.",
                "a,b|1,2|3,1e999 ~ Line 3, column b: 1e999 is too large",
                "a,b|1,2|3,٣ ~ Line 3, column b: “٣” is not a number.",
                "a,b|1,2|3,1.2.3.4 ~ Line 3, column b: “1.2.3.4” is not a number.",
                "a,b|1,2|3,\"12,34.5\" ~ Line 3, column b: “12,34.5” is not a number.",
                "a,b|1,2|3|4,5 ~ Line 3 has 1 cell, but most lines have 2",
                "a,b|1,2|3,4,5|4,5 ~ Line 3 has 3 cells, but most lines have 2",
                "title|a,b,c|1,2,3|4,5,6 ~ Line 2, column title: “a,b,c” is not a number",
                "date,v|2020-01-01,1|2020-02-30,2|2020-03-01,3 ~ Line 3, column date: “2020-02-30” is not a date",
                "date,v|2020-01-01,1|,2|2020-03-01,3 ~ Line 3, column date: “” is not a date",
                "from,to,v|2020-01,2020-02,1|2020-02,2020-03,2 ~ Line 2, column to: “2020-02” is not a number",
                "v,note|1,good|2,bad ~ Line 2, column note: “good” is not a number",
                "v|1|\"2|3|4 ~ Line 3 has a cell in quotation marks that goes on in the next line",
                "\"v|1|2 ~ Line 1 has a cell in quotation marks that goes on",
                "Month,Passengers ~ There is no column of numbers",
                "words and no numbers|at all ~ There is no column of numbers",
                "day|2020-01-01|2020-01-02 ~ There is no column of numbers",
                ";;;|;;; ~ Line 2, column ;;;: “;;;” is not a number",
                "\"\" ~ There is no column of numbers",
                "| | ~ There are no numbers yet",
                "Total;1234|1949;112|1950;118 ~ Line 1, column 1: “Total” is not a number",
                "Y;v|1949;112|1950;118|Total;230 ~ Line 4, column Y: “Total” is not a number",
                "{\"a\":[1,2]}|{\"b\":[3,4]} ~ Line 2, column {\"a\":[1: “{\"b\":[3” is not a number",
                "<html>|<p>1</p>|</html> ~ Line 2, column <html>: “<p>1</p>” is not a number"
            })
    void whatCannotBeReadIsToldWithRowAndColumn(String text, String problem) {
        assertThat(problem(text.replace('|', '\n'))).contains(problem);
    }

    @Test
    void whatIsNoTextIsTold() {
        assertThat(problem("")).startsWith("There are no numbers yet");
        assertThat(problem("\uFEFF")).startsWith("There are no numbers yet");
        assertThat(problem("1\n2\u0000\n3")).contains("Line 2 has a character of code 0");
        String wide = new String("a\n1\n2\n".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.UTF_8);
        assertThat(problem(wide)).contains("Line 1 has a character of code 0").contains("UTF-16");
        assertThat(problem("PK\u0003\u0004\n")).contains("Line 1 has a control character of code 3");
        assertThat(problem("1\n\u001b[2J\n")).contains("Line 2 has a control character of code 27");
        assertThat(problem("a;b\n1;2\n3;" + "x".repeat(100_000)))
                .hasSizeLessThan(300)
                .contains("Line 3, column b");
        assertThat(problem(IntStream.range(0, 65)
                        .mapToObj(each -> each + ".5;")
                        .collect(Collectors.joining())
                        .repeat(2)
                        .replace("64.5;0.5", "64.5\n0.5")))
                .contains("Line 1 has more than 64 cells");
    }

    @Test
    void rowsThatFallRepeatOrSkipAreTold() {
        assertThat(told("d,v|2020-01-01,1|2020-01-02,2|2020-01-04,3|2020-01-05,1|2020-01-05,2|2020-01-03,4"))
                .contains(
                        "The rows go back in time once, first from 2020-01-05 to 2020-01-03.",
                        "The name of a row is that of the row before once, first at 2020-01-05 and 2020-01-05.",
                        "Rows are left out once, first between 2020-01-02 and 2020-01-04: each row counts as one step all the same.");
        assertThat(told("year,v|1990,1|1991,2|1993,3|1995,3"))
                .contains(
                        "Rows are left out 2 times, first between 1991 and 1993: each row counts as one step all the same.");
        assertThat(told("d,v|12/31/2019,1.5|12/30/2019,2.5|12/29/2019,3"))
                .contains(
                        "The rows go back in time, from 12/31/2019 to 12/29/2019: turn them round, as a forecast needs the oldest first.");
        // Months have 28 to 31 days
        for (String months : List.of(
                "Dec 2019,1|Jan 2020,2|Feb 2020,3|March 2020,4",
                "31/01/2020,1|29/02/2020,2|31/03/2020,3",
                "1. Jan. 2020,1|1. Feb. 2020,2|1. März 2020,3|1. April 2020,3")) {
            assertThat(told(months))
                    .as(months)
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("Column 1 names the rows, from");
        }
    }

    @Test
    void countsAreToldFromNumbers() {
        assertThat(ColumnReader.read("0,5\n1,7\n2,6").steps()).containsExactly("0", "1", "2");
        assertThat(ColumnReader.read("t,y\n10,5\n20,7\n30,6").steps()).containsExactly("10", "20", "30");
        assertThat(ColumnReader.read("truth,forecast\n10,5\n20,7\n30,6").steps())
                .isEmpty();
        assertThat(ColumnReader.read("t,y\n10,5\n20,7\n15,6").steps()).isEmpty();
        assertThat(ColumnReader.read("1\n2\n3").steps()).isEmpty();
        assertThat(ColumnReader.read(";1;2\n;2;3\n;3;5").columns())
                .containsExactly(new double[] {1, 2, 3}, new double[] {2, 3, 5});
    }

    @Test
    void blankLinesAreTold() {
        assertThat(told("|v|1.5||2|  ||3||"))
                .first()
                .isEqualTo("3 blank lines were left out: no step stands for a blank line.");
        assertThat(only("v|1.5|\"\"|2")).containsExactly(1.5, NONE, 2);
    }

    @Test
    void equalNamesAreToldApart() {
        NumberColumns read = ColumnReader.read("v;v;;v (2)\n1;2;3;4\n5;6;7;9");
        assertThat(read.names()).containsExactly("v", "v (2)", "3", "v (2) (2)");
        assertThat(told("v;v|1;2|5;6")).contains("Two columns are named v: the second is called v (2) here.");
    }

    @Test
    void manyRowsAreReadAndMoreRefusedAtOnce() {
        String rows = IntStream.range(0, 20_000)
                .mapToObj(row -> row + "," + row % 7 + ".25\n")
                .collect(Collectors.joining());
        assertThat(ColumnReader.read("t,v\n" + rows).complete().rows()).isEqualTo(20_000);
        assertThat(problem(rows + "20000,1\n")).startsWith("There are 20,001 rows, but at most 20,000");
        assertThat(problem("1.5\n".repeat(1_000_000))).startsWith("There are 1,000,000 rows");
        assertThat(problem("1.5 ".repeat(1_000_000))).startsWith("Line 1 has more than 20,000 cells");
        assertThat(only("1.5 ".repeat(20_000))).hasSize(20_000);
        assertThat(problem("1".repeat(9_000_000))).startsWith("The text has 9,000,000 characters");
    }

    /** Whatever is pasted: numbers, or a complaint in words. */
    @Test
    void nothingElseIsThrown() {
        String letters = "0123456789.,;-+ \t\n\n\"'eEx/\u00a0\u0000aN:[](−";
        SplittableRandom random = new SplittableRandom(7);
        for (int each = 0; each < 20_000; each++) {
            int length = random.nextInt(24);
            String text = random.ints(length, 0, letters.length())
                    .mapToObj(at -> letters.substring(at, at + 1))
                    .collect(Collectors.joining());
            InvalidInput.problemOf(() -> ColumnReader.read(text));
        }
    }
}
