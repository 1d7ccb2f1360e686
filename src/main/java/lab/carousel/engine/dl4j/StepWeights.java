package lab.carousel.engine.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/** The weights of rows in a loss, as a column. */
final class StepWeights {

    private StepWeights() {}

    /** 1 where a row weighs anything, 0 elsewhere. */
    static INDArray counted(INDArray weights) {
        return weights.gt(0).castTo(weights.dataType());
    }
}
