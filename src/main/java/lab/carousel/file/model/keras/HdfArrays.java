package lab.carousel.file.model.keras;

import io.jhdf.HdfFile;
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
import java.io.ByteArrayInputStream;
import java.io.IOException;
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
import java.util.zip.InflaterInputStream;
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

    /**
     * Chunked and perhaps compressed arrays. They are safe if all chunks are there, and none unpacks to more than it
     * should, whatever it states.
     */
    private static final class HdfChunks {

        /** Chunks of an array in the largest network, if each is a row. */
        private static final long MOST_CHUNKS = 4_096;

        private static final int DEFLATE = 1;
        private static final int SHUFFLE = 2;
        private static final int CHECKSUM = 3;
        private static final int LZF = 32_000;
        private static final int CHECKSUM_BYTES = 4;
        /** Index of the chunk size in the parameters of the LZF filter. */
        private static final int LZF_SIZE = 2;

        private final InvalidInput broken;
        private final ChunkedDataset dataset;
        private final int[] lengths;
        private final int[] chunk;

        private HdfChunks(String file, ChunkedDataset dataset) {
            this.broken = new InvalidInput("network.hdf5.broken", file);
            this.dataset = dataset;
            this.lengths = dataset.getDimensions();
            this.chunk = dataset.getChunkDimensions();
        }

        /**
         * Checks all chunks before the array is read.
         *
         * @throws InvalidInput if it cannot be read, or is malicious
         */
        void check(String file) {
            if (chunk.length != lengths.length || Arrays.stream(chunk).anyMatch(length -> length < 1)) {
                throw broken;
            }
            long bytes = dataset.getDataType().getSize();
            long chunks = 1;
            for (int dimension = 0; dimension < chunk.length; dimension++) {
                bytes = Math.multiplyExact(bytes, chunk[dimension]);
                chunks = Math.multiplyExact(chunks, (lengths[dimension] + chunk[dimension] - 1L) / chunk[dimension]);
            }
            if (bytes > Tensor.MOST_VALUES * Double.BYTES || chunks > MOST_CHUNKS) {
                throw new InvalidInput("network.hdf5.array", file, dataset.getPath());
            }
            List<PipelineFilterWithData> filters = dataset.getFilters();
            int packing = -1;
            for (int number = 0; number < filters.size(); number++) {
                PipelineFilterWithData filter = filters.get(number);
                boolean packs = filter.getId() == DEFLATE || filter.getId() == LZF;
                if (packs ? packing >= 0 : filter.getId() != SHUFFLE && filter.getId() != CHECKSUM) {
                    throw new InvalidInput("network.hdf5.compression", file, dataset.getPath(), filter.getName());
                }
                if (filter.getId() == LZF && filter.getFilterData()[LZF_SIZE] != bytes) {
                    throw broken;
                }
                packing = packs ? number : packing;
            }
            long stored = 0;
            int[] offset = new int[chunk.length];
            do {
                // throws if it is missing
                ByteBuffer raw = dataset.getRawChunkBuffer(offset);
                stored += raw.remaining();
                check(filters, packing, raw, bytes);
            } while (next(offset));
            if (stored != dataset.getStorageInBytes()) {
                throw broken;
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

        /** Checks that a chunk has so many bytes: what was packed is unpacked for that. */
        private void check(List<PipelineFilterWithData> filters, int packing, ByteBuffer raw, long bytes) {
            long before = bytes + checksums(filters.subList(0, Math.max(0, packing)));
            long after = checksums(filters.subList(packing + 1, filters.size()));
            boolean fits =
                    switch (packing < 0 ? SHUFFLE : filters.get(packing).getId()) {
                        case DEFLATE -> {
                            byte[] packed = new byte[raw.remaining() - (int) after];
                            raw.get(packed);
                            yield unpacksTo(packed, before);
                        }
                        case LZF -> true;
                        default -> raw.remaining() == before + after;
                    };
            if (!fits) {
                throw broken;
            }
        }

        private static long checksums(List<PipelineFilterWithData> filters) {
            return CHECKSUM_BYTES
                    * filters.stream().filter(each -> each.getId() == CHECKSUM).count();
        }

        private static boolean unpacksTo(byte[] packed, long bytes) {
            try (InflaterInputStream unpacked = new InflaterInputStream(new ByteArrayInputStream(packed))) {
                unpacked.skipNBytes(bytes);
                return unpacked.read() < 0;
            } catch (IOException damaged) {
                LOG.debug("A chunk cannot be unpacked", damaged);
                return false;
            }
        }
    }
}
