package lab.carousel.task.series;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * A straight line through several values: what is forecast is its constant and a share of each.
 *
 * @param shares of the newest value first
 */
public record Line(double constant, double[] shares) {

    /** Singular values under this share of the largest are left out: values that say the same share what they say. */
    private static final double SMALLEST = 1e-10;

    /**
     * The line with the least squared error.
     *
     * @param rows    the values from which each target is forecast, the newest first
     * @param targets as many; at least one
     */
    public static Line fit(double[][] rows, double[] targets) {
        double[][] inputs = new double[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            inputs[row] = new double[rows[row].length + 1];
            inputs[row][0] = 1;
            System.arraycopy(rows[row], 0, inputs[row], 1, rows[row].length);
        }
        SingularValueDecomposition parts = new SingularValueDecomposition(new Array2DRowRealMatrix(inputs, false));
        double[] values = parts.getSingularValues();
        double[] rotated = parts.getUT().operate(targets);
        for (int k = 0; k < values.length; k++) {
            rotated[k] = values[k] < SMALLEST * values[0] ? 0 : rotated[k] / values[k];
        }
        double[] solved = parts.getV().operate(Arrays.copyOf(rotated, values.length));
        return new Line(solved[0], Arrays.copyOfRange(solved, 1, solved.length));
    }

    public double of(double[] row) {
        double sum = constant;
        for (int k = 0; k < shares.length; k++) {
            sum += shares[k] * row[k];
        }
        return sum;
    }

    public double squaredError(double[][] rows, double[] targets) {
        double sum = 0;
        for (int row = 0; row < rows.length; row++) {
            double off = of(rows[row]) - targets[row];
            sum += off * off;
        }
        return sum;
    }
}
