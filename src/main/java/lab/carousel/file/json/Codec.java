package lab.carousel.file.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.text.Words;

/**
 * Reader and writer of values as JSON. A record is declared by its fields, in the order of the file:
 *
 * <pre>
 *   static final Codec&lt;Frame&gt; FRAME = Codec.of(Frame.class, field("x", Codec.NUMBER), field("y", Codec.NUMBER));
 * </pre>
 *
 * <p>Errors, also missing and unknown fields, name the field, line and column.
 *
 * @param <T> the values
 */
public final class Codec<T> {

    public static final Codec<Boolean> TRUTH =
            new Codec<>(JsonValue::truth, BooleanNode::valueOf).schema(node -> node.put("type", "boolean"));

    public static final Codec<String> TEXT =
            new Codec<>(JsonValue::text, TextNode::valueOf).schema(node -> node.put("type", "string"));

    /** A finite number. */
    public static final Codec<Double> NUMBER = new Codec<>(JsonValue::number, DoubleNode::valueOf)
            .check((number, at) -> {
                if (!Double.isFinite(number)) {
                    throw at.place().problem("file.json.notFinite");
                }
            })
            .schema(node -> node.put("type", "number"));

    private final Function<JsonValue, T> reader;
    private final Function<T, JsonNode> writer;
    private final List<String> names;
    /** Lazy: most codecs only read and write. */
    private final Supplier<ObjectNode> schema;

    /** A codec of a reader, which reports errors at the place of its argument, and a writer. */
    public Codec(Function<JsonValue, T> reader, Function<T, JsonNode> writer) {
        this(reader, writer, List.of(), JsonNodeFactory.instance::objectNode);
    }

    private Codec(
            Function<JsonValue, T> reader,
            Function<T, JsonNode> writer,
            List<String> names,
            Supplier<ObjectNode> schema) {
        this.reader = reader;
        this.writer = writer;
        this.names = names;
        this.schema = schema;
    }

    public static <T> Codec<T> reading(Function<JsonValue, T> reader) {
        return new Codec<>(reader, value -> {
            throw unwritten(value);
        });
    }

    private static UnsupportedOperationException unwritten(Object value) {
        return new UnsupportedOperationException("read only: " + value);
    }

    /**
     * @throws InvalidInput if the value is invalid; names the place
     */
    public T read(JsonValue value) {
        return reader.apply(value);
    }

    /** JSON schema of the values: a new tree. */
    public ObjectNode schema() {
        return schema.get();
    }

    public Codec<T> schema(Consumer<ObjectNode> more) {
        return new Codec<>(reader, writer, names, () -> {
            ObjectNode changed = schema();
            more.accept(changed);
            return changed;
        });
    }

    public Codec<T> described(String words) {
        return schema(node -> node.put("description", words));
    }

    public JsonNode write(T value) {
        return writer.apply(value);
    }

    public String text(T value) {
        return JsonText.text((ObjectNode) write(value));
    }

    public static Codec<Integer> whole(int least, int most) {
        return new Codec<>(value -> value.wholeNumber(least, most), IntNode::valueOf)
                .schema(node ->
                        node.put("type", "integer").put("minimum", least).put("maximum", most));
    }

    /** From 0 on. */
    public static Codec<Long> longNumber() {
        return new Codec<>(value -> value.longNumber(0, Long.MAX_VALUE), LongNode::valueOf);
    }

    /** Numbers from 1 in a file for those from 0 in the program. */
    public static Codec<Integer> fromOne(int most) {
        return whole(1, most).as(number -> number - 1, place -> place + 1);
    }

    public static <E> Codec<E> oneOf(List<E> values, Function<E, String> name) {
        return new Codec<>(value -> value.oneOf(values, name), one -> TextNode.valueOf(name.apply(one)))
                .schema(node -> values.stream().map(name).forEach(node.putArray("enum")::add));
    }

    public static <E extends Enum<E>> Codec<E> words(Class<E> type) {
        return oneOf(List.of(type.getEnumConstants()), Words.of(type)::word);
    }

    public static BiConsumer<String, JsonValue> noLongerThan(int longest) {
        return (text, at) -> {
            if (text.length() > longest) {
                throw at.place().problem("file.json.textTooLong", longest);
            }
        };
    }

    public static Codec<String> matching(Pattern pattern, String problem) {
        return TEXT.check((text, at) -> {
                    if (!pattern.matcher(text).matches()) {
                        throw at.place().problem(problem);
                    }
                })
                .schema(node -> node.put("pattern", "^" + pattern + "$"));
    }

    public static <T> Codec<T> either(
            Collection<Codec<? extends T>> kinds, Function<JsonValue, Codec<? extends T>> kind) {
        return Codec.<T>reading(value -> kind.apply(value).read(value))
                .schema(node -> kinds.forEach(each -> node.withArray("oneOf").add(each.schema())));
    }

    public static <T> Codec<T> only(String name, Codec<T> codec) {
        CodecField<T> field = field(name, codec);
        return Codec.reading(group -> {
                    group.members(field.names());
                    return field.reader().apply(group);
                })
                .schema(node -> describe(node, List.of(field)));
    }

    /** Converts the values; errors of the conversion are reported at the place. */
    public <U> Codec<U> as(Function<T, U> to, Function<U, T> from) {
        return new Codec<>(
                value -> {
                    T read = read(value);
                    return value.place().check(() -> to.apply(read));
                },
                other -> write(from.apply(other)),
                names,
                schema);
    }

    /** Converts values that are never written. */
    public <U> Codec<U> as(Function<T, U> to) {
        return as(to, other -> {
            throw unwritten(other);
        });
    }

    /** Adds a check, which gets each value with its place. */
    public Codec<T> check(BiConsumer<T, JsonValue> check) {
        return new Codec<>(
                value -> {
                    T read = read(value);
                    check.accept(read, value);
                    return read;
                },
                writer,
                names,
                schema);
    }

    /** Reports problems of a group at the part that they are about. */
    public Codec<T> toldAt(BiFunction<Message, JsonValue, ValuePlace> part) {
        return new Codec<>(
                value -> {
                    ValuePlace place = problem -> part.apply(problem, value).problem(problem);
                    return read(
                            value.kind() == JsonKind.OBJECT
                                    ? new JsonValue(place, value.kind(), value.content())
                                    : value);
                },
                writer,
                names,
                schema);
    }

    public Codec<List<T>> list() {
        return list(Integer.MAX_VALUE);
    }

    public Codec<List<T>> list(int most) {
        return list(0, most, "file.json.listTooLong");
    }

    /** Lists with bounds of their length; the problem is a message key with the upper bound as argument. */
    public Codec<List<T>> list(int least, int most, String problem) {
        return new Codec<List<T>>(
                        value -> {
                            List<JsonValue> elements = value.elements();
                            // before the elements are read: each may be large
                            if (elements.size() < least || elements.size() > most) {
                                throw value.place().problem(problem, most);
                            }
                            return elements.stream().map(this::read).toList();
                        },
                        list -> {
                            ArrayNode array = JsonNodeFactory.instance.arrayNode();
                            list.forEach(element -> array.add(write(element)));
                            return array;
                        })
                .schema(node -> {
                    node.put("type", "array").set("items", schema());
                    if (most < Integer.MAX_VALUE) {
                        node.put("maxItems", most);
                    }
                    if (least > 0) {
                        node.put("minItems", least);
                    }
                });
    }

    /** Optional values, null in the file. */
    public Codec<Optional<T>> orNull() {
        return new Codec<>(
                value -> value.kind() == JsonKind.NULL ? Optional.empty() : Optional.of(read(value)),
                value -> value.map(this::write).orElse(NullNode.instance));
    }

    /** Records as groups with a field for each component, which all must have. */
    public static <T extends Record> Codec<T> of(Class<T> type, CodecField<?>... fields) {
        return group(type, List.of(fields), List.of(), JsonNodeFactory.instance::objectNode);
    }

    /**
     * Records as whole files, which begin with the name and version of their format.
     *
     * @param foreign message key for a file of another format
     */
    public static <T extends Record> Codec<T> file(
            String format, String foreign, Class<T> type, CodecField<?>... fields) {
        return file(format, JsonValue.FIRST_VERSION, foreign, type, fields);
    }

    /** The same in a later version; files of earlier ones are refused as older. */
    public static <T extends Record> Codec<T> file(
            String format, int version, String foreign, Class<T> type, CodecField<?>... fields) {
        Codec<T> whole = group(
                type,
                List.of(fields),
                List.of(JsonValue.FORMAT, JsonValue.VERSION),
                () -> JsonText.start(format, version));
        return new Codec<>(
                        value -> {
                            // first: a newer format may have names that this one does not know
                            value.checkFormat(format, version, foreign);
                            return whole.read(value);
                        },
                        whole.writer,
                        whole.names,
                        whole.schema)
                .schema(node -> {
                    ((ObjectNode) node.get("properties"))
                            .putObject(JsonValue.FORMAT)
                            .put("const", format);
                    ((ObjectNode) node.get("properties"))
                            .putObject(JsonValue.VERSION)
                            .put("const", version);
                    node.withArray("required").add(JsonValue.FORMAT).add(JsonValue.VERSION);
                });
    }

    private static <T extends Record> Codec<T> group(
            Class<T> type, List<CodecField<?>> fields, List<String> others, Supplier<ObjectNode> start) {
        RecordShape<T> shape = new RecordShape<>(type);
        List<String> components = shape.names();
        Set<String> described = fields.stream().map(CodecField::component).collect(Collectors.toSet());
        if (!described.equals(Set.copyOf(components))) {
            throw new IllegalArgumentException(type + " is not made of " + described);
        }
        List<String> names =
                fields.stream().flatMap(field -> field.names().stream()).toList();
        List<String> known = Stream.concat(others.stream(), names.stream()).toList();
        return new Codec<>(
                        value -> {
                            value.members(known);
                            Map<String, Object> read = new HashMap<>();
                            fields.forEach(field ->
                                    read.put(field.component(), field.reader().apply(value)));
                            Object[] values = components.stream().map(read::get).toArray();
                            return value.place().check(() -> shape.whole(values));
                        },
                        value -> {
                            Object[] values = shape.values(value);
                            ObjectNode group = start.get();
                            fields.forEach(field -> field.write(values[components.indexOf(field.component())], group));
                            return group;
                        },
                        names,
                        JsonNodeFactory.instance::objectNode)
                .schema(node -> describe(node, fields));
    }

    private static void describe(ObjectNode node, List<CodecField<?>> fields) {
        node.put("type", "object");
        ObjectNode properties = node.putObject("properties");
        ArrayNode required = JsonNodeFactory.instance.arrayNode();
        for (CodecField<?> field : fields) {
            ObjectNode said = field.schema().get();
            properties.setAll((ObjectNode) said.get("properties"));
            if (field.isRequired()) {
                said.path("required").forEach(required::add);
            }
        }
        if (!required.isEmpty()) {
            node.set("required", required);
        }
        node.put("additionalProperties", false);
    }

    public static <V> CodecField<V> field(String name, Codec<V> codec) {
        return new CodecField<>(
                name,
                List.of(name),
                true,
                () -> {
                    ObjectNode node = JsonNodeFactory.instance.objectNode();
                    node.putObject("properties").set(name, codec.schema());
                    node.putArray("required").add(name);
                    return node;
                },
                group -> codec.read(group.member(name)),
                (value, group) -> group.set(name, codec.write(value)));
    }

    public static <V> CodecField<V> field(String name, Codec<V> codec, String description) {
        return field(name, codec.described(description));
    }

    /** Fields of a component that is a record itself, not in a group of their own. */
    public static <V> CodecField<V> within(String component, Codec<V> codec) {
        return new CodecField<>(
                component,
                codec.names,
                true,
                codec.schema,
                group -> codec.read(group.only(codec.names)),
                (value, group) -> group.setAll((ObjectNode) codec.write(value)));
    }

    /** An optional field of a whole number. */
    public static CodecField<OptionalInt> optionalInt(CodecField<Integer> field) {
        return field.missing(
                group -> field.isIn(group) ? OptionalInt.of(field.reader().apply(group)) : OptionalInt.empty(),
                (value, group) -> value.ifPresent(there -> field.writer().accept(there, group)));
    }
}
