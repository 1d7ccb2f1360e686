package lab.carousel.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import lab.carousel.task.memory.RandomTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemorylessFloorTest {

    private static final double LN2 = 0.693147180559945309;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void ofTheReferenceIsACoinFlipAtTwoOfEightStepsAndTwoOfFiveOutputs(int symbolsSeen) {
        MemorylessFloor floor = Task.reference().judge().floor(symbolsSeen, ScoredSteps.ALL);
        assertThat(floor.sigmoid()).isEqualTo(2.0 / 8 * 2 / 5 * LN2, within(1e-15));
        assertThat(floor.sigmoid()).isEqualTo(0.0693, within(0.00005));
        assertThat(floor.softmax()).isEqualTo(2.0 / 8 * LN2, within(1e-15));
        assertThat(floor.recall()).isEqualTo(7.0 / 8);
        assertThat(floor.symbolsSeen()).isEqualTo(symbolsSeen);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 1_000})
    void vanishesOnceTheFirstSymbolIsSeen(int symbolsSeen) {
        MemorylessFloor floor = Task.reference().judge().floor(symbolsSeen, ScoredSteps.ALL);
        assertThat(floor.sigmoid()).isZero();
        assertThat(floor.softmax()).isZero();
        assertThat(floor.recall()).isEqualTo(1);
    }

    @Test
    void aPredictorSeesAtLeastTheCurrentSymbol() {
        assertThatThrownBy(() -> Task.reference().judge().floor(0, ScoredSteps.ALL))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isTheLossOfThePredictorThatCountsEveryView() {
        SplittableRandom random = new SplittableRandom(20261124);
        for (int trial = 0; trial < 100; trial++) {
            Task task = randomTask(random);
            for (int symbolsSeen = 1; symbolsSeen <= 3; symbolsSeen++) {
                MemorylessFloor floor = task.judge().floor(symbolsSeen, ScoredSteps.ALL);
                CountingPredictor predictor = new CountingPredictor(task, symbolsSeen);
                assertThat(floor.sigmoid()).isEqualTo(predictor.binaryLoss(0), within(1e-12));
                assertThat(floor.softmax()).isEqualTo(predictor.categoricalLoss(), within(1e-12));
                assertThat(floor.recall()).isEqualTo(predictor.recall(), within(1e-12));
                // Any other prediction from the same view is worse: it is a floor
                assertThat(predictor.binaryLoss(0.01)).isGreaterThan(floor.sigmoid());
                assertThat(predictor.binaryLoss(-0.01)).isGreaterThan(floor.sigmoid());
            }
        }
    }

    @Test
    void theLadderHasTheFloorOfEachNumberOfSymbols() {
        assertThat(MemorylessFloor.ladder(Task.reference().encoded(), 5))
                .extracting(MemorylessFloor::symbolsSeen)
                .containsExactly(1, 4);
        SplittableRandom random = new SplittableRandom(4);
        for (int index = 0; index < 500; index++) {
            RandomTask drawn = RandomTask.draw(random);
            List<MemorylessFloor> ladder = MemorylessFloor.ladder(drawn.steps(), drawn.symbols());
            for (int symbolsSeen = 1; symbolsSeen <= 8; symbolsSeen++) {
                int seen = symbolsSeen;
                MemorylessFloor rung = ladder.stream()
                        .filter(floor -> floor.symbolsSeen() <= seen)
                        .reduce((before, next) -> next)
                        .orElseThrow();
                MemorylessFloor floor = MemorylessFloor.of(drawn.steps(), drawn.symbols(), seen);
                assertThat(rung.sigmoid()).isEqualTo(floor.sigmoid(), within(1e-11));
                assertThat(rung.softmax()).isEqualTo(floor.softmax(), within(1e-11));
                assertThat(rung.recall()).isEqualTo(floor.recall());
            }
        }
    }

    private static Task randomTask(SplittableRandom random) {
        int symbols = 2 + random.nextInt(3);
        List<String> alphabet = List.of("a", "b", "c", "d").subList(0, symbols);
        List<Sequence> sequences = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int s = 0; s < count; s++) {
            int length = 2 + random.nextInt(7);
            sequences.add(new Sequence(
                    random.ints(length, 0, symbols).mapToObj(alphabet::get).toList()));
        }
        return new Task(new Alphabet(alphabet), sequences);
    }

    /** Predicts each target as often as it followed the same last m symbols, found by comparing every two steps. */
    private static final class CountingPredictor {
        private final Task task;
        private final List<Step> steps;
        private final List<List<String>> views = new ArrayList<>();

        CountingPredictor(Task task, int symbolsSeen) {
            this.task = task;
            this.steps = AllSteps.of(task);
            for (Step step : steps) {
                List<String> padded = new ArrayList<>(Collections.nCopies(symbolsSeen, "start"));
                padded.addAll(task.sequences().get(step.sequence()).symbols().subList(0, step.number()));
                views.add(padded.subList(padded.size() - symbolsSeen, padded.size()));
            }
        }

        private double[] shares(int step) {
            double[] shares = new double[task.alphabet().size()];
            double same = 0;
            for (int other = 0; other < steps.size(); other++) {
                if (views.get(other).equals(views.get(step))) {
                    shares[steps.get(other).target().index()]++;
                    same++;
                }
            }
            double all = same;
            return Arrays.stream(shares).map(share -> share / all).toArray();
        }

        private double mean(IntToDoubleFunction ofStep) {
            return IntStream.range(0, steps.size())
                    .mapToDouble(ofStep)
                    .average()
                    .orElse(0);
        }

        /** The loss when every prediction is off by so much, towards a half where the sign is plus. */
        double binaryLoss(double off) {
            return mean(s -> {
                double[] shares = shares(s);
                double sum = 0;
                for (int k = 0; k < shares.length; k++) {
                    double p = Math.min(1, Math.max(0, shares[k] + (shares[k] < 0.5 ? off : -off)));
                    p = off != 0 && (p == 0 || p == 1) ? Math.abs(p - 0.01) : p;
                    sum -= Math.log(k == steps.get(s).target().index() ? p : 1 - p) / shares.length;
                }
                return sum;
            });
        }

        double categoricalLoss() {
            return mean(s -> -Math.log(shares(s)[steps.get(s).target().index()]));
        }

        /** In each view the best guess is the most frequent target: its share is what can be right. */
        double recall() {
            return mean(s -> Arrays.stream(shares(s)).max().orElseThrow());
        }
    }
}
