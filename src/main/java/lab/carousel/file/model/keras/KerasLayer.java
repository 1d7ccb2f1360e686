package lab.carousel.file.model.keras;

import java.util.Optional;
import lab.carousel.file.json.JsonValue;
import lab.carousel.text.InvalidInput;

/**
 * A layer as Keras describes it.
 *
 * @param kind   its class, {@code LSTM} for example
 * @param name   its name in the model
 * @param number how many layers of its class come before it
 * @param config its settings
 */
record KerasLayer(String kind, String name, int number, JsonValue config) {

    /** A setting that is a word; empty if it is not there, or something else. */
    Optional<String> word(String setting) {
        return Optional.ofNullable(config.members().get(setting))
                .filter(value -> value.kind() == JsonValue.JsonKind.TEXT)
                .map(JsonValue::text);
    }

    /** Whether a setting is true; what is meant if it is not there. */
    boolean is(String setting, boolean usual) {
        return Optional.ofNullable(config.members().get(setting))
                .map(JsonValue::truth)
                .orElse(usual);
    }

    /**
     * Requires a setting to have a value.
     *
     * @throws InvalidInput if it has another one; names the layer and says what would have to change
     */
    void require(String setting, String value) {
        String found = word(setting).orElse(value);
        if (!found.equals(value)) {
            throw new InvalidInput("network.keras.setting", name, kind, setting, found, value);
        }
    }

    /** The same for a setting that is true or false. */
    void require(String setting, boolean value) {
        if (is(setting, value) != value) {
            throw new InvalidInput(
                    "network.keras.setting", name, kind, setting, value ? "False" : "True", value ? "True" : "False");
        }
    }
}
