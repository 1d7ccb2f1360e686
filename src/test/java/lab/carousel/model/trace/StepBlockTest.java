package lab.carousel.model.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Operation;
import lab.carousel.model.Output;
import lab.carousel.model.ResetPolicy;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StepBlockTest {

    private static final int SYMBOLS = 40;

    /** Of more steps than a block has, of one less than the fewest for two threads, and of one. */
    private static final Task TASK = Task.parse(symbols(0, SYMBOLS), symbols(1, 1_300), symbols(2, 8), symbols(5, 2));

    private static String symbols(int step, int count) {
        return IntStream.range(0, count)
                .map(place -> step == 0 ? place : place * place * step % 37 % SYMBOLS)
                .mapToObj(symbol -> "s" + symbol)
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @EnumSource
    void stepsComputedSideBySideAreShownInOrderWithTheSameNumbers(ResetPolicy resets) {
        for (Output output : Output.values()) {
            Hyperparameters hyperparameters = Hyperparameters.reference()
                    .withLayers(2)
                    .withHiddenUnits(3)
                    .withResetPolicy(resets)
                    .withOutput(output);
            Experiment experiment =
                    new Experiment(TASK, hyperparameters, Experiment.reference().engine());
            assertThat(shown(experiment, true)).isEqualTo(shown(experiment, false));
        }
    }

    @Test
    void stepsAreAnsweredAsTheirOutputsSay() {
        Experiment experiment = Experiment.reference()
                .with(Experiment.reference().hyperparameters().withOutput(Output.SOFTMAX));
        EpochPass pass = new EpochPass(InitialParameters.of(experiment), experiment.hyperparameters(), Operation.NONE);
        int[][] sequences = experiment.task().encoded();
        List<String> expected = new ArrayList<>();
        StepAnswer read = new StepAnswer();
        pass.feed(sequences, new int[] {1, 0}, ScoredSteps.ALL, (s, t, target, loss, outputs, state) -> {
            read.read(outputs, target);
            expected.add(s + " " + t + " " + target + " " + loss + " " + read.margin() + " " + read.prediction());
        });
        List<String> answered = new ArrayList<>();
        pass.answer(
                sequences,
                new int[] {1, 0},
                ScoredSteps.ALL,
                (s, t, answer, netInputs, state) -> answered.add(s + " " + t + " " + answer.target() + " "
                        + answer.loss() + " " + answer.margin() + " " + answer.prediction()));
        assertThat(answered).isEqualTo(expected).hasSize(8);
    }

    private static List<String> shown(Experiment experiment, boolean sideBySide) {
        EpochPass pass = new EpochPass(InitialParameters.of(experiment), experiment.hyperparameters(), Operation.NONE);
        if (sideBySide) {
            pass.computeSideBySide();
        }
        List<String> lines = new ArrayList<>();
        pass.answer(
                TASK.encoded(),
                new int[] {1, 0, 2},
                experiment.scoredSteps(),
                (s, t, answer, netInputs, state) -> lines.add(s + " " + t + " " + answer.target() + " " + answer.loss()
                        + " " + answer.margin() + " " + answer.prediction() + " " + Arrays.hashCode(netInputs) + " "
                        + Arrays.hashCode(state.h)));
        return lines;
    }
}
