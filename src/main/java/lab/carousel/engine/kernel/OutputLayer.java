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

    private final ParameterLayout layout;
    private final Output output;
    private final int symbols;
    private final int units;
    private final double[] p;
    private final double[] gradient;
    private final double[] z;

    OutputLayer(ParameterLayout layout, Output output, double[] parameters, double[] gradient) {
        this.layout = layout;
        this.output = output;
        this.symbols = layout.symbols();
        this.units = layout.units();
        this.p = parameters;
        this.gradient = gradient;
        this.z = new double[symbols];
    }

    /**
     * Computes the outputs of a row, and leaves in their place the gradients of their net inputs.
     *
     * @param share the weight of this row's loss in the loss that is descended
     * @return the loss of this row
     */
    double forward(StretchMemory memory, int row, int slots, double share) {
        System.arraycopy(p, layout.outputBias(), z, 0, symbols);
        Product.addVectorTimes(memory.h, (row + slots) * units, p, layout.outputKernel(), units, symbols, z, 0);
        int target = memory.target[row];
        double loss = output.loss(z, target);
        output.activate(z);
        double factor = output == Output.SIGMOID ? share / symbols : share;
        int at = row * symbols;
        for (int k = 0; k < symbols; k++) {
            memory.y[at + k] = (k == target ? z[k] - 1 : z[k]) * factor;
        }
        return loss;
    }

    /** The gradient of a row's hidden state. */
    void backward(StretchMemory memory, int row, double[] dh) {
        Product.timesVector(p, layout.outputKernel(), units, symbols, memory.y, row * symbols, dh, 0);
    }

    /** Adds up the gradients of the weights over all rows of a stretch. */
    void gradients(StretchMemory memory, int rows, int slots) {
        int bias = layout.outputBias();
        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < symbols; k++) {
                gradient[bias + k] += memory.y[row * symbols + k];
            }
        }
        Product.addTransposedTimes(
                memory.h, slots * units, rows, units, memory.y, 0, symbols, gradient, layout.outputKernel());
    }
}
