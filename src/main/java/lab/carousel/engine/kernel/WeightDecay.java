package lab.carousel.engine.kernel;

import java.util.List;

/**
 * Weight decay beside the gradient (Loshchilov and Hutter 2019, AdamW), as in Keras and in PyTorch's AdamW: before a
 * parameter p changes along its gradient it shrinks, with the learning rate r,
 *
 * <pre>
 *   p = p - r decay p
 * </pre>
 *
 * All parameters do, biases among them. What the optimiser keeps of the gradients knows nothing of it.
 */
final class WeightDecay implements Updater {

    private final double decay;
    private final Updater updater;
    private double kept;

    WeightDecay(double decay, Updater updater) {
        this.decay = decay;
        this.updater = updater;
    }

    @Override
    public void begin(double learningRate) {
        kept = 1 - learningRate * decay;
        updater.begin(learningRate);
    }

    @Override
    public void change(double[] weights, int row, double factor, double[] vector) {
        double k = kept;
        for (int j = 0; j < weights.length; j++) {
            weights[j] *= k;
        }
        updater.change(weights, row, factor, vector);
    }

    @Override
    public List<Weights> moments() {
        return updater.moments();
    }

    @Override
    public long updates() {
        return updater.updates();
    }

    @Override
    public void setUpdates(long begun) {
        updater.setUpdates(begun);
    }
}
