package lab.carousel.model;

import java.util.function.Consumer;
import lab.carousel.model.layout.Cell;
import lab.carousel.task.Limits;
import lab.carousel.text.InvalidInput;

/**
 * Everything that steers learning.
 *
 * @param cell           what a unit is
 * @param layers         how many layers of such units lie on one another: 1 to {@value #MAX_LAYERS}
 * @param hiddenUnits    H, the number of units in each layer: 1 to {@value #MAX_HIDDEN_UNITS}
 * @param output         what the output units compute, and the loss
 * @param learningRate   above 0, at most {@value #MAX_LEARNING_RATE}
 * @param epochs         how often all sequences are learned: 0 to {@value #MAX_EPOCHS}
 * @param updateInterval time steps per weight update
 * @param batchSize      n: step j of a sequence goes to slot j mod n, each slot keeps its own state, one update averages
 *                       over the slots (Keras with {@code stateful=True}); 1 to {@value Limits#MAX_SEQUENCE_LENGTH}
 * @param lag            n: at each step the last n symbols are fed, one after the other, from the carried state, and one target is
 *                       predicted (Keras's {@code timesteps}); 1, the reference, to
 *                       {@value Limits#MAX_SEQUENCE_LENGTH}
 * @param resetPolicy    when the state goes back to zero
 * @param order          the order of the sequences in an epoch
 * @param lossWeighting  which steps have an error signal
 * @param optimiser      how a gradient becomes a change of the parameters
 * @param momentum       of {@link Optimiser#SGD}; the others take no notice of it: 0 to below 1
 * @param clipping       how long a gradient may be
 * @param gateBias       the biases from which the gates start
 * @param seed           where every random draw comes from: 0 to {@value #MAX_SEED}
 */
public record Hyperparameters(
        Cell cell,
        int layers,
        int hiddenUnits,
        Output output,
        double learningRate,
        int epochs,
        UpdateInterval updateInterval,
        int batchSize,
        int lag,
        ResetPolicy resetPolicy,
        Order order,
        LossWeighting lossWeighting,
        Optimiser optimiser,
        double momentum,
        Clipping clipping,
        GateBias gateBias,
        long seed) {

    /** The most layers. */
    public static final int MAX_LAYERS = 8;
    /** The most hidden units in a layer. */
    public static final int MAX_HIDDEN_UNITS = 512;
    /** The largest learning rate. */
    public static final double MAX_LEARNING_RATE = 100;
    /** The most epochs. */
    public static final int MAX_EPOCHS = 10_000_000;
    /** The largest seed: the largest whole number that every JSON reader keeps exactly. */
    public static final long MAX_SEED = 9_007_199_254_740_991L;

    /**
     * Checks each value, and that they can work together.
     *
     * @throws InvalidInput if a value is out of bounds, or the state is reset at every step while the gradient is to
     *                      travel further
     */
    public Hyperparameters {
        checkRange("model.layers.range", layers, 1, MAX_LAYERS);
        checkHiddenUnits(hiddenUnits);
        checkLearningRate(learningRate);
        checkRange("model.epochs.range", epochs, 0, MAX_EPOCHS);
        checkRange("model.batchSize.range", batchSize, 1, Limits.MAX_SEQUENCE_LENGTH);
        checkRange("model.lag.range", lag, 1, Limits.MAX_SEQUENCE_LENGTH);
        checkRange("model.seed.range", seed, 0, MAX_SEED);
        if (!(momentum >= 0 && momentum < 1)) {
            throw new InvalidInput("model.momentum.range");
        }
        if (resetPolicy == ResetPolicy.EVERY_STEP && updateInterval.steps() != 1) {
            throw new InvalidInput("model.updateInterval.stateless");
        }
    }

    /** The tutorial's settings (DESIGN §1). */
    public static Hyperparameters reference() {
        return new Hyperparameters(
                Cell.LSTM,
                1,
                20,
                Output.SIGMOID,
                0.001,
                250,
                UpdateInterval.ONE_STEP,
                1,
                1,
                ResetPolicy.AFTER_SEQUENCE,
                Order.AS_LISTED,
                LossWeighting.ALL_STEPS,
                Optimiser.ADAM,
                0,
                Clipping.NONE,
                GateBias.REFERENCE,
                1);
    }

    /** @throws InvalidInput if out of bounds */
    public static void checkHiddenUnits(int units) {
        checkRange("model.hiddenUnits.range", units, 1, MAX_HIDDEN_UNITS);
    }

    /** @throws InvalidInput if it is not a number above 0 and at most {@value #MAX_LEARNING_RATE} */
    public static void checkLearningRate(double rate) {
        if (!(rate > 0 && rate <= MAX_LEARNING_RATE)) {
            throw new InvalidInput("model.learningRate.range", MAX_LEARNING_RATE);
        }
    }

    private static void checkRange(String key, long value, long least, long most) {
        if (value < least || value > most) {
            throw new InvalidInput(key, least, most);
        }
    }

    /** The same with another cell. */
    public Hyperparameters withCell(Cell cell) {
        return changed(values -> values.cell = cell);
    }

    /** The same with another number of layers. */
    public Hyperparameters withLayers(int layers) {
        return changed(values -> values.layers = layers);
    }

    /** The same with another number of hidden units. */
    public Hyperparameters withHiddenUnits(int hiddenUnits) {
        return changed(values -> values.hiddenUnits = hiddenUnits);
    }

    /** The same with another output. */
    public Hyperparameters withOutput(Output output) {
        return changed(values -> values.output = output);
    }

    /** The same with another learning rate. */
    public Hyperparameters withLearningRate(double learningRate) {
        return changed(values -> values.learningRate = learningRate);
    }

    /** The same with another number of epochs. */
    public Hyperparameters withEpochs(int epochs) {
        return changed(values -> values.epochs = epochs);
    }

    /** The same with another update interval. */
    public Hyperparameters withUpdateInterval(UpdateInterval updateInterval) {
        return changed(values -> values.updateInterval = updateInterval);
    }

    /** The same with another batch size. */
    public Hyperparameters withBatchSize(int batchSize) {
        return changed(values -> values.batchSize = batchSize);
    }

    /** The same with another lag. */
    public Hyperparameters withLag(int lag) {
        return changed(values -> values.lag = lag);
    }

    /** The same with another reset policy. */
    public Hyperparameters withResetPolicy(ResetPolicy resetPolicy) {
        return changed(values -> values.resetPolicy = resetPolicy);
    }

    /** The same with another order. */
    public Hyperparameters withOrder(Order order) {
        return changed(values -> values.order = order);
    }

    /** The same with another weighting of the steps. */
    public Hyperparameters withLossWeighting(LossWeighting lossWeighting) {
        return changed(values -> values.lossWeighting = lossWeighting);
    }

    /** The same with another optimiser. */
    public Hyperparameters withOptimiser(Optimiser optimiser) {
        return changed(values -> values.optimiser = optimiser);
    }

    /** The same with another momentum. */
    public Hyperparameters withMomentum(double momentum) {
        return changed(values -> values.momentum = momentum);
    }

    /** The same with another clipping. */
    public Hyperparameters withClipping(Clipping clipping) {
        return changed(values -> values.clipping = clipping);
    }

    /** The same with other biases of the gates. */
    public Hyperparameters withGateBias(GateBias gateBias) {
        return changed(values -> values.gateBias = gateBias);
    }

    /** The same with another seed. */
    public Hyperparameters withSeed(long seed) {
        return changed(values -> values.seed = seed);
    }

    private Hyperparameters changed(Consumer<Values> change) {
        Values values = new Values(this);
        change.accept(values);
        return values.hyperparameters();
    }

    /** A copy in which one value can be changed. */
    private static final class Values {

        private Cell cell;
        private int layers;
        private int hiddenUnits;
        private Output output;
        private double learningRate;
        private int epochs;
        private UpdateInterval updateInterval;
        private int batchSize;
        private int lag;
        private ResetPolicy resetPolicy;
        private Order order;
        private LossWeighting lossWeighting;
        private Optimiser optimiser;
        private double momentum;
        private Clipping clipping;
        private GateBias gateBias;
        private long seed;

        Values(Hyperparameters from) {
            cell = from.cell;
            layers = from.layers;
            hiddenUnits = from.hiddenUnits;
            output = from.output;
            learningRate = from.learningRate;
            epochs = from.epochs;
            updateInterval = from.updateInterval;
            batchSize = from.batchSize;
            lag = from.lag;
            resetPolicy = from.resetPolicy;
            order = from.order;
            lossWeighting = from.lossWeighting;
            optimiser = from.optimiser;
            momentum = from.momentum;
            clipping = from.clipping;
            gateBias = from.gateBias;
            seed = from.seed;
        }

        Hyperparameters hyperparameters() {
            return new Hyperparameters(
                    cell,
                    layers,
                    hiddenUnits,
                    output,
                    learningRate,
                    epochs,
                    updateInterval,
                    batchSize,
                    lag,
                    resetPolicy,
                    order,
                    lossWeighting,
                    optimiser,
                    momentum,
                    clipping,
                    gateBias,
                    seed);
        }
    }
}
