package lab.carousel.file.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.lesson.Condition;
import lab.carousel.lesson.FinishedRun;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.LessonTargets;
import lab.carousel.lesson.Need;
import lab.carousel.lesson.Observation;
import lab.carousel.lesson.Observed;
import lab.carousel.lesson.Situation;
import lab.carousel.lesson.StepRules;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.training.Origin;
import lab.carousel.training.RunState;
import lab.carousel.training.RunStatus;
import lab.carousel.training.Snapshot;
import lab.carousel.training.Training;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each lesson that comes with the program, from its first step to its end, without a window; {@code MainWindowLessonWalkTest}
 * takes steps of each kind in one.
 */
class ShippedLessonWalkTest {

    /** What a student may change. */
    private static final List<UnaryOperator<Hyperparameters>> CHANGES = List.of(
            values -> values.with(Settings.SEED, 77L),
            values -> values.with(Settings.LAG, 4),
            values -> values.with(Settings.INPUT_GATE_BIAS, -5.0).with(Settings.CHRONO_SPAN, Settings.NO_CHRONO),
            values -> values.with(Settings.CELL, values.get(Settings.CELL) == Cell.GRU ? Cell.RECURRENT : Cell.GRU));

    private static final RunStatus UNTRAINED =
            new RunStatus(RunState.PAUSED, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private Experiment edited = Experiment.reference();
    private String place = "";
    private Map<String, Object> done = Map.of();

    static List<String> names() {
        return ShippedLessons.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aStudentTakesItAndTheAnswersAreKept(String name) {
        Lesson lesson = ShippedLessons.read(name);
        LessonProgress progress = new LessonProgress(lesson);
        for (LessonStep step : lesson.steps()) {
            edited = step.setUp().change().orElse(UnaryOperator.identity()).apply(edited);
            place = step.screen().place().orElse(place);
            done = Map.of();
            progress.begin(new Situation(Optional.of(edited), UNTRAINED, place, done));
            step.question().ifPresent(question -> {
                assertThat(progress.canGoOn()).isFalse();
                progress.setHands(question.choices().size() - 1, 1);
                progress.setReason("so I think");
                progress.reveal();
            });
            step.needs().forEach(need -> {
                assertCanBeSet(step, need);
                meet(progress, need);
            });
            for (int number = 0; number < step.after().observations().size(); number++) {
                Observation asked = step.after().observations().get(number);
                assertThat(progress.observe(number, 0, situation(Verdict.REMEMBERS)))
                        .isTrue();
                assertThat(progress.answers()
                                .observed()
                                .get(number)
                                .orElseThrow()
                                .agrees()
                                .isPresent())
                        .as("%s %d is judged of who does what is asked", step.id(), number + 1)
                        .isEqualTo(!asked.sight().isOpinion());
            }
            for (int card = 0; card < step.after().cards().size(); card++) {
                progress.recall(card, true);
            }
            assertThat(progress.missing()).as(step.id()).isEmpty();
            progress.next();
        }
        assertThat(progress.isLast()).isTrue();
        AnswerSheet sheet = AnswerSheet.of(progress, "1.0");
        assertThat(sheet.answers().keySet())
                .contains("transfer", "recall")
                .isSubsetOf(lesson.steps().stream().map(LessonStep::id).toList());
        byte[] written = AnswersFile.text(sheet).getBytes(StandardCharsets.UTF_8);
        assertThat(AnswersFile.parse(name, written)).isEqualTo(sheet);
    }

    /** What is to be set, the step has set up, or shows an editor for. */
    private void assertCanBeSet(LessonStep step, Need need) {
        if (step.screen().editors().contains(LessonTargets.HYPERPARAMETERS)) {
            return;
        }
        for (Condition condition : need.conditions()) {
            Settings.ALL.stream()
                    .filter(setting -> setting.name().equals(condition.reads()))
                    .filter(setting -> condition.test() == Condition.Test.CHANGED
                            || !condition.value().equals(setting.written(edited.hyperparameters())))
                    .forEach(setting -> assertThat(step.screen().editors())
                            .as("%s: %s", step.id(), condition.reads())
                            .contains(setting.name()));
        }
    }

    private void meet(LessonProgress progress, Need need) {
        if (need instanceof Need.ValueChosen chosen) {
            edited = edited.with(chosen.set().apply(edited.hyperparameters()));
        } else if (need instanceof Need.TrainedWith trained) {
            edited = edited.with(trained.values().set().apply(edited.hyperparameters()));
        } else if (need instanceof Need.Silenced silenced) {
            done = Map.of(Situation.SILENCED, silenced.units());
        } else if (need instanceof Need.Transplanted moved) {
            done = Map.of(Situation.TRANSPLANTED, moved.state());
        } else if (need instanceof Need.QuantityShown shown) {
            done = Map.of(Situation.QUANTITY, shown.letter());
        } else if (need instanceof Need.StepByStepShown) {
            done = Map.of(Situation.EVALUATION, Situation.STEP_BY_STEP);
        } else if (need instanceof Need.TrainedAlike) {
            edited = edited.stepByStep();
        } else if (need instanceof Need.AutomatonFound found) {
            done = Map.of(found.isLesioned() ? Situation.LESIONED_AUTOMATON : Situation.AUTOMATON, found.states());
        } else if (need instanceof Need.RunPinned) {
            done = Map.of(Situation.PINNED, List.of(1));
        } else if (need instanceof Need.PlaceShown shown) {
            place = shown.place();
        } else if (need instanceof Need.Changed) {
            Experiment before = edited;
            edited = CHANGES.stream()
                    .map(change -> before.with(change.apply(before.hyperparameters())))
                    .filter(changed -> StepRules.areMet(need.conditions(), situation(before), situation(changed)))
                    .findFirst()
                    .orElseThrow();
        }
        if (need instanceof Need.ContinuedFrom from) {
            RunStatus run = FinishedRun.continued(FinishedRun.judged(edited, Verdict.NOT_YET), from.epoch());
            progress.observe(new Situation(Optional.of(edited), run, place, done));
            return;
        }
        Verdict otherwise = need instanceof Need.UnderFloors ? Verdict.REMEMBERS : Verdict.NOT_YET;
        progress.observe(situation(need instanceof Need.VerdictGiven given ? given.verdict() : otherwise));
    }

    private Situation situation(Experiment experiment) {
        return new Situation(Optional.of(experiment), FinishedRun.judged(experiment, Verdict.NOT_YET), place, done);
    }

    /** As if the experiment as edited had been trained to its end, with a verdict. */
    private Situation situation(Verdict verdict) {
        return new Situation(Optional.of(edited), FinishedRun.judged(edited, verdict), place, done);
    }

    /** The numbers of the step in which the output alone goes on learning, as *Continue from here* lets it. */
    @Test
    void theOutputLearnsToReadAStateThatStaysAsItIs() {
        LessonStep step = ShippedLessons.read("was-it-memory").steps().stream()
                .filter(each -> each.id().equals("read-out"))
                .findFirst()
                .orElseThrow();
        Experiment tutorial = step.setUp().change().orElseThrow().apply(Experiment.reference());
        Snapshot before = FinishedRun.of(tutorial).snapshot().orElseThrow();
        assertThat(before.verdict()).isEqualTo(Verdict.NOT_YET);
        assertThat(before.evaluation().judgement().bits()).isCloseTo(0.00, within(0.005));
        assertThat(before.evaluation().separation()).isCloseTo(0.017, within(0.0005));
        edited = tutorial;
        meet(
                new LessonProgress(ShippedLessons.read("was-it-memory")),
                step.needs().get(1));
        Origin origin = Origin.opened(before.parameters());
        try (Training reading = new Training(edited, new KernelEngine(), Optional.of(origin))) {
            while (!reading.isFinished()) {
                reading.advance();
            }
            Snapshot after = reading.snapshot();
            assertThat(after.verdict()).isEqualTo(Verdict.REMEMBERS);
            assertThat(after.evaluation().judgement().bits()).isCloseTo(0.34, within(0.005));
            assertThat(after.evaluation().loss()).isCloseTo(0.056, within(0.0005));
            assertThat(after.evaluation().separation())
                    .isEqualTo(before.evaluation().separation());
        }
    }

    /** What the last step of a lesson says of its own run, with a real one. */
    @ParameterizedTest
    @CsvSource({
        "tutorial, NOT_YET, 8, 9",
        "was-it-memory, A_TRACE, 8, 8",
        "gradient, NOT_YET, 9, 10",
        "where-is-the-memory, REMEMBERS, 10, 10",
        "how-far-back, REMEMBERS, 2, 2",
        "batch-size-and-state, REMEMBERS, 10, 10",
        "race, REMEMBERS, 2, 2",
        "forecast-or-echo, FORECASTS, 322, 334",
        "a-lucky-seed, WORSE, 52, 167",
        "make-it-remember, NOT_YET, 11, 12"
    })
    void theTransferEndsAsItsTextSays(String name, Verdict verdict, int right, int steps) {
        Lesson lesson = ShippedLessons.read(name);
        LessonStep transfer = lesson.steps().get(lesson.steps().size() - 1);
        edited = transfer.setUp().change().orElseThrow().apply(edited);
        Situation now = new Situation(Optional.of(edited), FinishedRun.of(edited), "", Map.of());
        Snapshot end = now.status().snapshot().orElseThrow();
        assertThat(end.verdict()).isEqualTo(verdict);
        assertThat(end.evaluation().right()).isEqualTo(right);
        assertThat(end.evaluation().steps()).isEqualTo(steps);
        for (Observation observation : transfer.after().observations()) {
            if (observation instanceof Observation.Judged judged) {
                assertThat(observation.sight().checked(judged.of().place(verdict), now))
                        .map(Observed::isRight)
                        .contains(true);
            }
        }
    }
}
