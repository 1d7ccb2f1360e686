package lab.carousel.model.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.LossFloor;
import lab.carousel.model.Output;
import lab.carousel.model.RandomStreams;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.ForwardPass;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.Steps;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.DrawnTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The loss of a drawn task: a mean over the same 200 sequences, of which each epoch feeds the next ten. */
class LossRoundTest {

    private static Experiment experiment(String kind, int value, long seed) {
        DrawnTask task = DrawnTask.of(DrawnTasks.named(kind).kind(), value);
        return new Experiment(
                Task.drawn(task),
                Hyperparameters.reference()
                        .with(Settings.HIDDEN_UNITS, 3)
                        .with(Settings.OUTPUT, Output.of(task.targets()))
                        .with(Settings.SEED, seed),
                EngineName.KERNEL);
    }

    private static Parameters network(Experiment experiment, long seed) {
        return InitialParameters.of(experiment.with(all -> all.with(Settings.SEED, seed)));
    }

    private static LossRound fed(Evaluator evaluator, Parameters network, LossRound from, int times) {
        LossRound round = from;
        for (int time = 0; time < times; time++) {
            round = evaluator.next(network, round);
        }
        return round;
    }

    /** The sequences by which a seed's networks are judged, drawn here anew. */
    private static List<Steps> fixed(Experiment experiment) {
        Supplier<Steps> draws = draws(experiment, true);
        return Stream.generate(draws)
                .limit(200)
                .map(each -> each.with(experiment.scoredSteps()))
                .toList();
    }

    private static Supplier<Steps> draws(Experiment experiment, boolean isJudging) {
        RandomStreams streams = RandomStreams.of(experiment.hyperparameters().get(Settings.SEED));
        DrawnTask task = (DrawnTask) experiment.task().supply();
        return () -> task.draw(isJudging ? streams.judging() : streams.training());
    }

    /** The losses of the last steps. */
    private static double[] losses(Experiment experiment, Parameters network, List<Steps> sequences) {
        ForwardPass pass = new ForwardPass(network, experiment.hyperparameters());
        List<Double> losses = new ArrayList<>();
        sequences.forEach(each -> pass.feed(each, (t, target, loss, outputs, state) -> {
            if (t == each.size() - 1) {
                losses.add(loss);
            }
        }));
        return losses.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @ParameterizedTest
    @CsvSource({"adding, 20", "flipFlop, 1", "2b, 10", "parity, 10", "xor, 3"})
    void overARoundTheMeanOfAStandingNetworkIsThatOfAllAtOnce(String kind, int value) {
        Experiment experiment = experiment(kind, value, 1);
        Evaluator evaluator = new Evaluator(experiment);
        Parameters network = network(experiment, 1);
        Evaluation round = evaluator.evaluate(network, fed(evaluator, network, LossRound.EMPTY, 20));
        Evaluation atOnce = evaluator.evaluate(network);
        assertThat(round.loss()).isEqualTo(atOnce.loss());
        assertThat(round.right()).isEqualTo(atOnce.right());
        assertThat(round.sample().error()).isEqualTo(atOnce.sample().error());
        assertThat(round.sample().epochs()).isEqualTo(20);
        assertThat(round.judgement()).isEqualTo(atOnce.judgement());
        assertThat(atOnce.sample().sequences()).isEqualTo(200);
        assertThat(atOnce.sample().isAtOnce()).isTrue();
        // Fresh draws are other sequences
        assertThat(new Evaluator(experiment(kind, value, 2)).evaluate(network).loss())
                .isNotEqualTo(atOnce.loss());
    }

    @Test
    void itLagsBehindByWhatWasFedToTheNetworksBefore() {
        Experiment experiment = experiment("addingModern", 20, 1);
        Evaluator evaluator = new Evaluator(experiment);
        Parameters before = network(experiment, 1);
        Parameters now = network(experiment, 2);
        List<Steps> fixed = fixed(experiment);
        double[] old = losses(experiment, before, fixed);
        double[] fresh = losses(experiment, now, fixed);
        LossRound round = fed(evaluator, before, LossRound.EMPTY, 20);
        for (int epoch = 1; epoch <= 20; epoch++) {
            round = evaluator.next(now, round);
            double[] expected = old.clone();
            System.arraycopy(fresh, 0, expected, 0, 10 * epoch);
            assertThat(evaluator.evaluate(now, round).loss())
                    .isCloseTo(Arrays.stream(expected).average().orElseThrow(), within(1e-14));
        }
        assertThat(evaluator.evaluate(now, round).loss())
                .isEqualTo(evaluator.evaluate(now).loss());
    }

    @Test
    void beforeTheFirstRoundIsCompleteItIsTheMeanOfThoseFedSoFarWithTheirError() {
        Experiment experiment = experiment("adding", 20, 1);
        Evaluator evaluator = new Evaluator(experiment);
        Parameters network = network(experiment, 1);
        Evaluation three = evaluator.evaluate(network, fed(evaluator, network, LossRound.EMPTY, 3));
        double[] losses = losses(experiment, network, fixed(experiment).subList(0, 30));
        double mean = Arrays.stream(losses).average().orElseThrow();
        double squares =
                Arrays.stream(losses).map(each -> (each - mean) * (each - mean)).sum();
        assertThat(three.sample().sequences()).isEqualTo(30);
        assertThat(three.sample().isAtOnce()).isFalse();
        assertThat(three.loss()).isCloseTo(mean, within(1e-14));
        assertThat(three.sample().error()).isCloseTo(Math.sqrt(squares / 29 / 30), within(1e-14));
        assertThat(three.sample().band()).isCloseTo(1.96 * Math.sqrt(squares / 29 / 30), within(1e-14));
    }

    @Test
    void theyAreTheSameForASeedAndNeverTrainedOn() {
        Experiment experiment = experiment("adding", 20, 1);
        Supplier<Steps> training = draws(experiment, false);
        HashSet<Steps> trained =
                new HashSet<>(Stream.generate(training).limit(3_000).toList());
        assertThat(fixed(experiment)).isEqualTo(fixed(experiment)).doesNotContainAnyElementsOf(trained);
        assertThat(fixed(experiment)).isNotEqualTo(fixed(experiment("adding", 20, 2)));
    }

    private static double lastMarked(Steps sequence) {
        double last = Double.NaN;
        for (int t = 0; t < sequence.size(); t++) {
            last = sequence.row(t)[1] == 1 ? sequence.row(t)[0] : last;
        }
        return last;
    }

    private static double meanSquare(List<Steps> sequences, ToDoubleFunction<Steps> said) {
        return sequences.stream()
                .mapToDouble(each -> Math.pow(each.target(each.size() - 1).wanted(0) - said.applyAsDouble(each), 2))
                .average()
                .orElseThrow();
    }

    /** With the mean of an answer, and an answer from the last marked number u: base + slope * u. */
    @ParameterizedTest
    @CsvSource({"adding, 0.5, 0.5, 0.25", "addingModern, 1, 0.5, 1", "multiplying, 0.275, 0, 0.55"})
    void floorsOfMarkedNumbersAreThoseOfTheirPredictorsOnTheSameSequences(
            String kind, double mean, double base, double slope) {
        Experiment experiment = experiment(kind, 20, 1);
        List<Steps> fixed = fixed(experiment);
        assertThat(experiment.floors())
                .extracting(LossFloor::onFixed)
                .satisfiesExactly(
                        nothing -> assertThat(nothing).isCloseTo(meanSquare(fixed, each -> mean), within(1e-14)),
                        one -> assertThat(one)
                                .isCloseTo(meanSquare(fixed, each -> base + slope * lastMarked(each)), within(1e-14)));
        assertThat(experiment.floors()).allSatisfy(floor -> assertThat(floor.onFixed())
                .isNotEqualTo(floor.loss())
                .isCloseTo(floor.loss(), within(floor.loss() / 2)));
        assertThat(experiment(kind, 20, 2).floors().get(0).onFixed())
                .isNotEqualTo(experiment.floors().get(0).onFixed());
    }

    @Test
    void floorsOfPulsesAreThoseOfWhoSaysThePulseOfTheStepAndElseZero() {
        Experiment experiment = experiment("flipFlop", 3, 1);
        double off = 0;
        List<Steps> fixed = fixed(experiment);
        for (Steps each : fixed) {
            for (int t = 0; t < each.size(); t++) {
                for (double pulse : each.row(t)) {
                    off += pulse == 0 ? 1 : 0;
                }
            }
        }
        double share = off / 3 / 200 / fixed.get(0).size();
        assertThat(experiment.floors())
                .extracting(LossFloor::onFixed)
                .satisfiesExactly(nothing -> assertThat(nothing).isEqualTo(1), now -> assertThat(now)
                        .isCloseTo(share, within(1e-12)));
    }
}
