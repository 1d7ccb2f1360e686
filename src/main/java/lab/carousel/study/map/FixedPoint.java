package lab.carousel.study.map;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

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

    private static final int MOST_TRIALS = 20;

    static FixedPoint of(HeldStep step, double[] x, double q) {
        RealMatrix jacobian = new Array2DRowRealMatrix(step.jacobian(x), false);
        RealMatrix one = MatrixUtils.createRealIdentityMatrix(x.length);
        // All eigenvalues moved by as much: near 0, where there are many, the library's search does not end
        double shift = 1 + jacobian.getFrobeniusNorm();
        RealMatrix shifted = jacobian.add(one.scalarMultiply(shift));
        SplittableRandom random = new SplittableRandom(x.length);
        RealMatrix mirror = one;
        EigenDecomposition parts = null;
        for (int trial = 0; parts == null; trial++) {
            try {
                parts = new EigenDecomposition(mirror.multiply(shifted).multiply(mirror));
            } catch (MaxCountExceededException notFound) {
                if (trial == MOST_TRIALS) {
                    throw notFound;
                }
                // The same seen in a mirror, where no number is 0 for the sake of the network's wiring
                RealVector across =
                        new ArrayRealVector(random.doubles(x.length, -1, 1).toArray()).unitVector();
                mirror = one.subtract(across.outerProduct(across).scalarMultiply(2));
            }
        }
        return of(x, q, parts, shift, mirror);
    }

    private static FixedPoint of(double[] x, double q, EigenDecomposition parts, double shift, RealMatrix mirror) {
        List<Complex> values = IntStream.range(0, x.length)
                .mapToObj(k -> new Complex(parts.getRealEigenvalue(k) - shift, parts.getImagEigenvalue(k)))
                .toList();
        int largest = IntStream.range(0, x.length)
                .reduce(0, (best, k) -> values.get(k).abs() > values.get(best).abs() ? k : best);
        return new FixedPoint(
                x,
                q,
                values.stream()
                        .sorted(Comparator.comparingDouble(value -> -value.abs()))
                        .toList(),
                mirror.operate(parts.getEigenvector(largest).unitVector()).toArray());
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
