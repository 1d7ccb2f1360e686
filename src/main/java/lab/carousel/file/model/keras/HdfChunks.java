package lab.carousel.file.model.keras;

import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.filter.PipelineFilterWithData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.InflaterInputStream;
import lab.carousel.file.model.tensor.Tensor;
import lab.carousel.text.InvalidInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chunked and perhaps compressed arrays. They are safe if all chunks are there, and none unpacks to more than it
 * should, whatever it states.
 */
final class HdfChunks {

    private static final Logger LOG = LoggerFactory.getLogger(HdfChunks.class);

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

    HdfChunks(String file, ChunkedDataset dataset) {
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
