package lab.carousel.study.ready;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.picture.study.StudyPicture;
import lab.carousel.picture.study.StudyPictures;
import lab.carousel.study.many.Plan;
import lab.carousel.study.many.Results;
import lab.carousel.study.many.Studies;
import lab.carousel.study.many.Study;
import lab.carousel.study.ready.ReadyMade.SpanStudies;
import lab.carousel.task.MemorylessFloor;
import lab.carousel.task.PaperTask;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadyMadeTest {

    static Stream<String> names() {
        return ReadyMade.all().stream().map(ReadyMade::name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void runsInASmallSizeAndHasPictures(String name) {
        ReadyMade ready = ReadyMade.named(name).orElseThrow();
        Study study = ready.study();
        assertThat(study.title()).isNotBlank();
        assertThat(study.explanation()).as("more than a word").contains(" ");
        assertThat(study.base().engine()).isEqualTo(EngineName.KERNEL);
        Experiment oneEpoch = study.base().with(study.base().hyperparameters().with(Settings.EPOCHS, 1));
        Results results = Studies.results(Studies.withBase(study, oneEpoch).withSeeds(1), 2);
        assertThat(results.isComplete()).isTrue();
        assertThat(results.diverged()).isZero();
        List<StudyPicture> pictures = StudyPictures.of(results, Palette.LIGHT);
        assertThat(pictures).extracting(StudyPicture::name).isNotEmpty().doesNotHaveDuplicates();
        for (StudyPicture picture : pictures) {
            assertThat(PictureExport.svg(picture.slide())).isNotEmpty();
            assertThat(picture.chart().csv().lines().count()).isGreaterThanOrEqualTo(1);
        }
    }

    @Test
    void canBeTrainedAsTheyAre() {
        for (ReadyMade ready : ReadyMade.all()) {
            Plan plan = Plan.of(ready.study());
            assertThat(plan.runs()).as(ready.name()).isBetween(1, 1_000);
        }
    }

    @Test
    void haveNamesOfTheirOwn() {
        assertThat(names()).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z0-9-]+"));
        assertThat(names()).startsWith("many-seeds", "full-gradient", "race-units");
        assertThat(ReadyMade.named("manyseeds")).isPresent();
        assertThat(ReadyMade.named("nothing")).isEmpty();
    }

    @Test
    void racesAtEqualParametersWithTheNearestNumberOfUnits() {
        Experiment base = ReadyMade.fullGradient(1);
        // LSTM 20: 4 (5 20 + 20² + 20) + 20 5 + 5 = 2,185; GRU 23: 3 (5 23 + 23² + 2 23) + 23 5 + 5 = 2,190
        assertThat(base.layout().size()).isEqualTo(2_185);
        assertThat(ReadyMade.units(Cell.LSTM, base)).isEqualTo(20);
        assertThat(ReadyMade.units(Cell.GRU, base)).isEqualTo(23);
        // 41² + 11 41 + 5 = 2,137 and 42² + 11 42 + 5 = 2,231
        assertThat(ReadyMade.units(Cell.RECURRENT, base)).isEqualTo(42);
        // 11 198 + 5 = 2,183
        assertThat(ReadyMade.units(Cell.DENSE, base)).isEqualTo(198);
    }

    @Test
    void asksForTheFirstSymbolSoManyStepsBack() {
        Task task = SpanStudies.task(5);
        assertThat(task.sequences().get(0).text()).isEqualTo("x a b c d a x");
        ScoredSteps last = new ScoredSteps(0, true);
        assertThat(MemorylessFloor.of(task, 5, last).softmax()).isCloseTo(Math.log(2), within(1e-12));
        assertThat(MemorylessFloor.of(task, 6, last).softmax()).isZero();
    }

    @Test
    void knowsThePapersFigures() {
        assertThat(PaperFigures.sequences(Task.drawn(PaperTask.fixedGap(100)))).isEqualTo(OptionalDouble.of(5_040));
        assertThat(PaperFigures.sequences(Task.drawn(PaperTask.fixedGap(10)))).isEmpty();
        assertThat(PaperFigures.sequences(Task.drawn(PaperTask.randomGap(100)))).hasValue(5_680);
        assertThat(PaperFigures.sequences(Task.drawn(PaperTask.noisyGap(200, 200))))
                .hasValue(33_000);
        assertThat(PaperFigures.sequences(Task.drawn(PaperTask.noisyGap(50, 1_000))))
                .hasValue(203_000);
        assertThat(PaperFigures.sequences(Task.reference())).isEmpty();
    }
}
