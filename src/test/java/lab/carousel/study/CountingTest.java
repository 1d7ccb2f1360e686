package lab.carousel.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import lab.carousel.Exhaustive;
import lab.carousel.Sample;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.FinishedRun;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.Situation;
import lab.carousel.model.Experiment;
import lab.carousel.model.Operation;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.ColumnWindow;
import lab.carousel.model.trace.Traces;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.Task;
import lab.carousel.training.RecordedRuns;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The numbers of the lesson <i>Counting</i>, over its 20 seeds where a sentence speaks of them. */
class CountingTest {

    private static final Lesson LESSON = ShippedLessons.read("counting");
    private static final int SEEDS = 20;
    private static final int COUNT = 1;
    private static final int TRANSFER = 6;
    private static final int STEPS = 120;
    private static final int TRAINED = 10;
    private static final int COUNTER = 1;
    /** Symbols by their numbers: S, a, b, T. */
    private static final int B = 2;

    private static final int T = 3;

    private static Experiment experiment(int step) {
        return LESSON.steps().get(step).setUp().change().orElseThrow().apply(Experiment.reference());
    }

    /** Of the lesson's own seed. */
    private static final Snapshot END = RecordedRuns.end(experiment(COUNT));

    private static List<Snapshot> trained(Experiment experiment) {
        return LongStream.rangeClosed(1, SEEDS)
                .mapToObj(seed -> RecordedRuns.end(experiment.with(all -> all.with(Settings.SEED, seed))))
                .toList();
    }

    private static int counted(Snapshot end) {
        return end.criterion().orElseThrow().inARow();
    }

    /** A word, fed to a network that was trained on others. */
    private static Traces word(Snapshot end, int n) {
        DrawnTask source = (DrawnTask) end.experiment().task().supply();
        Experiment longer = new Experiment(
                Task.drawn(DrawnTask.of(source.kind(), n)),
                end.experiment().hyperparameters(),
                end.experiment().engine());
        return Traces.of(longer, end.parameters(), new ColumnWindow(n * n - 1, 2 * n + 1));
    }

    private static int rightWithout(Snapshot end, int unit) {
        return new Evaluator(end.experiment())
                .evaluate(end.parameters(), silence(end, unit))
                .right();
    }

    private static Operation silence(Snapshot end, int unit) {
        return Lesion.operation(
                List.of(Lesion.silence(Set.of(unit), Quantity.HIDDEN_STATE)),
                end.parameters().layout());
    }

    private static List<Integer> rightWithoutEach(Snapshot end) {
        return IntStream.range(0, end.parameters().layout().allUnits())
                .mapToObj(unit -> rightWithout(end, unit))
                .toList();
    }

    @Test
    void theCounterGoesByNearlyEqualStepsAndNoneOfTheOthersDoes() {
        Traces word = word(END, TRAINED);
        List<List<Double>> changes = new ArrayList<>();
        for (int unit = 0; unit < 3; unit++) {
            int each = unit;
            changes.add(IntStream.concat(IntStream.rangeClosed(2, 10), IntStream.rangeClosed(12, 20))
                    .mapToObj(step -> Math.abs(word.value(Quantity.CELL_STATE, step, each)
                            - word.value(Quantity.CELL_STATE, step - 1, each)))
                    .toList());
        }
        assertThat(changes.get(COUNTER)).allSatisfy(change -> assertThat(change).isBetween(0.965, 0.995));
        assertThat(changes.get(0)).anySatisfy(change -> assertThat(change).isLessThan(0.1));
        assertThat(changes.get(2)).anySatisfy(change -> assertThat(change).isLessThan(0.5));
        assertThat(word.value(Quantity.CELL_STATE, 10, COUNTER)).isCloseTo(-9.07, within(0.006));
    }

    @Test
    void withoutTheCounterTheEndComesAfterEveryBAndWithoutAnotherNothingChanges() {
        assertThat(rightWithoutEach(END)).containsExactly(STEPS, 75, STEPS);
        Traces silenced =
                FedNetwork.of(END.experiment(), END.parameters()).traces(ColumnWindow.START, silence(END, COUNTER));
        assertThat(IntStream.range(0, silenced.columns())
                        .filter(column -> silenced.step(column).input() == B)
                        .mapToObj(column -> silenced.predicted(column).symbols()))
                .hasSize(55)
                .containsOnly(new int[] {T});
    }

    @Exhaustive
    @Test
    void overTheSeedsAllWordsAreLearnedAndTheFirstOneBeyondThatIsWrongEndsOneTooEarly() {
        List<Snapshot> ends = trained(experiment(COUNT));
        assertThat(ends).hasSize(SEEDS).allSatisfy(CountingTest::assertEndsTheFirstWordBeyondTooEarly);
        List<Long> needed = ends.stream()
                .map(end -> rightWithoutEach(end).stream()
                        .filter(right -> right < STEPS)
                        .count())
                .toList();
        assertThat(List.of(1L, 2L, 3L))
                .extracting(units -> needed.stream().filter(units::equals).count())
                .containsExactly(4L, 4L, 12L);
        List<Integer> counted =
                ends.stream().map(CountingTest::counted).sorted().toList();
        assertThat(counted.get(0)).isEqualTo(11);
        assertThat(counted.get(SEEDS - 1)).isEqualTo(37);
        assertThat(counted.stream().filter(n -> n >= 25)).hasSize(SEEDS / 2);
    }

    private static void assertEndsTheFirstWordBeyondTooEarly(Snapshot end) {
        assertThat(end.evaluation().right()).isEqualTo(STEPS);
        assertThat(end.verdict()).isEqualTo(Verdict.REMEMBERS);
        int n = counted(end) + 1;
        Traces wrong = word(end, n);
        assertThat(IntStream.range(0, wrong.columns()).filter(column -> !wrong.isRight(column)))
                .containsExactly(2 * n - 1);
        assertThat(wrong.predicted(2 * n - 1).symbols()).containsExactly(T);
    }

    @Test
    void theCounterForgetsALittleAtEachStep() {
        assertThat(counted(END)).isEqualTo(27);
        assertEndsTheFirstWordBeyondTooEarly(END);
        Traces word = word(END, 28);
        for (int step = 5; step <= 28; step++) {
            assertThat(word.value(Quantity.FORGET_GATE, step, COUNTER)).isCloseTo(0.9989, within(0.00006));
        }
        assertThat(word.value(Quantity.CELL_STATE, 28, COUNTER)).isCloseTo(-26.5, within(0.05));
        assertThat(word.value(Quantity.CELL_STATE, 54, COUNTER)).isLessThan(0);
        assertThat(word.value(Quantity.CELL_STATE, 55, COUNTER)).isGreaterThan(0);
    }

    /** Of 20 seeds, as {@link CountedFar} prints them, those with the fewest, the most, and the lesson's own. */
    static Stream<Arguments> countedFar() {
        return Sample.of(
                1,
                List.of(
                        arguments(false, 1, 27),
                        arguments(false, 11, 19),
                        arguments(false, 6, 94),
                        arguments(true, 1, 11),
                        arguments(true, 17, 13)),
                each -> each.get()[0]);
    }

    @ParameterizedTest
    @MethodSource("countedFar")
    void aGruCountsHardlyBeyondWhatWasTrainedAndAnLstmDoes(boolean isGru, long seed, int counted) {
        Snapshot end =
                RecordedRuns.end(experiment(TRANSFER).with(all -> all.with(Settings.CELL, isGru ? Cell.GRU : Cell.LSTM)
                        .with(Settings.SEED, seed)));
        assertThat(end.verdict()).isEqualTo(Verdict.REMEMBERS);
        assertThat(counted(end)).isEqualTo(counted);
    }

    @ParameterizedTest
    @CsvSource({"10, false", "26, false", "28, false", "27, true"})
    void onlyTheNumberOfTheRunIsCalledRight(double typed, boolean isRight) {
        Experiment experiment = experiment(COUNT);
        LessonProgress progress = new LessonProgress(LESSON, COUNT + 1);
        Situation now = new Situation(Optional.of(experiment), FinishedRun.of(END), "predictions", Map.of());
        progress.begin(
                new Situation(Optional.of(experiment), FinishedRun.judged(experiment, Verdict.NOT_YET), "", Map.of()));
        progress.choose(2);
        progress.reveal();
        progress.observe(now);
        assertThat(progress.next()).as("the number is not read yet").isFalse();
        assertThat(LESSON.steps()
                        .get(COUNT)
                        .after()
                        .observations()
                        .get(0)
                        .sight()
                        .checked(typed, now))
                .hasValueSatisfying(seen -> assertThat(seen.isRight()).isEqualTo(isRight));
    }
}
