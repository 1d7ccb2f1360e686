package lab.carousel.study.map;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * The directions in which points of a space differ most: their mean and the first right singular vectors of the points less
 * that mean. Each is turned so that its loading of largest size, the first among equals, is positive. Fewer than
 * {@value #MOST} where the points lie in a plane, on a line or in one place.
 */
public final class PrincipalAxes {

    public static final int MOST = 3;

    /** Loadings whose sizes differ by less are equal, so that rounding does not turn an axis. */
    private static final double EQUAL = 1e-9;

    /** The relative error of a double; Math.ulp is another number where the page computes. */
    private static final double EPSILON = 0x1p-52;

    private final double[] mean;
    /** {@code [axis][number]}. */
    private final double[][] axes;

    private PrincipalAxes(double[] mean, double[][] axes) {
        this.mean = mean;
        this.axes = axes;
    }

    /** @param points {@code [point][number]}, at least one */
    public static PrincipalAxes of(double[][] points) {
        double[] mean = mean(points);
        double[][] centred = new double[points.length][];
        boolean areEqual = true;
        for (int point = 0; point < points.length; point++) {
            centred[point] = less(points[point], mean);
            areEqual &= Arrays.equals(points[point], points[0]);
        }
        if (areEqual) {
            return new PrincipalAxes(mean, new double[0][]);
        }
        SingularValueDecomposition found =
                new SingularValueDecomposition(square(new Array2DRowRealMatrix(centred, false)));
        RealMatrix vectors = found.getV();
        double[] sizes = found.getSingularValues();
        double least = sizes[0] * Math.max(points.length, mean.length) * EPSILON;
        int count = 0;
        while (count < Math.min(MOST, sizes.length) && sizes[count] > least) {
            count++;
        }
        double[][] axes = new double[count][];
        Arrays.setAll(axes, axis -> turned(vectors.getColumn(axis)));
        return new PrincipalAxes(mean, axes);
    }

    /** Of more rows than columns the triangle that has the same right singular vectors and values: found a good deal faster. */
    private static RealMatrix square(RealMatrix points) {
        int columns = points.getColumnDimension();
        return points.getRowDimension() <= columns
                ? points
                : new QRDecomposition(points).getR().getSubMatrix(0, columns - 1, 0, columns - 1);
    }

    private static double[] mean(double[][] points) {
        double[] mean = new double[points[0].length];
        // Measured from the first point: where all are equal the mean is that point to the last digit
        for (double[] point : points) {
            for (int number = 0; number < mean.length; number++) {
                mean[number] += point[number] - points[0][number];
            }
        }
        Arrays.setAll(mean, number -> points[0][number] + mean[number] / points.length);
        return mean;
    }

    private static double[] less(double[] point, double[] mean) {
        double[] less = new double[mean.length];
        Arrays.setAll(less, number -> point[number] - mean[number]);
        return less;
    }

    private static double[] turned(double[] axis) {
        double largest = Arrays.stream(axis).map(Math::abs).max().orElse(0);
        int first = 0;
        while (Math.abs(axis[first]) < largest * (1 - EQUAL)) {
            first++;
        }
        return axis[first] < 0 ? Arrays.stream(axis).map(loading -> -loading).toArray() : axis;
    }

    /** How many there are, at most {@value #MOST}. */
    public int count() {
        return axes.length;
    }

    /** Of how many numbers a point consists. */
    int size() {
        return mean.length;
    }

    /** How much of a number lies along each of {@value #MOST} axes, -1 to 1; 0 along one that is not there. */
    public double[] loadings(int number) {
        double[] unit = new double[mean.length];
        unit[number] = 1;
        return reach(unit);
    }

    /** Where a point lies along {@value #MOST} axes, from the mean; 0 along one that is not there. */
    public double[] coordinates(double[] point) {
        return reach(less(point, mean));
    }

    /** How far a difference of two points, if there is one, reaches along {@value #MOST} axes. */
    public double[] reach(double[] difference) {
        double[] reach = new double[MOST];
        for (int axis = 0; axis < axes.length; axis++) {
            for (int number = 0; number < difference.length; number++) {
                reach[axis] += axes[axis][number] * difference[number];
            }
        }
        return reach;
    }
}
