package lab.carousel.study.map;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

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

    /** The moduli of a continuum of points were off 1 by up to 9e-8. */
    private static final double KEEPS = 1e-6;

    private static final double LEAST_NOISE = 1e-12;
    private static final double MOST_NOISE = 1e-7;

    static FixedPoint of(HeldStep step, double[] x, double q) {
        RealMatrix jacobian = new Array2DRowRealMatrix(step.jacobian(x), false);
        // All eigenvalues moved by as much: near 0, where there are many, the library's search does often not end
        double shift = 1 + jacobian.getFrobeniusNorm();
        EigenDecomposition parts = decomposed(jacobian, shift);
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
                parts.getEigenvector(largest).unitVector().toArray());
    }

    /** Where the library's search does not end, as with a few of saturated gates, equal eigenvalues are moved apart a little. */
    private static EigenDecomposition decomposed(RealMatrix jacobian, double shift) {
        SplittableRandom random = new SplittableRandom(1);
        for (double noise = 0; ; noise = Math.max(LEAST_NOISE, 10 * noise)) {
            RealMatrix moved = jacobian.copy();
            for (int row = 0; row < moved.getRowDimension(); row++) {
                for (int column = 0; column < moved.getColumnDimension(); column++) {
                    moved.addToEntry(row, column, (row == column ? shift : 0) + noise * shift * random.nextDouble());
                }
            }
            try {
                return new EigenDecomposition(moved);
            } catch (MaxCountExceededException notFound) {
                if (noise > MOST_NOISE) {
                    throw notFound;
                }
            }
        }
    }

    /** Whether it stays where it is; if not, it is a slow point. */
    public boolean isFixed() {
        return q < FIXED;
    }

    /** Whether each small push away from it dies out: all eigenvalues lie inside the unit circle, by more than rounding. */
    public boolean isStable() {
        return largest() < 1 && !keeps();
    }

    /** Whether a push in the slow direction neither grows nor dies out within rounding, as where points lie side by side. */
    public boolean keeps() {
        return Math.abs(largest() - 1) < KEEPS;
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
