package lab.carousel.file.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON text: parsed into values that know their place, and printed for people. */
public final class JsonText {

    private static final int LONGEST_QUOTE = 24;
    private static final int MOST_LOOKED_AT = 1_000;

    /** Far more than in any of our files; so many take 30 MB. */
    private static final int MOST_VALUES = 200_000;

    /** Limits far above any of our files: none nests a tenth of this. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxNameLength(1_000)
                    .maxStringLength(2_000_000)
                    .build())
            .build();

    private final String file;
    private final String text;
    private final JsonParser parser;
    private int values;

    private JsonText(String file, String text, JsonParser parser) {
        this.file = file;
        this.text = text;
        this.parser = parser;
    }

    /**
     * @throws lab.carousel.text.InvalidInput if the text is not JSON; names where it breaks
     */
    public static JsonValue parse(String file, String text) {
        if (text.isBlank()) {
            throw new FilePlace(file, 1, 1).problem("file.json.empty");
        }
        try (JsonParser parser = FACTORY.createParser(text)) {
            return new JsonText(file, text, parser).whole();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static ObjectNode start(String format, int version) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(JsonValue.FORMAT, format)
                .put(JsonValue.VERSION, version);
    }

    /** Readable text; equal groups give equal texts. */
    public static String text(ObjectNode group) {
        return text(group, mapper().writer(printer())) + "\n";
    }

    public static String line(ObjectNode group) {
        return text(group, mapper().writer());
    }

    private static JsonMapper mapper() {
        return JsonMapper.builder()
                // the shortest digits that read back exactly, the same on every Java version
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .build();
    }

    private static String text(ObjectNode group, ObjectWriter writer) {
        try {
            return writer.writeValueAsString(group);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static DefaultPrettyPrinter printer() {
        Separators separators =
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        return printer;
    }

    private JsonValue whole() throws IOException {
        JsonValue value = first();
        boolean ended;
        try {
            ended = parser.nextToken() == null;
        } catch (JsonProcessingException problem) {
            throw place(problem.getLocation()).problem("file.json.trailing", quote(problem.getLocation()));
        }
        if (!ended) {
            throw place().problem("file.json.trailing", quote(parser.currentTokenLocation()));
        }
        return value;
    }

    private JsonValue first() throws IOException {
        try {
            parser.nextToken();
            return value(place());
        } catch (StreamConstraintsException problem) {
            throw place(parser.currentLocation()).problem("file.json.tooDeep");
        } catch (JsonEOFException problem) {
            throw place(problem.getLocation()).problem("file.json.truncated");
        } catch (JsonProcessingException problem) {
            JsonLocation location = problem.getLocation();
            throw isEndOfText(location)
                    ? place(location).problem("file.json.truncated")
                    : place(location).problem("file.json.broken", quote(location));
        }
    }

    /** Whether the text ends at this location, perhaps in the middle of a number. */
    private boolean isEndOfText(JsonLocation location) {
        long left = text.length() - location.getCharOffset();
        return left <= 0 || (left == 1 && ".eE+-".indexOf(text.charAt(text.length() - 1)) >= 0);
    }

    private FilePlace place(JsonLocation location) {
        return new FilePlace(file, location.getLineNr(), location.getColumnNr());
    }

    /** Rest of the line at a location, shortened. */
    private String quote(JsonLocation location) {
        int start = (int) Math.max(0, location.getCharOffset());
        // The line can have millions of characters
        int most = Math.min(text.length(), start + MOST_LOOKED_AT);
        String rest = text.substring(start, most).lines().findFirst().orElse("").strip();
        int end = rest.offsetByCodePoints(0, Math.min(rest.codePointCount(0, rest.length()), LONGEST_QUOTE));
        return end < rest.length() ? rest.substring(0, end) + "…" : rest;
    }

    private FilePlace place() {
        return place(parser.currentTokenLocation());
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private int column() {
        return parser.currentTokenLocation().getColumnNr();
    }

    private JsonValue value(FilePlace place) throws IOException {
        values++;
        if (values > MOST_VALUES) {
            throw place.problem("file.json.tooMany", MOST_VALUES);
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> new JsonValue(place, JsonKind.OBJECT, members(place));
            case START_ARRAY -> new JsonValue(place, JsonKind.LIST, elements(place));
            case VALUE_STRING -> new JsonValue(place, JsonKind.TEXT, parser.getText());
            case VALUE_NUMBER_INT -> new JsonValue(place, JsonKind.WHOLE_NUMBER, parser.getText());
            case VALUE_NUMBER_FLOAT -> new JsonValue(place, JsonKind.NUMBER, parser.getText());
            case VALUE_NULL -> new JsonValue(place, JsonKind.NULL, parser.getText());
            default -> new JsonValue(place, JsonKind.TRUTH, parser.getText());
        };
    }

    private Map<String, JsonValue> members(FilePlace place) throws IOException {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (members.containsKey(name)) {
                throw place.member(name, line(), column()).problem("file.json.duplicate", name);
            }
            parser.nextToken();
            members.put(name, value(place.member(name, line(), column())));
        }
        return members;
    }

    private List<JsonValue> elements(FilePlace place) throws IOException {
        List<JsonValue> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(place.element(elements.size() + 1, line(), column())));
        }
        return elements;
    }
}
