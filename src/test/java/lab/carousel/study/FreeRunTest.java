package lab.carousel.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.NumbersExperiment;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.Trace;
import lab.carousel.task.Steps;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.RandomGap;
import lab.carousel.text.InvalidInput;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;

class FreeRunTest {

    private static final Snapshot NETWORK = TrainedNetworks.remembering(1);
    private static final Experiment EXPERIMENT = NETWORK.experiment();

    private static FreeRun run(List<Integer> start, int length, FreeRun.Draw choice) {
        return FreeRun.of(EXPERIMENT, NETWORK.parameters(), start, length, choice);
    }

    private static List<Integer> taken(FreeRun run) {
        return run.steps().stream().map(FreeStep::taken).toList();
    }

    @Test
    void numbersAreNoPredictionsToFeedOn() {
        Experiment numbers = NumbersExperiment.of(Hyperparameters.reference().with(Settings.OUTPUT, Output.LINEAR));
        assertThatThrownBy(
                        () -> FreeRun.of(numbers, InitialParameters.of(numbers), List.of(0), 3, FreeRun.Draw.LARGEST))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("This network is fed numbers, and what it predicts is no input: run a network of symbols.");
        assertThatThrownBy(() -> FreeRun.Input.start("u", numbers))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("This network is fed numbers");
    }

    @Test
    void aNetworkThatRemembersFinishesTheSequenceThatWasStarted() {
        assertThat(taken(run(List.of(3), 4, FreeRun.Draw.LARGEST))).containsExactly(0, 1, 2, 3);
        assertThat(taken(run(List.of(4), 4, FreeRun.Draw.LARGEST))).containsExactly(0, 1, 2, 4);
    }

    @Test
    void theTemperatureSharpensOrFlattensTheOutputs() {
        FreeStep certain = run(List.of(3), 1, FreeRun.Draw.LARGEST).steps().get(0);
        assertThat(certain.probabilities()).as("without one").containsExactly(1, 0, 0, 0, 0);
        double[] y = certain.outputs();
        double sum = 0;
        double squares = 0;
        for (double output : y) {
            sum += output;
            squares += output * output;
        }
        double[] asTheyAre =
                run(List.of(3), 1, FreeRun.Draw.drawn(1, 1)).steps().get(0).probabilities();
        double[] sharper =
                run(List.of(3), 1, FreeRun.Draw.drawn(0.5, 1)).steps().get(0).probabilities();
        for (int k = 0; k < 5; k++) {
            assertThat(asTheyAre[k]).isCloseTo(y[k] / sum, within(1e-12));
            assertThat(sharper[k]).isCloseTo(y[k] * y[k] / squares, within(1e-12));
        }
    }

    @Test
    void theSeedDecidesTheDraws() {
        List<Integer> once = taken(run(List.of(3), 200, FreeRun.Draw.drawn(3, 5)));
        assertThat(taken(run(List.of(3), 200, FreeRun.Draw.drawn(3, 5)))).isEqualTo(once);
        assertThat(taken(run(List.of(3), 200, FreeRun.Draw.drawn(3, 6)))).isNotEqualTo(once);
        assertThat(once).contains(0, 1, 2, 3, 4);
        int[] fed = {3, once.get(0), once.get(1), 0};
        Trace trace = Trace.of(NETWORK.parameters(), EXPERIMENT.hyperparameters(), Steps.of(fed));
        assertThat(run(List.of(3), 3, FreeRun.Draw.drawn(3, 5)).steps().get(2).outputs())
                .as("what was drawn is fed")
                .containsExactly(trace.outputs(2));
    }

    @Test
    void withALagTheLastSymbolsAreFedTogether() {
        Experiment lagged = EXPERIMENT.with(all -> all.with(Settings.LAG, 2).with(Settings.OUTPUT, Output.SOFTMAX));
        FreeRun run = FreeRun.of(lagged, NETWORK.parameters(), List.of(3, 0), 2, FreeRun.Draw.LARGEST);
        int next = run.steps().get(0).taken();
        Trace trace = Trace.of(NETWORK.parameters(), lagged.hyperparameters(), Steps.of(3, 0, next, 0));
        assertThat(run.steps().get(0).outputs()).containsExactly(trace.outputs(0));
        assertThat(run.steps().get(1).outputs()).containsExactly(trace.outputs(1));
        assertThatThrownBy(() -> FreeRun.of(lagged, NETWORK.parameters(), List.of(3), 1, FreeRun.Draw.LARGEST))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("The network needs 2 symbols to start with, as many as the lag: enter more.");
    }

    @Test
    void whatCannotBeRunIsTold() {
        assertThatThrownBy(() -> run(List.of(3), 0, FreeRun.Draw.LARGEST))
                .hasMessage("The number of steps must be a whole number from 1 to 1,000.");
        assertThatThrownBy(() -> FreeRun.Draw.drawn(0, 1))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("The temperature must be a number above 0 and at most 10.");
    }

    @Test
    void outputsTooSmallForADoubleStillHaveChances() {
        double[] values = NETWORK.parameters().toArray();
        for (int k = 0; k < 5; k++) {
            values[NETWORK.parameters().layout().outputBias() + k] = -2_000;
        }
        Parameters tiny = Parameters.of(NETWORK.parameters().layout(), values);
        for (double temperature : new double[] {1, 1e-300, 10}) {
            FreeStep step = FreeRun.of(EXPERIMENT, tiny, List.of(3), 1, FreeRun.Draw.drawn(temperature, 1))
                    .steps()
                    .get(0);
            assertThat(step.outputs()).containsOnly(0);
            assertThat(Arrays.stream(step.probabilities()).sum()).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void theCourseTellsHowLongTheTaskSaysTheSame() {
        FreeRun right = run(List.of(3), 6, FreeRun.Draw.LARGEST);
        FreeRunCourse course = FreeRunCourse.of(EXPERIMENT.task(), right);
        assertThat(course.places().subList(0, 4)).containsOnly(FreeRunCourse.Standing.FOLLOWS);
        assertThat(course.places().subList(4, 6)).containsOnly(FreeRunCourse.Standing.BEYOND);
        assertThat(course.left()).isEqualTo(-1);
        assertThat(course.words(EXPERIMENT.task(), right))
                .isEqualTo("Follows sequence 1 of the task for 4 steps. Beyond its end the task says nothing.");
    }

    @Test
    void theCourseTellsWhereTheRunLeavesTheTask() {
        Task other = Task.parse("0 1 2 3 4", "3 0 1 1 3", "3 0 1 4");
        FreeRun run = run(List.of(3), 5, FreeRun.Draw.LARGEST);
        FreeRunCourse course = FreeRunCourse.of(other, run);
        assertThat(course.places())
                .containsExactly(
                        FreeRunCourse.Standing.FOLLOWS,
                        FreeRunCourse.Standing.FOLLOWS,
                        FreeRunCourse.Standing.LEAVES,
                        FreeRunCourse.Standing.BEYOND,
                        FreeRunCourse.Standing.BEYOND);
        assertThat(course.words(other, run))
                .isEqualTo("Leaves the task at step 3: the network says 2, the task 1 / 4.");
    }

    @Test
    void aStartThatNoSequenceHasAndDrawnTasksAreToldApart() {
        FreeRun run = run(List.of(0, 1), 2, FreeRun.Draw.LARGEST);
        assertThat(FreeRunCourse.of(EXPERIMENT.task(), run).words(EXPERIMENT.task(), run))
                .startsWith("No sequence of the task begins like this");
        Task drawn = Task.drawn(RandomGap.of(5));
        assertThat(FreeRunCourse.of(drawn, run).words(drawn, run)).startsWith("This task draws new sequences");
    }

    @Test
    void whatIsTypedIsRead() {
        assertThat(FreeRun.Input.start(" 3  0 ", Experiment.reference())).containsExactly(3, 0);
        assertThat(FreeRun.Input.length(" 12 ")).isEqualTo(12);
        assertThat(FreeRun.Input.temperature("0,5")).isEqualTo(0.5);
        assertThat(FreeRun.Input.seed("-7")).isEqualTo(-7);
        assertThatThrownBy(() -> FreeRun.Input.start("3 9", Experiment.reference()))
                .hasMessage("“9” is not in this network’s alphabet: use its symbols.");
        assertThatThrownBy(() -> FreeRun.Input.start(" ", Experiment.reference()))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(
                        () -> FreeRun.Input.start("3", Experiment.reference().with(all -> all.with(Settings.LAG, 2))))
                .isInstanceOf(InvalidInput.class);
        for (String wrong : List.of("", "0", "1001", "1.5", "x", "99999999999999999999")) {
            assertThatThrownBy(() -> FreeRun.Input.length(wrong)).as(wrong).isInstanceOf(InvalidInput.class);
        }
        for (String wrong : List.of("", "0", "-1", "11", "NaN", "x")) {
            assertThatThrownBy(() -> FreeRun.Input.temperature(wrong)).as(wrong).isInstanceOf(InvalidInput.class);
        }
        assertThatThrownBy(() -> FreeRun.Input.seed("1.5")).isInstanceOf(InvalidInput.class);
    }
}
