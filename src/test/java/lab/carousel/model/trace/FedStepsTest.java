package lab.carousel.model.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Operation;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.layout.RandomParameters;
import lab.carousel.task.Steps;
import lab.carousel.task.Task;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FedStepsTest {

    private static final Task TASK = Task.parse("a b c d", "a b c d a", "d c b", "b b a c d d a");

    private static Experiment experiment(int slots, int lag, ResetPolicy resets) {
        return new Experiment(
                TASK,
                Hyperparameters.reference()
                        .with(Settings.HIDDEN_UNITS, 3)
                        .with(Settings.CELL, Cell.LSTM)
                        .with(Settings.BATCH_SIZE, slots)
                        .with(Settings.LAG, lag)
                        .with(Settings.RESET_POLICY, resets),
                EngineName.KERNEL);
    }

    private static FedSteps fed(Experiment experiment, int most) {
        FedSteps fed = FedSteps.of(experiment, RandomParameters.of(experiment.layout(), 5));
        fed.most = most;
        return fed;
    }

    /** In whatever order steps are asked for, and however few are kept. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, AFTER_SEQUENCE",
        "4, 1, AFTER_SEQUENCE",
        "2, 2, AFTER_EPOCH",
        "4, 1, AFTER_EPOCH",
        "3, 1, NEVER",
        "2, 1, EVERY_STEP"
    })
    void areThoseOfAnEpochToTheBit(int slots, int lag, ResetPolicy resets) {
        Experiment experiment = experiment(slots, lag, resets);
        Parameters parameters = RandomParameters.of(experiment.layout(), 5);
        Steps[] sequences = experiment.encoded();
        for (int most : new int[] {1_000, 1, 20}) {
            FedSteps forward = fed(experiment, most);
            FedSteps backward = fed(experiment, most);
            for (int s = sequences.length - 1; s >= 0; s--) {
                for (int t = sequences[s].size() - 1; t >= backward.first(); t--) {
                    backward.outputs(s, t);
                }
            }
            new ForwardPass(parameters, experiment.hyperparameters())
                    .feedEpoch(sequences, IntStream.range(0, sequences.length).toArray(), (s, t, state) -> {
                        double[] expected = Arrays.copyOf(state.h, 6);
                        System.arraycopy(state.c, 0, expected, 3, 3);
                        assertThat(forward.state(s, t)).isEqualTo(expected);
                        assertThat(backward.state(s, t)).isEqualTo(expected);
                        Trace again = backward.trace(s, t, 1);
                        assertThat(again.values(Quantity.FORGET_GATE, 0)).isEqualTo(state.get(Quantity.FORGET_GATE));
                        assertThat(again.outputs(0)).isEqualTo(forward.outputs(s, t));
                    });
        }
    }

    @ParameterizedTest
    @CsvSource({"AFTER_SEQUENCE", "AFTER_EPOCH"})
    void anOperationInOneSequenceLeavesThoseBeforeIt(ResetPolicy resets) {
        FedSteps fed = fed(experiment(1, 1, resets), 1_000);
        FedSteps zeroed = fed.with(
                new Operation() {
                    @Override
                    public void onQuantity(int step, Quantity quantity, double[] values, int layer) {
                        Arrays.fill(values, 0);
                    }
                },
                1);
        assertThat(zeroed.state(0, 3)).isEqualTo(fed.state(0, 3));
        assertThat(zeroed.state(1, 0)).containsOnly(0);
        assertThat(Arrays.equals(zeroed.state(2, 0), fed.state(2, 0))).isEqualTo(resets == ResetPolicy.AFTER_SEQUENCE);
    }
}
