package lab.carousel.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.LayerLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.model.trace.Trace;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.study.map.Vectors;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.FixedGap;
import lab.carousel.task.drawn.NoisyGap;
import lab.carousel.task.drawn.RandomGap;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;

class ClueProbeTest {

    private static ClueProbe of(Experiment experiment, Parameters parameters, Vectors vectors) {
        return ClueProbe.of(FedNetwork.of(experiment, parameters), vectors);
    }

    private static ClueProbe untrained(Experiment experiment) {
        return of(experiment, InitialParameters.of(experiment), Vectors.BOTH);
    }

    private static Experiment experiment(Task task, UnaryOperator<Hyperparameters> changes) {
        return new Experiment(task, changes.apply(Hyperparameters.reference()), EngineName.KERNEL);
    }

    private static Experiment drawn(DrawnTask source) {
        return experiment(Task.drawn(source), all -> all);
    }

    /** Behind one of so many first symbols x or y, and then both the same: x or y decides, two steps later. */
    private static Task listed(int firsts) {
        Stream<String> sequences = IntStream.range(0, firsts).boxed().flatMap(first -> Stream.of("x", "y")
                .map(clue -> "r" + first + " " + clue + " a b " + clue));
        String alphabet = "x y a b "
                + String.join(
                        " ", IntStream.range(0, firsts).mapToObj(r -> "r" + r).toList());
        return Task.parse(alphabet, sequences.toArray(String[]::new));
    }

    /** Two units: one takes x as up and y as down and forgets it at once or never, one shows the current symbol. */
    private static Parameters byHand(Experiment experiment, double forgetBias) {
        LayerLayout layer = experiment.layout().layer(0);
        double[] values = new double[experiment.layout().size()];
        for (int symbol = 0; symbol < layer.inputs(); symbol++) {
            int row = layer.inputKernel() + symbol * layer.gateWidth() + layer.column(Quantity.CANDIDATE);
            values[row] = symbol == 0 ? 3 : symbol == 1 ? -3 : 0;
            values[row + 1] = Math.sin(symbol);
        }
        values[layer.bias() + layer.column(Quantity.FORGET_GATE)] = forgetBias;
        values[layer.bias() + layer.column(Quantity.FORGET_GATE) + 1] = -40;
        return Parameters.of(experiment.layout(), values);
    }

    @Test
    void aNetworkThatCarriesTheClueIsReadToTheEndAndOneThatResetsItselfByChance() {
        Experiment experiment = experiment(Task.drawn(RandomGap.of(10)), all -> all.with(Settings.HIDDEN_UNITS, 2));
        for (Vectors vectors : Vectors.values()) {
            ClueProbe carries = of(experiment, byHand(experiment, 40), vectors);
            assertThat(carries.points()).extracting(ProbedStep::after).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
            assertThat(carries.points()).extracting(ProbedStep::accuracy).containsOnly(1.0);
            assertThat(carries.points()).allMatch(ProbedStep::isRead);
            assertThat(carries.lastRead()).map(ProbedStep::after).hasValue(9);
            ClueProbe forgets = of(experiment, byHand(experiment, -40), vectors);
            assertThat(forgets.points().get(0).accuracy()).isEqualTo(1);
            assertThat(forgets.points().subList(1, 10))
                    .extracting(ProbedStep::accuracy)
                    .containsOnly(0.5);
            assertThat(forgets.lastRead()).map(ProbedStep::after).hasValue(0);
        }
    }

    @Test
    void shuffledValuesStayAtChanceWithinTheInterval() {
        for (ProbedStep point : untrained(drawn(RandomGap.of(10))).points()) {
            assertThat(point.groups()).isEqualTo(200);
            assertThat(point.shuffledLow()).isLessThan(0.5);
            assertThat(point.shuffledHigh()).isGreaterThan(0.5);
            assertThat(point.shuffledMean()).isBetween(0.45, 0.55);
            assertThat(point.low()).isLessThan(point.accuracy());
        }
    }

    @Test
    void trainingKeepsTheClueOfTheNoisyGapToTheEnd() {
        Snapshot end = TrainedNetworks.noisyGap();
        ClueProbe before = untrained(end.experiment());
        ClueProbe after = of(end.experiment(), end.parameters(), Vectors.BOTH);
        ProbedStep last = after.points().get(after.points().size() - 1);
        assertThat(before.lastRead()).map(ProbedStep::after).hasValueSatisfying(steps -> assertThat(steps)
                .isLessThan(20));
        assertThat(last.isEnd()).isTrue();
        assertThat(last.groups()).isEqualTo(200);
        assertThat(last.accuracy()).isEqualTo(1);
        assertThat(after.lastRead()).contains(last);
    }

    /** Sequences of different lengths: a step that too few have is not told, and the end is told for itself. */
    @Test
    void onlyStepsThatEnoughSequencesHaveAreProbedFromTheClueOn() {
        List<ProbedStep> points = untrained(drawn(NoisyGap.of(4, 5))).points();
        List<ProbedStep> line = points.subList(0, points.size() - 1);
        assertThat(line)
                .extracting(ProbedStep::after)
                .isEqualTo(IntStream.range(0, line.size()).boxed().toList());
        assertThat(line.subList(0, 7)).extracting(ProbedStep::groups).containsOnly(200);
        assertThat(line).allMatch(point -> point.groups() >= ClueProbe.FEWEST);
        assertThat(line.get(line.size() - 1).groups()).isLessThan(40);
        assertThat(points.get(points.size() - 1).isEnd()).isTrue();
        assertThat(points.get(points.size() - 1).groups()).isEqualTo(200);
    }

    @Test
    void aTaskThatIsTooSmallToHoldAnythingOutHasNoNumbers() {
        for (Experiment small : List.of(Experiment.reference(), drawn(FixedGap.of(20)))) {
            ClueProbe probe = untrained(small);
            assertThat(probe.counts()).containsExactly(1, 1);
            assertThat(probe.points()).isEmpty();
        }
        assertThat(untrained(experiment(listed(19), all -> all)).points()).isEmpty();
        assertThat(untrained(experiment(Task.parse("a b", "a b a b"), all -> all))
                        .values())
                .isEmpty();
    }

    @Test
    void sequencesThatAreTheSameUpToTheForkCountOnce() {
        Task task = listed(19);
        String[] twice = IntStream.range(0, 2)
                .boxed()
                .flatMap(time -> task.sequences().stream().map(each -> String.join(" ", each.symbols())))
                .toArray(String[]::new);
        ClueProbe probe =
                untrained(experiment(Task.parse(String.join(" ", task.alphabet().symbols()), twice), all -> all));
        assertThat(probe.counts()).containsExactly(19, 19);
        assertThat(probe.points()).isEmpty();
    }

    /** The same states by the trace, in groups of the same first symbol. */
    @Test
    void aListedTaskIsFedAsTrainedFromTheClueToTheFork() {
        for (ResetPolicy policy : List.of(ResetPolicy.AFTER_SEQUENCE, ResetPolicy.NEVER)) {
            Experiment experiment = experiment(listed(25), all -> all.with(Settings.RESET_POLICY, policy)
                    .with(Settings.LAYERS, 2)
                    .with(Settings.HIDDEN_UNITS, 3));
            Parameters parameters = InitialParameters.of(experiment);
            ClueProbe probe = of(experiment, parameters, Vectors.CELL_STATE);
            assertThat(probe.values()).containsExactly(0, 1);
            assertThat(probe.groups()).isEqualTo(25);
            assertThat(probe.points()).extracting(ProbedStep::after).containsExactly(0, 1, 2);
            FedSteps fed = FedSteps.of(experiment, parameters);
            for (int after = 0; after < 3; after++) {
                double[][][] states = new double[25][2][];
                for (int s = 0; s < 50; s++) {
                    Trace trace = fed.trace(s, 1 + after, 1);
                    states[s / 2][s % 2] = trace.values(Quantity.CELL_STATE, 0);
                }
                LinearProbe expected = LinearProbe.of(states);
                assertThat(probe.points().get(after).accuracy()).isEqualTo(expected.accuracy());
                assertThat(probe.points().get(after).shuffled()).containsExactly(expected.shuffled());
            }
        }
    }

    @Test
    void aCellWithoutCIsReadFromH() {
        Experiment gru = experiment(listed(25), all -> all.with(Settings.CELL, Cell.GRU));
        Parameters parameters = InitialParameters.of(gru);
        assertThat(of(gru, parameters, Vectors.CELL_STATE).points())
                .usingRecursiveComparison()
                .isEqualTo(of(gru, parameters, Vectors.HIDDEN_STATE).points());
    }

    @Test
    void withALagTheFirstStepsAreThoseThatAreFed() {
        Experiment lag = experiment(Task.drawn(RandomGap.of(10)), all -> all.with(Settings.LAG, 3));
        assertThat(untrained(lag).points()).extracting(ProbedStep::after).containsExactly(2, 3, 4, 5, 6, 7, 8, 9);
        // What resets its state at every step has no step that an earlier symbol decides
        Experiment reset = experiment(
                Task.drawn(RandomGap.of(10)), all -> all.with(Settings.RESET_POLICY, ResetPolicy.EVERY_STEP));
        assertThat(untrained(reset).values()).isEmpty();
    }

    @Test
    void ofManyStepsAsManyAsThereIsTimeForAreProbedEvenly() {
        Experiment experiment = experiment(Task.drawn(RandomGap.of(300)), all -> all.with(Settings.HIDDEN_UNITS, 2));
        ClueProbe probe = of(experiment, byHand(experiment, 40), Vectors.BOTH);
        assertThat(probe.steps()).isEqualTo(300);
        assertThat(probe.points())
                .hasSize(100)
                .last()
                .extracting(ProbedStep::after)
                .isEqualTo(299);
        assertThat(probe.lastRead()).isEqualTo(Optional.of(probe.points().get(99)));
        assertThat(probe.points().get(1).after()).isEqualTo(3);
    }
}
