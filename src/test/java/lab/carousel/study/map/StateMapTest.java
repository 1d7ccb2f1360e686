package lab.carousel.study.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import lab.carousel.file.model.ModelFile;
import lab.carousel.file.model.network.ReadNetwork;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Order;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.task.Step;
import lab.carousel.training.SampleSnapshot;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Maps of networks that were trained by {@code carousel train --model}: the preset Gradient through time, and 10 LSTM units that have
 * learned {@code S a^n b^n T}, n from 1 to 8, with all legal symbols (gradient through the sequence, 3,000 epochs, learning rate
 * 0.003, seed 1).
 */
class StateMapTest {

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(StateMapTest.class.getResource(name)).toURI());
    }

    private static StateMap map(Experiment experiment, Parameters parameters) {
        FedNetwork network = FedNetwork.of(experiment, parameters);
        return StateMap.of(VisitedStates.of(network.evaluator(), StatePart.whole(experiment.layout())), network);
    }

    @ParameterizedTest
    @CsvSource({"gradient, 8, REMEMBERS", "counting, 80, REMEMBERS"})
    void theMapOfATrainedNetworkIsTheOneOfNumpy(String name, int dots, Verdict verdict)
            throws IOException, URISyntaxException {
        ReadNetwork network = ModelFile.find(resource(name + ".safetensors")).with(Map.of());
        Experiment experiment = network.experiment().orElseThrow();
        assertThat(Evaluation.of(experiment, network.parameters()).verdict()).isEqualTo(verdict);
        StateMap map = map(experiment, network.parameters());
        List<double[]> numpy = Files.readAllLines(resource(name + ".numpy.csv")).stream()
                .map(line -> Arrays.stream(line.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
        assertThat(map.visited().dots()).hasSize(dots).hasSize(numpy.size() - 1);
        for (int axis = 0; axis < 3; axis++) {
            assertThat(map.share(axis)).isCloseTo(numpy.get(0)[axis], within(1e-10));
            for (int dot = 0; dot < dots; dot++) {
                assertThat(map.coordinate(dot, axis)).isCloseTo(numpy.get(dot + 1)[axis], within(1e-10));
            }
        }
    }

    /** The manual tells these numbers. */
    @Test
    void aNetworkThatCountsIsNoLineButEachOfItsStatesNearlyIs() throws URISyntaxException {
        ReadNetwork network = ModelFile.find(resource("counting.safetensors")).with(Map.of());
        StateMap map = map(network.experiment().orElseThrow(), network.parameters());
        assertThat(map.share(0)).isCloseTo(0.605, within(0.0005));
        assertThat(alongOneLine(map, step -> step.input() == 1)).isCloseTo(0.923, within(0.0005));
        for (int left = 0; left < 4; left++) {
            int still = left;
            assertThat(alongOneLine(
                            map, step -> step.input() == 2 && 2 * (step.sequence() + 1) + 1 - step.number() == still))
                    .isBetween(0.975, 0.995);
        }
    }

    /** How much of the variance of some of the dots lies along one axis of their own. */
    private static double alongOneLine(StateMap map, Predicate<Step> included) {
        double[][] states = IntStream.range(0, map.visited().dots().size())
                .filter(dot -> included.test(map.visited().dots().get(dot).step()))
                .mapToObj(map::state)
                .toArray(double[][]::new);
        PrincipalAxes axes = PrincipalAxes.of(states);
        double[] mean = IntStream.range(0, states[0].length)
                .mapToDouble(number -> Arrays.stream(states)
                        .mapToDouble(state -> state[number])
                        .average()
                        .orElseThrow())
                .toArray();
        double all = 0;
        double along = 0;
        for (double[] state : states) {
            for (int number = 0; number < mean.length; number++) {
                all += (state[number] - mean[number]) * (state[number] - mean[number]);
            }
            along += axes.coordinates(state)[0] * axes.coordinates(state)[0];
        }
        return along / all;
    }

    @Test
    void alongTheAxesOfAnotherMomentItSharesLessAndStaysAsWideAsItWas() {
        Snapshot end = SampleSnapshot.reference(137);
        Parameters before = InitialParameters.of(end.experiment());
        StateMap own = map(end.experiment(), end.parameters());
        StateMap first = map(end.experiment(), before);
        StateMap later = first.of(FedNetwork.of(end.experiment(), end.parameters()));
        assertThat(later.axes()).isSameAs(first.axes());
        assertThat(later.share(0)).isLessThan(own.share(0));
        assertThat(later.high(0) - later.low(0)).isGreaterThan(first.high(0) - first.low(0));
        StateMap back = later.of(FedNetwork.of(end.experiment(), before));
        assertThat(later.share(0) + later.share(1)).isGreaterThan(0.5);
        assertThat(later.notes()).isEmpty();
        assertThat(back.coordinate(5, 1)).isEqualTo(first.coordinate(5, 1));
        assertThat(back.high(0)).isEqualTo(later.high(0));
        assertThat(back.low(0)).isEqualTo(later.low(0));
        assertThat(first.high(1)).isGreaterThanOrEqualTo(first.start()[1]);
    }

    @Test
    void saysWhenTheAxesOfAnotherEpochHoldLittleOfTheVariance() throws URISyntaxException {
        ReadNetwork network = ModelFile.find(resource("gradient.safetensors")).with(Map.of());
        Experiment experiment = network.experiment().orElseThrow();
        StateMap untrained = map(experiment, InitialParameters.of(experiment));
        StateMap trained = untrained.of(FedNetwork.of(experiment, network.parameters()));
        assertThat(trained.share(0) + trained.share(1)).isCloseTo(0.0625, within(0.0005));
        assertThat(trained.notes())
                .containsExactly(
                        "Only 6.2 % of the variance lies along the first two axes: states that look like one may lie "
                                + "far apart. “Axes of: epoch shown” takes those in which they differ most.");
        assertThat(trained.of(FedNetwork.of(experiment, InitialParameters.of(experiment)))
                        .notes())
                .isEmpty();
        assertThat(map(experiment, network.parameters()).notes()).isEmpty();
    }

    @Test
    void sharesAreThoseOfAllVarianceAndSumToOneWhereThreeAxesAreAll() {
        Experiment three = Experiment.reference()
                .with(all -> all.with(Settings.HIDDEN_UNITS, 3).with(Settings.CELL, Cell.GRU));
        StateMap map = map(three, InitialParameters.of(three));
        assertThat(map.share(0) + map.share(1) + map.share(2)).isCloseTo(1, within(1e-12));
        assertThat(map.share(0)).isGreaterThan(map.share(1));
        assertThat(map.share(1)).isGreaterThan(map.share(2)).isPositive();
        assertThat(map.notes()).isEmpty();
    }

    @Test
    void saysThatTheListedOrderIsShownWhereManyAreJudged() {
        Experiment shuffled = Experiment.reference()
                .with(all -> all.with(Settings.RESET_POLICY, ResetPolicy.NEVER).with(Settings.ORDER, Order.SHUFFLED));
        assertThat(map(shuffled, InitialParameters.of(shuffled)).notes())
                .containsExactly(
                        "The dots are those of the listed order; the separation is the lowest of 20 shuffled orders.");
    }

    @Test
    void oneUnitIsALineAndANetworkOfZerosAPoint() {
        Experiment one = Experiment.reference()
                .with(all -> all.with(Settings.HIDDEN_UNITS, 1).with(Settings.CELL, Cell.GRU));
        StateMap line = map(one, InitialParameters.of(one));
        assertThat(line.notes()).containsExactly("All states lie on a line: there is no second axis.");
        assertThat(line.share(0)).isCloseTo(1, within(1e-12));
        assertThat(line.coordinate(2, 1)).isZero();
        assertThat(line.share(1)).isZero();
        StateMap point = map(
                Experiment.reference(),
                Parameters.of(
                        Experiment.reference().layout(),
                        new double[Experiment.reference().layout().size()]));
        assertThat(point.notes()).containsExactly("All states are equal: one point.");
        assertThat(point.axes().count()).isZero();
        assertThat(point.coordinate(3, 0)).isZero();
        assertThat(point.share(0)).isZero();
    }
}
