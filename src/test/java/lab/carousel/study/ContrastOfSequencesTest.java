package lab.carousel.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.Trace;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;

class ContrastOfSequencesTest {

    private static final Snapshot NETWORK = TrainedNetworks.remembering(1);

    private static Contrast fork(Snapshot network, Quantity quantity) {
        return Contrast.ofSequences(network.experiment(), network.parameters(), 0, 1, quantity, 0);
    }

    private static double total(Contrast fork, int step) {
        return fork.difference(step, Quantity.CELL_STATE).sum();
    }

    @Test
    void theInputsAgreeInTheMiddle() {
        assertThat(fork(NETWORK, Quantity.CELL_STATE).steps())
                .extracting(Contrast.Step::seesTheSame)
                .containsExactly(false, true, true, true);
    }

    @Test
    void eachDifferenceIsThatOfTheTwoTraces() {
        Contrast fork = fork(NETWORK, Quantity.HIDDEN_STATE);
        int[][] sequences = NETWORK.experiment().task().encoded();
        Trace a = Trace.of(NETWORK.parameters(), NETWORK.experiment().hyperparameters(), sequences[0]);
        Trace b = Trace.of(NETWORK.parameters(), NETWORK.experiment().hyperparameters(), sequences[1]);
        double total = 0;
        for (int unit = 0; unit < 20; unit++) {
            double difference = b.value(Quantity.HIDDEN_STATE, 2, unit) - a.value(Quantity.HIDDEN_STATE, 2, unit);
            assertThat(fork.difference(2, Quantity.HIDDEN_STATE).ofUnits()[unit])
                    .isEqualTo(difference);
            total += Math.abs(difference);
        }
        assertThat(fork.difference(2, Quantity.HIDDEN_STATE).sum()).isCloseTo(total, within(1e-12));
        assertThat(fork.steps()).hasSize(4);
        for (int step = 0; step < 4; step++) {
            assertThat(fork.steps().get(step).a().outputs()).isEqualTo(a.outputs(step));
            assertThat(fork.steps().get(step).b().outputs()).isEqualTo(b.outputs(step));
            assertThat(fork.steps().get(step).b().target()).isEqualTo(b.target(step));
        }
    }

    @Test
    void aNetworkThatRemembersCarriesMoreOfTheFirstSymbolThanALuckyOne() {
        double remembered = total(fork(NETWORK, Quantity.CELL_STATE), 3);
        double lucky = total(fork(TrainedNetworks.lucky(), Quantity.CELL_STATE), 3);
        assertThat(remembered).isGreaterThan(2 * lucky);
    }

    @Test
    void withoutAStateNothingIsLeftWhereTheInputsAgree() {
        Experiment experiment = NETWORK.experiment();
        Experiment stateless = experiment.with(
                all -> all.withUpdateInterval(UpdateInterval.ONE_STEP).withResetPolicy(ResetPolicy.EVERY_STEP));
        Contrast fork = Contrast.ofSequences(stateless, NETWORK.parameters(), 0, 1, Quantity.CELL_STATE, 0);
        assertThat(total(fork, 0)).isPositive();
        assertThat(total(fork, 1) + total(fork, 2) + total(fork, 3)).isZero();
    }

    @Test
    void withALagTheInputsAgreeWhereAllSymbolsOfTheStepDo() {
        Experiment experiment = NETWORK.experiment();
        Experiment lagging = experiment.with(all -> all.withLag(2));
        Contrast fork = Contrast.ofSequences(lagging, NETWORK.parameters(), 0, 1, Quantity.CELL_STATE, 0);
        assertThat(fork.steps().get(0).number()).isEqualTo(2);
        // (3 0 | 4 0), (0 1 | 0 1), (1 2 | 1 2)
        assertThat(fork.steps()).extracting(Contrast.Step::seesTheSame).containsExactly(false, true, true);
    }

    @Test
    void tellsTheStretchesInWhichTheInputsAgree() {
        Experiment experiment = NETWORK.experiment();
        Task task = Task.parse("0 1 2 3 4", "1 3 0 1 2 3 1", "1 4 0 1 2 4 1 2 2");
        Contrast fork = Contrast.ofSequences(
                new Experiment(task, experiment.hyperparameters(), experiment.engine()),
                NETWORK.parameters(),
                0,
                1,
                Quantity.HIDDEN_STATE,
                0);
        assertThat(fork.steps()).hasSize(6);
        assertThat(fork.agreements()).containsExactly(new Contrast.Stretch(0, 0), new Contrast.Stretch(2, 4));
        assertThat(fork.difference(0, Quantity.HIDDEN_STATE).sum()).isZero();
    }

    @Test
    void ofLongSequencesAPartAroundAStepIsCompared() {
        List<String> symbols = IntStream.range(0, 3_000)
                .mapToObj(step -> Integer.toString(step % 3))
                .toList();
        Task task = new Task(
                new Alphabet(List.of("0", "1", "2", "3", "4")), List.of(new Sequence(symbols), new Sequence(symbols)));
        Experiment experiment = NETWORK.experiment();
        Experiment longer = new Experiment(task, experiment.hyperparameters(), experiment.engine());
        Contrast fork = Contrast.ofSequences(longer, NETWORK.parameters(), 0, 1, Quantity.CELL_STATE, 2_500);
        assertThat(fork.steps()).hasSize(1_000);
        assertThat(fork.steps().get(0).number()).isEqualTo(2_999 - 1_000 + 1);
        Contrast early = Contrast.ofSequences(longer, NETWORK.parameters(), 0, 1, Quantity.CELL_STATE, 1_000);
        assertThat(early.steps().get(0).number()).isEqualTo(901);
    }
}
