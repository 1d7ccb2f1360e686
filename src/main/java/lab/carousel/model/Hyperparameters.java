package lab.carousel.model;

import lab.carousel.message.InvalidInput;
import lab.carousel.task.Limits;

/**
 * Everything that steers learning.
 *
 * @param hiddenUnits    H, the number of LSTM units: 1 to {@value #MAX_HIDDEN_UNITS}
 * @param learningRate   above 0, at most {@value #MAX_LEARNING_RATE}
 * @param epochs         how often all sequences are learned: 0 to {@value #MAX_EPOCHS}
 * @param updateInterval time steps per weight update
 * @param batchSize      n: step j of a sequence goes to slot j mod n, each slot keeps its own state, one update averages
 *                       over the slots (Keras with {@code stateful=True}); 1 to {@value Limits#MAX_SEQUENCE_LENGTH}
 * @param resetPolicy    when the state goes back to zero
 * @param order          the order of the sequences in an epoch
 * @param seed           where every random draw comes from: 0 to {@value #MAX_SEED}
 * @param optimiser      how a gradient becomes a change of the parameters
 * @param output         what the output units compute, and the loss
 */
public record Hyperparameters(
        int hiddenUnits,
        double learningRate,
        int epochs,
        UpdateInterval updateInterval,
        int batchSize,
        ResetPolicy resetPolicy,
        Order order,
        long seed,
        Optimiser optimiser,
        Output output) {

    /** The most hidden units. */
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
        checkHiddenUnits(hiddenUnits);
        checkLearningRate(learningRate);
        checkRange("model.epochs.range", epochs, 0, MAX_EPOCHS);
        checkRange("model.batchSize.range", batchSize, 1, Limits.MAX_SEQUENCE_LENGTH);
        checkRange("model.seed.range", seed, 0, MAX_SEED);
        if (resetPolicy == ResetPolicy.EVERY_STEP && updateInterval.steps() != 1) {
            throw new InvalidInput("model.updateInterval.stateless");
        }
    }

    /** The tutorial's settings (DESIGN §1). */
    public static Hyperparameters reference() {
        return new Hyperparameters(
                20,
                0.001,
                250,
                UpdateInterval.ONE_STEP,
                1,
                ResetPolicy.AFTER_SEQUENCE,
                Order.AS_LISTED,
                1,
                Optimiser.ADAM,
                Output.SIGMOID);
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

    /** The same with another number of hidden units. */
    public Hyperparameters withHiddenUnits(int units) {
        return new Hyperparameters(
                units, learningRate, epochs, updateInterval, batchSize, resetPolicy, order, seed, optimiser, output);
    }

    /** The same with another learning rate. */
    public Hyperparameters withLearningRate(double rate) {
        return new Hyperparameters(
                hiddenUnits, rate, epochs, updateInterval, batchSize, resetPolicy, order, seed, optimiser, output);
    }

    /** The same with another number of epochs. */
    public Hyperparameters withEpochs(int number) {
        return new Hyperparameters(
                hiddenUnits, learningRate, number, updateInterval, batchSize, resetPolicy, order, seed, optimiser,
                output);
    }

    /** The same with another update interval. */
    public Hyperparameters withUpdateInterval(UpdateInterval interval) {
        return new Hyperparameters(
                hiddenUnits, learningRate, epochs, interval, batchSize, resetPolicy, order, seed, optimiser, output);
    }

    /** The same with another batch size. */
    public Hyperparameters withBatchSize(int size) {
        return new Hyperparameters(
                hiddenUnits, learningRate, epochs, updateInterval, size, resetPolicy, order, seed, optimiser, output);
    }

    /** The same with another reset policy. */
    public Hyperparameters withResetPolicy(ResetPolicy policy) {
        return new Hyperparameters(
                hiddenUnits, learningRate, epochs, updateInterval, batchSize, policy, order, seed, optimiser, output);
    }

    /** The same with another order. */
    public Hyperparameters withOrder(Order newOrder) {
        return new Hyperparameters(
                hiddenUnits, learningRate, epochs, updateInterval, batchSize, resetPolicy, newOrder, seed, optimiser,
                output);
    }

    /** The same with another seed. */
    public Hyperparameters withSeed(long newSeed) {
        return new Hyperparameters(
                hiddenUnits, learningRate, epochs, updateInterval, batchSize, resetPolicy, order, newSeed, optimiser,
                output);
    }

    /** The same with another optimiser. */
    public Hyperparameters withOptimiser(Optimiser newOptimiser) {
        return new Hyperparameters(
                hiddenUnits, learningRate, epochs, updateInterval, batchSize, resetPolicy, order, seed, newOptimiser,
                output);
    }

    /** The same with another output. */
    public Hyperparameters withOutput(Output newOutput) {
        return new Hyperparameters(
                hiddenUnits, learningRate, epochs, updateInterval, batchSize, resetPolicy, order, seed, optimiser,
                newOutput);
    }
}
