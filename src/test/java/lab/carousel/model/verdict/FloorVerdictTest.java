package lab.carousel.model.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.NetworkBuilder;
import lab.carousel.model.Output;
import lab.carousel.model.RandomStreams;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.verdict.MinimalPairs.MeanLoss;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.Steps;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.DrawnTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks written by hand that know nothing of the numbers asked for, a part, or all: by floors they are told apart. */
class FloorVerdictTest {

    private static final double OPEN = NetworkBuilder.SATURATED;
    /** So small that tanh is linear. */
    private static final double SMALL = 1e-3;

    private static final int U = 0;
    private static final int MARK = 1;

    private static Experiment experiment(String kind, int value, int units) {
        DrawnTask task = DrawnTask.of(DrawnTasks.named(kind).kind(), value);
        return new Experiment(
                Task.drawn(task),
                Hyperparameters.reference().with(Settings.HIDDEN_UNITS, units).with(Settings.OUTPUT, Output.LINEAR),
                EngineName.KERNEL);
    }

    private static Judgement judge(Experiment experiment, Parameters network) {
        Judgement judged = new Evaluator(experiment).evaluate(network).judgement();
        assertThat(judged.verdict()).isEqualTo(Verdict.BY_FLOORS);
        assertThat(judged.bits()).isNaN();
        return judged;
    }

    /** 160 times 0 and 40 times 5: mean 1, squares 800, cubes 2,400, so that the skewness is 12 / 2^3. */
    @Test
    void aSkewedMeanIsComparedWithAFloorByHallsFormula() {
        double[] losses = new double[200];
        Arrays.fill(losses, 0, 40, 5);
        MeanLoss mean = MeanLoss.of(losses);
        assertThat(mean.mean()).isEqualTo(1);
        assertThat(mean.deviation()).isCloseTo(2.00502, within(1e-5));
        assertThat(mean.skewness()).isEqualTo(1.5, within(1e-12));
        // t = -1.76334: -1.76334 + 0.10993 - 0.00228 + 0.01768
        assertThat(mean.corrected(1.25)).isCloseTo(-1.63802, within(1e-5));
        assertThat(mean.isClearlyBelow(1.25)).isFalse();
        // t = -1.98341 alone would claim it
        assertThat(mean.corrected(1.2812)).isCloseTo(-1.82990, within(1e-5));
        assertThat(mean.isClearlyBelow(1.2812)).isFalse();
        assertThat(mean.isClearlyBelow(1.31)).isTrue();
        assertThat(mean.isClearlyBelow(0.5)).isFalse();
    }

    @Test
    void lossesThatAreAllTheSameAreBelowAFloorByMoreThanRounding() {
        double[] losses = new double[200];
        Arrays.fill(losses, 0.1);
        MeanLoss mean = MeanLoss.of(losses);
        assertThat(mean.isClearlyBelow(0.1)).isFalse();
        assertThat(mean.isClearlyBelow(0.1 + 1e-13)).isFalse();
        assertThat(mean.isClearlyBelow(0.1 + 1e-9)).isTrue();
        Arrays.fill(losses, 0);
        assertThat(MeanLoss.of(losses).isClearlyBelow(1e-9)).isTrue();
        Arrays.fill(losses, Double.NaN);
        assertThat(MeanLoss.of(losses).isClearlyBelow(1)).isFalse();
    }

    /** A unit that writes the marked numbers, and keeps of those before a share. */
    private static NetworkBuilder writer(Experiment experiment, boolean keeps) {
        return new NetworkBuilder(experiment.layout())
                .bias(Quantity.INPUT_GATE, 0, -OPEN / 2)
                .input(MARK, Quantity.INPUT_GATE, 0, OPEN)
                .bias(Quantity.FORGET_GATE, 0, OPEN / 2)
                .input(MARK, Quantity.FORGET_GATE, 0, keeps ? 0 : -OPEN)
                .bias(Quantity.OUTPUT_GATE, 0, OPEN)
                .input(U, Quantity.CANDIDATE, 0, SMALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"adding", "addingModern"})
    void ofMarkedNumbersEachOneKnownIsUnderOneFloorMore(String kind) {
        double slope = kind.equals("adding") ? 0.25 : 1;
        double mean = kind.equals("adding") ? 0 : 0.5;
        double base = kind.equals("adding") ? 0.5 : 0;
        Experiment experiment = experiment(kind, 20, 1);
        Parameters nothing = new NetworkBuilder(experiment.layout())
                .outputBias(0, base + 2 * slope * mean)
                .build();
        Parameters last = writer(experiment, false)
                .output(0, 0, slope / SMALL)
                .outputBias(0, base + slope * mean)
                .build();
        Parameters both = writer(experiment, true)
                .output(0, 0, slope / SMALL)
                .outputBias(0, base)
                .build();
        assertThat(judge(experiment, nothing).forks()).isEqualTo(new JudgedForks(2, 0));
        assertThat(judge(experiment, last).forks()).isEqualTo(new JudgedForks(2, 1));
        assertThat(judge(experiment, both).forks()).isEqualTo(new JudgedForks(2, 2));
        assertThat(judge(experiment, both).separation()).isNaN();
        // A little better than the mean is not enough: what is said of so few tests has an error
        Parameters worse = new NetworkBuilder(experiment.layout())
                .outputBias(0, base + 2 * slope * mean + 0.1)
                .build();
        assertThat(judge(experiment, worse).forks().remembered()).isZero();
        Evaluation evaluation = new Evaluator(experiment).evaluate(both);
        assertThat(evaluation.right()).isEqualTo(evaluation.steps());
        assertThat(evaluation.loss()).isLessThan(1e-6);
    }

    @Test
    void ofProductsTheMeanIsUnderNoFloorAndWhoKnowsOneFactorUnderTheFirst() {
        Experiment experiment = experiment("multiplying", 20, 1);
        // X1 is 1 in one of ten sequences and else one half in the mean
        Parameters nothing = new NetworkBuilder(experiment.layout())
                .outputBias(0, 0.55 * 0.5)
                .build();
        Parameters last = writer(experiment, false).output(0, 0, 0.55 / SMALL).build();
        assertThat(judge(experiment, nothing).forks()).isEqualTo(new JudgedForks(2, 0));
        assertThat(judge(experiment, last).forks()).isEqualTo(new JudgedForks(2, 1));
    }

    /** Of each bit a unit: +1 is added, -1 forgets. Without the forgetting of what is not fed it shows the pulse alone. */
    private static Parameters flipFlop(Experiment experiment, int bits, boolean holds) {
        NetworkBuilder network = new NetworkBuilder(experiment.layout());
        for (int bit = 0; bit < bits; bit++) {
            network.bias(Quantity.OUTPUT_GATE, bit, OPEN).bias(Quantity.INPUT_GATE, bit, OPEN);
            if (holds) {
                network.input(bit, Quantity.CANDIDATE, bit, OPEN)
                        .input(bit, Quantity.INPUT_GATE, bit, OPEN)
                        .bias(Quantity.INPUT_GATE, bit, -OPEN / 2)
                        .bias(Quantity.FORGET_GATE, bit, OPEN / 2)
                        .input(bit, Quantity.FORGET_GATE, bit, OPEN)
                        .output(bit, bit, 2 / 0.95)
                        .outputBias(bit, -1);
            } else {
                network.bias(Quantity.FORGET_GATE, bit, -OPEN)
                        .input(bit, Quantity.CANDIDATE, bit, OPEN)
                        .output(bit, bit, 1 / Math.tanh(1));
            }
        }
        return network.build();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void flipFlopsAreUnderNoFloorUnderOneOrUnderBoth(int bits) {
        Experiment experiment = experiment("flipFlop", bits, bits);
        Parameters nothing = new NetworkBuilder(experiment.layout()).build();
        assertThat(judge(experiment, nothing).forks()).isEqualTo(new JudgedForks(2, 0));
        assertThat(judge(experiment, flipFlop(experiment, bits, false)).forks()).isEqualTo(new JudgedForks(2, 1));
        assertThat(judge(experiment, flipFlop(experiment, bits, true)).forks()).isEqualTo(new JudgedForks(2, 2));
        Evaluation held = new Evaluator(experiment).evaluate(flipFlop(experiment, bits, true));
        assertThat(held.right()).isEqualTo(held.steps()).isPositive();
    }

    /** h and c of {@link #flipFlop} after each step. */
    private static List<double[]> states(Steps steps, int bits, boolean holds) {
        List<double[]> states = new ArrayList<>();
        double[] c = new double[bits];
        for (int t = 0; t < steps.size(); t++) {
            double[] state = new double[2 * bits];
            for (int bit = 0; bit < bits; bit++) {
                double fed = steps.fed(t, bit);
                c[bit] = holds ? fed == 1 ? c[bit] + 1 : fed == 0 ? c[bit] : 0 : fed;
                state[bit] = Math.tanh(c[bit]);
                state[bits + bit] = c[bit];
            }
            states.add(state);
        }
        return states;
    }

    private static double distance(double[] one, double[] other) {
        double sum = 0;
        for (int number = 0; number < one.length; number++) {
            sum += (one[number] - other[number]) * (one[number] - other[number]);
        }
        return Math.sqrt(sum);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void flipFlopsAreSeparatedByTheLastPulseOfEachBit(boolean holds) {
        int bits = 3;
        Experiment experiment = experiment("flipFlop", bits, bits);
        DrawnTask task = (DrawnTask) experiment.task().supply();
        SplittableRandom draws = RandomStreams.of(experiment.hyperparameters().get(Settings.SEED))
                .judging();
        List<double[]> all = new ArrayList<>();
        double apart = 0;
        int pairs = 0;
        for (int test = 0; test < 200; test++) {
            Steps drawn = task.draw(draws);
            for (int bit = 0; bit < bits; bit++) {
                int last = 63;
                while (drawn.row(last)[bit] == 0) {
                    last--;
                }
                if (last == 63) {
                    // The answer is fed
                    continue;
                }
                double[][] rows = new double[64][];
                for (int t = 0; t < 64; t++) {
                    rows[t] = drawn.row(t).clone();
                }
                rows[last][bit] *= -1;
                Steps twin = Steps.ofRows(rows, drawn.target(0));
                List<double[]> one = states(drawn, bits, holds);
                List<double[]> other = states(twin, bits, holds);
                all.addAll(one);
                all.addAll(other);
                apart += distance(one.get(63), other.get(63));
                pairs++;
            }
        }
        double squares = 0;
        for (int number = 0; number < 2 * bits; number++) {
            int index = number;
            double mean =
                    all.stream().mapToDouble(state -> state[index]).average().orElseThrow();
            squares += all.stream()
                    .mapToDouble(state -> (state[index] - mean) * (state[index] - mean))
                    .sum();
        }
        double expected = apart / pairs / Math.sqrt(2 * squares / (all.size() - 1));
        Judgement judged = judge(experiment, flipFlop(experiment, bits, holds));
        assertThat(judged.separation()).isCloseTo(expected, within(1e-9));
        assertThat(expected > 0).isEqualTo(holds);
    }
}
