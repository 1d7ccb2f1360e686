package lab.carousel.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
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

/** Networks written by hand are examined: one that keeps x or y for ever, and one that forgets it when it sees a1. */
class SuccessCheckTest {

    private static final DrawnTask SOURCE = NoisyGap.of(1_000, 0);
    private static final int A1 = 4;
    private static final double OPEN = 1_000;

    private static Experiment experiment(long seed) {
        return new Experiment(
                Task.drawn(SOURCE),
                Hyperparameters.reference().with(Settings.HIDDEN_UNITS, 1).with(Settings.SEED, seed),
                EngineName.KERNEL);
    }

    /** One unit, a carousel: x writes 1 into it and y writes -1. */
    private static Parameters network(double outputs, boolean forgetsAtA1) {
        return new NetworkBuilder(experiment(1).layout())
                .bias(Quantity.INPUT_GATE, 0, OPEN)
                .bias(Quantity.FORGET_GATE, 0, OPEN)
                .bias(Quantity.OUTPUT_GATE, 0, OPEN)
                .input(0, Quantity.CANDIDATE, 0, OPEN)
                .input(1, Quantity.CANDIDATE, 0, -OPEN)
                .input(A1, Quantity.FORGET_GATE, 0, forgetsAtA1 ? -2 * OPEN : 0)
                .output(0, 0, outputs)
                .output(0, 1, -outputs)
                .build();
    }

    /** How many sequences of the test stream come before the first with a1 in it. */
    private static int sequencesBeforeA1(long seed) {
        SplittableRandom random = RandomStreams.of(seed).test();
        int count = 0;
        while (Arrays.stream(SOURCE.draw(random).symbols()).noneMatch(symbol -> symbol == A1)) {
            count++;
        }
        return count;
    }

    private static int finish(SuccessCheck examination) {
        int parts = 0;
        while (examination.isUnderWay()) {
            examination.advance();
            parts++;
        }
        return parts;
    }

    @Test
    void aNetworkThatRemembersPassesTenThousandInParts() {
        SuccessCheck examination = new SuccessCheck(experiment(1));
        examination.look(network(10, false), 420);

        assertThat(examination.isUnderWay()).isTrue();
        assertThat(examination.criterion().orElseThrow().inARow()).isEqualTo(10);
        assertThat(examination.criterion().orElseThrow().isOpen()).isTrue();
        // 10,000 sequences of 13 symbols in parts of 20,000 steps
        assertThat(finish(examination)).isBetween(5, 8);
        Criterion criterion = examination.criterion().orElseThrow();
        assertThat(criterion.isSolved()).isTrue();
        assertThat(criterion.inARow()).isEqualTo(10_000);
        assertThat(criterion.trained()).isEqualTo(420);
        // outputs sigmoid(10 tanh(1)) and sigmoid(-10 tanh(1))
        assertThat(criterion.largestError()).isCloseTo(1 / (1 + Math.exp(10 * Math.tanh(1))), within(1e-12));
    }

    @Test
    void anOutputThatIsOffByTheBoundOrMoreFailsAtOnce() {
        SuccessCheck examination = new SuccessCheck(experiment(1));
        // sigmoid(1.3) is 0.786, 0.214 away from 1
        examination.look(network(1.3 / Math.tanh(1), false), 10);
        assertThat(examination.isUnderWay()).isFalse();
        assertThat(examination.criterion().orElseThrow().inARow()).isZero();
        assertThat(examination.criterion().orElseThrow().isOpen()).isFalse();
        assertThat(examination.criterion().orElseThrow().largestError()).isBetween(0.213, 0.215);
        // sigmoid(1.5) is 0.818
        examination.look(network(1.5 / Math.tanh(1), false), 20);
        assertThat(examination.isUnderWay()).isTrue();
    }

    @Test
    void theFirstFailureEndsItAndTheNextLongOneComesOnlyAfterMoreTraining() {
        long seed = 1;
        while (sequencesBeforeA1(seed) < 250) {
            seed++;
        }
        int before = sequencesBeforeA1(seed);
        SuccessCheck examination = new SuccessCheck(experiment(seed));
        examination.look(network(10, true), 100);
        finish(examination);

        Criterion failed = examination.criterion().orElseThrow();
        assertThat(failed.inARow()).isEqualTo(before);
        assertThat(failed.largestError()).isEqualTo(0.5);
        assertThat(failed.isSolved()).isFalse();

        Parameters better = network(10, false);
        long next = 100 + before / 10;
        examination.drawSequences();
        examination.look(better, next - 1);
        assertThat(examination.isUnderWay()).isFalse();
        assertThat(examination.criterion().orElseThrow()).isEqualTo(failed);
        examination.drawSequences();
        examination.look(better, next);
        assertThat(examination.isUnderWay()).isTrue();
        finish(examination);
        assertThat(examination.criterion().orElseThrow().isSolved()).isTrue();
        assertThat(examination.criterion().orElseThrow().trained()).isEqualTo(next);
    }

    @Test
    void aNetworkThatIsNoNumberAnyMoreFails() {
        SuccessCheck examination = new SuccessCheck(experiment(1));
        examination.look(network(Double.NaN, false), 10);
        assertThat(examination.isUnderWay()).isFalse();
        assertThat(examination.criterion().orElseThrow().isSolved()).isFalse();
        assertThat(examination.criterion().orElseThrow().isOpen()).isFalse();
    }
}
