package lab.carousel.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** JSON that stays JSON, with other values in it: huge numbers, depth, wrong types, parts twice, missing, strange. */
final class JsonDamage {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;
    private static final double[] NUMBERS = {
        0,
        -1,
        1,
        2,
        0.5,
        -0.0,
        1e308,
        -1e308,
        4.9e-324,
        1e-300,
        1e15,
        9007199254740993d,
        2147483647d,
        2147483648d,
        -2147483649d,
        1000,
        10_000,
        1_000_000,
        100,
        999_999_999_999d
    };
    private static final String[] TEXTS = {
        "",
        " ",
        "NaN",
        "Infinity",
        "null",
        "whole sequence",
        "lstm",
        "dense",
        "never",
        "0",
        "3 0 1 2 3",
        "a\u202eb",
        "\u0000",
        "\u001b[2J",
        "../../x",
        "/etc/passwd",
        "C:\\x",
        "=1+1",
        "\ud83d\ude00",
        "\ud800",
        "ß İ ı ſ",
        "x".repeat(33),
        "y".repeat(500),
        "z z ".repeat(300),
        "2a",
        "2b",
        "2c",
        "seeds",
        "last step",
        "kernel",
        "dl4j"
    };

    private final SplittableRandom random;

    JsonDamage(SplittableRandom random) {
        this.random = random;
    }

    /** The same text with some values changed; the text itself if it is no JSON. */
    byte[] damaged(byte[] text) {
        try {
            JsonNode root = MAPPER.readTree(text);
            int edits = 1 + random.nextInt(4);
            for (int edit = 0; edit < edits; edit++) {
                edit(root);
            }
            return MAPPER.writeValueAsBytes(root);
        } catch (IOException noJson) {
            return text;
        }
    }

    /** All groups and lists in it. */
    private static void collect(JsonNode node, List<JsonNode> into) {
        if (node.isContainerNode()) {
            into.add(node);
            node.forEach(child -> collect(child, into));
        }
    }

    private void edit(JsonNode root) {
        List<JsonNode> groups = new ArrayList<>();
        collect(root, groups);
        if (groups.isEmpty()) {
            return;
        }
        JsonNode group = groups.get(random.nextInt(groups.size()));
        if (group instanceof ObjectNode object) {
            edit(object, groups);
        } else if (group instanceof ArrayNode list) {
            edit(list, groups);
        }
    }

    private void edit(ObjectNode object, List<JsonNode> groups) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty() || random.nextInt(12) == 0) {
            object.set(TEXTS[random.nextInt(TEXTS.length)], value(groups));
            return;
        }
        String name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(8)) {
            case 0 -> object.remove(name);
            case 1 ->
                object.set(
                        name,
                        object.get(names.get(random.nextInt(names.size()))).deepCopy());
            default -> object.set(name, near(object.get(name), groups));
        }
    }

    private void edit(ArrayNode list, List<JsonNode> groups) {
        int place = list.isEmpty() ? -1 : random.nextInt(list.size());
        switch (place < 0 ? 0 : random.nextInt(6)) {
            case 0 -> list.add(value(groups));
            case 1 -> list.remove(place);
            case 2 -> {
                int times = random.nextInt(20) == 0 ? 3_000 : 1 + random.nextInt(20);
                JsonNode copied = list.get(place);
                for (int time = 0; time < times && list.size() < 20_000; time++) {
                    list.add(copied.deepCopy());
                }
            }
            default -> list.set(place, near(list.get(place), groups));
        }
    }

    /** Mostly a value of the same kind, so that what checks bounds is reached. */
    private JsonNode near(JsonNode old, List<JsonNode> groups) {
        if (random.nextInt(3) == 0) {
            return value(groups);
        }
        if (old.isNumber()) {
            return random.nextBoolean() ? number() : MAKE.numberNode(old.asLong() + random.nextInt(-3, 4));
        }
        if (old.isTextual()) {
            return random.nextBoolean() ? text() : MAKE.textNode(mixed(old.asText()));
        }
        return value(groups);
    }

    private String mixed(String text) {
        if (text.isEmpty()) {
            return "q";
        }
        int cut = random.nextInt(text.length() + 1);
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, cut);
            case 1 -> text.substring(cut) + text;
            case 2 -> (text + " ").repeat(1 + random.nextInt(30));
            default -> text.substring(0, cut) + TEXTS[random.nextInt(TEXTS.length)] + text.substring(cut);
        };
    }

    private JsonNode number() {
        double number = NUMBERS[random.nextInt(NUMBERS.length)];
        if (random.nextInt(30) == 0) {
            return MAKE.numberNode(BigInteger.TEN.pow(400));
        }
        return number == Math.rint(number) && Math.abs(number) < 1e18
                ? MAKE.numberNode((long) number)
                : MAKE.numberNode(number);
    }

    private JsonNode text() {
        if (random.nextInt(300) == 0) {
            return MAKE.textNode("w".repeat(49_000));
        }
        return MAKE.textNode(TEXTS[random.nextInt(TEXTS.length)]);
    }

    private JsonNode value(List<JsonNode> groups) {
        return switch (random.nextInt(9)) {
            case 0 -> MAKE.nullNode();
            case 1 -> MAKE.booleanNode(random.nextBoolean());
            case 2 -> MAKE.arrayNode();
            case 3 -> MAKE.objectNode();
            case 4 -> groups.get(random.nextInt(groups.size())).deepCopy();
            case 5 -> random.nextInt(20) == 0 ? deep() : number();
            case 6 -> text();
            default -> number();
        };
    }

    private JsonNode deep() {
        int depth = random.nextInt(10) == 0 ? 900 : 95;
        JsonNode node = MAKE.numberNode(1);
        for (int level = 0; level < depth; level++) {
            node = level % 2 == 0
                    ? MAKE.arrayNode().add(node)
                    : MAKE.objectNode().set("n".repeat(20), node);
        }
        return node;
    }
}
