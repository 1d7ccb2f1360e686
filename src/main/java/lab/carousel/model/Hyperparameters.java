package lab.carousel.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import lab.carousel.model.layout.Cell;
import lab.carousel.text.InvalidInput;

/** Everything that steers learning: a value for each of {@link Settings#ALL}. Immutable. */
public final class Hyperparameters {

    public static final int MAX_HIDDEN_UNITS = 512;
    public static final int MAX_EPOCHS = 10_000_000;
    /** The largest seed: the largest whole number that every JSON reader keeps exactly. */
    public static final long MAX_SEED = 9_007_199_254_740_991L;

    private final Map<Setting<?>, Object> values;

    /**
     * Checks each value, and that they can work together.
     *
     * @throws InvalidInput if a value is out of bounds, or the state is reset at every step while the gradient is to
     *     travel further
     */
    private Hyperparameters(Map<Setting<?>, Object> values) {
        this.values = Map.copyOf(values);
        Settings.ALL.forEach(this::check);
        if (resetPolicy() == ResetPolicy.EVERY_STEP && updateInterval().steps() != 1) {
            throw new InvalidInput("model.updateInterval.stateless");
        }
    }

    private <T> void check(Setting<T> setting) {
        setting.check(get(setting));
    }

    /** The tutorial's settings: those from which every experiment begins. */
    public static Hyperparameters reference() {
        Map<Setting<?>, Object> values = new HashMap<>();
        Settings.ALL.forEach(setting -> values.put(setting, setting.reference()));
        return new Hyperparameters(values);
    }

    @SuppressWarnings("unchecked") // with and reference put in what a setting can have
    public <T> T get(Setting<T> setting) {
        return (T) Objects.requireNonNull(values.get(setting));
    }

    public <T> Hyperparameters with(Setting<T> setting, T value) {
        Map<Setting<?>, Object> changed = new HashMap<>(values);
        changed.put(setting, value);
        return new Hyperparameters(changed);
    }

    public Cell cell() {
        return get(Settings.CELL);
    }

    public Hyperparameters withCell(Cell cell) {
        return with(Settings.CELL, cell);
    }

    public int layers() {
        return get(Settings.LAYERS);
    }

    public Hyperparameters withLayers(int layers) {
        return with(Settings.LAYERS, layers);
    }

    /** H, the number of units in each layer. */
    public int hiddenUnits() {
        return get(Settings.HIDDEN_UNITS);
    }

    public Hyperparameters withHiddenUnits(int hiddenUnits) {
        return with(Settings.HIDDEN_UNITS, hiddenUnits);
    }

    public Output output() {
        return get(Settings.OUTPUT);
    }

    public Hyperparameters withOutput(Output output) {
        return with(Settings.OUTPUT, output);
    }

    public double learningRate() {
        return get(Settings.LEARNING_RATE);
    }

    public Hyperparameters withLearningRate(double learningRate) {
        return with(Settings.LEARNING_RATE, learningRate);
    }

    public int epochs() {
        return get(Settings.EPOCHS);
    }

    public Hyperparameters withEpochs(int epochs) {
        return with(Settings.EPOCHS, epochs);
    }

    public UpdateInterval updateInterval() {
        return get(Settings.UPDATE_INTERVAL);
    }

    public Hyperparameters withUpdateInterval(UpdateInterval updateInterval) {
        return with(Settings.UPDATE_INTERVAL, updateInterval);
    }

    /**
     * n: step j of a sequence goes to slot j mod n, each slot keeps its own state, one update averages over the slots (Keras
     * with {@code stateful=True}).
     */
    public int batchSize() {
        return get(Settings.BATCH_SIZE);
    }

    public Hyperparameters withBatchSize(int batchSize) {
        return with(Settings.BATCH_SIZE, batchSize);
    }

    /**
     * n: at each step the last n symbols are fed, one after the other, from the carried state, and one target is predicted
     * (Keras's {@code timesteps}).
     */
    public int lag() {
        return get(Settings.LAG);
    }

    public Hyperparameters withLag(int lag) {
        return with(Settings.LAG, lag);
    }

    public ResetPolicy resetPolicy() {
        return get(Settings.RESET_POLICY);
    }

    public Hyperparameters withResetPolicy(ResetPolicy resetPolicy) {
        return with(Settings.RESET_POLICY, resetPolicy);
    }

    public Order order() {
        return get(Settings.ORDER);
    }

    public Hyperparameters withOrder(Order order) {
        return with(Settings.ORDER, order);
    }

    public LossWeighting lossWeighting() {
        return get(Settings.LOSS_WEIGHTING);
    }

    public Hyperparameters withLossWeighting(LossWeighting lossWeighting) {
        return with(Settings.LOSS_WEIGHTING, lossWeighting);
    }

    public Optimiser optimiser() {
        return get(Settings.OPTIMISER);
    }

    public Hyperparameters withOptimiser(Optimiser optimiser) {
        return with(Settings.OPTIMISER, optimiser);
    }

    /** Used by {@link Optimiser#SGD} only. */
    public double momentum() {
        return get(Settings.MOMENTUM);
    }

    public Hyperparameters withMomentum(double momentum) {
        return with(Settings.MOMENTUM, momentum);
    }

    /** The share of a parameter that each update takes away, times the learning rate, whatever its gradient (AdamW). */
    public double weightDecay() {
        return get(Settings.WEIGHT_DECAY);
    }

    public Hyperparameters withWeightDecay(double weightDecay) {
        return with(Settings.WEIGHT_DECAY, weightDecay);
    }

    public Clipping clipping() {
        return get(Settings.CLIPPING);
    }

    public Hyperparameters withClipping(Clipping clipping) {
        return with(Settings.CLIPPING, clipping);
    }

    public GateBias gateBias() {
        return new GateBias(get(Settings.FORGET_GATE_BIAS), get(Settings.INPUT_GATE_BIAS), get(Settings.CHRONO_SPAN));
    }

    public Hyperparameters withGateBias(GateBias gateBias) {
        return with(Settings.FORGET_GATE_BIAS, gateBias.forget())
                .with(Settings.INPUT_GATE_BIAS, gateBias.input())
                .with(Settings.CHRONO_SPAN, gateBias.chronoSpan());
    }

    public long seed() {
        return get(Settings.SEED);
    }

    public Hyperparameters withSeed(long seed) {
        return with(Settings.SEED, seed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hyperparameters hyperparameters && values.equals(hyperparameters.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
