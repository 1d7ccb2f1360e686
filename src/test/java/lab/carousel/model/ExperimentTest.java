package lab.carousel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.TargetKind;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.DrawnKinds;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExperimentTest {

    private static final Hyperparameters REFERENCE = Hyperparameters.reference();
    /** Three steps, and five. */
    private static final Task TASK = Task.parse("0 1 2", "0 1 2 0", "2 1 0 2 1 0");

    private static Experiment kernel(Hyperparameters hyperparameters) {
        return new Experiment(TASK, hyperparameters, EngineName.KERNEL);
    }

    @Test
    void theLagIsAtMostTheShortestSequence() {
        assertThat(kernel(REFERENCE.with(Settings.LAG, 3)).hyperparameters().get(Settings.LAG))
                .isEqualTo(3);
        assertThatThrownBy(() -> kernel(REFERENCE.with(Settings.LAG, 4)))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("The lag 4 is longer than the shortest sequence, which has 3 steps: use at most 3.");
    }

    @Test
    void theBatchIsAtMostTheLongestSequenceAfterTheLag() {
        assertThat(kernel(REFERENCE.with(Settings.LAG, 3).with(Settings.BATCH_SIZE, 3))
                        .hyperparameters()
                        .get(Settings.BATCH_SIZE))
                .isEqualTo(3);
        assertThatThrownBy(() -> kernel(REFERENCE.with(Settings.LAG, 3).with(Settings.BATCH_SIZE, 4)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("The batch size 4 is larger than the 3 steps")
                .hasMessageEndingWith("use at most 3.");
        assertThat(kernel(REFERENCE.with(Settings.BATCH_SIZE, 5))
                        .hyperparameters()
                        .get(Settings.BATCH_SIZE))
                .isEqualTo(5);
    }

    @Test
    void theReferenceIsTheReferenceTaskWithTheKernel() {
        assertThat(Experiment.reference()).isEqualTo(new Experiment(Task.reference(), REFERENCE, EngineName.KERNEL));
        assertThat(Experiment.reference().layout()).isEqualTo(new ParameterLayout(5, 20));
    }

    @ParameterizedTest
    @MethodSource("lab.carousel.model.Output#all")
    void squaredErrorIsForTasksOfNumbersAndCrossEntropyForTasksOfSymbols(Output output) {
        Hyperparameters settings = REFERENCE.with(Settings.OUTPUT, output);
        if ((output.targets() == TargetKind.NUMBERS)) {
            assertThatThrownBy(() -> kernel(settings))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessage("Squared error is for tasks of numbers, and in this task symbols are wanted:"
                            + " choose sigmoid or softmax with cross-entropy.");
            assertThat(NumbersExperiment.of(settings).layout()).isEqualTo(new ParameterLayout(2, 2, 20, Cell.LSTM, 1));
        } else {
            assertThat(kernel(settings).hyperparameters().get(Settings.OUTPUT)).isEqualTo(output);
            assertThatThrownBy(() -> NumbersExperiment.of(settings))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessage("In this task numbers are wanted, and cross-entropy is for symbols:"
                            + " choose linear or sigmoid outputs with squared error.");
        }
    }

    @ParameterizedTest
    @MethodSource("lab.carousel.model.Output#all")
    void labelSmoothingIsRefusedWithSquaredError(Output output) {
        Hyperparameters settings = REFERENCE.with(Settings.OUTPUT, output).with(Settings.LABEL_SMOOTHING, 0.1);
        if ((output.targets() == TargetKind.NUMBERS)) {
            assertThatThrownBy(() -> NumbersExperiment.of(settings))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessage("Label smoothing moves targets of 1 and 0, and with squared error numbers are wanted as"
                            + " they are: set it to 0.");
        } else {
            assertThat(kernel(settings).hyperparameters()).isEqualTo(settings);
        }
    }

    static Stream<Setting<?>> kernelOnly() {
        return Settings.ALL.stream().filter(Setting::hasKernelOnly);
    }

    @ParameterizedTest
    @MethodSource("kernelOnly")
    <T> void deeplearning4jIsRefusedWhatItCannotTrain(Setting<T> setting) {
        Hyperparameters sgd = REFERENCE.with(Settings.OPTIMISER, Optimiser.SGD);
        Hyperparameters settings = UnusualSettings.another(sgd, setting, setting::isKernelOnly);
        assertThat(kernel(settings).engine()).isEqualTo(EngineName.KERNEL);
        assertThatThrownBy(() -> new Experiment(TASK, settings, EngineName.DL4J))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("Deeplearning4j cannot train with " + setting.kernelOnlyWords()
                        + ": choose the kernel, or change that setting.");
    }

    @Test
    void deeplearning4jTakesNoNoticeOfAMomentumThatItsOptimiserDoesNotHave() {
        Experiment experiment = new Experiment(TASK, REFERENCE.with(Settings.MOMENTUM, 0.5), EngineName.DL4J);
        assertThat(experiment.engine()).isEqualTo(EngineName.DL4J);
    }

    @Test
    void theStepsWithAnErrorSignalFollowFromLagAndWeighting() {
        assertThat(kernel(REFERENCE).scoredSteps()).isEqualTo(ScoredSteps.ALL);
        assertThat(kernel(REFERENCE.with(Settings.LAG, 3)).scoredSteps()).isEqualTo(new ScoredSteps(2, false));
        assertThat(kernel(REFERENCE.with(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP))
                        .scoredSteps())
                .isEqualTo(new ScoredSteps(0, true));
        assertThat(kernel(REFERENCE.with(Settings.LOSS_WEIGHTING, LossWeighting.lastStepWeighs(3)))
                        .scoredSteps())
                .isEqualTo(ScoredSteps.ALL);
    }

    @Test
    void numbersAreAskedForWhereTheTaskWantsThem() {
        Hyperparameters linear = REFERENCE.with(Settings.OUTPUT, Output.LINEAR);
        assertThat(NumbersExperiment.of(linear, true).trained().get(Settings.LOSS_WEIGHTING))
                .isEqualTo(LossWeighting.LAST_STEP);
        assertThat(NumbersExperiment.of(linear).lossWeighting()).isEqualTo(LossWeighting.ALL_STEPS);
        LossWeighting other = LossWeighting.lastStepWeighs(3);
        assertThat(NumbersExperiment.of(linear.with(Settings.LOSS_WEIGHTING, other))
                        .lossWeighting())
                .isEqualTo(other);
    }

    @Test
    void theFloorIsThatOfTheStepsWithAnErrorSignal() {
        Experiment last = Experiment.reference().with(REFERENCE.with(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP));
        double step = 2.0 / 5 * Math.log(2);
        assertThat(last.floor(1)).isEqualTo(step, within(1e-14));
    }

    @Test
    void theLayoutFollowsFromTheCellAndTheLayers() {
        assertThat(kernel(REFERENCE
                                .with(Settings.CELL, Cell.GRU)
                                .with(Settings.LAYERS, 2)
                                .with(Settings.HIDDEN_UNITS, 7))
                        .layout())
                .isEqualTo(new ParameterLayout(3, 3, 7, Cell.GRU, 2));
    }

    @Test
    void aSigmoidIsRefusedWhereItCannotReachWhatIsWanted() {
        for (DrawnTask kind : DrawnKinds.ALL) {
            if ((kind.targets() == TargetKind.NUMBERS)) {
                DrawnTask drawn = kind;
                boolean isReached = IntStream.range(0, 100)
                        .mapToObj(seed -> drawn.draw(new SplittableRandom(seed)))
                        .flatMap(steps -> IntStream.range(0, steps.size()).mapToObj(steps::target))
                        .filter(target -> target.kind() == TargetKind.NUMBERS)
                        .allMatch(target -> target.wanted(0) >= 0 && target.wanted(0) <= 1);
                Hyperparameters squared = Hyperparameters.reference().with(Settings.OUTPUT, Output.SQUARED);
                Optional<Message> problem =
                        InvalidInput.problemOf(() -> new Experiment(Task.drawn(drawn), squared, EngineName.KERNEL));
                assertThat(problem.isEmpty()).as(kind.name()).isEqualTo(isReached);
                problem.ifPresent(told -> assertThat(told.text()).endsWith("choose linear outputs."));
            }
        }
    }
}
