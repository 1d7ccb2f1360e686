package lab.carousel.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several rows at a time: the same to the last bit. */
class ProductTest {

    private final SplittableRandom random = new SplittableRandom(1);

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 6, 20, 33})
    void fourRowsAtATimeAreSummedAsEachIs(int rows) {
        double[][] matrix = matrix(rows, 41);
        double[] x = vector(41);
        double[] sums = new double[rows];
        Product.times(matrix, x, sums);
        for (int row = 0; row < rows; row++) {
            assertThat(sums[row]).isEqualTo(Product.dot(x, matrix[row]));
        }
    }

    private double[][] matrix(int rows, int columns) {
        double[][] made = new double[rows][];
        for (int row = 0; row < rows; row++) {
            made[row] = vector(columns);
        }
        return made;
    }

    private double[] vector(int size) {
        return random.doubles(size, -1, 1).toArray();
    }
}
