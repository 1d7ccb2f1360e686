package lab.carousel.engine.dl4j;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Binary cross-entropy of sigmoid outputs, the mean over the outputs, worked out from the net inputs z. It is what
 * {@link LossBinaryXENT} with weights 1/K means, but stays right where outputs round to 0 or 1: there Deeplearning4j
 * divides 0 by 0, or, if told to clip, loses the gradient of outputs that are far off.
 *
 * <p>If the targets are {@link StepWeights} the gradient is weighted; the score is the plain sum.
 */
final class SigmoidCrossEntropy extends LossBinaryXENT {

    private static final long serialVersionUID = 1L;

    private final boolean isWeighted;

    /** @param isWeighted whether the targets are {@link StepWeights} */
    SigmoidCrossEntropy(boolean isWeighted) {
        this.isWeighted = isWeighted;
    }

    /** The sum over the rows of max(z, 0) - z y + ln(1 + e^-|z|), the mean over the columns. */
    @Override
    public double computeScore(INDArray targets, INDArray z, IActivation sigmoid, INDArray mask, boolean average) {
        if (isWeighted) {
            StepWeights steps = StepWeights.in(targets);
            return sum(losses(steps.oneHot(), z).muliColumnVector(steps.counted()), average);
        }
        return sum(losses(targets, z), average);
    }

    private static INDArray losses(INDArray oneHot, INDArray z) {
        INDArray loss = Transforms.abs(z, true).negi();
        Transforms.exp(loss, false);
        Transforms.log(loss.addi(1), false);
        return loss.addi(Transforms.relu(z, true)).subi(z.mul(oneHot));
    }

    private static double sum(INDArray losses, boolean average) {
        double sum = losses.sumNumber().doubleValue() / losses.size(1);
        return average ? sum / losses.size(0) : sum;
    }

    /** (sigmoid(z) - y) / O, times the weight of the row. */
    @Override
    public INDArray computeGradient(INDArray targets, INDArray z, IActivation sigmoid, INDArray mask) {
        INDArray outputs = sigmoid.getActivation(z.dup(), true);
        if (isWeighted) {
            StepWeights steps = StepWeights.in(targets);
            return outputs.subi(steps.oneHot()).divi(z.size(1)).muliColumnVector(steps.weights());
        }
        return outputs.subi(targets).divi(z.size(1));
    }
}
