package lab.carousel.file.model.keras;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lab.carousel.file.json.JsonKind;
import lab.carousel.file.json.JsonValue;
import lab.carousel.text.InvalidInput;

/**
 * Description of a layer in Keras.
 *
 * @param kind its class, {@code LSTM} for example
 * @param number of layers of its class before it
 * @param config its settings
 */
record KerasLayer(String kind, String name, int number, JsonValue config) {

    static final String DENSE = "Dense";
    static final String ACTIVATION_LAYER = "Activation";

    private static final String CLASS_NAME = "class_name";
    private static final String CONFIG = "config";
    private static final String MODULE = "module";

    /** Precisions at least as fine as single. */
    private static final List<String> EXACT = List.of("float32", "float64");

    private static final List<String> COARSE = List.of("float16", "bfloat16", "mixed_float16", "mixed_bfloat16");

    /** Known settings: they change nothing, or are checked. */
    private static final Set<String> KNOWN = Set.of(
            "name",
            "trainable",
            "dtype",
            "units",
            "activation",
            "use_bias",
            "activity_regularizer",
            "batch_input_shape",
            "batch_shape",
            "input_shape",
            "input_dim",
            "input_length",
            "recurrent_activation",
            "return_sequences",
            "return_state",
            "go_backwards",
            "stateful",
            "unroll",
            "time_major",
            "zero_output_for_mask",
            "unit_forget_bias",
            "dropout",
            "recurrent_dropout",
            "implementation",
            "reset_after",
            "seed");

    private static final Pattern RULE = Pattern.compile("(kernel|recurrent|bias)_(initializer|regularizer|constraint)");

    /**
     * Class of a layer or model of Keras itself.
     *
     * @throws InvalidInput if its module is not one of these; names it
     */
    static String kind(JsonValue value, String name, List<String> modules) {
        String kind = value.member(CLASS_NAME).text();
        // Old files have no module; null means a class of somebody's program
        module(value)
                .filter(module -> !modules.contains(module))
                .map(module -> module + "." + kind)
                .or(() -> Optional.ofNullable(value.members().get("registered_name"))
                        .filter(any -> any.kind() != JsonKind.NULL)
                        .map(any -> any.content().toString())
                        .filter(any -> !(any.equals("Functional") && kind.equals("Functional"))))
                .ifPresent(foreign -> {
                    throw new InvalidInput("network.keras.foreign", name, foreign);
                });
        return kind;
    }

    private static Optional<String> module(JsonValue value) {
        return Optional.ofNullable(value.members().get(MODULE))
                .map(module -> module.kind() == JsonKind.TEXT ? module.text() : "__main__");
    }

    private Optional<JsonValue> setting(String setting) {
        return Optional.ofNullable(config.members().get(setting)).filter(value -> value.kind() != JsonKind.NULL);
    }

    /**
     * Rejects unknown settings.
     *
     * @throws InvalidInput if there is one; names it
     */
    void requireKnownSettings() {
        config.members().forEach((setting, value) -> {
            boolean isKnown = KNOWN.contains(setting) || RULE.matcher(setting).matches();
            if (!isKnown && value.kind() != JsonKind.NULL) {
                throw new InvalidInput("network.keras.unknown", name, kind, setting);
            }
        });
    }

    /**
     * The precision of the layer, if it is so coarse that its outputs differ from ours.
     *
     * @throws InvalidInput if it does not compute with floating point numbers
     */
    Optional<String> coarse() {
        Optional<String> precision = setting("dtype").map(KerasLayer::precision).filter(word -> !EXACT.contains(word));
        if (precision.isPresent() && !COARSE.contains(precision.get())) {
            throw new InvalidInput("network.keras.setting", name, kind, "dtype", precision.get(), EXACT.get(0));
        }
        return precision;
    }

    private static String precision(JsonValue dtype) {
        boolean isPolicy = dtype.kind() == JsonKind.OBJECT
                && List.of("DTypePolicy", "Policy")
                        .contains(dtype.member(CLASS_NAME).text());
        return isPolicy
                ? dtype.member(CONFIG).member("name").text()
                : dtype.kind() == JsonKind.TEXT ? dtype.text() : described(dtype);
    }

    /**
     * A function of Keras itself.
     *
     * @throws InvalidInput if it is missing or custom; names it
     */
    String function(String setting) {
        if (!config.members().containsKey(setting)) {
            throw new InvalidInput("network.keras.unsaid", name, kind, setting);
        }
        Optional<JsonValue> value = setting(setting);
        if (value.isEmpty() || value.get().kind() == JsonKind.TEXT) {
            return value.map(JsonValue::text).orElse("linear");
        }
        String described = described(value.get());
        String own = "keras.activations.";
        if (!described.startsWith(own)) {
            throw new InvalidInput("network.keras.function", name, kind, setting, described);
        }
        return described.substring(own.length());
    }

    /** Package and class of an object, or of a function. */
    private static String described(JsonValue value) {
        if (value.kind() != JsonKind.OBJECT) {
            return String.valueOf(value.content());
        }
        String kind = value.member(CLASS_NAME).text();
        if (kind.equals("__lambda__")) {
            return "lambda";
        }
        String own = Optional.ofNullable(value.members().get(CONFIG))
                .filter(inner -> kind.equals("function") && inner.kind() == JsonKind.TEXT)
                .map(JsonValue::text)
                .orElse(kind);
        return module(value).map(module -> module + "." + own).orElse(own);
    }

    int units() {
        return config.member("units").wholeNumber(1, 1_000_000);
    }

    boolean is(String setting, boolean usual) {
        return setting(setting).map(JsonValue::truth).orElse(usual);
    }

    /**
     * @throws InvalidInput if the function is another one; names the layer and says what would have to change
     */
    void require(String setting, String value) {
        String found = function(setting);
        if (!found.equals(value)) {
            throw new InvalidInput("network.keras.setting", name, kind, setting, found, value);
        }
    }

    /** One that is off where it is not said. */
    void require(String setting, boolean value) {
        if (is(setting, false) != value) {
            throw new InvalidInput(
                    "network.keras.setting", name, kind, setting, value ? "False" : "True", value ? "True" : "False");
        }
    }
}
