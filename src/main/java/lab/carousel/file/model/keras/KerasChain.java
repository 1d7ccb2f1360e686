package lab.carousel.file.model.keras;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import lab.carousel.file.json.JsonKind;
import lab.carousel.file.json.JsonValue;
import lab.carousel.text.InvalidInput;

/**
 * Layers of a model in the order of their application: one chain from one input to one output. Rejects other models
 * by naming what branches.
 */
final class KerasChain {

    private static final String INPUT = "InputLayer";
    private static final String NAME = "name";
    private static final String CONFIG = "config";
    private static final List<String> KINDS = List.of("Sequential", "Functional", "Model");
    private static final List<String> LAYERS = List.of("keras.layers");

    /** Classes without a public name in Keras are listed by their module. */
    private static final List<String> MODELS = List.of(
            "keras",
            "keras.models",
            "keras.src.models.functional",
            "keras.src.engine.functional",
            "keras.engine.functional",
            "tf_keras.src.engine.functional");

    private record Link(KerasLayer layer, List<JsonValue> calls) {}

    private final Map<String, Link> links = new LinkedHashMap<>();
    private final Map<String, KerasLayer> next = new HashMap<>();

    private KerasChain() {}

    /**
     * The layers of a model, without its input.
     *
     * @throws InvalidInput if they are no chain
     */
    static List<KerasLayer> of(JsonValue model) {
        String kind = model.member("class_name").text();
        if (!KINDS.contains(kind)) {
            throw model.place().problem("network.keras.model", kind);
        }
        KerasLayer.kind(model, modelName(model), MODELS);
        JsonValue config = model.member(CONFIG);
        // Keras before 2.2.3 has the list itself
        JsonValue layers = config.kind() == JsonKind.LIST ? config : config.member("layers");
        KerasChain chain = new KerasChain();
        layers.elements().forEach(chain::put);
        return kind.equals("Sequential") ? chain.inOrder() : chain.wired(config);
    }

    private static String modelName(JsonValue model) {
        return Optional.of(model.member(CONFIG))
                .map(value -> value.kind() == JsonKind.OBJECT ? value.members().get(NAME) : null)
                .map(value -> value.kind() == JsonKind.TEXT ? value.text() : null)
                .orElse("model");
    }

    private void put(JsonValue value) {
        JsonValue config = value.member(CONFIG);
        JsonValue written = Optional.ofNullable(value.members().get(NAME)).orElseGet(() -> config.member(NAME));
        String name = written.text();
        if (config.members().containsKey(NAME) && !config.member(NAME).text().equals(name)) {
            throw wiring(written);
        }
        String kind = KerasLayer.kind(value, name, LAYERS);
        long before = links.values().stream()
                .filter(link -> link.layer.kind().equals(kind))
                .count();
        KerasLayer layer = new KerasLayer(kind, name, (int) before, config);
        JsonValue calls = value.members().get("inbound_nodes");
        if (links.put(name, new Link(layer, calls == null ? List.of() : calls.elements())) != null) {
            throw new InvalidInput("network.keras.twice", name);
        }
    }

    /** Layers of a Sequential model, without an input before them. */
    private List<KerasLayer> inOrder() {
        List<KerasLayer> layers = links.values().stream().map(Link::layer).toList();
        boolean hasInput = !layers.isEmpty() && layers.get(0).kind().equals(INPUT);
        return layers.subList(hasInput ? 1 : 0, layers.size());
    }

    private List<KerasLayer> wired(JsonValue config) {
        String first = end(config.member("input_layers"), "network.keras.inputs");
        String last = end(config.member("output_layers"), "network.keras.outputs");
        links.values().forEach(link -> connect(link, first));
        List<KerasLayer> chain = new ArrayList<>();
        for (KerasLayer at = next.get(first); at != null && chain.size() < links.size(); at = next.get(at.name())) {
            chain.add(at);
        }
        for (Link link : links.values()) {
            if (!link.layer.name().equals(first) && !chain.contains(link.layer)) {
                throw new InvalidInput("network.keras.apart", link.layer.name(), link.layer.kind());
            }
        }
        if (chain.isEmpty() || !chain.get(chain.size() - 1).name().equals(last)) {
            throw new InvalidInput("network.keras.early", last);
        }
        return chain;
    }

    /** The only layer at which the model begins or ends. */
    private static String end(JsonValue written, String manyKey) {
        boolean isNested = written.kind() == JsonKind.LIST
                && written.elements().size() == 1
                && written.elements().get(0).kind() == JsonKind.LIST;
        return source(isNested ? written.elements().get(0) : written, "", () -> new InvalidInput(manyKey));
    }

    /** Layer of a tensor reference: a name, two numbers, and arguments. */
    private static String source(JsonValue tensor, String taker, Supplier<InvalidInput> noTensor) {
        List<JsonValue> parts = tensor.kind() == JsonKind.LIST ? tensor.elements() : List.of();
        if (parts.size() < 3
                || parts.size() > 4
                || parts.get(0).kind() != JsonKind.TEXT
                || parts.get(1).kind() != JsonKind.WHOLE_NUMBER
                || parts.get(2).kind() != JsonKind.WHOLE_NUMBER) {
            throw noTensor.get();
        }
        String name = parts.get(0).text();
        if (parts.get(1).wholeNumber() != 0) {
            throw new InvalidInput("network.keras.applied", name);
        }
        if (parts.get(2).wholeNumber() != 0) {
            throw new InvalidInput("network.keras.state", taker.isEmpty() ? name : taker, name);
        }
        return name;
    }

    private void connect(Link link, String first) {
        KerasLayer layer = link.layer;
        if (layer.kind().equals(INPUT)) {
            if (!layer.name().equals(first)) {
                throw new InvalidInput("network.keras.inputs");
            }
            if (!link.calls.isEmpty()) {
                throw new InvalidInput("network.keras.applied", layer.name());
            }
            return;
        }
        if (link.calls.size() > 1) {
            throw new InvalidInput("network.keras.applied", layer.name());
        }
        if (link.calls.isEmpty()) {
            throw new InvalidInput("network.keras.apart", layer.name(), layer.kind());
        }
        String source = taken(layer, link.calls.get(0));
        if (!links.containsKey(source)) {
            throw wiring(link.calls.get(0));
        }
        KerasLayer other = next.put(source, layer);
        if (other != null) {
            throw new InvalidInput("network.keras.branch", source, other.name(), layer.name());
        }
    }

    /** The layer whose output a call takes: an object in Keras 3, before it a list. */
    private static String taken(KerasLayer layer, JsonValue call) {
        boolean isObject = call.kind() == JsonKind.OBJECT;
        List<JsonValue> inputs = isObject ? call.member("args").elements() : call.elements();
        if (isObject) {
            call.member("kwargs").members().forEach((name, value) -> requireNothing(layer, name, value));
            inputs.stream().skip(1).forEach(more -> requireNothing(layer, "", more));
            if (inputs.isEmpty()) {
                throw wiring(call);
            }
        }
        if ((inputs.size() != 1 && !isObject) || inputs.get(0).kind() != (isObject ? JsonKind.OBJECT : JsonKind.LIST)) {
            throw new InvalidInput("network.keras.joins", layer.name(), layer.kind());
        }
        JsonValue input = inputs.get(0);
        if (isObject && !input.member("class_name").text().equals("__keras_tensor__")) {
            throw wiring(input);
        }
        JsonValue tensor = isObject ? input.member(CONFIG).member("keras_history") : input;
        String source = source(tensor, layer.name(), () -> wiring(tensor));
        if (!isObject && tensor.elements().size() > 3) {
            tensor.elements().get(3).members().forEach((name, value) -> requireNothing(layer, name, value));
        }
        return source;
    }

    private static InvalidInput wiring(JsonValue value) {
        return value.place().problem("network.keras.wiring");
    }

    /** Rejects arguments other than the input; a layer may be told that it does not train. */
    private static void requireNothing(KerasLayer layer, String name, JsonValue value) {
        boolean isNoTraining = name.equals("training") && value.kind() == JsonKind.TRUTH && !value.truth();
        if (value.kind() != JsonKind.NULL && !isNoTraining) {
            throw new InvalidInput(
                    "network.keras.argument", layer.name(), layer.kind(), name.isEmpty() ? "state" : name);
        }
    }
}
