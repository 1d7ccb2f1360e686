package lab.carousel.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import lab.carousel.Sample;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.FinishedRun;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.Situation;
import lab.carousel.model.Experiment;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.ColumnWindow;
import lab.carousel.model.trace.Traces;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.text.InvalidInput;
import lab.carousel.training.RecordedRuns;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers of the lesson <i>Who forgot to reset?</i>, each over its 20 seeds (two of them without -Pexhaustive), and which repair passes in it. */
class ForgottenResetTest {

    private static final Lesson LESSON = ShippedLessons.read("who-forgot-to-reset");
    private static final int SEEDS = Sample.isExhaustive() ? 20 : 2;
    private static final int BET = 0;
    private static final int REPAIR = 3;
    private static final int TRANSFER = 5;

    private static Experiment experiment(int step) {
        return LESSON.steps().get(step).setUp().change().orElseThrow().apply(Experiment.reference());
    }

    private static Experiment experiment(int step, ResetPolicy policy) {
        return experiment(step).with(all -> all.with(Settings.RESET_POLICY, policy));
    }

    private static List<Snapshot> trained(Experiment experiment) {
        return LongStream.rangeClosed(1, SEEDS)
                .mapToObj(seed -> RecordedRuns.end(experiment.with(all -> all.with(Settings.SEED, seed))))
                .toList();
    }

    private static Traces traces(Snapshot end, Experiment fed) {
        return Traces.of(fed, end.parameters(), ColumnWindow.START);
    }

    /** Whether c after the first symbol is the same in both sequences, number for number. */
    private static boolean isSameAtStart(Snapshot end, Experiment fed) {
        Traces traces = traces(end, fed);
        return Arrays.equals(
                traces.values(Quantity.CELL_STATE, traces.firstColumnOf(0)),
                traces.values(Quantity.CELL_STATE, traces.firstColumnOf(1)));
    }

    private static List<Boolean> right(Snapshot end, Experiment fed, int sequence) {
        Traces traces = traces(end, fed);
        return IntStream.range(0, traces.columns())
                .filter(column -> traces.stretchAt(column) == sequence)
                .mapToObj(traces::isRight)
                .toList();
    }

    @Test
    void theCoinIsForetoldAsTrainedAndNotWhenEachSequenceIsFedAlone() {
        assertThat(trained(experiment(BET))).hasSize(SEEDS).allSatisfy(end -> {
            Experiment alone = end.experiment().stepByStep();
            assertThat(end.evaluation().right()).isEqualTo(6);
            assertThat(isSameAtStart(end, end.experiment())).isFalse();
            assertThat(Evaluation.of(alone, end.parameters()).right()).isEqualTo(5);
            assertThat(isSameAtStart(end, alone)).isTrue();
            assertThat(List.of(right(end, alone, 0).get(0), right(end, alone, 1).get(0)))
                    .as("one of the two is hit")
                    .containsExactlyInAnyOrder(true, false);
        });
    }

    @Test
    void aResetAfterEachSequenceEndsItAndKeepsTheMemoryAndOneAfterEachEpochDoesNotEndIt() {
        assertThat(trained(experiment(REPAIR, ResetPolicy.AFTER_SEQUENCE))).allSatisfy(end -> {
            assertThat(end.evaluation().right()).isEqualTo(5);
            assertThat(end.verdict()).isEqualTo(Verdict.REMEMBERS);
            assertThat(isSameAtStart(end, end.experiment())).isTrue();
        });
        assertThat(trained(experiment(REPAIR, ResetPolicy.AFTER_EPOCH))).allSatisfy(end -> {
            assertThat(end.evaluation().right()).isEqualTo(6);
            assertThat(isSameAtStart(end, end.experiment())).isFalse();
        });
        assertThatThrownBy(() -> experiment(REPAIR, ResetPolicy.EVERY_STEP)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void inTheSecondCaseOnlyTheFirstSequenceDoesWithoutWhatWasLeftOver() {
        assertThat(trained(experiment(TRANSFER))).hasSize(SEEDS).allSatisfy(end -> {
            Experiment alone = end.experiment().stepByStep();
            assertThat(end.evaluation().right()).isEqualTo(6);
            assertThat(end.verdict()).isEqualTo(Verdict.REMEMBERS);
            assertThat(Evaluation.of(alone, end.parameters()).verdict()).isEqualTo(Verdict.NOT_YET);
            assertThat(right(end, alone, 0)).containsOnly(true);
        });
        assertThat(trained(experiment(TRANSFER, ResetPolicy.AFTER_SEQUENCE))).allSatisfy(end -> {
            assertThat(end.evaluation().right()).isEqualTo(6);
            assertThat(end.verdict()).isEqualTo(Verdict.REMEMBERS);
        });
    }

    private static Situation situation(Experiment experiment, String evaluation) {
        return new Situation(
                Optional.of(experiment),
                FinishedRun.judged(experiment, Verdict.REMEMBERS),
                "predictions",
                Map.of(Situation.EVALUATION, evaluation));
    }

    private static LessonProgress answered(int step) {
        LessonProgress progress = new LessonProgress(LESSON, step + 1);
        progress.begin(situation(Experiment.reference(), ""));
        progress.choose(0);
        progress.reveal();
        return progress;
    }

    @ParameterizedTest
    @CsvSource({
        "3, NEVER, false",
        "3, AFTER_EPOCH, false",
        "3, AFTER_SEQUENCE, true",
        "5, NEVER, false",
        "5, AFTER_EPOCH, false",
        "5, AFTER_SEQUENCE, true"
    })
    void onlyTheRightRepairPasses(int step, ResetPolicy policy, boolean passes) {
        LessonProgress progress = answered(step);
        progress.observe(situation(experiment(step), Situation.STEP_BY_STEP));
        progress.observe(situation(experiment(step, policy), ""));
        assertThat(progress.canObserve()).isEqualTo(passes);
        assertThat(progress.next()).as("the outcome is not observed").isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, NEVER, '', false", "1, NEVER, step by step, true", "5, AFTER_SEQUENCE, '', false"})
    void whoeverLooksOnlyAsTrainedDoesNotPass(int step, ResetPolicy policy, String evaluation, boolean passes) {
        LessonProgress progress = answered(step);
        progress.observe(situation(experiment(step, policy), evaluation));
        assertThat(progress.canObserve()).isEqualTo(passes);
    }
}
