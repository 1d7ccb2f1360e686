package lab.carousel.engine.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Targets whose steps do not all count the same: each row is one-hot times the weight of its step, and zero where there
 * is no error signal. Deeplearning4j's masks cannot do that: it multiplies the net inputs, too, with them.
 *
 * @param oneHot  the rows without their weights; still zero where there is no error signal
 * @param weights the weight of each row, a column
 */
record StepWeights(INDArray oneHot, INDArray weights) {

    /** Takes weighted targets apart. */
    static StepWeights in(INDArray targets) {
        return new StepWeights(targets.gt(0).castTo(targets.dataType()), targets.sum(true, 1));
    }

    /** 1 where a row has an error signal, 0 elsewhere; a column. */
    INDArray counted() {
        return oneHot.sum(true, 1);
    }
}
