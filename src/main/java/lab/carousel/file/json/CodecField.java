package lab.carousel.file.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Fields of a component of a record.
 *
 * @param names  in the file
 * @param schema of a group with these alone
 */
public record CodecField<V>(
        String component,
        List<String> names,
        boolean isRequired,
        Supplier<ObjectNode> schema,
        Function<JsonValue, V> reader,
        BiConsumer<V, ObjectNode> writer) {

    /** The same for a component of another name. */
    public CodecField<V> of(String otherComponent) {
        return new CodecField<>(otherComponent, names, isRequired, schema, reader, writer);
    }

    <U> CodecField<U> missing(Function<JsonValue, U> otherReader, BiConsumer<U, ObjectNode> otherWriter) {
        return new CodecField<>(component, names, false, schema, otherReader, otherWriter);
    }

    /** Adds a default for a missing field. */
    public CodecField<V> orElse(V usual) {
        return missing(group -> isIn(group) ? reader.apply(group) : usual, writer);
    }

    /** Adds a default, which is not written either. */
    public CodecField<V> unless(V usual) {
        return missing(orElse(usual).reader, (value, group) -> {
            if (!value.equals(usual)) {
                writer.accept(value, group);
            }
        });
    }

    public CodecField<Optional<V>> optional() {
        return missing(
                group -> isIn(group) ? Optional.of(reader.apply(group)) : Optional.empty(),
                (value, group) -> value.ifPresent(there -> writer.accept(there, group)));
    }

    boolean isIn(JsonValue group) {
        return names.stream().anyMatch(group.members()::containsKey);
    }

    @SuppressWarnings("unchecked")
    void write(Object value, ObjectNode group) {
        writer.accept((V) value, group);
    }
}
