package lab.carousel.file.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import lab.carousel.file.json.Codec;
import lab.carousel.file.json.JsonValue;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.model.domain.Bounds;
import lab.carousel.model.domain.Domain;

public final class SettingJson {

    /** Hyperparameters by their names; those that are not written are as in the reference. */
    static final Codec<Hyperparameters> ALL = inSchema(new Codec<>(
            group -> ExperimentValues.read(Hyperparameters.reference(), group.members(Settings.names())),
            SettingJson::write));

    private SettingJson() {}

    /** Changes of some hyperparameters; impossible values are reported at once. */
    public static Codec<UnaryOperator<Hyperparameters>> changes(List<String> names) {
        return inSchema(Codec.reading(group -> {
            Map<String, JsonValue> written = group.members(names);
            ExperimentValues.read(Hyperparameters.reference(), written);
            return values -> ExperimentValues.read(values, written);
        }));
    }

    private static <T> Codec<T> inSchema(Codec<T> codec) {
        return codec.schema(node -> node.put("$ref", "#/$defs/hyperparameters"));
    }

    private static ObjectNode write(Hyperparameters values) {
        ObjectNode group = JsonNodeFactory.instance.objectNode();
        Settings.ALL.stream()
                .filter(setting -> setting.isWritten(values))
                .forEach(setting -> group.set(setting.name(), write(setting, values)));
        return group;
    }

    public static JsonNode write(Setting<?> setting, Hyperparameters values) {
        Object written = setting.written(values);
        if (written instanceof Long whole) {
            return LongNode.valueOf(whole);
        }
        return written instanceof Double number ? DoubleNode.valueOf(number) : TextNode.valueOf(written.toString());
    }

    public static ObjectNode schema() {
        ObjectNode schema =
                JsonNodeFactory.instance.objectNode().put("description", "With the values of experiment files");
        ObjectNode properties = schema.put("type", "object").putObject("properties");
        Settings.ALL.forEach(setting -> properties.set(setting.name(), schema(setting.domain())));
        return schema.put("additionalProperties", false);
    }

    private static ObjectNode schema(Domain<?> domain) {
        ObjectNode words = JsonNodeFactory.instance.objectNode();
        domain.wordList().forEach(words.putArray("enum")::add);
        if (domain.numbers().isEmpty()) {
            return words;
        }
        Bounds bounds = domain.numbers().get().bounds();
        ObjectNode numbers = JsonNodeFactory.instance.objectNode().put("type", bounds.whole() ? "integer" : "number");
        bound(numbers, bounds.aboveLeast() ? "exclusiveMinimum" : "minimum", bounds.least());
        bound(numbers, bounds.belowMost() ? "exclusiveMaximum" : "maximum", bounds.most());
        if (domain.wordList().isEmpty()) {
            return numbers;
        }
        ObjectNode either = JsonNodeFactory.instance.objectNode();
        either.putArray("anyOf").add(words).add(numbers);
        return either;
    }

    private static void bound(ObjectNode schema, String name, double bound) {
        if (Math.abs(bound) == Double.MAX_VALUE) {
            return;
        }
        if (bound == Math.rint(bound)) {
            schema.put(name, (long) bound);
        } else {
            schema.put(name, bound);
        }
    }
}
