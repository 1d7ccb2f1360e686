package lab.carousel.file.model.keras;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import lab.carousel.file.model.tensor.Tensor;
import lab.carousel.text.InvalidInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The arrays of an HDF5 file that is in memory. Whatever is wrong with it is told with the name of the file.
 *
 * @param file its name
 * @param hdf  what is read
 */
record HdfArrays(String file, HdfFile hdf) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HdfArrays.class);
    private static final byte[] MAGIC = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n'};
    private static final int MOST_DEPTH = 8;
    private static final int MOST_ARRAYS = 1_000;
    private static final long MOST_VALUES = 4_000_000;
    private static final int LONGEST_VALUE = 8;

    /** Whether bytes begin like an HDF5 file. */
    static boolean isHdf(byte[] bytes) {
        return bytes.length > MAGIC.length && Arrays.equals(Arrays.copyOf(bytes, MAGIC.length), MAGIC);
    }

    /**
     * Opens a file.
     *
     * @param name for messages
     * @throws InvalidInput if it is none
     */
    static HdfArrays open(String name, byte[] bytes) {
        return new HdfArrays(name, unbroken(name, () -> HdfFile.fromBytes(bytes)));
    }

    /** What a library for files that are as they should be throws at others can be anything. */
    private static <T> T unbroken(String file, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InvalidInput told) {
            throw told;
        } catch (RuntimeException | StackOverflowError damaged) {
            LOG.info("{} cannot be read as HDF5", file, damaged);
            throw new InvalidInput("network.hdf5.broken", file);
        }
    }

    /** A text that the whole file is told by; empty if there is none of that name. */
    Optional<String> text(String attribute) {
        return unbroken(file, () -> Optional.ofNullable(hdf.getAttributes().get(attribute))
                .map(Attribute::getData)
                .filter(String.class::isInstance)
                .map(String.class::cast));
    }

    /** Whether there is a group of a name in the outermost one. */
    boolean has(String group) {
        return unbroken(file, () -> hdf.getChildren().containsKey(group));
    }

    /** An array, by the names of the groups that lead to it and its own; empty if there is none. */
    Optional<Tensor> array(List<String> path) {
        return unbroken(file, () -> {
            Node at = hdf;
            for (String name : path) {
                if (!(at instanceof Group group) || !group.getChildren().containsKey(name)) {
                    return Optional.empty();
                }
                at = group.getChildren().get(name);
            }
            return at instanceof Dataset dataset ? Optional.of(tensor(dataset)) : Optional.empty();
        });
    }

    /** All arrays in a group and those within it, by their own names up to a colon. */
    Map<String, Tensor> arraysWithin(List<String> path) {
        return unbroken(file, () -> {
            Node at = hdf;
            for (String name : path) {
                at = at instanceof Group group ? group.getChildren().get(name) : null;
            }
            Map<String, Tensor> found = new LinkedHashMap<>();
            if (at instanceof Group group) {
                collect(group, 0, found);
            }
            return found;
        });
    }

    private void collect(Group group, int depth, Map<String, Tensor> found) {
        if (depth > MOST_DEPTH || found.size() > MOST_ARRAYS) {
            throw new InvalidInput("network.hdf5.broken", file);
        }
        group.getChildren().forEach((name, node) -> {
            if (node instanceof Group inner) {
                collect(inner, depth + 1, found);
            } else if (node instanceof Dataset dataset
                    && found.put(name.replaceFirst(":\\d+$", ""), tensor(dataset)) != null) {
                throw new InvalidInput("network.hdf5.twice", file, name);
            }
        });
    }

    private Tensor tensor(Dataset dataset) {
        int[] lengths = dataset.getDimensions();
        long size = dataset.getSize();
        if (dataset.isEmpty()
                || size > MOST_VALUES
                || dataset.getDataType().getSize() > LONGEST_VALUE
                || Arrays.stream(lengths).anyMatch(length -> length < 0 || length > MOST_VALUES)) {
            throw new InvalidInput("network.hdf5.array", file, dataset.getPath());
        }
        Object data = dataset.isScalar() ? dataset.getData() : dataset.getDataFlat();
        return new Tensor(IntStream.of(lengths).boxed().toList(), numbers(data, dataset.getPath()));
    }

    private double[] numbers(Object data, String path) {
        if (data instanceof double[] doubles) {
            return doubles;
        }
        if (data instanceof float[] singles) {
            double[] values = new double[singles.length];
            Arrays.setAll(values, index -> singles[index]);
            return values;
        }
        if (data instanceof long[] longs) {
            return Arrays.stream(longs).asDoubleStream().toArray();
        }
        if (data instanceof int[] whole) {
            return Arrays.stream(whole).asDoubleStream().toArray();
        }
        if (data instanceof Number number) {
            return new double[] {number.doubleValue()};
        }
        throw new InvalidInput("network.hdf5.array", file, path);
    }

    @Override
    public void close() {
        hdf.close();
    }
}
