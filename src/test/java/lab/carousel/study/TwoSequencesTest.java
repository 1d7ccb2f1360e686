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
import lab.carousel.study.TwoSequences.Agreement;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;

class TwoSequencesTest {

    private static final Snapshot NETWORK = TrainedNetworks.remembering(1);

    private static TwoSequences fork(Snapshot network, Quantity quantity) {
        return TwoSequences.of(network.experiment(), network.parameters(), 0, 1, quantity);
    }

    @Test
    void theInputsAgreeInTheMiddle() {
        assertThat(fork(NETWORK, Quantity.CELL_STATE).agrees()).containsExactly(false, true, true, true);
    }

    @Test
    void eachDifferenceIsThatOfTheTwoTraces() {
        TwoSequences fork = fork(NETWORK, Quantity.HIDDEN_STATE);
        int[][] sequences = NETWORK.experiment().task().encoded();
        Trace a = Trace.of(NETWORK.parameters(), NETWORK.experiment().hyperparameters(), sequences[0]);
        Trace b = Trace.of(NETWORK.parameters(), NETWORK.experiment().hyperparameters(), sequences[1]);
        double total = 0;
        for (int unit = 0; unit < 20; unit++) {
            double difference =
                    Math.abs(a.value(Quantity.HIDDEN_STATE, 2, unit) - b.value(Quantity.HIDDEN_STATE, 2, unit));
            assertThat(fork.difference()[2][unit]).isEqualTo(difference);
            total += difference;
        }
        assertThat(fork.total(2)).isCloseTo(total, within(1e-12));
        assertThat(fork.columns()).isEqualTo(4);
    }

    @Test
    void aNetworkThatRemembersCarriesMoreOfTheFirstSymbolThanALuckyOne() {
        double remembered = fork(NETWORK, Quantity.CELL_STATE).total(3);
        double lucky = fork(TrainedNetworks.lucky(), Quantity.CELL_STATE).total(3);
        assertThat(remembered).isGreaterThan(2 * lucky);
    }

    @Test
    void withoutAStateNothingIsLeftWhereTheInputsAgree() {
        Experiment experiment = NETWORK.experiment();
        Experiment stateless = experiment.with(
                all -> all.withUpdateInterval(UpdateInterval.ONE_STEP).withResetPolicy(ResetPolicy.EVERY_STEP));
        TwoSequences fork = TwoSequences.of(stateless, NETWORK.parameters(), 0, 1, Quantity.CELL_STATE);
        assertThat(fork.total(0)).isPositive();
        assertThat(fork.total(1) + fork.total(2) + fork.total(3)).isZero();
    }

    @Test
    void withALagTheInputsAgreeWhereAllSymbolsOfTheStepDo() {
        Experiment experiment = NETWORK.experiment();
        Experiment lagging = experiment.with(all -> all.withLag(2));
        TwoSequences fork = TwoSequences.of(lagging, NETWORK.parameters(), 0, 1, Quantity.CELL_STATE);
        assertThat(fork.firstStep()).isEqualTo(1);
        // (3 0 | 4 0), (0 1 | 0 1), (1 2 | 1 2)
        assertThat(fork.agrees()).containsExactly(false, true, true);
    }

    @Test
    void tellsTheStretchesInWhichTheInputsAgree() {
        Experiment experiment = NETWORK.experiment();
        Task task = Task.parse("0 1 2 3 4", "1 3 0 1 2 3 1", "1 4 0 1 2 4 1 2 2");
        TwoSequences fork = TwoSequences.of(
                new Experiment(task, experiment.hyperparameters(), experiment.engine()),
                NETWORK.parameters(),
                0,
                1,
                Quantity.HIDDEN_STATE);
        assertThat(fork.columns()).isEqualTo(6);
        assertThat(fork.agreements()).containsExactly(new Agreement(0, 0), new Agreement(2, 4));
        assertThat(fork.total(0)).isZero();
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
        TwoSequences fork = TwoSequences.of(longer, NETWORK.parameters(), 0, 1, Quantity.CELL_STATE, 2_500);
        assertThat(fork.columns()).isEqualTo(1_000);
        assertThat(fork.firstStep()).isEqualTo(2_999 - 1_000);
        TwoSequences early = TwoSequences.of(longer, NETWORK.parameters(), 0, 1, Quantity.CELL_STATE, 1_000);
        assertThat(early.firstStep()).isEqualTo(900);
    }
}
