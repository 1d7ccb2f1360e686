package lab.carousel.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Network;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.Task;
import lab.carousel.task.memory.Exchange;
import lab.carousel.task.memory.Memory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SymbolWitnessTest {

    private static final Task TASK = Task.parse(
            "0 1 2 3 4", "3 0 1 2 3 1 0 4 0 1 2 4", "4 0 1 2 4 2 2 0 3 0 1 2 3", "1 0 1 2 0 0 1 3 0 1 2 1 4");

    @ParameterizedTest
    @EnumSource(value = ResetPolicy.class, mode = EnumSource.Mode.EXCLUDE, names = "EVERY_STEP")
    void exchangesOfOneRunAreAnsweredAsIfEachWereFedFromItsBeginning(ResetPolicy resets) {
        assertAnsweredAsFedFromTheBeginning(Hyperparameters.reference().with(Settings.RESET_POLICY, resets));
    }

    @Test
    void soAreThoseInSeveralSlotsAndWithALag() {
        assertAnsweredAsFedFromTheBeginning(
                Hyperparameters.reference().with(Settings.BATCH_SIZE, 2).with(Settings.LAG, 2));
        assertAnsweredAsFedFromTheBeginning(Hyperparameters.reference()
                .with(Settings.BATCH_SIZE, 3)
                .with(Settings.LAG, 3)
                .with(Settings.RESET_POLICY, ResetPolicy.AFTER_EPOCH));
    }

    private static void assertAnsweredAsFedFromTheBeginning(Hyperparameters hyperparameters) {
        Experiment experiment =
                new Experiment(TASK, hyperparameters, Experiment.reference().engine());
        Parameters parameters = InitialParameters.of(experiment);
        Memory memory = experiment.memory();
        List<Integer> forks = IntStream.range(0, memory.forks()).boxed().toList();
        List<SymbolWitness> expected = new ArrayList<>();
        for (int fork : forks) {
            List<Exchange> exchanges = memory.exchanges(fork, SymbolWitness.MOST);
            long right = exchanges.stream()
                    .filter(exchange -> isFollowed(parameters, exchange))
                    .count();
            expected.add(new SymbolWitness((int) right, exchanges.size()));
        }
        assertThat(expected).anyMatch(witness -> witness.right() > 0);
        assertThat(SymbolWitness.of(parameters, memory, forks)).isEqualTo(expected);
    }

    private static boolean isFollowed(Parameters parameters, Exchange exchange) {
        NetworkState state = new NetworkState(parameters.layout());
        for (int symbol : exchange.fed(0, exchange.fed())) {
            Network.step(parameters, symbol, state);
        }
        double[] z = new double[parameters.layout().outputs()];
        Network.outputNetInputs(parameters, state, z);
        return IntStream.range(0, z.length)
                .allMatch(output -> output == exchange.otherTarget() || z[output] < z[exchange.otherTarget()]);
    }
}
