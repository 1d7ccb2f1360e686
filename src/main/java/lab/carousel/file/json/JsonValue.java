package lab.carousel.file.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/**
 * A JSON value that knows its place, so that every message can name it.
 *
 * @param place of its start
 * @param content a {@code Map<String, JsonValue>}, a {@code List<JsonValue>}, or the text of the value
 */
public record JsonValue(ValuePlace place, JsonKind kind, Object content) {

    public static final String FORMAT = "format";
    public static final String VERSION = "version";

    /** Version of a format that has not changed. */
    public static final int FIRST_VERSION = 1;

    /** Larger whole numbers are clamped to this, which is out of all bounds. */
    private static final long BEYOND_EVERY_INT = 1_000_000_000;

    @SuppressWarnings("unchecked")
    public Map<String, JsonValue> members() {
        require(JsonKind.OBJECT, "file.kind.object");
        return (Map<String, JsonValue>) content;
    }

    /** Members of a group without unknown names. */
    public Map<String, JsonValue> members(List<String> known) {
        Map<String, JsonValue> members = members();
        members.forEach((name, value) -> {
            if (!known.contains(name)) {
                throw value.place.problem("file.json.unknown", name, String.join(", ", known));
            }
        });
        return members;
    }

    JsonValue only(List<String> names) {
        Map<String, JsonValue> some = new LinkedHashMap<>(members());
        some.keySet().retainAll(names);
        return new JsonValue(place, kind, some);
    }

    /** A required member. */
    public JsonValue member(String name) {
        return Optional.ofNullable(members().get(name)).orElseThrow(() -> place.problem("file.json.missing", name));
    }

    @SuppressWarnings("unchecked")
    public List<JsonValue> elements() {
        require(JsonKind.LIST, "file.kind.list");
        return (List<JsonValue>) content;
    }

    public String text() {
        require(JsonKind.TEXT, "file.kind.text");
        return (String) content;
    }

    /** A whole number, clamped to plus or minus {@value #BEYOND_EVERY_INT}. */
    public int wholeNumber() {
        return (int) Math.max(-BEYOND_EVERY_INT, Math.min(BEYOND_EVERY_INT, longNumber()));
    }

    /** A whole number, clamped to a long. */
    public long longNumber() {
        require(JsonKind.WHOLE_NUMBER, "file.kind.wholeNumber");
        String digits = (String) content;
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException tooLong) {
            return digits.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    public double number() {
        if (kind != JsonKind.WHOLE_NUMBER) {
            require(JsonKind.NUMBER, "file.kind.number");
        }
        return Double.parseDouble((String) content);
    }

    public boolean truth() {
        require(JsonKind.TRUTH, "file.kind.truth");
        return Boolean.parseBoolean((String) content);
    }

    public long longNumber(long least, long most) {
        long number = longNumber();
        if (number < least || number > most) {
            throw place.problem(
                    "file.json.outOfRange", Long.toString(number), Long.toString(least), Long.toString(most));
        }
        return number;
    }

    public int wholeNumber(int least, int most) {
        return (int) longNumber(least, most);
    }

    public <T> T oneOf(List<T> values, Function<T, String> name) {
        String word = text();
        return values.stream()
                .filter(value -> name.apply(value).equals(word))
                .findFirst()
                .orElseThrow(() -> place.problem(
                        "file.word.unknown", word, values.stream().map(name).collect(Collectors.joining(", "))));
    }

    /** Checks format and version of a whole file; the key is that of the message for another format. */
    public void checkFormat(String name, int versionRead, String foreignKey) {
        boolean ours = kind == JsonKind.OBJECT
                && members().containsKey(FORMAT)
                && name.equals(members().get(FORMAT).content());
        if (!ours) {
            throw place.problem(foreignKey, name);
        }
        JsonValue version = member(VERSION);
        long number = version.longNumber();
        if (number > versionRead) {
            throw version.place.problem("file.format.newer", Long.toString(number), versionRead);
        }
        if (number < 1) {
            throw version.place.problem("file.format.noVersion");
        }
        if (number < versionRead) {
            throw version.place.problem("file.format.older");
        }
    }

    private void require(JsonKind needed, String neededKey) {
        if (kind != needed) {
            throw wrongKind(Message.of(neededKey));
        }
    }

    public InvalidInput wrongKind(Message needed) {
        boolean number = kind == JsonKind.NUMBER || kind == JsonKind.WHOLE_NUMBER;
        Message found = number
                ? Message.of("file.kind.numberWritten", content)
                : kind == JsonKind.TEXT ? place.text((String) content) : Message.of(kind.key);
        return place.problem("file.json.wrongKind", needed, found);
    }
}
