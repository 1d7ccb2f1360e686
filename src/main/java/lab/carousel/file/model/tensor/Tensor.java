package lab.carousel.file.model.tensor;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An array of numbers in row-major order. Immutable, but it does not copy the values.
 *
 * @param shape empty for a scalar
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Tensor(List<Integer> shape, double[] values) {

    /** More than in the largest matrix of the largest network. */
    public static final long MOST_VALUES = 4_000_000;

    /** A little more than the weights of the largest network. */
    static final long MOST_IN_FILE = 6_500_000;

    public Tensor {
        shape = List.copyOf(shape);
        if (size(shape) != values.length) {
            throw new IllegalArgumentException(shape + " has not " + values.length + " values");
        }
    }

    public static Tensor of(double... values) {
        return new Tensor(List.of(values.length), values);
    }

    public static Tensor matrix(int rows, int columns, double[] values) {
        return new Tensor(List.of(rows, columns), values);
    }

    static long size(List<Integer> shape) {
        long size = 1;
        for (int length : shape) {
            size = Math.multiplyExact(size, (long) length);
        }
        return size;
    }

    public static Tensor zeros(Integer... shape) {
        List<Integer> lengths = List.of(shape);
        return new Tensor(lengths, new double[Math.toIntExact(size(lengths))]);
    }

    public int rank() {
        return shape.size();
    }

    public int length(int index) {
        return shape.get(index);
    }

    /** Transposes a matrix; any other array is unchanged. */
    public Tensor transposed() {
        if (rank() != 2) {
            return this;
        }
        int rows = length(0);
        int columns = length(1);
        double[] turned = new double[values.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                turned[column * rows + row] = values[row * columns + column];
            }
        }
        return matrix(columns, rows, turned);
    }

    /** Reorders blocks of columns of equal width: for each new one its number in the old array. */
    public Tensor reordered(int... order) {
        int width = length(rank() - 1);
        int block = width / order.length;
        double[] changed = new double[values.length];
        for (int start = 0; start < changed.length; start += width) {
            for (int place = 0; place < order.length; place++) {
                System.arraycopy(values, start + order[place] * block, changed, start + place * block, block);
            }
        }
        return new Tensor(shape, changed);
    }

    public String shapeText() {
        return shapeText(shape);
    }

    /** A shape as people write it: {@code 20 x 80}. */
    public static String shapeText(List<Integer> shape) {
        return shape.isEmpty() ? "1" : shape.stream().map(String::valueOf).collect(Collectors.joining(" x "));
    }
}
