package lab.carousel.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
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
        if (get(Settings.RESET_POLICY) == ResetPolicy.EVERY_STEP
                && get(Settings.UPDATE_INTERVAL).steps() != 1) {
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

    /** Whether chrono initialisation takes the place of the biases of the gates. */
    public boolean isChrono() {
        return get(Settings.CHRONO_SPAN) != Settings.NO_CHRONO;
    }

    /** Whether all but the weights of the outputs stay as they are. */
    public boolean isOutputOnly() {
        return get(Settings.TRAINS) == Settings.Trains.OUTPUT_ONLY;
    }

    /** Whether errors go back through the cell states alone, in cells that have one and learn. */
    public boolean isErrorTruncated() {
        return get(Settings.ERROR_FLOW) == ErrorFlow.CELL_STATE_ONLY
                && Settings.ERROR_FLOW.obstacle(this).isEmpty();
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
