package lab.carousel.engine.kernel;

import java.util.Map;
import lab.carousel.model.layout.Quantity;
import lab.carousel.task.Target;

/**
 * What happened at one step of an update, with the numbers that the engine computed with. Vectors of units have those
 * of all layers, as in {@link lab.carousel.model.layout.NetworkState}.
 *
 * @param symbol         the index of the input symbol, with a lag that of the last one
 * @param weight         of this step's loss in the loss that is descended; 0 if it has no error signal
 * @param hiddenBefore   h before the last time step of the step
 * @param cellBefore     c likewise
 * @param gates          the gates and the candidate, as far as the cell has them apart from its state
 * @param hidden         h after the step
 * @param cell           c after the step
 * @param loss           of this step; NaN if it has no error signal
 * @param outputGradient dLoss/dz, z being the net inputs of the outputs; zero if the step has no error signal
 * @param hiddenGradient dLoss/dh after the step, all of it
 * @param cellGradient   dLoss/dc after the step, also through h
 */
public record StepAccount(
        int step,
        int symbol,
        Target target,
        double weight,
        double[] hiddenBefore,
        double[] cellBefore,
        Map<Quantity, double[]> gates,
        double[] hidden,
        double[] cell,
        double[] outputs,
        double loss,
        double[] outputGradient,
        double[] hiddenGradient,
        double[] cellGradient) {

    public boolean isScored() {
        return weight > 0;
    }
}
