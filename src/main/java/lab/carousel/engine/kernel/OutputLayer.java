package lab.carousel.engine.kernel;

import java.util.Arrays;
import lab.carousel.model.Output;
import lab.carousel.model.OutputUnits;
import lab.carousel.model.layout.ParameterLayout;

/**
 * The dense output layer over the scored rows of a stretch.
 *
 * <pre>
 *   forward    y = output(z)    z = V h + d
 *   backward   dz = (y - target) / O, or y - target with softmax, times the weight of the row
 *              dh += V' dz
 * </pre>
 *
 * V is (H, O) or, turned over, (O, H), see {@link Weights}; d is (O). Sums are taken in the same order in both.
 */
final class OutputLayer {

    /** Net inputs below this, of any number of outputs, have a finite loss. */
    private static final double SURELY_FINITE = 1e100;

    private final Output output;
    private final OutputUnits units;
    private final int outputs;
    private final boolean isByUnit;
    private final double[][] v;
    private final double[] d;

    OutputLayer(ParameterLayout layout, Output output, Weights weights) {
        this.output = output;
        this.outputs = layout.outputs();
        this.units = new OutputUnits(output, outputs);
        this.isByUnit = weights.outputsByUnit;
        this.v = weights.rows(weights.outputKernel(), weights.outputRows());
        this.d = weights.rows[weights.outputBias()];
    }

    /**
     * Computes the outputs of a row, and leaves in their place the gradients of their net inputs.
     *
     * @param target   index of the right output
     * @param weight   of this row's loss in the loss that is descended
     * @param tellLoss whether the loss is wanted; if not, it is computed only if it may not be finite
     * @return the loss of this row, without the weight; any finite number instead of a finite one that is not wanted
     */
    double forward(StretchMemory memory, int row, int slots, int target, double weight, boolean tellLoss) {
        double[] dz = memory.score(row, row + slots);
        netInputs(memory.last().h[row + slots], dz);
        double loss = tellLoss || !isSurelyFinite(dz) ? units.loss(dz, target) : 0;
        units.activate(dz);
        dz[target] -= 1;
        double factor = output == Output.SIGMOID ? weight / outputs : weight;
        for (int k = 0; k < outputs; k++) {
            dz[k] *= factor;
        }
        return loss;
    }

    private static boolean isSurelyFinite(double[] z) {
        for (double net : z) {
            if (!(Math.abs(net) < SURELY_FINITE)) {
                return false;
            }
        }
        return true;
    }

    /** Computes the net inputs z (O) of the outputs from a hidden state h (H) of the last layer. */
    void netInputs(double[] h, double[] z) {
        if (isByUnit) {
            Arrays.fill(z, 0);
            Product.addRowAfterRow(h, v, z);
            for (int k = 0; k < z.length; k++) {
                z[k] = d[k] + z[k];
            }
            return;
        }
        for (int k = 0; k < outputs; k++) {
            z[k] = d[k] + Product.dot(h, v[k]);
        }
    }

    /** Adds to the gradient dh (H) of a row's hidden state, if the row has an error signal. */
    void backward(StretchMemory memory, int row, double[] dh) {
        int place = memory.scoredAt[row];
        if (place != StretchMemory.NOT_SCORED && isByUnit) {
            Product.addTimesVector(v, memory.dz[place], dh);
        } else if (place != StretchMemory.NOT_SCORED) {
            Product.addVectorTimes(memory.dz[place], v, dh);
        }
    }
}
