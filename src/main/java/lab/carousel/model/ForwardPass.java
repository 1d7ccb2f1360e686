package lab.carousel.model;

/**
 * Feeds sequences to a network under fixed parameters, step by step from a zero state, and shows each step to an
 * observer. Not thread-safe: it works in one set of arrays.
 */
public final class ForwardPass {

    /** Sees each step once. */
    @FunctionalInterface
    public interface Observer {

        /**
         * A step was taken. The arrays are overwritten by the next step.
         *
         * @param t       the step, counted from 0
         * @param target  index of the right symbol
         * @param loss    the loss of this step
         * @param outputs the K outputs
         * @param state   h, c and gates after the step
         */
        void step(int t, int target, double loss, double[] outputs, LstmState state);
    }

    private final Parameters parameters;
    private final Output output;
    private final boolean resetEveryStep;
    private final LstmState state;
    private final double[] z;

    /** A pass through a network with the output and the reset policy of the hyperparameters. */
    public ForwardPass(Parameters parameters, Hyperparameters hyperparameters) {
        this.parameters = parameters;
        this.output = hyperparameters.output();
        this.resetEveryStep = hyperparameters.resetPolicy() == ResetPolicy.EVERY_STEP;
        this.state = new LstmState(parameters.layout().units());
        this.z = new double[parameters.layout().symbols()];
    }

    /**
     * Resets the state and feeds a sequence.
     *
     * @param sequence indices of its n symbols: n - 1 steps
     * @param observer sees each step
     */
    public void feed(int[] sequence, Observer observer) {
        state.reset();
        for (int t = 0; t + 1 < sequence.length; t++) {
            if (resetEveryStep) {
                state.reset();
            }
            LstmCell.step(parameters, sequence[t], state);
            LstmCell.outputNetInputs(parameters, state, z);
            int target = sequence[t + 1];
            double loss = output.loss(z, target);
            output.activate(z);
            observer.step(t, target, loss, z, state);
        }
    }

    /** The index of the largest output, the first if there are several. */
    public static int argmax(double[] outputs) {
        int best = 0;
        for (int k = 1; k < outputs.length; k++) {
            if (outputs[k] > outputs[best]) {
                best = k;
            }
        }
        return best;
    }
}
