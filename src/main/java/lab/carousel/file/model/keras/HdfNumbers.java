package lab.carousel.file.model.keras;

import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.OrderedDataType;
import io.jhdf.object.datatype.StringData;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import lab.carousel.file.model.tensor.NumberKind;

/** How numbers are written in HDF5. A number of the right size can have any parts, of which only the usual ones are read. */
final class HdfNumbers {

    /** How h5py says that numbers are two bytes each of which HDF5 knows nothing: what HDF5 calls opaque, without a name. */
    private static final byte[] OPAQUE = {3, 0, 8, 0, 1, 0, 0, 0, 0x15, 0, 0, 0, 2, 0, 0, 0};

    /** The place in it of what says so, and what says that they are a text of two letters. */
    private static final int KIND_AT = 8;

    private static final byte TEXT = 0x13;

    private HdfNumbers() {}

    /**
     * The kind of the numbers of an array; empty if they cannot be read.
     *
     * @param type  what HDF5 says of them
     * @param keras what Keras does: two bytes that HDF5 knows nothing of are of bfloat16
     */
    static Optional<NumberKind> kind(DataType type, Optional<String> keras) {
        if (type instanceof FloatingPoint number) {
            return switch (parts(number)) {
                case "64: 63, 11 at 52 less 1023, 52 at 0" -> Optional.of(NumberKind.DOUBLE);
                case "32: 31, 8 at 23 less 127, 23 at 0" -> Optional.of(NumberKind.SINGLE);
                case "16: 15, 5 at 10 less 15, 10 at 0" -> Optional.of(NumberKind.HALF);
                case "16: 15, 8 at 7 less 127, 7 at 0" -> Optional.of(NumberKind.BRAIN);
                default -> Optional.empty();
            };
        }
        if (type instanceof FixedPoint whole
                && whole.isSigned()
                && whole.getBitOffset() == 0
                && whole.getBitPrecision() == Byte.SIZE * whole.getSize()) {
            return switch (whole.getSize()) {
                case Long.BYTES -> Optional.of(NumberKind.LONG);
                case Integer.BYTES -> Optional.of(NumberKind.INTEGER);
                default -> Optional.empty();
            };
        }
        boolean isBrain = type instanceof StringData
                && type.getSize() == NumberKind.BRAIN.bytes()
                && keras.equals(Optional.of("bfloat16"));
        return isBrain ? Optional.of(NumberKind.BRAIN) : Optional.empty();
    }

    /** The same bytes, but for opaque numbers, of which the library reads none without a name: they are read as texts. */
    static byte[] readable(byte[] file) {
        byte[] changed = file;
        for (int at = 0; at <= file.length - OPAQUE.length; at++) {
            if (file[at] == OPAQUE[0] && Arrays.equals(file, at, at + OPAQUE.length, OPAQUE, 0, OPAQUE.length)) {
                changed = changed == file ? file.clone() : changed;
                changed[at + KIND_AT] = TEXT;
            }
        }
        return changed;
    }

    /** Bits, and of these sign, exponent and fraction; a fraction with a one before it that is not written. */
    private static String parts(FloatingPoint number) {
        boolean isWhole = number.getBitOffset() == 0
                && number.getBitPrecision() == Byte.SIZE * number.getSize()
                && number.getMantissaNormalization() == 2;
        return isWhole
                ? "%d: %d, %d at %d less %d, %d at %d"
                        .formatted(
                                number.getBitPrecision(),
                                number.getSignLocation(),
                                number.getExponentSize(),
                                number.getExponentLocation(),
                                number.getExponentBias(),
                                number.getMantissaSize(),
                                number.getMantissaLocation())
                : "";
    }

    /** The order of their bytes. */
    static ByteOrder order(DataType type) {
        return type instanceof OrderedDataType ordered ? ordered.getByteOrder() : ByteOrder.LITTLE_ENDIAN;
    }
}
