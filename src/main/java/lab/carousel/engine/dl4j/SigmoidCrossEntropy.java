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
 * <p>The mask has a weight for each row. The gradient is weighted; the score is the plain sum over the rows that weigh
 * anything.
 */
final class SigmoidCrossEntropy extends LossBinaryXENT {

    private static final long serialVersionUID = 1L;

    /** The sum over the rows that weigh anything of max(z, 0) - z y + ln(1 + e^-|z|), the mean over the columns. */
    @Override
    public double computeScore(
            INDArray labels, INDArray z, IActivation sigmoid, INDArray weights, boolean average) {
        INDArray loss = Transforms.abs(z, true).negi();
        Transforms.exp(loss, false);
        Transforms.log(loss.addi(1), false);
        loss.addi(Transforms.relu(z, true)).subi(z.mul(labels));
        if (weights != null) {
            loss.muliColumnVector(StepWeights.counted(weights));
        }
        double sum = loss.sumNumber().doubleValue() / z.size(1);
        return average ? sum / z.size(0) : sum;
    }

    /** (sigmoid(z) - y) / K, times the weight of the row. */
    @Override
    public INDArray computeGradient(INDArray labels, INDArray z, IActivation sigmoid, INDArray weights) {
        INDArray gradient = sigmoid.getActivation(z.dup(), true).subi(labels).divi(z.size(1));
        return weights == null ? gradient : gradient.muliColumnVector(weights);
    }
}
