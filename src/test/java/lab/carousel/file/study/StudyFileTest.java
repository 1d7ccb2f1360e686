package lab.carousel.file.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lab.carousel.file.experiment.HyperparameterAxis;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Cell;
import lab.carousel.study.many.Axis;
import lab.carousel.study.many.Change;
import lab.carousel.study.many.Plan;
import lab.carousel.study.many.Question;
import lab.carousel.study.many.Studies;
import lab.carousel.study.many.Study;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.FixedGap;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StudyFileTest {

    private static final String START = "{\"format\": \"carousel study\", \"version\": 1,\n";

    private static Study parse(String rest) {
        return StudyFile.parse("x.json", START + rest);
    }

    private static List<Hyperparameters> cells(Study study) {
        return Plan.of(study).cells().stream()
                .map(cell -> cell.experiment().hyperparameters())
                .toList();
    }

    @Test
    void theShortestOneIsTheReferenceWithSomeSeeds() {
        Study study = parse("\"question\": \"seeds\", \"seeds\": 3}");
        assertThat(study.base()).isEqualTo(Experiment.reference());
        assertThat(study.question()).isEqualTo(Question.SEEDS);
        assertThat(study.axes()).isEmpty();
        assertThat(Plan.of(study).runs()).isEqualTo(3);
    }

    @Test
    void variesHyperparameters() {
        Study study = parse(
                """
                "title": "Units", "explanation": "How many?", "question": "tuning", "seeds": 2,
                "experiment": {"hyperparameters": {"epochs": 7, "seed": 5}},
                "axes": [{"name": "hiddenUnits", "values": [1, 20]},
                         {"name": "updateInterval", "values": [1, "whole sequence"]}]}
                """);
        assertThat(study.title()).isEqualTo("Units");
        assertThat(study.explanation()).isEqualTo("How many?");
        assertThat(study.axes().get(0).isScale()).isTrue();
        assertThat(study.axes().get(1).isScale()).isFalse();
        assertThat(Plan.of(study).cells())
                .extracting(lab.carousel.study.many.Variation::label)
                .containsExactly("1, 1", "1, whole sequence", "20, 1", "20, whole sequence");
        Hyperparameters base =
                Hyperparameters.reference().with(Settings.EPOCHS, 7).with(Settings.SEED, 5L);
        assertThat(cells(study))
                .containsExactly(
                        base.with(Settings.HIDDEN_UNITS, 1),
                        base.with(Settings.HIDDEN_UNITS, 1)
                                .with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE),
                        base,
                        base.with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE));
    }

    @Test
    void variesWhatHasLabels() {
        Study study = parse(
                """
                "question": "race", "seeds": 1,
                "axes": [{"name": "network", "values": [
                  {"label": "small", "set": {"cell": "gru", "hiddenUnits": 2}},
                  {"label": "paper", "task": {"source": "2a", "p": 4}, "set": {"output": "softmax"}}]}]}
                """);
        Plan plan = Plan.of(study);
        assertThat(plan.cells().get(0).experiment().hyperparameters())
                .isEqualTo(Hyperparameters.reference()
                        .with(Settings.CELL, Cell.GRU)
                        .with(Settings.HIDDEN_UNITS, 2));
        assertThat(plan.cells().get(0).experiment().task()).isEqualTo(Task.reference());
        assertThat(plan.cells().get(1).experiment().task()).isEqualTo(Task.drawn(FixedGap.of(4)));
    }

    @Test
    void drawsFromRanges() {
        Study study = parse(
                """
                "question": "tuning", "seeds": 1, "draws": 50,
                "axes": [{"name": "learningRate", "from": 0.001, "to": 0.1, "scale": "logarithmic"},
                         {"name": "hiddenUnits", "from": 2, "to": 4},
                         {"name": "cell", "values": ["lstm", "gru"]}]}
                """);
        assertThat(cells(study)).hasSize(50).allSatisfy(settings -> {
            assertThat(settings.get(Settings.LEARNING_RATE)).isBetween(0.001, 0.1);
            assertThat(settings.get(Settings.HIDDEN_UNITS)).isBetween(2, 4);
        });
        assertThat(cells(study).stream()
                        .map(values -> values.get(Settings.CELL))
                        .distinct())
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
            "question": "seeds", "seeds": 0} | line 2, column 31, at seeds: The number of seeds must be a whole number from 1 to 1,000,000.
            "question": "race", "seeds": 2, "axes": []} | line 2, column 41, at axes: This kind of study compares, but nothing is varied: add an axis with at least one value.
            "question": "race", "seeds": 2, ¶ "axes": [{"name": "hiddenUnits", "values": [2, 513]}]} | line 3, column 48, at axes (1).values (2): The number of hidden units must be a whole number from 1 to 512.
            "question": "race", "seeds": 2, ¶ "axes": [{"name": "hiddenUnits", "values": [2, 2]}]} | line 3, column 44, at axes (1).values: The axis “hiddenUnits” has the value “2” twice: remove one of them.
            "question": "race", "seeds": 2, ¶ "axes": [{"name": "seed", "values": [2, 3]}]} | line 3, column 19, at axes (1).name: The seed cannot be an axis: give the number of seeds with “seeds”.
            "question": "race", "seeds": 2, ¶ "axes": [{"name": "batchSize", "values": [1, 9]}]} | line 3, column 9, at axes: With batchSize = 9: The batch size 9 is larger than the 4 steps of the longest sequence, so some slots would never see a symbol: use at most 4.
            "question": "race", "seeds": 2, "experiment": {"hyperparameters": {"lag": 5}}} | line 2, column 75, at experiment.hyperparameters.lag: The lag 5 is longer than the shortest sequence, which has 4 steps: use at most 4.
            "question": "tuning", "draws": 2, "seeds": 2, ¶ "axes": [{"name": "cell", "from": 1, "to": 2}]} | line 3, column 10, at axes (1): “cell” is not a number, so it cannot have a range: list its values.
            "question": "tuning", "draws": 2, "seeds": 2, ¶ "axes": [{"name": "learningRate", "from": -1, "to": 1}]} | line 3, column 10, at axes (1): The learning rate must be a number above 0 and at most 100.
            """)
    void tellsWhatIsWrongAtItsPlace(String written, String message) {
        assertThatThrownBy(() -> parse(written.replace(" ¶ ", "\n")))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("x.json, " + message);
    }

    @Test
    void tooManyValuesAreToldBeforeAnyOfThemIsLookedAt() {
        String nonsense = "{\"label\": 3},".repeat(1_000) + "{\"label\": 3}";
        assertThatThrownBy(() -> parse("\"question\": \"seeds\", \"seeds\": 1,"
                        + " \"axes\": [{\"name\": \"seed\", \"values\": [" + nonsense + "]}]}"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("1,000");
    }

    @Test
    void makesAxesOfTypedValues() {
        Axis axis = HyperparameterAxis.listed("clipping", Message.literal("Clipping"), List.of("none", " 1.5"));
        assertThat(axis.choices()).extracting(choice -> choice.label()).containsExactly("none", "1.5");
        assertThat(axis.choices()
                        .get(1)
                        .change()
                        .applyTo(Experiment.reference())
                        .hyperparameters()
                        .get(Settings.CLIPPING))
                .isEqualTo(1.5);
        assertThatThrownBy(() -> HyperparameterAxis.listed("clipping", Message.literal("Clipping"), List.of("-1")))
                .hasMessage("clipping=-1: The clipping norm must be a number above 0.");
        assertThat(HyperparameterAxis.names()).contains("cell", "chronoSpan").doesNotContain("seed");
    }

    private static List<Experiment> trained(Study study) {
        return Plan.of(study).cells().stream().map(cell -> cell.experiment()).toList();
    }

    @ParameterizedTest
    @MethodSource("lab.carousel.file.study.ReadyMadeTest#some")
    void whatIsSavedTrainsTheSameAgain(ReadyMade ready) {
        Study study = ready.study();
        // Chrono initialisation is told the lag, which is the other axis; in counting each language has its own set-up
        assertThat(StudyFile.canHold(study))
                .isEqualTo(!List.of("memorySpanChrono", "counting").contains(ready.key()));
        if (StudyFile.canHold(study)) {
            assertSame(study);
        }
    }

    private static void assertSame(Study study) {
        Study again = StudyFile.parse("x.json", StudyFile.toJson(study));
        assertThat(trained(again)).isEqualTo(trained(study));
        assertThat(again.title()).isEqualTo(study.title());
        assertThat(again.explanation()).isEqualTo(study.explanation());
        assertThat(again.question()).isEqualTo(study.question());
        assertThat(again.seeds()).isEqualTo(study.seeds());
        for (int axis = 0; axis < study.axes().size(); axis++) {
            assertThat(again.axes().get(axis).title())
                    .isEqualTo(study.axes().get(axis).title());
            assertThat(again.axes().get(axis).isScale())
                    .isEqualTo(study.axes().get(axis).isScale());
        }
        for (int cell = 0; cell < trained(study).size(); cell++) {
            assertThat(again.name(Plan.of(again).cells().get(cell)))
                    .isEqualTo(study.name(Plan.of(study).cells().get(cell)));
        }
    }

    @Test
    void aChangeThatDependsOnAnotherAxisCannotBeSaved() {
        Axis units = HyperparameterAxis.listed("hiddenUnits", Message.literal("Units"), List.of("2", "3"));
        Axis doubled = Studies.listed(
                "twice",
                Studies.named(
                        "twice",
                        Change.of(settings ->
                                settings.with(Settings.HIDDEN_UNITS, 2 * settings.get(Settings.HIDDEN_UNITS)))));
        Study study =
                Studies.study("Twice", Question.TUNING, Experiment.reference(), List.of(units, doubled), Study.GRID, 1);
        assertThatThrownBy(() -> StudyFile.toJson(study))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("“Twice” cannot be saved as a file");
    }
}
