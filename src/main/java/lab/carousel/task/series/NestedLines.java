package lab.carousel.task.series;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * The straight lines with the least squared errors over the first few columns of the same rows. All of them are in one triangle: that
 * of the columns and, behind these, the targets.
 */
final class NestedLines {

    /** Singular values under this share of the largest are left out: what they belong to says the same as the rest. */
    private static final double SMALLEST = 1e-10;

    private final RealMatrix triangle;
    private final int columns;
    /** Then nothing is left out of fewer columns either: their singular values lie between those of all. */
    private final boolean isWhole;

    /** @param rows each with 1, the values and the target; more rows than a row is long */
    NestedLines(double[][] rows) {
        columns = rows[0].length - 1;
        triangle = new QRDecomposition(new Array2DRowRealMatrix(rows, false)).getR();
        double[] sizes = parts(columns).getSingularValues();
        isWhole = sizes[columns - 1] >= SMALLEST * sizes[0];
    }

    private SingularValueDecomposition parts(int count) {
        return new SingularValueDecomposition(triangle.getSubMatrix(0, count - 1, 0, count - 1));
    }

    /** The summed squared error of the line over so many columns. */
    double squaredError(int count) {
        double sum = 0;
        for (int row = count; row <= columns; row++) {
            double left = triangle.getEntry(row, columns);
            sum += left * left;
        }
        if (!isWhole) {
            double[] said = triangle.getSubMatrix(0, count - 1, 0, count - 1).operate(weights(count));
            for (int row = 0; row < count; row++) {
                double off = said[row] - triangle.getEntry(row, columns);
                sum += off * off;
            }
        }
        return sum;
    }

    /** The weights of so many columns. */
    double[] weights(int count) {
        SingularValueDecomposition parts = parts(count);
        double[] sizes = parts.getSingularValues();
        double[] rotated = parts.getU().transpose().operate(Arrays.copyOf(triangle.getColumn(columns), count));
        for (int k = 0; k < count; k++) {
            rotated[k] = sizes[k] < SMALLEST * sizes[0] ? 0 : rotated[k] / sizes[k];
        }
        return parts.getV().operate(rotated);
    }
}
