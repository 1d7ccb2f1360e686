package lab.carousel.engine.dl4j;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/**
 * Deeplearning4j's cross-entropy of softmax outputs, for targets that are {@link StepWeights}: the gradient is weighted,
 * the score is the plain sum.
 */
final class SoftmaxCrossEntropy extends LossMCXENT {

    private static final long serialVersionUID = 1L;

    /** @param leastOutput smaller outputs are taken as this before their logarithm is */
    SoftmaxCrossEntropy(double leastOutput) {
        super(leastOutput, null);
    }

    @Override
    public double computeScore(INDArray targets, INDArray z, IActivation softmax, INDArray mask, boolean average) {
        return super.computeScore(StepWeights.in(targets).oneHot(), z, softmax, mask, average);
    }

    @Override
    public INDArray computeGradient(INDArray targets, INDArray z, IActivation softmax, INDArray mask) {
        StepWeights steps = StepWeights.in(targets);
        return super.computeGradient(steps.oneHot(), z, softmax, mask).muliColumnVector(steps.weights());
    }
}
