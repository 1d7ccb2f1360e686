package lab.carousel.model;

import lab.carousel.model.function.Activation;
import lab.carousel.model.function.Exponentials;
import lab.carousel.model.function.Logarithm;
import lab.carousel.model.function.Softplus;
import lab.carousel.task.Target;

/**
 * Outputs and losses of one step after the other, the same to the last bit as {@link Output} says of each; where there are
 * many outputs, several times faster. Not thread-safe: it works in arrays of its own.
 */
public final class BatchOutputs {

    /** From this many outputs on it is faster to compute all at a time. */
    private static final int MANY = 32;

    private final Output output;
    private final boolean areMany;
    private final Softplus softplus;
    private final Exponentials exponentials;
    private final double[] x;
    private final double[] y;
    /** The largest net input of the step whose loss was told last, with softmax. */
    private int best;

    /** The sum of all shares; NaN until it is asked for. */
    private double total = Double.NaN;

    private double[] outputs = {};

    public BatchOutputs(Output output, int outputs) {
        this.output = output;
        // Tasks of numbers have few
        this.areMany = outputs >= MANY && (output == Output.SIGMOID || output == Output.SOFTMAX);
        int room = areMany ? outputs : 0;
        this.softplus = new Softplus(output == Output.SIGMOID ? room : 0);
        this.exponentials = new Exponentials(room);
        this.x = new double[room];
        this.y = new double[room];
    }

    public double loss(double[] z, Target target) {
        if (!areMany || target.index() == Target.NO_INDEX) {
            return output.loss(z, target);
        }
        return output == Output.SIGMOID ? sigmoidLoss(z, target.index()) : softmaxLoss(z, target.index());
    }

    private double sigmoidLoss(double[] z, int target) {
        System.arraycopy(z, 0, x, 0, x.length);
        x[target] = -z[target];
        softplus.of(x, y);
        return sum(y) / z.length;
    }

    private double softmaxLoss(double[] z, int target) {
        best = Output.argmax(z);
        subtract(z, z[best], x);
        exponentials.of(x, y);
        y[best] = 0;
        total = Double.NaN;
        return Logarithm.ofOnePlus(sum(y)) + (z[best] - z[target]);
    }

    /** One of the outputs at the step whose loss was told last: as {@link #activate} gives it, if all net inputs are numbers. */
    public double output(double[] z, int k) {
        if (output == Output.SIGMOID) {
            return Activation.sigmoid(z[k]);
        }
        if (!areMany) {
            return outputs(z)[k];
        }
        if (Double.isNaN(total)) {
            y[best] = 1;
            total = sum(y);
        }
        return y[k] / total;
    }

    /** All outputs: an array that is used again. */
    public double[] outputs(double[] z) {
        if (outputs.length != z.length) {
            outputs = new double[z.length];
        }
        System.arraycopy(z, 0, outputs, 0, z.length);
        activate(outputs);
        return outputs;
    }

    public void activate(double[] z) {
        if (!areMany) {
            output.activate(z);
            return;
        }
        if (output == Output.SIGMOID) {
            negate(z, x);
            exponentials.of(x, y);
            reciprocals(y, z);
        } else {
            subtract(z, Activation.largest(z), x);
            exponentials.of(x, z);
            divide(z, sum(z));
        }
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static void negate(double[] x, double[] y) {
        for (int k = 0; k < y.length; k++) {
            y[k] = -x[k];
        }
    }

    private static void subtract(double[] x, double subtracted, double[] y) {
        for (int k = 0; k < y.length; k++) {
            y[k] = x[k] - subtracted;
        }
    }

    private static void reciprocals(double[] e, double[] y) {
        for (int k = 0; k < y.length; k++) {
            y[k] = 1 / (1 + e[k]);
        }
    }

    private static void divide(double[] y, double divisor) {
        for (int k = 0; k < y.length; k++) {
            y[k] /= divisor;
        }
    }
}
