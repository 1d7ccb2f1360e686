package lab.carousel.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lab.carousel.model.Experiment;
import lab.carousel.model.Quantity;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Trace;
import lab.carousel.model.UpdateInterval;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;

class MemoryForkTest {

    private static final Snapshot NETWORK = TrainedNetworks.remembering(1);

    private static MemoryFork fork(Snapshot network, Quantity quantity) {
        return MemoryFork.of(network.experiment(), network.parameters(), 0, 1, quantity);
    }

    @Test
    void theInputsAgreeInTheMiddle() {
        assertThat(fork(NETWORK, Quantity.CELL_STATE).agrees()).containsExactly(false, true, true, true);
    }

    @Test
    void eachDifferenceIsThatOfTheTwoTraces() {
        MemoryFork fork = fork(NETWORK, Quantity.HIDDEN_STATE);
        int[][] sequences = NETWORK.experiment().task().encoded();
        Trace a = Trace.of(NETWORK.parameters(), NETWORK.experiment().hyperparameters(), sequences[0]);
        Trace b = Trace.of(NETWORK.parameters(), NETWORK.experiment().hyperparameters(), sequences[1]);
        double total = 0;
        for (int unit = 0; unit < 20; unit++) {
            double difference = Math.abs(
                    a.value(Quantity.HIDDEN_STATE, 2, unit) - b.value(Quantity.HIDDEN_STATE, 2, unit));
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
        Experiment stateless = experiment.with(experiment
                .hyperparameters()
                .withUpdateInterval(UpdateInterval.ONE_STEP)
                .withResetPolicy(ResetPolicy.EVERY_STEP));
        MemoryFork fork = MemoryFork.of(stateless, NETWORK.parameters(), 0, 1, Quantity.CELL_STATE);
        assertThat(fork.total(0)).isPositive();
        assertThat(fork.total(1) + fork.total(2) + fork.total(3)).isZero();
    }
}
