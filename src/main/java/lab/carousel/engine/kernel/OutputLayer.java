package lab.carousel.engine.kernel;

import lab.carousel.model.Output;
import lab.carousel.model.layout.ParameterLayout;

/**
 * The dense output layer over the scored rows of a stretch.
 *
 * <pre>
 *   forward    y = output(z)    z = V h + d
 *   backward   dz = (y - target) / O, or y - target with softmax, times the weight of the row
 *              dh += V dz       dV = h' dz       dd = dz, summed over the stretch
 * </pre>
 */
final class OutputLayer {

    private final Output output;
    private final int outputs;
    private final Weights weights;
    private final double[][] v;
    private final double[] d;

    OutputLayer(ParameterLayout layout, Output output, Weights weights) {
        this.output = output;
        this.outputs = layout.outputs();
        this.weights = weights;
        this.v = weights.rows(weights.outputKernel(), outputs);
        this.d = weights.rows[weights.outputBias()];
    }

    /**
     * Computes the outputs of a row, and leaves in their place the gradients of their net inputs.
     *
     * @param target index of the right output
     * @param weight of this row's loss in the loss that is descended
     * @return the loss of this row, without the weight
     */
    double forward(StretchMemory memory, int row, int slots, int target, double weight) {
        int place = memory.scored++;
        memory.scoredAt[row] = place;
        double[] h = memory.last().h[row + slots];
        memory.hidden[place] = h;
        double[] y = memory.y[place];
        netInputs(h, y);
        double loss = output.loss(y, target);
        output.activate(y);
        y[target] -= 1;
        double factor = output == Output.SIGMOID ? weight / outputs : weight;
        for (int k = 0; k < outputs; k++) {
            y[k] *= factor;
        }
        return loss;
    }

    /** Computes the net inputs z of the outputs from a hidden state of the last layer. */
    void netInputs(double[] h, double[] z) {
        for (int k = 0; k < outputs; k++) {
            z[k] = d[k] + Product.dot(h, v[k]);
        }
    }

    /** Adds the gradient of a row's hidden state, if the row has an error signal. */
    void backward(StretchMemory memory, int row, double[] dh) {
        int place = memory.scoredAt[row];
        if (place != StretchMemory.NOT_SCORED) {
            Product.addVectorTimes(memory.y[place], v, dh);
        }
    }

    /** Goes down the gradient of its weights over all scored rows of a stretch. */
    void descend(StretchMemory memory, Descent descent) {
        double[][] dz = memory.y;
        descent.matrix(weights.outputKernel(), outputs, dz, 0, memory.hidden, 0, memory.scored);
        descent.bias(weights.outputBias(), dz, memory.scored);
    }
}
