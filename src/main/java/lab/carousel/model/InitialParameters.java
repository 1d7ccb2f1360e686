package lab.carousel.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import lab.carousel.model.layout.LayerLayout;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;

/**
 * Draws the parameters a network starts from, as Keras does: kernels Glorot-uniform, the recurrent kernel orthogonal,
 * biases 0, but for those of the gates, see {@link Settings}.
 */
public final class InitialParameters {

    private InitialParameters() {}

    public static Parameters of(Experiment experiment) {
        return draw(experiment.layout(), experiment.hyperparameters());
    }

    /** Draws, layer by layer, input kernel and recurrent kernel; then the output kernel, then biases. */
    static Parameters draw(ParameterLayout layout, Hyperparameters settings) {
        SplittableRandom random = RandomStreams.of(settings.get(Settings.SEED)).initialWeights();
        double[] values = new double[layout.size()];
        for (int l = 0; l < layout.layers(); l++) {
            LayerLayout layer = layout.layer(l);
            int gates = layer.gateWidth();
            glorotUniform(random, values, layer.inputKernel(), layer.inputs(), gates);
            orthogonal(random, values, layer.recurrentKernel(), layer.recurrentRows(), gates);
        }
        glorotUniform(random, values, layout.outputKernel(), layout.units(), layout.outputs());
        for (int l = 0; l < layout.layers(); l++) {
            biases(layout.layer(l), settings, random, values);
        }
        return Parameters.of(layout, values);
    }

    private static void biases(LayerLayout layer, Hyperparameters settings, SplittableRandom random, double[] values) {
        Optional<Quantity> keeping = layer.cell().keepingGate();
        if (!settings.isChrono() || keeping.isEmpty()) {
            fill(values, layer, Quantity.FORGET_GATE, settings.get(Settings.FORGET_GATE_BIAS));
            fill(values, layer, Quantity.INPUT_GATE, settings.get(Settings.INPUT_GATE_BIAS));
            return;
        }
        int span = settings.get(Settings.CHRONO_SPAN);
        int kept = layer.bias() + layer.column(keeping.get());
        boolean hasInput = layer.cell().gates().contains(Quantity.INPUT_GATE);
        for (int unit = 0; unit < layer.units(); unit++) {
            double drawn = StrictMath.log1p(random.nextDouble() * (span - 2));
            if (hasInput) {
                values[layer.bias() + layer.column(Quantity.INPUT_GATE) + unit] = -drawn;
            }
            values[kept + unit] = drawn;
        }
    }

    /** The bias of a gate in all units, if the cell has that gate. */
    private static void fill(double[] values, LayerLayout layer, Quantity gate, double bias) {
        if (layer.cell().gates().contains(gate)) {
            int first = layer.bias() + layer.column(gate);
            Arrays.fill(values, first, first + layer.units(), bias);
        }
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
