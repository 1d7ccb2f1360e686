package lab.carousel.model.account;

import java.util.List;
import lab.carousel.model.Output;
import lab.carousel.task.Target;

/**
 * How the outputs and the loss of a step come about.
 *
 * @param inputs the net input V h + d of each output
 * @param target there may be no output for it
 */
public record OutputAccount(Output output, List<NetInput> inputs, Target target) {

    public OutputAccount {
        inputs = List.copyOf(inputs);
    }

    public double[] z() {
        return inputs.stream().mapToDouble(NetInput::sum).toArray();
    }

    public double[] y() {
        double[] y = z();
        output.activate(y);
        return y;
    }

    /** Whether there are outputs for the target. */
    public boolean hasTarget() {
        return target.isWithin(inputs.size());
    }

    /** The loss; NaN if there is no output for the target. */
    public double loss() {
        return hasTarget() ? output.loss(z(), target) : Double.NaN;
    }

    /** The predicted symbol, the largest output; as many as are legal. */
    public Target predicted() {
        return target.highest(y());
    }
}
