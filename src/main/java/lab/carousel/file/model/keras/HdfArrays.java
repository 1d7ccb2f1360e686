package lab.carousel.file.model.keras;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.dataset.DatasetBase;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.OrderedDataType;
import io.jhdf.object.datatype.StringData;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import lab.carousel.file.disk.ReadProgress;
import lab.carousel.file.model.tensor.NumberKind;
import lab.carousel.file.model.tensor.Tensor;
import lab.carousel.text.InvalidInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Arrays of an HDF5 file in memory. Errors name the file. */
record HdfArrays(String file, HdfFile hdf, ReadProgress progress) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HdfArrays.class);
    private static final byte[] MAGIC = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n'};
    private static final int MOST_DEPTH = 8;
    /** Limit of groups and arrays visited in a layer: links can lead to the same one in many ways. */
    private static final int MOST_VISITS = 1_000;

    static boolean isHdf(byte[] bytes) {
        return bytes.length > MAGIC.length && Arrays.equals(Arrays.copyOf(bytes, MAGIC.length), MAGIC);
    }

    /**
     * @throws InvalidInput if it is no HDF5 file
     */
    static HdfArrays open(String name, byte[] bytes, ReadProgress progress) {
        return new HdfArrays(
                name, translatingErrors(name, () -> HdfFile.fromBytes(HdfNumbers.readable(bytes))), progress);
    }

    /** Turns exceptions of the library into messages: for broken files it may throw anything. */
    private static <T> T translatingErrors(String file, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InvalidInput | CancellationException | LinkageError told) {
            throw told;
        } catch (RuntimeException | Error damaged) {
            LOG.info("{} cannot be read as HDF5", file, damaged);
            throw new InvalidInput("network.hdf5.broken", file);
        }
    }

    Optional<String> text(String attribute) {
        return translatingErrors(file, () -> text(hdf, attribute));
    }

    private static Optional<String> text(Node node, String attribute) {
        return Optional.ofNullable(node.getAttributes().get(attribute))
                .map(found -> found.getData() instanceof String text ? text : null);
    }

    boolean has(String group) {
        return translatingErrors(file, () -> hdf.getChildren().containsKey(group));
    }

    /** An array by its path; empty if there is none. */
    Optional<Tensor> array(List<String> path) {
        return translatingErrors(file, () -> node(path).map(this::tensor));
    }

    /** An array by its name, up to a colon, anywhere below a group; empty if there is none. */
    Optional<Tensor> arrayWithin(List<String> path, String name) {
        return translatingErrors(file, () -> {
            List<Node> found = new ArrayList<>();
            node(path).ifPresent(node -> collect(node, name, 0, found, new AtomicInteger()));
            return found.stream().findFirst().map(this::tensor);
        });
    }

    private void collect(Node node, String name, int depth, List<Node> found, AtomicInteger visits) {
        progress.requireNotGivenUp();
        if (depth > MOST_DEPTH || visits.incrementAndGet() > MOST_VISITS) {
            throw new InvalidInput("network.hdf5.many", file, name);
        }
        if (node instanceof Group group) {
            group.getChildren().forEach((key, child) -> {
                if (child instanceof Group || key.replaceFirst(":\\d+$", "").equals(name)) {
                    collect(child, name, depth + 1, found, visits);
                }
            });
        } else if (node instanceof Dataset) {
            found.add(node);
            if (found.size() > 1) {
                throw new InvalidInput("network.hdf5.twice", file, name);
            }
        }
    }

    private Optional<Node> node(List<String> path) {
        Optional<Node> at = Optional.of(hdf);
        for (String name : path) {
            at = at.map(
                    node -> node instanceof Group group ? group.getChildren().get(name) : null);
        }
        return at;
    }

    private Tensor tensor(Node node) {
        if (!(node instanceof DatasetBase dataset)) {
            throw new InvalidInput("network.hdf5.array", file, node.getPath());
        }
        int[] lengths = dataset.getDimensions();
        boolean isSmall = dataset.getSize() <= Tensor.MOST_VALUES
                && Arrays.stream(lengths).allMatch(length -> length >= 0 && length <= Tensor.MOST_VALUES);
        NumberKind kind = HdfNumbers.kind(dataset.getDataType(), text(dataset, "dtype"))
                .filter(any -> isSmall)
                .orElseThrow(() -> new InvalidInput("network.hdf5.array", file, dataset.getPath()));
        if (dataset instanceof ChunkedDataset chunked) {
            new HdfChunks(file, chunked).check(file);
        }
        ByteBuffer bytes = dataset.getDataBuffer().order(HdfNumbers.order(dataset.getDataType()));
        return new Tensor(IntStream.of(lengths).boxed().toList(), kind.read(bytes, Math.toIntExact(dataset.getSize())));
    }

    @Override
    public void close() {
        hdf.close();
    }

    /** Number formats of HDF5. A number of the right size can have any parts; only the usual ones are read. */
    private static final class HdfNumbers {

        /** h5py's description of bfloat16: two opaque bytes without a name. */
        private static final byte[] OPAQUE = {3, 0, 8, 0, 1, 0, 0, 0, 0x15, 0, 0, 0, 2, 0, 0, 0};

        /** Index of the type class in {@link #OPAQUE}. */
        private static final int KIND_AT = 8;

        private static final byte TEXT = 0x13;
        /** By bits, offset, precision, 2 for an implicit leading one, then sign, exponent with its bias and fraction. */
        private static final Map<List<Integer>, NumberKind> FLOATS = Map.of(
                List.of(64, 0, 64, 2, 63, 11, 52, 1_023, 52, 0), NumberKind.DOUBLE,
                List.of(32, 0, 32, 2, 31, 8, 23, 127, 23, 0), NumberKind.SINGLE,
                List.of(16, 0, 16, 2, 15, 5, 10, 15, 10, 0), NumberKind.HALF,
                List.of(16, 0, 16, 2, 15, 8, 7, 127, 7, 0), NumberKind.BRAIN);

        private HdfNumbers() {}

        /**
         * Kind of an array's numbers; empty if they cannot be read.
         *
         * @param keras type by Keras: two opaque bytes are bfloat16
         */
        static Optional<NumberKind> kind(DataType type, Optional<String> keras) {
            if (type instanceof FloatingPoint number) {
                IntStream parts = IntStream.of(
                        Byte.SIZE * number.getSize(),
                        number.getBitOffset(),
                        number.getBitPrecision(),
                        number.getMantissaNormalization(),
                        number.getSignLocation(),
                        number.getExponentSize(),
                        number.getExponentLocation(),
                        number.getExponentBias(),
                        number.getMantissaSize(),
                        number.getMantissaLocation());
                return Optional.ofNullable(FLOATS.get(parts.boxed().toList()));
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

        /**
         * The same bytes, with opaque numbers declared as texts: the library cannot read opaque ones without a name.
         */
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

        static ByteOrder order(DataType type) {
            return type instanceof OrderedDataType ordered ? ordered.getByteOrder() : ByteOrder.LITTLE_ENDIAN;
        }
    }
}
