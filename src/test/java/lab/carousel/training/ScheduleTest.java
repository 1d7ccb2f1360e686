package lab.carousel.training;

import static org.assertj.core.api.Assertions.assertThat;

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
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

    private static final Hyperparameters REFERENCE = Hyperparameters.reference();
    /** Six steps, then two. */
    private static final Task UNEVEN = Task.parse("0 1 2", "0 1 2 0 1 2 0", "2 1 0");

    private static List<String> calls(Task task, Hyperparameters hyperparameters, int epochs) {
        Experiment experiment = new Experiment(task, hyperparameters, EngineName.KERNEL);
        RecordingEngine engine = new RecordingEngine();
        Trainer trainer = engine.start(experiment, InitialParameters.of(experiment));
        Schedule schedule = new Schedule(experiment, Position.START);
        while (schedule.position().epoch() < epochs) {
            schedule.advance(trainer::learn, trainer::resetState);
            assertThat(schedule.position().updates()).isLessThanOrEqualTo(epochs * schedule.updatesPerEpoch());
        }
        assertThat(schedule.isAtEndOfEpoch()).isTrue();
        assertThat(schedule.position().updates()).isEqualTo(epochs * schedule.updatesPerEpoch());
        return engine.calls;
    }

    /** What the trainer is told in two epochs: L is the long sequence and S the short one, from which step on. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # interval, 0 for the whole sequence; batch; lag; reset
                    1 | 1 | 1 | AFTER_SEQUENCE | L0 1x1, L1 1x1, L2 1x1, L3 1x1, L4 1x1, L5 1x1, reset, S0 1x1, S1 1x1, reset
                    4 | 1 | 1 | AFTER_SEQUENCE | L0 4x1, L4 2x1, reset, S0 2x1, reset
                    0 | 1 | 1 | AFTER_SEQUENCE | L0 6x1, reset, S0 2x1, reset
                    # Two steps side by side; the last ones may be fewer
                    1 | 2 | 1 | AFTER_SEQUENCE | L0 1x2, L2 1x2, L4 1x2, reset, S0 1x2, reset
                    1 | 4 | 1 | AFTER_SEQUENCE | L0 1x4, L4 1x2, reset, S0 1x2, reset
                    # The interval counts the times of each slot: steps 1 2 | 3 4 in two slots at two times, then 5 6
                    2 | 2 | 1 | AFTER_SEQUENCE | L0 2x2, L4 1x2, reset, S0 1x2, reset
                    0 | 2 | 1 | AFTER_SEQUENCE | L0 3x2, reset, S0 1x2, reset
                    # A partial group is an update of its own, as fewer slots take part
                    0 | 4 | 1 | AFTER_SEQUENCE | L0 1x4, L4 1x2, reset, S0 1x2, reset
                    0 | 5 | 1 | AFTER_SEQUENCE | L0 1x5, L5 1x1, reset, S0 1x2, reset
                    # The first step is the one that has a whole lag
                    4 | 1 | 2 | AFTER_SEQUENCE | L1 4x1, L5 1x1, reset, S1 1x1, reset
                    0 | 1 | 2 | AFTER_SEQUENCE | L1 5x1, reset, S1 1x1, reset
                    1 | 2 | 2 | AFTER_SEQUENCE | L1 1x2, L3 1x2, L5 1x1, reset, S1 1x1, reset
                    1 | 1 | 2 | EVERY_STEP | reset, L1 1x1, reset, L2 1x1, reset, L3 1x1, reset, L4 1x1, reset, L5 1x1, reset, S1 1x1
                    0 | 1 | 1 | AFTER_EPOCH | L0 6x1, S0 2x1, reset
                    0 | 1 | 1 | NEVER | L0 6x1, S0 2x1
                    """)
    void makesTheseUpdates(int interval, int batch, int lag, ResetPolicy resets, String expected) {
        Hyperparameters settings = REFERENCE
                .with(
                        Settings.UPDATE_INTERVAL,
                        interval == 0 ? UpdateInterval.WHOLE_SEQUENCE : new UpdateInterval(interval))
                .with(Settings.BATCH_SIZE, batch)
                .with(Settings.LAG, lag)
                .with(Settings.RESET_POLICY, resets);
        List<String> told = calls(UNEVEN, settings, 2).stream()
                .map(call -> call.replace("[0, 1, 2, 0, 1, 2, 0] from ", "L")
                        .replace("[2, 1, 0] from ", "S")
                        .replace(": ", " ")
                        .replace(" x ", "x"))
                .toList();
        assertThat(String.join(", ", told)).isEqualTo(expected + ", " + expected);
        Experiment experiment = new Experiment(UNEVEN, settings, EngineName.KERNEL);
        assertThat(2L * new Schedule(experiment, Position.START).updatesPerEpoch())
                .isEqualTo(told.stream().filter(call -> !call.equals("reset")).count());
    }

    @Test
    void shufflingTakesEachSequenceOncePerEpochInAnOrderOfTheSeed() {
        Task task = Task.parse("0 1 2 3 4", "0 1", "1 2", "2 3", "3 4", "4 0");
        List<Integer> firstSymbols = firstSymbols(
                task, REFERENCE.with(Settings.ORDER, Order.SHUFFLED).with(Settings.SEED, 1L));
        for (int epoch = 0; epoch < 4; epoch++) {
            assertThat(firstSymbols.subList(5 * epoch, 5 * epoch + 5)).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
        }
        // The same on every machine and Java version
        assertThat(firstSymbols).containsExactly(0, 4, 1, 3, 2, 3, 2, 1, 0, 4, 0, 3, 2, 1, 4, 1, 4, 3, 2, 0);
        assertThat(firstSymbols(
                        task, REFERENCE.with(Settings.ORDER, Order.SHUFFLED).with(Settings.SEED, 2L)))
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
        Experiment experiment = new Experiment(task, REFERENCE.with(Settings.ORDER, Order.SHUFFLED), EngineName.KERNEL);
        Schedule schedule = new Schedule(experiment, Position.START);
        Trainer trainer = new RecordingEngine().start(experiment, InitialParameters.of(experiment));
        Map<String, Integer> counts = new TreeMap<>();
        for (int epoch = 0; epoch < 6_000; epoch++) {
            StringBuilder order = new StringBuilder();
            IntStream.range(0, 3).forEach(place -> {
                schedule.advance(trainer::learn, trainer::resetState);
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
        Experiment experiment = new Experiment(UNEVEN, REFERENCE.with(Settings.BATCH_SIZE, 4), EngineName.KERNEL);
        Schedule schedule = new Schedule(experiment, Position.START);
        Trainer trainer = new RecordingEngine().start(experiment, InitialParameters.of(experiment));
        assertThat(schedule.position()).isEqualTo(Position.START);
        assertThat(schedule.isAtEndOfEpoch()).isTrue();
        Set<Position> positions = new LinkedHashSet<>();
        for (int update = 0; update < 4; update++) {
            schedule.advance(trainer::learn, trainer::resetState);
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
}
