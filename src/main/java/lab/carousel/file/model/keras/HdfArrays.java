package lab.carousel.file.model.keras;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.dataset.DatasetBase;
import io.jhdf.filter.PipelineFilterWithData;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.OrderedDataType;
import io.jhdf.object.datatype.StringData;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
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
                .map(Attribute::getData)
                .filter(String.class::isInstance)
                .map(String.class::cast);
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
            Search search = new Search(name);
            node(path).ifPresent(node -> search.look(node, 0));
            return search.found.map(this::tensor);
        });
    }

    private Optional<Node> node(List<String> path) {
        Optional<Node> at = Optional.of(hdf);
        for (String name : path) {
            at = at.filter(Group.class::isInstance)
                    .map(group -> ((Group) group).getChildren().get(name));
        }
        return at;
    }

    private final class Search {

        private final String name;
        private Optional<Node> found = Optional.empty();
        private int visits;

        Search(String name) {
            this.name = name;
        }

        void look(Node node, int depth) {
            progress.requireNotGivenUp();
            visits++;
            if (depth > MOST_DEPTH || visits > MOST_VISITS) {
                throw new InvalidInput("network.hdf5.many", file, name);
            }
            if (node instanceof Group group) {
                for (Map.Entry<String, Node> child : group.getChildren().entrySet()) {
                    Node inner = child.getValue();
                    if (inner instanceof Group
                            || child.getKey().replaceFirst(":\\d+$", "").equals(name)) {
                        look(inner, depth + 1);
                    }
                }
            } else if (node instanceof Dataset) {
                if (found.isPresent()) {
                    throw new InvalidInput("network.hdf5.twice", file, name);
                }
                found = Optional.of(node);
            }
        }
    }

    private Tensor tensor(Node node) {
        if (!(node instanceof DatasetBase dataset)) {
            throw new InvalidInput("network.hdf5.array", file, node.getPath());
        }
        int[] lengths = dataset.getDimensions();
        if (dataset.getSize() > Tensor.MOST_VALUES
                || Arrays.stream(lengths).anyMatch(length -> length < 0 || length > Tensor.MOST_VALUES)) {
            throw new InvalidInput("network.hdf5.array", file, dataset.getPath());
        }
        NumberKind kind = HdfNumbers.kind(dataset.getDataType(), text(dataset, "dtype"))
                .orElseThrow(() -> new InvalidInput("network.hdf5.array", file, dataset.getPath()));
        HdfChunks.requireHarmless(file, dataset);
        ByteBuffer bytes = dataset.getDataBuffer().order(HdfNumbers.order(dataset.getDataType()));
        double[] values = new double[Math.toIntExact(dataset.getSize())];
        Arrays.setAll(values, index -> kind.read(bytes));
        return new Tensor(IntStream.of(lengths).boxed().toList(), values);
    }

    @Override
    public void close() {
        hdf.close();
    }

    /** Number formats of HDF5. A number of the right size can have any parts; only the usual ones are read. */
    static final class HdfNumbers {

        /** h5py's description of bfloat16: two opaque bytes without a name. */
        private static final byte[] OPAQUE = {3, 0, 8, 0, 1, 0, 0, 0, 0x15, 0, 0, 0, 2, 0, 0, 0};

        /** Index of the type class in {@link #OPAQUE}. */
        private static final int KIND_AT = 8;

        private static final byte TEXT = 0x13;

        private HdfNumbers() {}

        /**
         * Kind of an array's numbers; empty if they cannot be read.
         *
         * @param keras type by Keras: two opaque bytes are bfloat16
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

        /** Number of bits, then positions of sign, exponent and fraction; the leading one is implicit. */
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

        static ByteOrder order(DataType type) {
            return type instanceof OrderedDataType ordered ? ordered.getByteOrder() : ByteOrder.LITTLE_ENDIAN;
        }
    }

    /**
     * Chunked and perhaps compressed arrays. They are safe if all chunks are there, and none unpacks to more than it
     * should, whatever it states.
     */
    static final class HdfChunks {

        /** Chunks of an array in the largest network, if each is a row. */
        private static final long MOST_CHUNKS = 4_096;

        private static final int DEFLATE = 1;
        private static final int SHUFFLE = 2;
        private static final int CHECKSUM = 3;
        private static final int LZF = 32_000;
        private static final int CHECKSUM_BYTES = 4;
        /** Index of the chunk size in the parameters of the LZF filter. */
        private static final int LZF_SIZE = 2;

        private final String file;
        private final ChunkedDataset dataset;
        private final int[] lengths;
        private final int[] chunk;
        private final long bytes;

        private HdfChunks(String file, ChunkedDataset dataset) {
            this.file = file;
            this.dataset = dataset;
            this.lengths = dataset.getDimensions();
            this.chunk = dataset.getChunkDimensions();
            long size = dataset.getDataType().getSize();
            long chunks = 1;
            if (chunk.length != lengths.length) {
                throw broken();
            }
            for (int dimension = 0; dimension < chunk.length; dimension++) {
                if (chunk[dimension] < 1) {
                    throw broken();
                }
                size = Math.multiplyExact(size, chunk[dimension]);
                chunks = Math.multiplyExact(chunks, (lengths[dimension] + chunk[dimension] - 1L) / chunk[dimension]);
            }
            if (size > Tensor.MOST_VALUES * Double.BYTES || chunks > MOST_CHUNKS) {
                throw new InvalidInput("network.hdf5.array", file, dataset.getPath());
            }
            this.bytes = size;
        }

        /**
         * Checks all chunks before the array is read.
         *
         * @throws InvalidInput if it cannot be read, or is malicious
         */
        static void requireHarmless(String file, Dataset dataset) {
            if (dataset instanceof ChunkedDataset chunked) {
                new HdfChunks(file, chunked).check();
            }
        }

        private InvalidInput broken() {
            return new InvalidInput("network.hdf5.broken", file);
        }

        private void check() {
            List<PipelineFilterWithData> filters = dataset.getFilters();
            boolean isUnpacked = false;
            for (PipelineFilterWithData filter : filters) {
                boolean unpacks = filter.getId() == DEFLATE || filter.getId() == LZF;
                boolean isKnown = unpacks ? !isUnpacked : filter.getId() == SHUFFLE || filter.getId() == CHECKSUM;
                if (!isKnown) {
                    throw new InvalidInput("network.hdf5.compression", file, dataset.getPath(), filter.getName());
                }
                isUnpacked |= unpacks;
                if (filter.getId() == LZF && filter.getFilterData()[LZF_SIZE] != bytes) {
                    throw broken();
                }
            }
            long stored = 0;
            int[] offset = new int[chunk.length];
            do {
                // throws if it is missing
                ByteBuffer raw = dataset.getRawChunkBuffer(offset);
                stored += raw.remaining();
                check(filters, raw);
            } while (next(offset));
            if (stored != dataset.getStorageInBytes()) {
                throw broken();
            }
        }

        /** Advances to the next chunk, the last dimension first; false at the end. */
        private boolean next(int[] offset) {
            for (int dimension = offset.length - 1; dimension >= 0; dimension--) {
                offset[dimension] += chunk[dimension];
                if (offset[dimension] < lengths[dimension]) {
                    return true;
                }
                offset[dimension] = 0;
            }
            return false;
        }

        /** Undoes the filters, the last one first. */
        private void check(List<PipelineFilterWithData> filters, ByteBuffer raw) {
            int checksums = 0;
            for (int number = filters.size() - 1; number >= 0; number--) {
                int filter = filters.get(number).getId();
                if (filter == CHECKSUM) {
                    checksums++;
                } else if (filter == LZF) {
                    return;
                } else if (filter == DEFLATE) {
                    raw.limit(raw.limit() - checksums * CHECKSUM_BYTES);
                    long left = filters.subList(0, number).stream()
                            .filter(before -> before.getId() == CHECKSUM)
                            .count();
                    inflate(raw, bytes + left * CHECKSUM_BYTES);
                    return;
                }
            }
            if (raw.remaining() != bytes + (long) checksums * CHECKSUM_BYTES) {
                throw broken();
            }
        }

        private void inflate(ByteBuffer packed, long wanted) {
            Inflater inflater = new Inflater();
            try {
                inflater.setInput(packed);
                byte[] buffer = new byte[4_096];
                long unpacked = 0;
                while (!inflater.finished()) {
                    int now = inflater.inflate(buffer);
                    unpacked += now;
                    if (now == 0 || unpacked > wanted) {
                        throw broken();
                    }
                }
                if (unpacked != wanted) {
                    throw broken();
                }
            } catch (DataFormatException damaged) {
                throw broken();
            } finally {
                inflater.end();
            }
        }
    }
}
