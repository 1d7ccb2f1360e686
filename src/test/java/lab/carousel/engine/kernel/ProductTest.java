package lab.carousel.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A matrix by rows or by columns: the same to the last bit. */
class ProductTest {

    private final SplittableRandom random = new SplittableRandom(1);

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 6, 20, 33})
    void sumsRowAfterRowAreThoseOfColumns(int rows) {
        double[][] matrix = matrix(rows, 41);
        double[] x = vector(rows);
        double[] sums = new double[41];
        Product.addRowAfterRow(x, matrix, sums);
        double[][] turned = new double[41][rows];
        Product.transpose(matrix, turned);
        for (int column = 0; column < sums.length; column++) {
            assertThat(sums[column]).isEqualTo(Product.dot(x, turned[column]));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 6, 20, 33})
    void aMatrixTimesAVectorIsTheVectorTimesTheMatrixTurnedOver(int columns) {
        double[][] matrix = matrix(17, columns);
        double[] x = vector(columns);
        double[] start = vector(17);
        double[] sums = start.clone();
        Product.addTimesVector(matrix, x, sums);
        double[][] turned = new double[columns][17];
        Product.transpose(matrix, turned);
        Product.addVectorTimes(x, turned, start);
        assertThat(sums).containsExactly(start);
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
