package lab.carousel.model;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws the parameters a network starts from, as Keras does: kernels Glorot-uniform, the recurrent kernel orthogonal,
 * biases 0, the bias of the forget gate 1.
 */
public final class InitialParameters {

    private InitialParameters() {}

    /** The initial parameters of an experiment, from its seed. */
    public static Parameters of(Experiment experiment) {
        return draw(
                experiment.layout(),
                RandomStreams.of(experiment.hyperparameters().seed()).initialWeights());
    }

    /** Draws input kernel, recurrent kernel and output kernel, in this order. */
    static Parameters draw(ParameterLayout layout, SplittableRandom random) {
        double[] values = new double[layout.size()];
        int gates = layout.gateWidth();
        glorotUniform(random, values, layout.inputKernel(), layout.symbols(), gates);
        orthogonal(random, values, layout.recurrentKernel(), layout.units(), gates);
        glorotUniform(random, values, layout.outputKernel(), layout.units(), layout.symbols());
        int forget = layout.bias() + layout.column(Gate.FORGET);
        Arrays.fill(values, forget, forget + layout.units(), 1);
        return Parameters.of(layout, values);
    }

    /** Uniform between plus and minus sqrt(6 / (rows + columns)) (Glorot and Bengio 2010). */
    private static void glorotUniform(SplittableRandom random, double[] values, int start, int rows, int columns) {
        double limit = Math.sqrt(6.0 / (rows + columns));
        for (int index = 0; index < rows * columns; index++) {
            values[start + index] = (2 * random.nextDouble() - 1) * limit;
        }
    }

    /**
     * Orthonormal rows (Saxe et al. 2014): Gaussian rows, made orthogonal by Gram and Schmidt's method, applied twice
     * because once is not exact enough. Keras takes the QR decomposition of the transposed Gaussian matrix and turns the
     * signs so that the diagonal of R is positive, which is the same thing.
     */
    private static void orthogonal(SplittableRandom random, double[] values, int start, int rows, int columns) {
        double[][] done = new double[rows][];
        for (int row = 0; row < rows; row++) {
            double[] vector = gaussians(random, columns);
            for (int pass = 0; pass < 2; pass++) {
                for (int earlier = 0; earlier < row; earlier++) {
                    add(vector, -dot(vector, done[earlier]), done[earlier]);
                }
            }
            double length = Math.sqrt(dot(vector, vector));
            for (int column = 0; column < columns; column++) {
                vector[column] /= length;
            }
            done[row] = vector;
            System.arraycopy(vector, 0, values, start + row * columns, columns);
        }
    }

    /** Standard normal draws by Box and Muller's method, which gives the same numbers on every Java version. */
    private static double[] gaussians(SplittableRandom random, int count) {
        double[] draws = new double[count];
        for (int index = 0; index < count; index++) {
            double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
            draws[index] = radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
        }
        return draws;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int index = 0; index < a.length; index++) {
            sum += a[index] * b[index];
        }
        return sum;
    }

    private static void add(double[] to, double factor, double[] vector) {
        for (int index = 0; index < to.length; index++) {
            to[index] += factor * vector[index];
        }
    }
}
