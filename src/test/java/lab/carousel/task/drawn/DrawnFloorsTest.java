package lab.carousel.task.drawn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.MemorylessFloor;
import lab.carousel.task.PredictorFloor;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Steps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a kind tells of its floors is what its own draws have. */
class DrawnFloorsTest {

    private static final int SEED = 7;
    private static final int MOST_SEEN = 3;

    /** Tasks of symbols, so short that a few thousand draws hold every view of three symbols many times. */
    static Stream<DrawnTask> symbols() {
        return Stream.of(
                FixedGap.of(4),
                RandomGap.of(3),
                NoisyGap.of(2, 0),
                DrawnTask.of(EmbeddedReber.KIND),
                DrawnTask.of(ContinualReber.KIND, 3),
                DrawnTask.of(CountedWords.TWO, 6),
                DrawnTask.of(CountedWords.THREE, 4),
                DrawnTask.of(TemporalOrder.TWO),
                DrawnTask.of(TemporalOrder.THREE),
                DrawnTask.of(Parity.KIND, 8),
                DrawnTask.of(XorInTime.KIND, 10));
    }

    private static Steps[] draws(DrawnTask task, int count) {
        SplittableRandom random = new SplittableRandom(SEED);
        return Stream.generate(() -> task.draw(random)).limit(count).toArray(Steps[]::new);
    }

    @ParameterizedTest
    @MethodSource("symbols")
    void whoSeesTheLastSymbolsCannotDoBetterThanTheFloor(DrawnTask task) {
        Steps[] draws = task.hasFewSequences() ? task.shown().toArray(Steps[]::new) : draws(task, 8_000);
        List<ScoredSteps> scorings = task.scoresLastStepOnly()
                ? List.of(new ScoredSteps(0, true))
                : List.of(ScoredSteps.ALL, new ScoredSteps(2, false), new ScoredSteps(0, true));
        for (ScoredSteps scored : scorings) {
            for (int seen = 1; seen <= MOST_SEEN; seen++) {
                MemorylessFloor told = task.floor(seen, scored);
                MemorylessFloor counted = MemorylessFloor.of(scored.of(draws), task.outputs(), seen);
                String where = task.name() + ", " + seen + " seen, " + scored;
                assertThat(told.symbolsSeen()).as(where).isEqualTo(seen);
                assertThat(told.sigmoid()).as(where).isEqualTo(counted.sigmoid(), within(0.012));
                assertThat(told.softmax()).as(where).isEqualTo(counted.softmax(), within(0.025));
                assertThat(told.recall()).as(where).isEqualTo(counted.recall(), within(0.035));
            }
        }
    }

    private static double mean(Steps[] draws, ToDoubleFunction<Steps> number) {
        return Arrays.stream(draws).mapToDouble(number).average().orElseThrow();
    }

    private static double variance(Steps[] draws, ToDoubleFunction<Steps> number) {
        double mean = mean(draws, number);
        return mean(draws, draw -> (number.applyAsDouble(draw) - mean) * (number.applyAsDouble(draw) - mean));
    }

    private static double wanted(Steps draw) {
        return draw.target(draw.size() - 1).wanted(0);
    }

    /** The marked numbers in their order. */
    private static double[] marked(Steps draw) {
        List<Double> marked = new ArrayList<>();
        for (int t = 0; t < draw.size(); t++) {
            if (draw.row(t)[1] == 1) {
                marked.add(draw.row(t)[0]);
            }
        }
        return marked.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] told(DrawnTask task) {
        return task.floors(1, ScoredSteps.ALL).stream()
                .map(PredictorFloor::floor)
                .mapToDouble(MemorylessFloor::sigmoid)
                .toArray();
    }

    @Test
    void whoKnowsNothingOfMarkedNumbersSaysTheMeanAndWhoKnowsTheLastAddsTheMeanOfTheOther() {
        for (MarkedNumbers kind : List.of(MarkedNumbers.ADDING, MarkedNumbers.ADDING_MODERN)) {
            DrawnTask task = DrawnTask.of(kind, 20);
            Steps[] draws = draws(task, 40_000);
            double slope = kind == MarkedNumbers.ADDING ? 0.25 : 1;
            assertThat(told(task)).hasSize(2);
            // Five standard errors of a variance of so many
            assertThat(variance(draws, DrawnFloorsTest::wanted)).isEqualTo(told(task)[0], within(told(task)[0] / 40));
            assertThat(variance(draws, draw -> wanted(draw) - slope * marked(draw)[1]))
                    .isEqualTo(told(task)[1], within(told(task)[1] / 40));
        }
    }

    @Test
    void whoKnowsOneFactorMultipliesItByTheMeanOfTheOther() {
        DrawnTask task = DrawnTask.of(MarkedNumbers.MULTIPLYING, 20);
        Steps[] draws = draws(task, 40_000);
        assertThat(variance(draws, DrawnFloorsTest::wanted)).isEqualTo(told(task)[0], within(told(task)[0] / 30));
        assertThat(mean(draws, draw -> Math.pow(wanted(draw) - 0.55 * marked(draw)[1], 2)))
                .isEqualTo(told(task)[1], within(told(task)[1] / 30));
    }

    @Test
    void whoHoldsNoBitSaysZeroWhereThereIsNoPulse() {
        for (int bits = 1; bits <= 3; bits++) {
            DrawnTask task = DrawnTask.of(FlipFlop.KIND, bits);
            Steps[] draws = draws(task, 2_000);
            assertThat(told(task)).hasSize(2);
            assertThat(mean(draws, draw -> withoutMemory(draw, 0))).isEqualTo(told(task)[0]);
            assertThat(mean(draws, draw -> withoutMemory(draw, 1))).isEqualTo(told(task)[1], within(0.01));
            assertThat(mean(draws, draw -> withoutMemory(draw, 3)))
                    .isEqualTo(task.floor(3, ScoredSteps.ALL).sigmoid(), within(0.01));
        }
    }

    /** The mean squared error of one that says the latest pulse of each bit among the last steps, and 0 if there is none. */
    private static double withoutMemory(Steps draw, int seen) {
        double sum = 0;
        int bits = draw.row(0).length;
        for (int t = 0; t < draw.size(); t++) {
            for (int bit = 0; bit < bits; bit++) {
                double said = 0;
                for (int at = Math.max(0, t - seen + 1); at <= t; at++) {
                    said = draw.row(at)[bit] == 0 ? said : draw.row(at)[bit];
                }
                sum += Math.pow(draw.target(t).wanted(bit) - said, 2);
            }
        }
        return sum / bits / draw.size();
    }

    @Test
    void whoKnowsTheRuleIsLeftWithFairChoices() {
        double ln2 = Math.log(2);
        double[] reber = softmax(DrawnTask.of(EmbeddedReber.KIND));
        // 7 fair choices in a string of 12 symbols; with three symbols seen the echo is one more, with two there are
        // ten
        assertThat(reber).hasSize(4);
        assertThat(reber[0]).isEqualTo(1.271753, within(1e-6));
        assertThat(reber[1]).isEqualTo(10 * ln2 / 11, within(1e-9));
        assertThat(reber[2]).isEqualTo(8 * ln2 / 11, within(1e-9));
        assertThat(reber[3]).isEqualTo(7 * ln2 / 11, within(1e-9));
        double[] stream = softmax(DrawnTask.of(ContinualReber.KIND, 20));
        assertThat(stream[stream.length - 1]).isEqualTo(140 * ln2 / 239, within(1e-9));
        double[] xor = softmax(DrawnTask.of(XorInTime.KIND, 1_000));
        double third = -Math.log(1 / 3.0) / 3 - 2 * Math.log(2 / 3.0) / 3;
        assertThat(xor).hasSize(3);
        assertThat(xor[0]).isEqualTo(ln2, within(1e-12));
        assertThat(xor[1]).isEqualTo(third, within(1e-4));
        assertThat(xor[2]).isEqualTo(1_999 * ln2 / 2_999, within(1e-12));
    }

    private static double[] softmax(DrawnTask task) {
        return task.floors(1, ScoredSteps.ALL).stream()
                .map(PredictorFloor::floor)
                .mapToDouble(MemorylessFloor::softmax)
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("symbols")
    void theHighestFloorIsTheFirstAndNoneIsToldTwice(DrawnTask task) {
        List<PredictorFloor> floors = task.floors(1, new ScoredSteps(0, task.scoresLastStepOnly()));
        for (int place = 1; place < floors.size(); place++) {
            assertThat(floors.get(place).floor().sigmoid())
                    .isLessThan(floors.get(place - 1).floor().sigmoid());
        }
        assertThat(floors).isNotEmpty();
    }
}
