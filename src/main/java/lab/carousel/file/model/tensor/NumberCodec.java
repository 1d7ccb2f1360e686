package lab.carousel.file.model.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.file.disk.ZipContent;
import lab.carousel.file.json.RecordShape;
import lab.carousel.text.InvalidInput;

/**
 * Values as rows of an array of NumPy, both ways. All numbers are doubles; a record has a column for each component:
 *
 * <pre>
 *   NumberCodec.of(LossSample.class, field("error", NumberCodec.FINITE))
 * </pre>
 *
 * <p>What is not described is any {@code double}, an {@code int} or {@code long} of at least 0, or a record of such.
 *
 * @param <T> the values
 */
public final class NumberCodec<T> {

    static final String KIND = "'<f8'";

    /** Before the line that describes an array. */
    private static final int PREFIX = 10;

    public static final NumberCodec<Double> ANY =
            new NumberCodec<>(KIND, List.of(), 1, ByteBuffer::getDouble, (value, to) -> to.putDouble(value));

    public static final NumberCodec<Double> FINITE = ANY.check(Double::isFinite);

    /** At least 0. */
    public static final NumberCodec<Integer> COUNT = whole(0, Integer.MAX_VALUE);

    /** At least 0. */
    public static final NumberCodec<Long> LONG =
            ANY.check(number -> number >= 0 && number == Math.rint(number)).as(Double::longValue, Long::doubleValue);

    private final String kind;
    /** That of a value which is no scalar. */
    private final List<Integer> shape;

    private final int numbers;
    private final Function<ByteBuffer, T> reader;
    private final BiConsumer<T, ByteBuffer> writer;

    private NumberCodec(
            String kind,
            List<Integer> shape,
            int numbers,
            Function<ByteBuffer, T> reader,
            BiConsumer<T, ByteBuffer> writer) {
        this.kind = kind;
        this.shape = shape;
        this.numbers = numbers;
        this.reader = reader;
        this.writer = writer;
    }

    public static NumberCodec<Integer> whole(int least, int most) {
        return ANY.check(number -> number >= least && number <= most && number == Math.rint(number))
                .as(Double::intValue, Integer::doubleValue);
    }

    /** The number of a value in a list. */
    public static <V> NumberCodec<V> oneOf(List<V> values) {
        return whole(0, values.size() - 1).as(values::get, values::indexOf);
    }

    /** What is not in the file. */
    public static <V> NumberCodec<V> constant(V value) {
        return new NumberCodec<>(KIND, List.of(0), 0, from -> value, (same, to) -> {});
    }

    public static NumberCodec<double[]> row(int length, DoublePredicate right) {
        Function<ByteBuffer, double[]> reader = from -> {
            double[] row = new double[length];
            from.asDoubleBuffer().get(row);
            from.position(from.position() + length * Double.BYTES);
            return row;
        };
        return new NumberCodec<>(KIND, List.of(length), length, reader, (row, to) -> {
                    to.asDoubleBuffer().put(row);
                    to.position(to.position() + length * Double.BYTES);
                })
                .check(row -> Arrays.stream(row).allMatch(right));
    }

    public NumberCodec<List<T>> list(int length) {
        return new NumberCodec<>(
                kind,
                Stream.concat(Stream.of(length), shape.stream()).toList(),
                length * numbers,
                from -> Stream.generate(() -> reader.apply(from)).limit(length).toList(),
                (values, to) -> values.forEach(value -> writer.accept(value, to)));
    }

    public <U> NumberCodec<U> as(Function<T, U> from, Function<U, T> to) {
        return new NumberCodec<>(
                kind,
                shape,
                numbers,
                bytes -> from.apply(reader.apply(bytes)),
                (value, bytes) -> writer.accept(to.apply(value), bytes));
    }

    public NumberCodec<T> check(Predicate<T> right) {
        return as(
                value -> {
                    if (!right.test(value)) {
                        throw new IllegalArgumentException("not right: " + value);
                    }
                    return value;
                },
                value -> value);
    }

    /** Values that may be missing, which is told by NaN; there is none of it in the first number of the others. */
    public NumberCodec<Optional<T>> optional() {
        List<Double> missing = Collections.nCopies(numbers, Double.NaN);
        return new NumberCodec<>(
                kind,
                shape,
                numbers,
                from -> {
                    if (numbers > 0 && Double.isNaN(from.getDouble(from.position()))) {
                        from.position(from.position() + numbers * Double.BYTES);
                        return Optional.empty();
                    }
                    return Optional.of(reader.apply(from));
                },
                (value, to) ->
                        value.ifPresentOrElse(there -> writer.accept(there, to), () -> missing.forEach(to::putDouble)));
    }

    public record Field<V>(String component, NumberCodec<V> codec) {}

    public static <V> Field<V> field(String component, NumberCodec<V> codec) {
        return new Field<>(component, codec);
    }

    public static <T extends Record> NumberCodec<T> of(Class<T> type, Field<?>... described) {
        RecordShape<T> shape = new RecordShape<>(type);
        Map<String, NumberCodec<?>> byName = new HashMap<>();
        List.of(described).forEach(field -> byName.put(field.component, field.codec));
        shape.components()
                .forEach(component -> byName.computeIfAbsent(component.getName(), any -> usual(component.getType())));
        List<String> names = shape.names();
        if (!names.containsAll(byName.keySet())) {
            throw new IllegalArgumentException(type + " is not made of " + byName.keySet());
        }
        NumberCodec<?>[] codecs = names.stream().map(byName::get).toArray(NumberCodec<?>[]::new);
        String kind = IntStream.range(0, codecs.length)
                .filter(column -> codecs[column].numbers > 0)
                .mapToObj(column -> "('" + names.get(column) + "', " + codecs[column].column() + ")")
                .collect(Collectors.joining(", ", "[", "]"));
        return new NumberCodec<>(
                kind,
                List.of(),
                Stream.of(codecs).mapToInt(codec -> codec.numbers).sum(),
                from -> {
                    Object[] values = new Object[codecs.length];
                    Arrays.setAll(values, column -> codecs[column].reader.apply(from));
                    return shape.whole(values);
                },
                (whole, to) -> {
                    Object[] values = shape.values(whole);
                    for (int column = 0; column < values.length; column++) {
                        codecs[column].put(values[column], to);
                    }
                });
    }

    /** Of a component that is not described. */
    private static NumberCodec<?> usual(Class<?> type) {
        if (type == int.class) {
            return COUNT;
        }
        return type == long.class ? LONG : type == double.class ? ANY : of(type.asSubclass(Record.class));
    }

    private String column() {
        return shape.isEmpty() ? kind : kind + ", " + Npz.tuple(shape);
    }

    @SuppressWarnings("unchecked") // of the component that it describes
    private void put(Object value, ByteBuffer to) {
        writer.accept((T) value, to);
    }

    /** Bytes of a row. */
    public long size() {
        return (long) numbers * Double.BYTES;
    }

    private ByteBuffer start(int rows, int size) {
        return Npz.start(kind, Stream.concat(Stream.of(rows), shape.stream()).toList(), size);
    }

    /** An array with these rows: a file {@code npy}. */
    @SuppressWarnings("ByteBufferBackingArray") // start() allocates all of it
    public byte[] bytes(List<T> rows) {
        ByteBuffer bytes = start(rows.size(), Math.toIntExact(rows.size() * size()));
        rows.forEach(row -> writer.accept(row, bytes));
        return bytes.array();
    }

    /** The row of an array that has one. */
    public T only(ZipContent zip, String entry) {
        return read(zip, entry, 1, 1).get(0);
    }

    /**
     * Rows of an array with exactly these columns.
     *
     * @param least number of rows
     * @throws InvalidInput if it is another one, or a number in it cannot be right
     */
    public List<T> read(ZipContent zip, String entry, int least, int most) {
        String place = zip.place(entry);
        ByteBuffer bytes = ByteBuffer.wrap(zip.bytes(entry)).order(ByteOrder.LITTLE_ENDIAN);
        int first = bytes.limit() < PREFIX ? 0 : PREFIX + (bytes.getShort(PREFIX - 2) & 0xFFFF);
        int rows = (int) ((bytes.limit() - first) / size());
        boolean isWhole = rows >= least && rows <= most && first + rows * size() == bytes.limit();
        if (!isWhole || !start(rows, 0).flip().equals(bytes.slice(0, first))) {
            throw new InvalidInput("file.session.size", place);
        }
        bytes.position(first);
        List<T> read = new ArrayList<>();
        while (read.size() < rows) {
            try {
                read.add(reader.apply(bytes));
            } catch (IllegalArgumentException wrong) {
                throw damaged(place, read.size());
            }
        }
        return read;
    }

    /** The complaint of a row that cannot be right, from 0. */
    public static InvalidInput damaged(String place, int row) {
        return new InvalidInput("file.session.row", place, row + 1);
    }
}
