package lab.carousel.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import lab.carousel.engine.Trainer;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Order;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.UpdateInterval;
import lab.carousel.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

    private static final Hyperparameters REFERENCE = Hyperparameters.reference();
    /** Six steps, then two. */
    private static final Task UNEVEN = Task.parse("0 1 2", "0 1 2 0 1 2 0", "2 1 0");

    private static final String LONG = "[0, 1, 2, 0, 1, 2, 0] from ";
    private static final String SHORT = "[2, 1, 0] from ";

    private static List<String> calls(Task task, Hyperparameters hyperparameters, int epochs) {
        Experiment experiment = new Experiment(task, hyperparameters, EngineName.KERNEL);
        RecordingEngine engine = new RecordingEngine();
        Trainer trainer = engine.start(experiment, InitialParameters.of(experiment));
        Schedule schedule = new Schedule(experiment, Position.START);
        while (schedule.position().epoch() < epochs) {
            schedule.advance(trainer);
            assertThat(schedule.position().updates()).isLessThanOrEqualTo(epochs * schedule.updatesPerEpoch());
        }
        assertThat(schedule.isAtEndOfEpoch()).isTrue();
        assertThat(schedule.position().updates()).isEqualTo(epochs * schedule.updatesPerEpoch());
        return engine.calls;
    }

    private static UpdateInterval interval(int steps) {
        return steps == 0 ? UpdateInterval.WHOLE_SEQUENCE : new UpdateInterval(steps);
    }

    @Test
    void theReferenceMakesOneUpdatePerStepAndResetsAfterEachSequence() {
        assertThat(calls(Task.reference(), REFERENCE, 2))
                .isEqualTo(repeat(
                        2,
                        List.of(
                                "[3, 0, 1, 2, 3] from 0: 1 x 1",
                                "[3, 0, 1, 2, 3] from 1: 1 x 1",
                                "[3, 0, 1, 2, 3] from 2: 1 x 1",
                                "[3, 0, 1, 2, 3] from 3: 1 x 1",
                                "reset",
                                "[4, 0, 1, 2, 4] from 0: 1 x 1",
                                "[4, 0, 1, 2, 4] from 1: 1 x 1",
                                "[4, 0, 1, 2, 4] from 2: 1 x 1",
                                "[4, 0, 1, 2, 4] from 3: 1 x 1",
                                "reset")));
    }

    private static List<String> repeat(int times, List<String> calls) {
        List<String> all = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            all.addAll(calls);
        }
        return all;
    }

    @Test
    void aLongerIntervalTakesMoreStepsAtOnceAndWhatIsLeftLast() {
        assertThat(calls(UNEVEN, REFERENCE.withUpdateInterval(new UpdateInterval(4)), 1))
                .containsExactly(LONG + "0: 4 x 1", LONG + "4: 2 x 1", "reset", SHORT + "0: 2 x 1", "reset");
    }

    @Test
    void theWholeSequenceIsOneUpdate() {
        assertThat(calls(UNEVEN, REFERENCE.withUpdateInterval(UpdateInterval.WHOLE_SEQUENCE), 1))
                .containsExactly(LONG + "0: 6 x 1", "reset", SHORT + "0: 2 x 1", "reset");
    }

    @Test
    void aBatchOfTwoTakesTwoStepsSideBySide() {
        assertThat(calls(UNEVEN, REFERENCE.withBatchSize(2), 1))
                .containsExactly(
                        LONG + "0: 1 x 2", LONG + "2: 1 x 2", LONG + "4: 1 x 2", "reset", SHORT + "0: 1 x 2", "reset");
    }

    @Test
    void aBatchOfFourEndsWithTheSlotsThatAreLeft() {
        assertThat(calls(UNEVEN, REFERENCE.withBatchSize(4), 1))
                .containsExactly(LONG + "0: 1 x 4", LONG + "4: 1 x 2", "reset", SHORT + "0: 1 x 2", "reset");
    }

    @Test
    void withABatchTheIntervalCountsTheTimesOfEachSlot() {
        // Steps 1 2 | 3 4 in two slots at two times, then 5 6; of the other sequence one time only
        assertThat(calls(UNEVEN, REFERENCE.withBatchSize(2).withUpdateInterval(new UpdateInterval(2)), 1))
                .containsExactly(LONG + "0: 2 x 2", LONG + "4: 1 x 2", "reset", SHORT + "0: 1 x 2", "reset");
        assertThat(calls(UNEVEN, REFERENCE.withBatchSize(2).withUpdateInterval(UpdateInterval.WHOLE_SEQUENCE), 1))
                .containsExactly(LONG + "0: 3 x 2", "reset", SHORT + "0: 1 x 2", "reset");
    }

    @Test
    void aPartialGroupIsAnUpdateOfItsOwnBecauseFewerSlotsTakePart() {
        assertThat(calls(UNEVEN, REFERENCE.withBatchSize(4).withUpdateInterval(UpdateInterval.WHOLE_SEQUENCE), 1))
                .containsExactly(LONG + "0: 1 x 4", LONG + "4: 1 x 2", "reset", SHORT + "0: 1 x 2", "reset");
    }

    @Test
    void withALagTheFirstStepIsTheOneThatHasAWholeOne() {
        Hyperparameters two = REFERENCE.withLag(2);
        assertThat(calls(UNEVEN, two.withUpdateInterval(new UpdateInterval(4)), 2))
                .isEqualTo(
                        repeat(2, List.of(LONG + "1: 4 x 1", LONG + "5: 1 x 1", "reset", SHORT + "1: 1 x 1", "reset")));
        assertThat(calls(UNEVEN, two.withUpdateInterval(UpdateInterval.WHOLE_SEQUENCE), 1))
                .containsExactly(LONG + "1: 5 x 1", "reset", SHORT + "1: 1 x 1", "reset");
        assertThat(calls(UNEVEN, two.withBatchSize(2), 1))
                .containsExactly(
                        LONG + "1: 1 x 2", LONG + "3: 1 x 2", LONG + "5: 1 x 1", "reset", SHORT + "1: 1 x 1", "reset");
    }

    @Test
    void withALagAndAResetAtEveryStepEachSampleStartsFromZero() {
        Task task = Task.parse("0 1", "0 1 1 0");
        assertThat(calls(task, REFERENCE.withLag(2).withResetPolicy(ResetPolicy.EVERY_STEP), 1))
                .containsExactly("reset", "[0, 1, 1, 0] from 1: 1 x 1", "reset", "[0, 1, 1, 0] from 2: 1 x 1");
    }

    @Test
    void resetAfterTheEpochLetsTheStatePassFromSequenceToSequence() {
        Hyperparameters whole = REFERENCE.withUpdateInterval(UpdateInterval.WHOLE_SEQUENCE);
        assertThat(calls(UNEVEN, whole.withResetPolicy(ResetPolicy.AFTER_EPOCH), 2))
                .isEqualTo(repeat(2, List.of(LONG + "0: 6 x 1", SHORT + "0: 2 x 1", "reset")));
    }

    @Test
    void resetNeverIsNever() {
        Hyperparameters whole = REFERENCE.withUpdateInterval(UpdateInterval.WHOLE_SEQUENCE);
        assertThat(calls(UNEVEN, whole.withResetPolicy(ResetPolicy.NEVER), 2))
                .isEqualTo(repeat(2, List.of(LONG + "0: 6 x 1", SHORT + "0: 2 x 1")));
    }

    @Test
    void resetAtEveryStepComesBeforeEachUpdate() {
        Task two = Task.parse("0 1", "0 1 1", "1 0");
        assertThat(calls(two, REFERENCE.withResetPolicy(ResetPolicy.EVERY_STEP), 1))
                .containsExactly(
                        "reset",
                        "[0, 1, 1] from 0: 1 x 1",
                        "reset",
                        "[0, 1, 1] from 1: 1 x 1",
                        "reset",
                        "[1, 0] from 0: 1 x 1");
    }

    @Test
    void shufflingTakesEachSequenceOncePerEpochInAnOrderOfTheSeed() {
        Task task = Task.parse("0 1 2 3 4", "0 1", "1 2", "2 3", "3 4", "4 0");
        List<Integer> firstSymbols =
                firstSymbols(task, REFERENCE.withOrder(Order.SHUFFLED).withSeed(1));
        for (int epoch = 0; epoch < 4; epoch++) {
            assertThat(firstSymbols.subList(5 * epoch, 5 * epoch + 5)).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
        }
        // The same on every machine and Java version
        assertThat(firstSymbols).containsExactly(0, 4, 1, 3, 2, 3, 2, 1, 0, 4, 0, 3, 2, 1, 4, 1, 4, 3, 2, 0);
        assertThat(firstSymbols(task, REFERENCE.withOrder(Order.SHUFFLED).withSeed(2)))
                .isNotEqualTo(firstSymbols);
        assertThat(firstSymbols(task, REFERENCE)).startsWith(0, 1, 2, 3, 4, 0, 1, 2, 3, 4);
    }

    private static List<Integer> firstSymbols(Task task, Hyperparameters hyperparameters) {
        return calls(task, hyperparameters, 4).stream()
                .filter(call -> call.startsWith("["))
                .map(call -> call.charAt(1) - '0')
                .toList();
    }

    @Test
    void shufflesReachEveryOrderAboutEquallyOften() {
        Task task = Task.parse("0 1 2", "0 1", "1 2", "2 0");
        Experiment experiment = new Experiment(task, REFERENCE.withOrder(Order.SHUFFLED), EngineName.KERNEL);
        Schedule schedule = new Schedule(experiment, Position.START);
        Trainer trainer = new RecordingEngine().start(experiment, InitialParameters.of(experiment));
        Map<String, Integer> counts = new TreeMap<>();
        for (int epoch = 0; epoch < 6_000; epoch++) {
            StringBuilder order = new StringBuilder();
            IntStream.range(0, 3).forEach(place -> {
                schedule.advance(trainer);
                order.append(schedule.position().sequence());
            });
            counts.merge(order.toString(), 1, Integer::sum);
        }
        assertThat(counts).containsOnlyKeys("123", "132", "213", "231", "312", "321");
        // 1,000 expected of each, with a standard deviation of 29
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(870, 1_130));
    }

    @Test
    void thePositionNamesTheLastStepOfTheLastUpdate() {
        Experiment experiment = new Experiment(UNEVEN, REFERENCE.withBatchSize(4), EngineName.KERNEL);
        Schedule schedule = new Schedule(experiment, Position.START);
        Trainer trainer = new RecordingEngine().start(experiment, InitialParameters.of(experiment));
        assertThat(schedule.position()).isEqualTo(Position.START);
        assertThat(schedule.isAtEndOfEpoch()).isTrue();
        Set<Position> positions = new LinkedHashSet<>();
        for (int update = 0; update < 4; update++) {
            schedule.advance(trainer);
            positions.add(schedule.position());
            assertThat(schedule.isAtEndOfEpoch()).isEqualTo(update == 2);
        }
        assertThat(positions)
                .containsExactly(
                        new Position(0, 1, 4, 1),
                        new Position(0, 1, 6, 2),
                        new Position(1, 2, 2, 3),
                        new Position(1, 1, 4, 4));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 8", "1, 2, 4", "1, 4, 3", "1, 0, 2", "2, 1, 4", "2, 2, 3", "4, 1, 3", "5, 0, 3", "6, 0, 2"})
    void countsTheUpdatesOfAnEpoch(int batch, int intervalSteps, int expected) {
        Hyperparameters hyperparameters = REFERENCE.withBatchSize(batch).withUpdateInterval(interval(intervalSteps));
        Experiment experiment = new Experiment(UNEVEN, hyperparameters, EngineName.KERNEL);
        assertThat(new Schedule(experiment, Position.START).updatesPerEpoch()).isEqualTo(expected);
        assertThat(calls(UNEVEN, hyperparameters, 1).stream().filter(call -> call.startsWith("[")))
                .hasSize(expected);
    }
}
