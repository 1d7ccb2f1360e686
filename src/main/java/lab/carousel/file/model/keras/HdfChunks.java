package lab.carousel.file.model.keras;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.filter.PipelineFilterWithData;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import lab.carousel.file.model.tensor.Tensor;
import lab.carousel.text.InvalidInput;

/**
 * An array that is stored in pieces, which may be compressed. It is harmless if all pieces are there, and none of them
 * unpacks to more than it should, whatever it says of itself.
 */
final class HdfChunks {

    /** The pieces of an array in the largest network, if each is a row of it. */
    private static final long MOST_CHUNKS = 4_096;

    private static final int DEFLATE = 1;
    private static final int SHUFFLE = 2;
    private static final int CHECKSUM = 3;
    private static final int LZF = 32_000;
    private static final int CHECKSUM_BYTES = 4;
    /** Of what a filter is told: the size of a piece. */
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
     * Looks at all pieces of an array before it is read.
     *
     * @throws InvalidInput if it cannot be read here, or would do harm
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
            // throws if it is not there
            ByteBuffer raw = dataset.getRawChunkBuffer(offset);
            stored += raw.remaining();
            check(filters, raw);
        } while (next(offset));
        if (stored != dataset.getStorageInBytes()) {
            throw broken();
        }
    }

    /** Goes on to the next piece, the last dimension first; gives whether there is one. */
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

    /** Filters are undone from the last one back. */
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
