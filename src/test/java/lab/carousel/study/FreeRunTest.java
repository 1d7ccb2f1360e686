package lab.carousel.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import lab.carousel.message.InvalidInput;
import lab.carousel.model.Experiment;
import lab.carousel.model.Output;
import lab.carousel.model.Trace;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;

class FreeRunTest {

    private static final Snapshot NETWORK = TrainedNetworks.remembering(1);
    private static final Experiment EXPERIMENT = NETWORK.experiment();

    private static FreeRun run(List<Integer> start, int length, FreeRun.Choice choice) {
        return FreeRun.of(EXPERIMENT, NETWORK.parameters(), start, length, choice);
    }

    private static List<Integer> taken(FreeRun run) {
        return run.steps().stream().map(FreeRun.Step::taken).toList();
    }

    @Test
    void aNetworkThatRemembersFinishesTheSequenceThatWasStarted() {
        assertThat(taken(run(List.of(3), 4, FreeRun.Choice.LARGEST))).containsExactly(0, 1, 2, 3);
        assertThat(taken(run(List.of(4), 4, FreeRun.Choice.LARGEST))).containsExactly(0, 1, 2, 4);
    }

    @Test
    void eachPredictionIsTheNextInput() {
        FreeRun run = run(List.of(4, 0), 6, FreeRun.Choice.drawn(1, 7));
        assertThat(run.steps().get(0).input()).isZero();
        for (int step = 1; step < 6; step++) {
            assertThat(run.steps().get(step).input())
                    .isEqualTo(run.steps().get(step - 1).taken());
        }
    }

    @Test
    void theOutputsAreThoseOfTheTraceOfWhatWasFed() {
        FreeRun run = run(List.of(3), 4, FreeRun.Choice.LARGEST);
        Trace trace = Trace.of(NETWORK.parameters(), EXPERIMENT.hyperparameters(), new int[] {3, 0, 1, 2, 3});
        for (int step = 0; step < 4; step++) {
            assertThat(run.steps().get(step).outputs()).containsExactly(trace.outputs(step));
        }
    }

    @Test
    void withoutATemperatureTheLargestOutputIsCertain() {
        assertThat(run(List.of(3), 1, FreeRun.Choice.LARGEST).steps().get(0).probabilities())
                .containsExactly(1, 0, 0, 0, 0);
    }

    @Test
    void theTemperatureSharpensOrFlattensTheOutputs() {
        double[] y = run(List.of(3), 1, FreeRun.Choice.LARGEST).steps().get(0).outputs();
        double sum = 0;
        double squares = 0;
        for (double output : y) {
            sum += output;
            squares += output * output;
        }
        double[] asTheyAre =
                run(List.of(3), 1, FreeRun.Choice.drawn(1, 1)).steps().get(0).probabilities();
        double[] sharper =
                run(List.of(3), 1, FreeRun.Choice.drawn(0.5, 1)).steps().get(0).probabilities();
        for (int k = 0; k < 5; k++) {
            assertThat(asTheyAre[k]).isCloseTo(y[k] / sum, within(1e-12));
            assertThat(sharper[k]).isCloseTo(y[k] * y[k] / squares, within(1e-12));
        }
    }

    @Test
    void theSeedDecidesTheDraws() {
        List<Integer> once = taken(run(List.of(3), 200, FreeRun.Choice.drawn(3, 5)));
        assertThat(taken(run(List.of(3), 200, FreeRun.Choice.drawn(3, 5)))).isEqualTo(once);
        assertThat(taken(run(List.of(3), 200, FreeRun.Choice.drawn(3, 6)))).isNotEqualTo(once);
        assertThat(once).contains(0, 1, 2, 3, 4);
    }

    @Test
    void withALagTheLastSymbolsAreFedTogether() {
        Experiment lagged = EXPERIMENT.with(
                EXPERIMENT.hyperparameters().withLag(2).withOutput(Output.SOFTMAX));
        FreeRun run = FreeRun.of(lagged, NETWORK.parameters(), List.of(3, 0), 2, FreeRun.Choice.LARGEST);
        int next = run.steps().get(0).taken();
        Trace trace = Trace.of(
                NETWORK.parameters(), lagged.hyperparameters(), new int[] {3, 0, next, 0});
        assertThat(run.steps().get(0).outputs()).containsExactly(trace.outputs(0));
        assertThat(run.steps().get(1).outputs()).containsExactly(trace.outputs(1));
        assertThatThrownBy(() -> FreeRun.of(lagged, NETWORK.parameters(), List.of(3), 1, FreeRun.Choice.LARGEST))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("The network needs 2 symbols to start from: as many as the lag.");
    }

    @Test
    void whatCannotBeRunIsTold() {
        assertThatThrownBy(() -> run(List.of(3), 0, FreeRun.Choice.LARGEST))
                .hasMessage("The number of steps must be a whole number from 1 to 1,000.");
        assertThatThrownBy(() -> FreeRun.Choice.drawn(0, 1))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("The temperature must be a number above 0 and at most 10.");
    }
}
