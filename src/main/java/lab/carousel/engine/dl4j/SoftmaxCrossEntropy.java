package lab.carousel.engine.dl4j;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/**
 * Deeplearning4j's cross-entropy of softmax outputs with a mask that has a weight for each row. The gradient is weighted;
 * the score is the plain sum over the rows that weigh anything.
 */
final class SoftmaxCrossEntropy extends LossMCXENT {

    private static final long serialVersionUID = 1L;

    /** @param leastOutput smaller outputs are taken as this before their logarithm is */
    SoftmaxCrossEntropy(double leastOutput) {
        super(leastOutput, null);
    }

    @Override
    public double computeScore(
            INDArray labels, INDArray z, IActivation softmax, INDArray weights, boolean average) {
        INDArray counted = weights == null ? null : StepWeights.counted(weights);
        return super.computeScore(labels, z, softmax, counted, average);
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray z, IActivation softmax, INDArray weights) {
        // Not with the mask: Deeplearning4j takes that of a single row for one of outputs
        INDArray gradient = super.computeGradient(labels, z, softmax, null);
        return weights == null ? gradient : gradient.muliColumnVector(weights);
    }
}
