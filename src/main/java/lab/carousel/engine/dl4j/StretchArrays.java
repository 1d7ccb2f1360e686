package lab.carousel.engine.dl4j;

import lab.carousel.model.layout.ParameterLayout;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A stretch of a sequence as Deeplearning4j sees it. */
final class StretchArrays {

    /** One-hot, {@code [slots, K, times]}. */
    private final INDArray inputs;
    /** One-hot times the weight, {@code [slots, O, times]}; zeros where there is no error signal. */
    private final INDArray targets;

    private int scored;

    StretchArrays(ParameterLayout layout, int slots, int times) {
        inputs = Nd4j.zeros(DataType.DOUBLE, slots, layout.symbols(), times);
        targets = Nd4j.zeros(DataType.DOUBLE, slots, layout.outputs(), times);
    }

    void setInput(int slot, int time, int symbol) {
        inputs.putScalar(slot, symbol, time, 1);
    }

    void setTarget(int slot, int time, int output, double weight) {
        targets.putScalar(slot, output, time, weight);
        scored++;
    }

    /** How many targets there are. */
    int scored() {
        return scored;
    }

    /** Makes the update; what comes back is as in {@link CarryingNetwork#update}. */
    double update(CarryingNetwork network) {
        return network.update(inputs, targets);
    }
}
