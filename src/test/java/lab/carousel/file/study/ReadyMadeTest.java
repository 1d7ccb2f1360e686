package lab.carousel.file.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import lab.carousel.Sample;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Presets;
import lab.carousel.model.Settings;
import lab.carousel.picture.study.StudyPicture;
import lab.carousel.picture.study.StudyPictures;
import lab.carousel.study.many.Axis;
import lab.carousel.study.many.AxisValue;
import lab.carousel.study.many.Plan;
import lab.carousel.study.many.Question;
import lab.carousel.study.many.Results;
import lab.carousel.study.many.Studies;
import lab.carousel.study.many.Study;
import lab.carousel.study.many.Variation;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.DrawnKinds;
import lab.carousel.task.drawn.FixedGap;
import lab.carousel.task.drawn.NoisyGap;
import lab.carousel.task.drawn.RandomGap;
import lab.carousel.text.Language;
import lab.carousel.text.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadyMadeTest {

    static Stream<String> names() {
        return ReadyMade.all().stream().map(ReadyMade::name);
    }

    /** Of each question one, and one that no file holds. */
    static Stream<ReadyMade> some() {
        return Sample.of(
                1, ReadyMade.all(), ready -> ready.study().question(), ready -> StudyFile.canHold(ready.study()));
    }

    @ParameterizedTest
    @MethodSource("some")
    void runsInASmallSizeAndHasPictures(ReadyMade ready) {
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
    void haveTablesWhoseColumnsDiffer() {
        for (ReadyMade ready : ReadyMade.all()) {
            Results none = Results.none(Plan.of(ready.study()));
            for (String table : List.of(StudyOutput.runs(none), StudyOutput.summary(none))) {
                assertThat(table.lines().findFirst().orElseThrow().split(","))
                        .as(ready.name())
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void ofAnAxisNamedAsAResultTheNameIsEnded() {
        Results none =
                Results.none(Plan.of(ReadyMade.named("flip-flop").orElseThrow().study()));
        assertThat(StudyOutput.runs(none))
                .startsWith("run,bits_axis,task,seed,")
                .contains(",bits,");
    }

    @Test
    void racesAtEqualParametersWithTheNearestNumberOfUnits() {
        Study study = ReadyMade.named("race-parameters").orElseThrow().study();
        // LSTM 20: 4 (5 20 + 20² + 20) + 20 5 + 5
        assertThat(study.base().layout().size()).isEqualTo(2_185);
        for (AxisValue network : study.axes().get(0).choices()) {
            Experiment experiment = network.change().applyTo(study.base());
            int units = experiment.hyperparameters().get(Settings.HIDDEN_UNITS);
            for (int other : new int[] {units - 1, units + 1}) {
                assertThat(excess(experiment.with(all -> all.with(Settings.HIDDEN_UNITS, other))))
                        .as(network.name())
                        .isGreaterThan(excess(experiment));
            }
            assertThat(network.name()).endsWith(" " + units + " units");
        }
    }

    /** How far it is from as many parameters as the reference has. */
    private static int excess(Experiment experiment) {
        return Math.abs(experiment.layout().size() - 2_185);
    }

    @Test
    void asksForTheFirstSymbolSoManyStepsBack() {
        for (String name : List.of("memory-span", "memory-span-chrono")) {
            Study study = ReadyMade.named(name).orElseThrow().study();
            for (AxisValue span : study.axes().get(0).choices()) {
                Experiment experiment = span.change().applyTo(study.base());
                Task task = experiment.task();
                int lag = (int) span.number().orElseThrow();
                assertThat(span.name()).isEqualTo(String.valueOf(lag));
                assertThat(task.supply().longestSteps()).isEqualTo(lag + 1);
                assertThat(task.sequences()).hasSize(2);
                ScoredSteps last = new ScoredSteps(0, true);
                assertThat(task.judge().floor(lag, last).softmax()).isCloseTo(Math.log(2), within(1e-12));
                assertThat(task.judge().floor(lag + 1, last).softmax()).isZero();
                // Chrono initialisation is told the lag, as Tallec and Ollivier do
                assertThat(experiment.hyperparameters().get(Settings.CHRONO_SPAN))
                        .isEqualTo(name.equals("memory-span") ? Settings.NO_CHRONO : lag + 1);
            }
        }
    }

    @Test
    void thePapersTasksAreLearnedAsThePresetsLearnThem() {
        for (String key : List.of(
                "paper2a", "paper2b", "paper2c", "reber", "continualReber", "adding", "flipFlop", "parity", "xor")) {
            assertThat(ReadyMade.named(key).orElseThrow().study().base())
                    .isEqualTo(Presets.preset(key).with(EngineName.KERNEL));
        }
    }

    /** Every task of the classics has a variation that is its preset, over at least 20 seeds. */
    @Test
    void everyKindOfDrawnTaskIsStudiedAsItsPreset() {
        List<Experiment> studied = ReadyMade.all().stream()
                .map(ReadyMade::study)
                .filter(study -> study.question() == Question.SUCCESS && study.seeds() >= 20)
                .flatMap(study -> Plan.of(study).cells().stream())
                .map(Variation::experiment)
                .toList();
        assertThat(DrawnKinds.ALL.stream().skip(3)).allSatisfy(kind -> assertThat(studied)
                .as(kind.name())
                .contains(Presets.preset(kind.name()).with(EngineName.KERNEL)));
    }

    @Test
    void everyLabelThatIsWordsHasThemInBothLanguages() {
        for (ReadyMade ready : ReadyMade.all()) {
            for (Axis axis : ready.study().axes()) {
                Stream<Message> words = Stream.concat(
                        Stream.of(axis.words()), axis.choices().stream().map(AxisValue::words));
                assertThat(words.flatMap(each -> Language.all().stream().map(each::text)))
                        .as(ready.key())
                        .noneMatch(text -> text.startsWith("@") || text.isBlank());
            }
        }
    }

    @Test
    void knowsThePapersFigures() {
        assertThat(Task.drawn(FixedGap.of(100)).judge().publishedSequences()).isEqualTo(OptionalDouble.of(5_040));
        assertThat(Task.drawn(FixedGap.of(10)).judge().publishedSequences()).isEmpty();
        assertThat(Task.drawn(RandomGap.of(100)).judge().publishedSequences()).hasValue(5_680);
        assertThat(Task.drawn(NoisyGap.of(200, 200)).judge().publishedSequences())
                .hasValue(33_000);
        assertThat(Task.drawn(NoisyGap.of(50, 1_000)).judge().publishedSequences())
                .hasValue(203_000);
        assertThat(Task.reference().judge().publishedSequences()).isEmpty();
    }
}
