package lab.carousel.file.model.tensor;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Number formats of the files that can be read. */
public enum NumberKind {
    DOUBLE("F64", "f8", 8, ByteBuffer::getDouble),
    SINGLE("F32", "f4", 4, ByteBuffer::getFloat),
    HALF("F16", "f2", 2, bytes -> half(bytes.getShort())),
    /** The upper half of a single. NumPy has none. */
    BRAIN("BF16", "", 2, bytes -> Float.intBitsToFloat(bytes.getShort() << 16)),
    LONG("I64", "i8", 8, ByteBuffer::getLong),
    INTEGER("I32", "i4", 4, ByteBuffer::getInt);

    private final String safetensors;
    private final String numpy;
    private final int bytes;
    private final ToDoubleFunction<ByteBuffer> reading;

    NumberKind(String safetensors, String numpy, int bytes, ToDoubleFunction<ByteBuffer> reading) {
        this.safetensors = safetensors;
        this.numpy = numpy;
        this.bytes = bytes;
        this.reading = reading;
    }

    /** The next numbers. */
    public double[] read(ByteBuffer from, int count) {
        double[] numbers = new double[count];
        Arrays.setAll(numbers, index -> reading.applyAsDouble(from));
        return numbers;
    }

    /** The kind of a name in safetensors, or in NumPy without the sign for the byte order. */
    static Optional<NumberKind> named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.safetensors.equals(name) || (kind.numpy.equals(name) && !name.isEmpty()))
                .findFirst();
    }

    public int bytes() {
        return bytes;
    }

    /** IEEE 754 with 5 bits of exponent and 10 of fraction. */
    private static double half(short bits) {
        int exponent = bits >> 10 & 31;
        int fraction = bits & 1023;
        double size = exponent == 0
                ? Math.scalb((double) fraction, -24)
                : exponent == 31
                        ? fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN
                        : Math.scalb(1024.0 + fraction, exponent - 25);
        return bits < 0 ? -size : size;
    }
}
