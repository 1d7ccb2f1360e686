package lab.carousel.study.map;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * A state that a held symbol leaves where it is, or hardly moves: a minimum of q = 1/2 |F(x) - x|^2 (Sussillo and Barak
 * 2013).
 *
 * @param state       x: h of all layers, behind it c of all layers where the cell has one
 * @param q           how far it moves in a step
 * @param eigenvalues of the derivative of F there, the largest modulus first
 * @param slow        the direction in which a small push lasts longest: the eigenvector of the first one, of length 1
 */
public record FixedPoint(double[] state, double q, List<Complex> eigenvalues, double[] slow) {

    /** Below it a point is fixed. */
    public static final double FIXED = 1e-12;

    static FixedPoint of(HeldStep step, double[] x, double q) {
        double[][] jacobian = step.jacobian(x);
        if (IntStream.range(0, x.length).allMatch(row -> isZero(jacobian[row]))) {
            // The library refuses a matrix of zeros
            double[] any = new double[x.length];
            any[0] = 1;
            return new FixedPoint(
                    x,
                    q,
                    IntStream.range(0, x.length).mapToObj(k -> Complex.ZERO).toList(),
                    any);
        }
        EigenDecomposition parts = new EigenDecomposition(new Array2DRowRealMatrix(jacobian, false));
        List<Complex> values = IntStream.range(0, x.length)
                .mapToObj(k -> new Complex(parts.getRealEigenvalue(k), parts.getImagEigenvalue(k)))
                .toList();
        int largest = IntStream.range(0, x.length)
                .reduce(0, (best, k) -> values.get(k).abs() > values.get(best).abs() ? k : best);
        return new FixedPoint(
                x,
                q,
                values.stream()
                        .sorted((a, b) -> Double.compare(b.abs(), a.abs()))
                        .toList(),
                parts.getEigenvector(largest).unitVector().toArray());
    }

    private static boolean isZero(double[] row) {
        return IntStream.range(0, row.length).allMatch(k -> row[k] == 0);
    }

    /** Whether it stays where it is; if not, it is a slow point. */
    public boolean isFixed() {
        return q < FIXED;
    }

    /** Whether each small push away from it dies out: all eigenvalues lie inside the unit circle. */
    public boolean isStable() {
        return largest() < 1;
    }

    /** The largest modulus of the eigenvalues. */
    public double largest() {
        return eigenvalues.get(0).abs();
    }

    /** Steps until half of a small push in the slow direction is left, or, where it is unstable, until it is twice as large. */
    public double steps() {
        return Math.abs(Math.log(2) / Math.log(largest()));
    }
}
