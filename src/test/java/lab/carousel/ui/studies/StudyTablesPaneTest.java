package lab.carousel.ui.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lab.carousel.file.study.ReadyMade;
import lab.carousel.study.many.Plan;
import lab.carousel.study.many.Question;
import lab.carousel.study.many.Results;
import lab.carousel.study.many.RunResult;
import lab.carousel.study.many.SampleResults;
import lab.carousel.study.many.Studies;
import lab.carousel.study.many.Study;
import lab.carousel.study.summary.CellSummary;
import lab.carousel.text.Table;
import lab.carousel.text.TableCell;
import org.junit.jupiter.api.Test;

class StudyTablesPaneTest {

    private static <R> TableCell value(Table<R> table, String key, R row) {
        return table.columns().stream()
                .filter(column -> column.id().equals(key))
                .map(column -> (TableCell) column.value().apply(row))
                .findFirst()
                .orElseThrow();
    }

    private static String words(String key) {
        Table<CellSummary> columns = StudyTablesPane.cells(Studies.study(Question.SEEDS, 40, 5));
        return value(columns, key, SampleResults.fiveRuns()).words();
    }

    @Test
    void tellOfAVariation() {
        assertThat(words("runs")).isEqualTo("5");
        // Wilson for 2 of 5 and 1 of 5, in whole percent
        assertThat(words("remembers")).isEqualTo("40 % (12–77)");
        assertThat(words("trace")).isEqualTo("20 % (4–62)");
        assertThat(words("diverged")).isEqualTo("20 % (4–62)");
        // the middle of 0.05, 0.1, 0.2 and 0.3, and of 0.7, 0.5, 0.1 and -0.1; what diverged has none
        assertThat(words("loss")).isEqualTo("0.1500");
        assertThat(words("margin")).isEqualTo("0.300");
    }

    @Test
    void tellOfARun() {
        Study study = Studies.study(Question.SEEDS, 40, 5);
        Table<RunResult> columns = StudyTablesPane.runs(Results.none(Plan.of(study)));
        List<RunResult> runs = SampleResults.fiveRuns().runs();
        assertThat(value(columns, "end", runs.get(0)).words()).isEqualTo("remembers");
        assertThat(value(columns, "end", runs.get(4)).words()).isEqualTo("diverged, epoch 25");
        assertThat(value(columns, "right", runs.get(2)).words()).isEqualTo("7 of 8");
        assertThat(value(columns, "oneMargin", runs.get(2)).words()).isEqualTo("−0.100");
        assertThat(value(columns, "oneFirst", runs.get(1))).isEqualTo(TableCell.NONE);
        assertThat(value(columns, "oneFirst", runs.get(0))).isLessThan(value(columns, "oneFirst", runs.get(1)));
    }

    @Test
    void showThePapersFigure() {
        Study study = ReadyMade.named("paper2c").orElseThrow().study();
        List<CellSummary> summaries = CellSummary.of(Results.none(Plan.of(study)));
        Table<CellSummary> columns = StudyTablesPane.cells(study);
        assertThat(summaries)
                .extracting(summary -> value(columns, "paper", summary).words())
                .containsExactly("30,000", "31,000", "33,000", "38,000", "49,000");
        assertThat(value(columns, "solved", summaries.get(0))).isEqualTo(TableCell.NONE);
    }

    @Test
    void areSortedByNumbersAndNotByWords() {
        Study study = Studies.study(Question.TUNING, 2, 1, Studies.units(10, 9), Studies.rates(0.01, 0.1));
        List<CellSummary> summaries = CellSummary.of(Results.none(Plan.of(study)));
        Table<CellSummary> columns = StudyTablesPane.cells(study);
        assertThat(summaries.stream()
                        .map(summary -> value(columns, "axis0", summary))
                        .sorted()
                        .map(TableCell::words))
                .containsExactly("9", "9", "10", "10");
    }
}
