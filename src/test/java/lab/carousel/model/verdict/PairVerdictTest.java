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
import lab.carousel.model.RandomStreams;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.NoisyGap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The share of the pairs that a network passes, and a network that forgets whenever it sees one of a thousand symbols. */
class PairVerdictTest {

    private static final DrawnTask TASK = NoisyGap.of(1_000, 0);
    private static final int A1 = 4;
    private static final double OPEN = NetworkBuilder.SATURATED;

    @ParameterizedTest
    @CsvSource({
        "200, 200, 200, REMEMBERS",
        "200, 199, 199, REMEMBERS",
        "200, 197, 197, REMEMBERS",
        "200, 197, 196, A_TRACE",
        "200, 200, 196, A_TRACE",
        "200, 197, 0, A_TRACE",
        "200, 196, 196, NOT_YET",
        "200, 0, 0, NOT_YET",
        "73, 73, 73, REMEMBERS",
        "72, 72, 72, NOT_YET",
    })
    void followsFromTheLowerEndOfTheInterval(int pairs, int right, int passing, Verdict verdict) {
        assertThat(new JudgedPairs(pairs, pairs, right, passing).verdict()).isEqualTo(verdict);
        assertThat(new JudgedPairs(pairs + 1, pairs, right, passing).verdict()).isEqualTo(Verdict.NOT_YET);
    }

    @Test
    void ofTwoHundredPairsThreeMayFail() {
        assertThat(JudgedPairs.mostFailing(200)).isEqualTo(3);
        assertThat(JudgedPairs.mostFailing(72)).isEqualTo(-1);
        assertThat(JudgedPairs.mostFailing(0)).isEqualTo(-1);
        assertThat(new JudgedPairs(200, 200, 199, 199).passed().low()).isCloseTo(0.9722, within(1e-4));
    }

    private static Experiment experiment(long seed) {
        return new Experiment(
                Task.drawn(TASK),
                Hyperparameters.reference().with(Settings.HIDDEN_UNITS, 1).with(Settings.SEED, seed),
                EngineName.KERNEL);
    }

    /** A carousel into which x writes 1 and y -1; without either its outputs are a tie. */
    private static Parameters network(double outputs) {
        return new NetworkBuilder(experiment(1).layout())
                .bias(Quantity.INPUT_GATE, 0, OPEN)
                .bias(Quantity.FORGET_GATE, 0, OPEN)
                .bias(Quantity.OUTPUT_GATE, 0, OPEN)
                .input(0, Quantity.CANDIDATE, 0, OPEN)
                .input(1, Quantity.CANDIDATE, 0, -OPEN)
                .input(A1, Quantity.FORGET_GATE, 0, -2 * OPEN)
                .output(0, 0, outputs)
                .output(0, 1, -outputs)
                .build();
    }

    /** The numbers of the tests, from 0, in which a1 comes. */
    private static List<Integer> forgotten(long seed) {
        SplittableRandom draws = RandomStreams.of(seed).judging();
        List<Integer> found = new ArrayList<>();
        for (int test = 0; test < 200; test++) {
            if (Arrays.stream(TASK.draw(draws).symbols()).anyMatch(symbol -> symbol == A1)) {
                found.add(test);
            }
        }
        return found;
    }

    /** The first seed with which so many tests are forgotten. */
    private static long seed(int forgotten) {
        long seed = 1;
        while (forgotten(seed).size() != forgotten) {
            seed++;
        }
        return seed;
    }

    private static double bits(double outputs) {
        return 1 - Math.log1p(Math.exp(-2 * outputs * Math.tanh(1))) / Math.log(2);
    }

    @ParameterizedTest
    @CsvSource({"0, 5, REMEMBERS", "1, 5, REMEMBERS", "3, 5, REMEMBERS", "3, 0.01, A_TRACE"})
    void fewMayBeForgotten(int forgotten, double outputs, Verdict verdict) {
        Judgement judged = new Evaluator(experiment(seed(forgotten)))
                .evaluate(network(outputs))
                .judgement();
        assertThat(judged.verdict()).isEqualTo(verdict);
        int right = 200 - forgotten;
        assertThat(judged.pairs()).isEqualTo(new JudgedPairs(200, 200, right, outputs < 1 ? 0 : right));
        assertThat(judged.bits()).isCloseTo(bits(outputs) * right / 200, within(1e-9));
        assertThat(judged.forks().remembered()).isEqualTo(verdict == Verdict.REMEMBERS ? 1 : 0);
    }

    @Test
    void theFourthEndsItAndIsNoPartOfTheMeans() {
        long seed = seed(5);
        int fourth = forgotten(seed).get(3);
        assertThat(fourth).isBetween(10, 198);
        Evaluator evaluator = new Evaluator(experiment(seed));
        Parameters network = network(5);
        Evaluation evaluation = evaluator.evaluate(network);
        Judgement judged = evaluation.judgement();
        assertThat(judged.verdict()).isEqualTo(Verdict.NOT_YET);
        assertThat(judged.pairs()).isEqualTo(new JudgedPairs(200, fourth + 1, fourth - 3, fourth - 3));
        assertThat(judged.bits()).isCloseTo(bits(5) * (fourth - 3) / fourth, within(1e-9));
        List<Double> separations = evaluator.fed(network).testSeparations().orElseThrow();
        assertThat(separations.get(separations.size() - 1)).isCloseTo(judged.separation(), within(1e-12));

        Judgement whole = evaluator.whole(network, evaluation).judgement();
        assertThat(whole.verdict()).isEqualTo(Verdict.NOT_YET);
        assertThat(whole.pairs()).isEqualTo(new JudgedPairs(200, 200, 195, 195));
        assertThat(whole.bits()).isCloseTo(bits(5) * 195 / 200, within(1e-9));
    }

    /** What knows nothing has all answers wrong: the first ten are enough, and all are counted. */
    @Test
    void theFirstTenAreAlwaysCounted() {
        Judgement judged = new Evaluator(experiment(1)).evaluate(network(-5)).judgement();
        assertThat(judged.pairs()).isEqualTo(new JudgedPairs(200, 10, 0, 0));
        assertThat(judged.bits()).isCloseTo(bits(-5), within(1e-9));
    }
}
