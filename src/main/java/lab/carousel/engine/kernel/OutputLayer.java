package lab.carousel.engine.kernel;

import lab.carousel.model.Output;
import lab.carousel.model.ParameterLayout;

/**
 * The dense output layer and its loss.
 *
 * <pre>
 *   forward    y = output(V h' + d)
 *   backward   dz = y - target, over K for sigmoid outputs, whose loss is a mean over them
 *              dh' = V dz      dV = h'' dz      dd = dz, summed over the stretch
 * </pre>
 */
final class OutputLayer {

    private final Output output;
    private final int symbols;
    private final Weights weights;
    private final double[][] v;
    private final double[] d;

    OutputLayer(ParameterLayout layout, Output output, Weights weights) {
        this.output = output;
        this.symbols = layout.symbols();
        this.weights = weights;
        this.v = weights.rows(weights.outputKernel(), symbols);
        this.d = weights.rows[weights.outputBias()];
    }

    /**
     * Computes the outputs of a row, and leaves in their place the gradients of their net inputs.
     *
     * @param share the weight of this row's loss in the loss that is descended
     * @return the loss of this row
     */
    double forward(StretchMemory memory, int row, int slots, double share) {
        double[] y = memory.y[row];
        for (int k = 0; k < symbols; k++) {
            y[k] = d[k] + Product.dot(memory.h[row + slots], v[k]);
        }
        int target = memory.target[row];
        double loss = output.loss(y, target);
        output.activate(y);
        y[target] -= 1;
        double factor = output == Output.SIGMOID ? share / symbols : share;
        for (int k = 0; k < symbols; k++) {
            y[k] *= factor;
        }
        return loss;
    }

    /** Adds the gradient of a row's hidden state. */
    void backward(StretchMemory memory, int row, double[] dh) {
        Product.addVectorTimes(memory.y[row], v, dh);
    }

    /** Changes the weights along their gradient over all rows of a stretch. */
    void descend(StretchMemory memory, int rows, int slots, Descent descent) {
        double[][] dz = memory.y;
        descent.matrix(weights.outputKernel(), symbols, dz, 0, memory.h, slots, rows);
        descent.bias(weights.outputBias(), dz, rows);
    }
}
