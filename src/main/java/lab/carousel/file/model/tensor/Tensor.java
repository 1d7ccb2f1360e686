package lab.carousel.file.model.tensor;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An array of numbers, the last index varying fastest. Immutable, though not guarded against whoever writes to what it was
 * given.
 *
 * @param shape  its lengths; none for a single number
 * @param values as many as the product of the lengths
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Tensor(List<Integer> shape, double[] values) {

    /** The most numbers in an array: more than the largest network has in its largest matrix. */
    public static final long MOST_VALUES = 4_000_000;

    /** The most numbers in a file: a little more than the largest network has weights. */
    static final long MOST_IN_FILE = 6_500_000;

    /** Copies the lengths. */
    public Tensor {
        shape = List.copyOf(shape);
        if (size(shape) != values.length) {
            throw new IllegalArgumentException(shape + " has not " + values.length + " values");
        }
    }

    /** An array of one row. */
    public static Tensor of(double... values) {
        return new Tensor(List.of(values.length), values);
    }

    /** A matrix of so many rows. */
    public static Tensor matrix(int rows, int columns, double[] values) {
        return new Tensor(List.of(rows, columns), values);
    }

    /** How many numbers there are in an array of a shape. */
    static long size(List<Integer> shape) {
        long size = 1;
        for (int length : shape) {
            size = Math.multiplyExact(size, (long) length);
        }
        return size;
    }

    /** An array of no numbers but zeros. */
    public static Tensor zeros(Integer... shape) {
        List<Integer> lengths = List.of(shape);
        return new Tensor(lengths, new double[Math.toIntExact(size(lengths))]);
    }

    /** How many lengths it has. */
    public int rank() {
        return shape.size();
    }

    /** One of its lengths, counted from 0. */
    public int length(int index) {
        return shape.get(index);
    }

    /** A matrix with rows for columns; another array as it is. */
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

    /** Its lengths as people write them: {@code 20 x 80}. */
    public String shapeText() {
        return shape.isEmpty() ? "1" : shape.stream().map(String::valueOf).collect(Collectors.joining(" x "));
    }
}
