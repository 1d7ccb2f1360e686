package lab.carousel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TableTest {

    private static String line(Object... fields) {
        return Table.ofFields(List.of("1", "2", "3", "4", "5", "6", "7", "8").subList(0, fields.length), List.of())
                .line(List.of(fields));
    }

    @Test
    void hasALineForEachRowAndAFieldForEachColumn() {
        Table<String> table = Table.of(List.of("ab", "c"))
                .column("word", word -> word)
                .column("length", String::length)
                .columns(List.of(2, 4), number -> "over " + number, (word, number) -> word.length() / (double) number)
                .numbers(
                        List.of("x", "y"),
                        word -> word.length() == 1 ? new double[0] : new double[] {1e-9, Double.NaN});

        assertThat(table.csv()).isEqualTo("word,length,over 2,over 4,x,y\nab,2,1.0,0.5,1.0E-9,NaN\nc,1,0.5,0.25,,\n");
        assertThat(table.header() + table.line("ab") + table.line("c")).isEqualTo(table.csv());
    }

    @Test
    void aTableOfPlacesCountsFromZero() {
        assertThat(Table.ofPlaces(2).column("n", place -> place).csv()).isEqualTo("n\n0\n1\n");
    }

    @Test
    void fieldsThatALineHasNotAreEmpty() {
        assertThat(Table.ofFields(List.of("a", "b", "c"), List.of(List.of("x", 2), List.of("y", 0.5, 3L)))
                        .csv())
                .isEqualTo("a,b,c\nx,2,\ny,0.5,3\n");
    }

    @Test
    void textsThatWouldBreakALineAreQuoted() {
        assertThat(line("a,b", "say \"yes\"", "two\nlines", "old\rmac", "plain; text"))
                .isEqualTo("\"a,b\",\"say \"\"yes\"\"\",\"two\nlines\",\"old\rmac\",plain; text\n");
    }

    @Test
    void nothingStandsWhereThereIsNoNumber() {
        assertThat(line(
                        Table.known(Double.NaN),
                        OptionalInt.empty(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        OptionalInt.of(7),
                        Optional.of(0.5),
                        Table.known(Double.POSITIVE_INFINITY)))
                .isEqualTo(",,,,7,0.5,Infinity\n");
    }

    @Test
    void numbersThatAreOftenWholeAreWrittenAsWholeThen() {
        assertThat(line(
                        Table.mostlyWhole(250),
                        Table.mostlyWhole(-3),
                        Table.mostlyWhole(0.5),
                        Table.mostlyWhole(1e15),
                        Table.mostlyWhole(Double.NaN)))
                .isEqualTo("250,-3,0.5,1.0E15,\n");
    }

    @Test
    void aTextThatASpreadsheetWouldTakeForAFormulaIsNone() {
        assertThat(line("=HYPERLINK(\"http://x\")", "+a", "-", "@SUM(A1)", "\t=1", "-1.5e3", "a=b", ""))
                .isEqualTo("\"'=HYPERLINK(\"\"http://x\"\")\",'+a,'-,'@SUM(A1),'\t=1,-1.5e3,a=b,\n");
    }

    @Test
    void hasItsValuesAsTheyAreWithEmptyTextsWhereThereAreNone() {
        Table<Integer> table = Table.of(List.of(1, 2))
                .column("n", number -> number)
                .column("odd", number -> Optional.of("=").filter(sign -> number % 2 == 1))
                .column("at", number -> number == 1 ? OptionalInt.empty() : OptionalInt.of(7))
                .numbers(List.of("x", "y"), number -> number == 1 ? new double[] {0.5, -1} : new double[] {2});
        assertThat(table.names()).containsExactly("n", "odd", "at", "x", "y");
        assertThat(table.values()).isEqualTo(List.of(List.of(1, "=", "", 0.5, -1.0), List.of(2, "", 7, 2.0, "")));
    }

    @Test
    void asHtmlIsATableOfADocument() {
        Table<Integer> table = Table.of(List.of(1, 2))
                .column("a < b", number -> new TableCell(number, number + " & more"))
                .column("n", number -> number);

        assertThat(table.html())
                .isEqualTo("<table><tr><th>a &lt; b</th><th>n</th></tr><tr><td>1 &amp; more</td><td>1</td></tr>"
                        + "<tr><td>2 &amp; more</td><td>2</td></tr></table>");
        assertThat(table.with(List.of(7)).csv()).isEqualTo("a < b,n\n7 & more,7\n");
    }

    @Test
    void cellsAreSortedByTheirNumbersThenByTheirWords() {
        assertThat(List.of(
                                new TableCell(Double.NaN, "b"),
                                TableCell.NONE,
                                new TableCell(10, "10"),
                                new TableCell(9, "9"))
                        .stream()
                        .sorted()
                        .map(Object::toString))
                .containsExactly("9", "10", "b", "–");
    }
}
