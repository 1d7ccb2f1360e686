package lab.carousel.picture.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.drawing.export.SvgReader;
import lab.carousel.model.Share;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.study.many.Plan;
import lab.carousel.study.many.Question;
import lab.carousel.study.many.Results;
import lab.carousel.study.many.Studies;
import lab.carousel.study.many.Study;
import lab.carousel.study.summary.CellSummary;
import org.junit.jupiter.api.Test;

class StudyPicturesTest {

    private static final Results SEEDS = Studies.results(Studies.study(Question.SEEDS, 30, 5), 2);

    private static StudyPicture picture(Results results, String name) {
        return StudyPictures.of(results, Palette.LIGHT).stream()
                .filter(picture -> picture.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(StudyPicture picture) throws Exception {
        return SvgReader.of(PictureExport.svg(picture.slide())).texts();
    }

    private static double[] row(StudyPicture picture, String start) {
        String row = picture.chart()
                .csv()
                .lines()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow();
        String[] values = row.substring(start.length()).split(",");
        return Arrays.stream(values).mapToDouble(Double::parseDouble).toArray();
    }

    @Test
    void lossesHaveTheirFloorsInWords() throws Exception {
        assertThat(texts(picture(SEEDS, "loss")))
                .contains(
                        "Loss: median and middle 80 % of runs",
                        "5 runs", "All runs", "memoryless floor, m = 1 to 3: 0.0693", "Epoch");
    }

    @Test
    void lossesAreMedianAndBand() {
        double[] row = row(picture(SEEDS, "loss"), "All runs,30,");
        double[] losses = SEEDS.finished().stream()
                .mapToDouble(run -> run.end().orElseThrow().loss())
                .sorted()
                .toArray();
        assertThat(row[0]).isEqualTo(losses[2]);
        assertThat(row[1]).isCloseTo(losses[0] + 0.4 * (losses[1] - losses[0]), within(1e-15));
        assertThat(row[2]).isCloseTo(losses[3] + 0.6 * (losses[4] - losses[3]), within(1e-15));
    }

    @Test
    void separationsBeginWithTheUntrainedNetworks() {
        StudyPicture separations = picture(SEEDS, "separation");
        assertThat(row(separations, "All runs,0,")[0])
                .isEqualTo(SEEDS.finished().stream()
                        .mapToDouble(run -> run.course().separationBefore())
                        .sorted()
                        .toArray()[2]);
        assertThat(row(separations, "All runs,30,")[0]).isBetween(0.0, row(separations, "All runs,0,")[0]);
    }

    @Test
    void verdictsAreSharesWithTheirIntervals() throws Exception {
        StudyPicture verdicts = picture(SEEDS, "verdicts");
        assertThat(texts(verdicts)).contains("remembers", "a trace", "not yet").doesNotContain("needs no memory");
        Share share = CellSummary.of(SEEDS).get(0).at(29, Verdict.NOT_YET);
        assertThat(row(verdicts, "not yet,30,"))
                .containsExactly(100 * share.value(), 100 * share.low(), 100 * share.high());
    }

    @Test
    void marginsAreADotForEachRun() {
        StudyPicture margins = picture(SEEDS, "margins");
        assertThat(margins.chart().csv().lines()).hasSize(6);
        assertThat(row(margins, "All runs,3,")[0])
                .isEqualTo(SEEDS.finished().get(2).end().orElseThrow().margin());
    }

    @Test
    void aGridHasItsNumbersAndNames() throws Exception {
        Results results = Studies.results(
                Studies.study(Question.TUNING, 1, 1, Studies.units(1, 2, 3), Studies.rates(0.1, 0.0003)), 1);
        assertThat(texts(picture(results, "heatmap")))
                .contains("Hidden units", "Learning rate", "1", "2", "3", "0.1", "0.0003", "0 %", "100 %")
                .filteredOn("0"::equals)
                .as("no run remembers in any of six cells")
                .hasSize(6);
    }

    @Test
    void aSpanHasALineForEachOtherValue() {
        Results results = Studies.results(
                Studies.study(Question.SPAN, 1, 2, Studies.units(1, 2, 30), Studies.rates(0.1, 0.2)), 1);
        StudyPicture span = picture(results, "span");
        assertThat(span.chart().csv().lines().skip(1).map(line -> line.split(",")[0] + " at " + line.split(",")[1]))
                .containsExactly(
                        "Learning rate 0.1 at 1",
                        "Learning rate 0.1 at 2",
                        "Learning rate 0.1 at 30",
                        "Learning rate 0.2 at 1",
                        "Learning rate 0.2 at 2",
                        "Learning rate 0.2 at 30");
    }

    @Test
    void canBeDrawnBeforeAnyRunHasEnded() {
        for (Question question : List.of(Question.SEEDS, Question.TUNING, Question.RACE, Question.SPAN)) {
            Study study = Studies.study(question, 3, 2, Studies.units(1, 2));
            Results none = Results.none(Plan.of(study));
            for (StudyPicture picture : StudyPictures.of(none, Palette.DARK)) {
                assertThat(PictureExport.svg(picture.slide()))
                        .as(picture.name())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void fillsAWindow() {
        StudyPicture picture = picture(SEEDS, "loss");
        DrawnPicture window = new DrawnPicture("", "", picture.chart(), Palette.DARK, 700, 300);
        assertThat(PictureExport.image(window, 1).getWidth()).isEqualTo(700);
        assertThat(picture.slide().width()).isEqualTo(960);
        assertThat(PictureExport.svg(window)).isEqualTo(PictureExport.svg(window));
    }
}
