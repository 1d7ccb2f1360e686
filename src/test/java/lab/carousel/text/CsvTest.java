package lab.carousel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void valuesStandInLinesWithCommasBetweenThem() {
        Csv csv = new Csv(List.of("a", "b")).add(1).add(0.5).end().add(List.of("x", 2, 1e-9));

        assertThat(csv).hasToString("a,b\n1,0.5\nx,2,1.0E-9\n");
    }

    @Test
    void textsThatWouldBreakALineAreQuoted() {
        Csv csv = new Csv()
                .add("a,b")
                .add("say \"yes\"")
                .add("two\nlines")
                .add("old\rmac")
                .add("plain; text")
                .end();

        assertThat(csv).hasToString("\"a,b\",\"say \"\"yes\"\"\",\"two\nlines\",\"old\rmac\",plain; text\n");
    }

    @Test
    void nothingStandsWhereThereIsNoNumber() {
        Csv csv = new Csv()
                .add(Double.NaN)
                .add(OptionalInt.empty())
                .add(OptionalLong.empty())
                .add(Double.POSITIVE_INFINITY)
                .end();

        assertThat(csv).hasToString(",,,Infinity\n");
    }

    @Test
    void whatWasComputedIsWrittenEvenIfItIsNoNumber() {
        Csv csv = new Csv().addComputed(Double.NaN).addComputed(0.25).end().add(List.of("w", Double.NaN));

        assertThat(csv).hasToString("NaN,0.25\nw,NaN\n");
    }

    @Test
    void numbersThatAreOftenWholeAreWrittenAsWholeThen() {
        Csv csv = new Csv()
                .addMostlyWhole(250)
                .addMostlyWhole(-3)
                .addMostlyWhole(0.5)
                .addMostlyWhole(1e15)
                .end();

        assertThat(csv).hasToString("250,-3,0.5,1.0E15\n");
    }

    @Test
    void aLongTableIsTakenPieceByPiece() {
        Csv csv = new Csv(List.of("n")).add(1).end();

        assertThat(csv.take()).isEqualTo("n\n1\n");
        assertThat(csv.add(2).end().take()).isEqualTo("2\n");
        assertThat(csv.take()).isEmpty();
    }

    @Test
    void aTextThatASpreadsheetWouldTakeForAFormulaIsNone() {
        Csv csv = new Csv()
                .add("=HYPERLINK(\"http://x\")")
                .add("+a")
                .add("-")
                .add("@SUM(A1)")
                .add("\t=1")
                .add("-1.5e3")
                .add("a=b")
                .add("")
                .end();

        assertThat(csv).hasToString("\"'=HYPERLINK(\"\"http://x\"\")\",'+a,'-,'@SUM(A1),'\t=1,-1.5e3,a=b,\n");
    }
}
