package lab.carousel.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Network;
import lab.carousel.model.Output;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.Task;
import lab.carousel.task.memory.BruteForce;
import lab.carousel.task.memory.BruteForce.Seen;
import lab.carousel.task.memory.Memory;
import lab.carousel.task.memory.RandomTask;
import lab.carousel.task.memory.StateLifetime;
import lab.carousel.task.memory.SymbolExchange;
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

    @Test
    void countsWhereTheOthersSymbolIsPredictedInAllPairsOfRandomTasks() {
        SplittableRandom random = new SplittableRandom(6);
        Set<SymbolWitness> seen = new HashSet<>();
        for (int index = 0; index < 2_000; index++) {
            RandomTask task = RandomTask.draw(random);
            if (task.feeding().carry() == StateLifetime.FOREVER) {
                continue;
            }
            Memory memory = Memory.of(task.steps(), task.feeding(), List.of(task.order()));
            Parameters parameters = parameters(task.symbols(), random);
            List<SymbolWitness> expected = new BruteForce(task.sequences(), task.order(), task.feeding(), task.scored())
                    .forks().values().stream()
                            .map(pairs -> witness(parameters, pairs))
                            .toList();
            List<Integer> forks = IntStream.range(0, memory.forks()).boxed().toList();
            assertThat(SymbolWitness.of(parameters, memory, forks))
                    .as(task.toString())
                    .containsExactlyInAnyOrderElementsOf(expected);
            seen.addAll(expected);
        }
        assertThat(seen).contains(new SymbolWitness(0, 2), new SymbolWitness(1, 2), new SymbolWitness(2, 2));
    }

    /** A network of large weights, so that it remembers. */
    private static Parameters parameters(int symbols, SplittableRandom random) {
        ParameterLayout layout = new ParameterLayout(symbols, symbols, 4, Cell.LSTM, 1);
        return Parameters.of(layout, random.doubles(layout.size(), -3, 3).toArray());
    }

    /** Both exchanges of each pair of contexts, from the definition. */
    private static SymbolWitness witness(Parameters parameters, List<BruteForce.Pair> pairs) {
        Set<Set<List<List<Integer>>>> contexts = new HashSet<>();
        int right = 0;
        int of = 0;
        for (BruteForce.Pair pair : pairs) {
            int at = pair.shared();
            boolean isBeginning = Stream.of(pair.one(), pair.other())
                    .anyMatch(step -> step.context().get(at).places().isEmpty());
            if (!isBeginning
                    && contexts.add(Set.of(pair.one().samples(), pair.other().samples()))) {
                right += isPredicted(parameters, pair.one(), pair.other(), at) ? 1 : 0;
                right += isPredicted(parameters, pair.other(), pair.one(), at) ? 1 : 0;
                of += 2;
            }
        }
        return new SymbolWitness(right, of);
    }

    /** Whether the target of the other step is the prediction at a step with the other's symbol where they first differ. */
    private static boolean isPredicted(Parameters parameters, Seen step, Seen other, int at) {
        List<Integer> own = step.context().get(at).symbols();
        List<Integer> others = other.context().get(at).symbols();
        int alike = 0;
        while (own.get(alike).equals(others.get(alike))) {
            alike++;
        }
        int place = step.context().get(at).places().get(alike);
        NetworkState state = new NetworkState(parameters.layout());
        for (int sample = step.context().size() - 1; sample >= 0; sample--) {
            BruteForce.Sample fed = step.context().get(sample);
            for (int back = fed.places().size() - 1; back >= 0; back--) {
                boolean isExchanged = fed.places().get(back) == place;
                Network.step(
                        parameters,
                        isExchanged ? others.get(alike) : fed.symbols().get(back),
                        state);
            }
        }
        double[] z = new double[parameters.layout().outputs()];
        Network.outputNetInputs(parameters, state, z);
        return Output.argmax(z) == other.target();
    }

    private static void assertAnsweredAsFedFromTheBeginning(Hyperparameters hyperparameters) {
        Experiment experiment =
                new Experiment(TASK, hyperparameters, Experiment.reference().engine());
        Parameters parameters = InitialParameters.of(experiment);
        Memory memory = experiment.memory();
        List<Integer> forks = IntStream.range(0, memory.forks()).boxed().toList();
        List<SymbolWitness> expected = new ArrayList<>();
        for (int fork : forks) {
            List<SymbolExchange> exchanges = memory.exchanges(fork, SymbolWitness.MOST);
            long right = exchanges.stream()
                    .filter(exchange -> isFollowed(parameters, exchange))
                    .count();
            expected.add(new SymbolWitness((int) right, exchanges.size()));
        }
        assertThat(expected).anyMatch(witness -> witness.right() > 0);
        assertThat(SymbolWitness.of(parameters, memory, forks)).isEqualTo(expected);
    }

    private static boolean isFollowed(Parameters parameters, SymbolExchange exchange) {
        NetworkState state = new NetworkState(parameters.layout());
        for (int symbol : exchange.fed(0, exchange.fed())) {
            Network.step(parameters, symbol, state);
        }
        double[] z = new double[parameters.layout().outputs()];
        Network.outputNetInputs(parameters, state, z);
        return IntStream.range(0, z.length)
                .allMatch(output -> output == exchange.otherTarget().index()
                        || z[output] < z[exchange.otherTarget().index()]);
    }
}
