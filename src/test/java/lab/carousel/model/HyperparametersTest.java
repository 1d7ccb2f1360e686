package lab.carousel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Supplier;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.task.Task;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HyperparametersTest {

    private static final Hyperparameters REFERENCE = Hyperparameters.reference();

    private static void assertInvalid(Supplier<?> made, String message) {
        assertThatThrownBy(made::get).isInstanceOf(InvalidInput.class).hasMessage(message);
    }

    private static List<Object> all(Hyperparameters values) {
        return List.of(
                values.cell(),
                values.layers(),
                values.hiddenUnits(),
                values.output(),
                values.learningRate(),
                values.epochs(),
                values.updateInterval(),
                values.batchSize(),
                values.lag(),
                values.resetPolicy(),
                values.order(),
                values.lossWeighting(),
                values.optimiser(),
                values.momentum(),
                values.clipping(),
                values.gateBias(),
                values.seed());
    }

    @Test
    void theReferenceIsTheTutorial() {
        assertThat(all(REFERENCE))
                .isEqualTo(List.of(
                        Cell.LSTM,
                        1,
                        20,
                        Output.SIGMOID,
                        0.001,
                        250,
                        new UpdateInterval(1),
                        1,
                        1,
                        ResetPolicy.AFTER_SEQUENCE,
                        Order.AS_LISTED,
                        new LossWeighting(1, 1),
                        Optimiser.ADAM,
                        0.0,
                        new Clipping(Double.POSITIVE_INFINITY),
                        new GateBias(1, 0, GateBias.NO_CHRONO),
                        1L));
    }

    @Test
    void eachChangeLeavesTheRestAsItIs() {
        Hyperparameters changed = REFERENCE
                .withCell(Cell.GRU)
                .withLayers(2)
                .withHiddenUnits(7)
                .withOutput(Output.SOFTMAX)
                .withLearningRate(0.5)
                .withEpochs(3)
                .withUpdateInterval(UpdateInterval.WHOLE_SEQUENCE)
                .withBatchSize(4)
                .withLag(5)
                .withResetPolicy(ResetPolicy.NEVER)
                .withOrder(Order.SHUFFLED)
                .withLossWeighting(LossWeighting.LAST_STEP)
                .withOptimiser(Optimiser.SGD)
                .withMomentum(0.9)
                .withClipping(new Clipping(2))
                .withGateBias(new GateBias(3, -1, 12))
                .withSeed(9);
        assertThat(all(changed))
                .isEqualTo(List.of(
                        Cell.GRU,
                        2,
                        7,
                        Output.SOFTMAX,
                        0.5,
                        3,
                        UpdateInterval.WHOLE_SEQUENCE,
                        4,
                        5,
                        ResetPolicy.NEVER,
                        Order.SHUFFLED,
                        LossWeighting.LAST_STEP,
                        Optimiser.SGD,
                        0.9,
                        new Clipping(2),
                        new GateBias(3, -1, 12),
                        9L));
    }

    @Test
    void boundsAreInclusive() {
        assertThat(REFERENCE.withHiddenUnits(512).withHiddenUnits(1).hiddenUnits())
                .isEqualTo(1);
        assertThat(REFERENCE.withLearningRate(100).learningRate()).isEqualTo(100);
        assertThat(REFERENCE.withEpochs(10_000_000).withEpochs(0).epochs()).isZero();
        assertThat(REFERENCE.withBatchSize(5_000).batchSize()).isEqualTo(5_000);
        assertThat(REFERENCE.withSeed(9_007_199_254_740_991L).withSeed(0).seed())
                .isZero();
        assertThat(new UpdateInterval(5_000).steps()).isEqualTo(5_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 513})
    void hiddenUnitsOutOfBounds(int units) {
        assertInvalid(
                () -> REFERENCE.withHiddenUnits(units),
                "The number of hidden units must be a whole number from 1 to 512.");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.001, 100.001, Double.NaN, Double.POSITIVE_INFINITY})
    void learningRateOutOfBounds(double rate) {
        assertInvalid(
                () -> REFERENCE.withLearningRate(rate), "The learning rate must be a number above 0 and at most 100.");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10_000_001})
    void epochsOutOfBounds(int epochs) {
        assertInvalid(
                () -> REFERENCE.withEpochs(epochs),
                "The number of epochs must be a whole number from 0 to 10,000,000.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5_001})
    void batchSizeOutOfBounds(int size) {
        assertInvalid(() -> REFERENCE.withBatchSize(size), "The batch size must be a whole number from 1 to 5,000.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 9})
    void layersOutOfBounds(int layers) {
        assertInvalid(() -> REFERENCE.withLayers(layers), "The number of layers must be a whole number from 1 to 8.");
        assertThat(REFERENCE.withLayers(8).layers()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 5_001})
    void lagOutOfBounds(int lag) {
        assertInvalid(() -> REFERENCE.withLag(lag), "The lag must be a whole number from 1 to 5,000.");
        assertThat(REFERENCE.withLag(5_000).lag()).isEqualTo(5_000);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, Double.NaN})
    void momentumOutOfBounds(double momentum) {
        assertInvalid(() -> REFERENCE.withMomentum(momentum), "The momentum must be a number from 0 to below 1.");
        assertThat(REFERENCE.withMomentum(0.999).momentum()).isEqualTo(0.999);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 9_007_199_254_740_992L})
    void seedOutOfBounds(long seed) {
        assertInvalid(
                () -> REFERENCE.withSeed(seed), "The seed must be a whole number from 0 to 9,007,199,254,740,991.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -5, 5_001})
    void updateIntervalOutOfBounds(int steps) {
        assertInvalid(
                () -> new UpdateInterval(steps),
                "The update interval must be a whole number of steps from 1 to 5,000, or the whole sequence.");
    }

    @Test
    void onlyTheWholeSequenceIsTheWholeSequence() {
        assertThat(UpdateInterval.WHOLE_SEQUENCE.isWholeSequence()).isTrue();
        assertThat(new UpdateInterval(5_000).isWholeSequence()).isFalse();
        assertThat(UpdateInterval.ONE_STEP.isWholeSequence()).isFalse();
    }

    @Test
    void aStatelessNetworkHasNoPastForTheGradient() {
        Hyperparameters stateless = REFERENCE.withResetPolicy(ResetPolicy.EVERY_STEP);
        assertThat(stateless.updateInterval()).isEqualTo(UpdateInterval.ONE_STEP);
        for (UpdateInterval interval : new UpdateInterval[] {UpdateInterval.WHOLE_SEQUENCE, new UpdateInterval(2)}) {
            assertThatThrownBy(() -> stateless.withUpdateInterval(interval))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageStartingWith("With the state reset at every step the gradient has no past");
        }
    }

    @Test
    void aBatchHasNoMoreSlotsThanTheLongestSequenceHasSteps() {
        Task task = Task.parse("a b c", "a b", "a b c a");
        assertThat(new Experiment(task, REFERENCE.withBatchSize(3), EngineName.DL4J).task())
                .isEqualTo(task);
        assertThatThrownBy(() -> new Experiment(task, REFERENCE.withBatchSize(4), EngineName.DL4J))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("The batch size 4 is larger than the 3 steps of the longest sequence");
    }

    @Test
    void theReferenceExperimentIsTheReferenceTaskWithTheKernel() {
        assertThat(Experiment.reference()).isEqualTo(new Experiment(Task.reference(), REFERENCE, EngineName.KERNEL));
        assertThat(Experiment.reference().layout()).isEqualTo(new ParameterLayout(5, 20));
    }
}
