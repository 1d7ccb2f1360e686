package lab.carousel.model.account;

import java.util.List;
import lab.carousel.model.Output;

/**
 * How the outputs and the loss of a step come about.
 *
 * @param inputs the net input V h + d of each output
 * @param target index of the right symbol; there may be no output for it
 */
public record OutputAccount(Output output, List<NetInput> inputs, int target) {

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

    /** Whether an output stands for the right symbol. */
    public boolean hasTarget() {
        return target < inputs.size();
    }

    /** The loss; NaN if no output stands for the right symbol. */
    public double loss() {
        return hasTarget() ? output.loss(z(), target) : Double.NaN;
    }

    /** The predicted symbol: the largest output. */
    public int predicted() {
        return Output.argmax(y());
    }
}
