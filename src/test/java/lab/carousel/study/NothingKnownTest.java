package lab.carousel.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import lab.carousel.Sample;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.FinishedRun;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.Situation;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.trace.ColumnWindow;
import lab.carousel.model.trace.ForwardPass;
import lab.carousel.model.trace.Traces;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.picture.loss.LossLabels;
import lab.carousel.task.Steps;
import lab.carousel.training.RecordedRuns;
import lab.carousel.training.Snapshot;
import lab.carousel.training.loss.LossCourse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The numbers of the lesson <i>Nothing known</i>; those over 20 seeds are printed by {@link NothingKnown}. */
class NothingKnownTest {

    static final Lesson LESSON = ShippedLessons.read("nothing-known");
    static final int SIT = 1;
    static final int LEAVE = 3;
    static final int TRANSFER = 6;

    static Experiment experiment(int step) {
        return LESSON.steps().get(step).setUp().change().orElseThrow().apply(Experiment.reference());
    }

    static Experiment ofSeed(Experiment experiment, long seed) {
        return experiment.with(all -> all.with(Settings.SEED, seed));
    }

    static Experiment wholeSequence(Experiment experiment) {
        return experiment.with(all -> all.with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE));
    }

    static int floorsUnder(Snapshot end) {
        return end.evaluation().judgement().floorsUnder().orElseThrow();
    }

    /** Each experiment is trained once. */
    private static final Map<Experiment, Snapshot> ENDS = new HashMap<>();

    private static Snapshot end(Experiment experiment) {
        return ENDS.computeIfAbsent(experiment, RecordedRuns::end);
    }

    @AfterAll
    static void forget() {
        ENDS.clear();
    }

    private static DoubleSummaryStatistics answers(Snapshot end) {
        Traces traces = Traces.of(end.experiment(), end.parameters(), ColumnWindow.START);
        return IntStream.range(0, traces.columns())
                .filter(traces::isScored)
                .mapToDouble(column -> traces.outputs(column)[0])
                .summaryStatistics();
    }

    private static double floor(int step, int number) {
        return experiment(step).floors().get(number).loss();
    }

    @Test
    void theFloorsAreWhatIsLeftOfTheVariances() {
        double ofTwoUnits = 1.0 / 3;
        assertThat(floor(SIT, 0)).isCloseTo((0.9 * ofTwoUnits + ofTwoUnits) / 16, within(1e-12));
        assertThat(floor(SIT, 0)).isCloseTo(0.0396, within(0.00005));
        double ofOneUnit = 1.0 / 12;
        assertThat(floor(TRANSFER, 0)).isCloseTo(2 * ofOneUnit, within(1e-12));
        assertThat(floor(TRANSFER, 1)).isCloseTo(ofOneUnit, within(1e-12));
    }

    @Test
    void itAlwaysSaysTheSameAndTheCurveFallsToTheFloorAndStays() {
        Experiment experiment = experiment(SIT);
        Snapshot end = end(experiment);
        assertThat(floorsUnder(end)).isZero();
        double floor = experiment.floors().get(0).onFixed();
        assertThat(floor).isCloseTo(0.0353, within(0.00005));
        assertThat(end.evaluation().loss()).isCloseTo(0.0390, within(0.00005));
        LossCourse curve = end.history();
        assertThat(curve.loss(0, 0)).isCloseTo(0.13, within(0.005));
        assertThat(curve.lossNow()).isEqualTo(end.evaluation().loss());
        IntStream.range(50, curve.size())
                .forEach(point -> assertThat(curve.loss(0, point)).isBetween(floor, 1.3 * floor));
        DoubleSummaryStatistics answers = answers(end);
        assertThat(answers.getCount()).isGreaterThan(1);
        assertThat(answers.getMax() - answers.getMin()).isLessThan(0.01);
        assertThat(new LossLabels(experiment).below(end.history()))
                .as("that it is below the floor")
                .isEmpty();
    }

    /** Ten epochs apart a curve of ten sequences each would go up and down between these. */
    @Test
    void overTenSequencesAloneTheLossOfTheSameNetworkIsAnything() {
        Experiment experiment = experiment(SIT);
        ForwardPass pass = new ForwardPass(end(experiment).parameters(), experiment.hyperparameters());
        double[] tens = new double[20];
        Supplier<Steps> draws = experiment.judging();
        for (int number = 0; number < 200; number++) {
            int ten = number / 10;
            pass.feed(
                    draws.get().with(experiment.scoredSteps()),
                    (t, target, loss, outputs, state) -> tens[ten] += loss / 10);
        }
        DoubleSummaryStatistics all = Arrays.stream(tens).summaryStatistics();
        assertThat(all.getMin()).isEqualTo(tens[19]).isCloseTo(0.0151, within(0.00005));
        assertThat(all.getMin()).isLessThan(experiment.floors().get(0).onFixed() / 2);
        assertThat(all.getMax()).isCloseTo(0.0780, within(0.00005));
        assertThat(all.getAverage()).isCloseTo(end(experiment).evaluation().loss(), within(1e-12));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Sample.isExhaustive() ? 3 : 1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void withTheWholeSequenceItLeavesBothFloorsAndSaysWhatIsExpected(long seed) {
        assertThat(floorsUnder(end(ofSeed(experiment(LEAVE), seed)))).isZero();
        Snapshot end = end(ofSeed(wholeSequence(experiment(LEAVE)), seed));
        assertThat(floorsUnder(end)).isEqualTo(2);
        DoubleSummaryStatistics answers = answers(end);
        assertThat(answers.getMax() - answers.getMin()).isGreaterThan(0.1);
        assertThat(floorsUnder(end(ofSeed(experiment(TRANSFER), seed)))).isEqualTo(2);
    }

    /** What is tried, and whether it passes. */
    static Stream<Arguments> tried() {
        Experiment told = experiment(LEAVE);
        return Sample.of(
                1,
                List.of(
                        arguments(told, false),
                        arguments(told.with(all -> all.with(Settings.HIDDEN_UNITS, 32)), false),
                        arguments(wholeSequence(told.with(all -> all.with(Settings.EPOCHS, 20))), false),
                        arguments(told.with(all -> all.with(Settings.UPDATE_INTERVAL, new UpdateInterval(30))), true),
                        arguments(wholeSequence(told), true)),
                each -> each.get()[1]);
    }

    @ParameterizedTest
    @MethodSource("tried")
    void onlyANetworkThatHasLeftTheFloorPasses(Experiment tried, boolean passes) {
        LessonProgress progress = new LessonProgress(LESSON, LEAVE + 1);
        Situation now = new Situation(Optional.of(tried), FinishedRun.of(end(tried)), "predictions", Map.of());
        progress.begin(new Situation(
                Optional.of(experiment(LEAVE)), FinishedRun.judged(experiment(LEAVE), Verdict.NOT_YET), "", Map.of()));
        progress.choose(0);
        progress.reveal();
        progress.observe(now);
        assertThat(progress.canObserve()).isEqualTo(passes);
        assertThat(LESSON.steps()
                        .get(LEAVE)
                        .after()
                        .observations()
                        .get(0)
                        .sight()
                        .checked(2, now))
                .hasValueSatisfying(seen -> assertThat(seen.isRight()).isEqualTo(passes));
    }
}
