package lab.carousel.model.trace;

import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Network;
import lab.carousel.model.Operation;
import lab.carousel.model.Output;
import lab.carousel.model.OutputUnits;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.ScoredSteps;

/**
 * Feeds sequences to a network under fixed parameters, from a zero state, and shows each step to an observer. As in
 * training each step goes to its slot of the batch, and meets the state of that slot. With a lag of n a step is the last n
 * symbols, fed one after the other from the state carried; the first step is the one that has n symbols. Not thread-safe: it
 * works in one set of arrays.
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
         * @param loss    the loss of this step; NaN if no output stands for the target
         * @param outputs the outputs
         * @param state   h, c and gates after the step
         */
        void step(int t, int target, double loss, double[] outputs, NetworkState state);
    }

    /** Sees how each step is answered, once. */
    @FunctionalInterface
    interface AnswerObserver {

        /**
         * A step was taken. All that is seen is overwritten by the next step.
         *
         * @param t         the step, counted from 0
         * @param netInputs what goes into the outputs
         * @param state     h, c and gates after the step
         */
        void step(int t, StepAnswer answer, double[] netInputs, NetworkState state);
    }

    private final Parameters parameters;
    private final Operation operation;
    private final OutputUnits units;
    private final StepAnswer answer = new StepAnswer();
    private final boolean resetEveryStep;
    private final int lag;
    private final SlotStates states;
    private final Output output;
    /** Of the step that is shown. */
    private final double[] z;

    private final double[] outputs;
    private double largestError;

    /** A pass through a network with the slots, the output and the reset policy of the hyperparameters. */
    public ForwardPass(Parameters parameters, Hyperparameters hyperparameters) {
        this(parameters, hyperparameters, Operation.NONE);
    }

    /** A pass through a network to which something is done on the way. */
    public ForwardPass(Parameters parameters, Hyperparameters hyperparameters, Operation operation) {
        this(parameters, hyperparameters, operation, new SlotStates(parameters.layout(), hyperparameters.batchSize()));
    }

    /** The same, in states of that layout and batch, which no other pass works in any more. */
    ForwardPass(Parameters parameters, Hyperparameters hyperparameters, Operation operation, SlotStates states) {
        this.states = states;
        reset();
        this.operation = operation;
        this.parameters = parameters;
        this.output = hyperparameters.output();
        this.units = new OutputUnits(output, parameters.layout().outputs());
        this.resetEveryStep = hyperparameters.resetPolicy() == ResetPolicy.EVERY_STEP;
        this.lag = hyperparameters.lag();
        this.z = new double[parameters.layout().outputs()];
        this.outputs = new double[z.length];
    }

    private ForwardPass(ForwardPass before, Operation operation) {
        this.operation = operation;
        this.parameters = before.parameters;
        this.output = before.output;
        this.units = before.units;
        this.resetEveryStep = before.resetEveryStep;
        this.lag = before.lag;
        this.states = before.states;
        this.z = before.z;
        this.outputs = before.outputs;
    }

    /** The same pass, its states as they are, with something else done to the network from now on. */
    ForwardPass with(Operation other) {
        return new ForwardPass(this, other);
    }

    /**
     * Resets the state and feeds a sequence.
     *
     * @param sequence indices of its n symbols: n - 1 steps
     * @param observer sees each step
     */
    public void feed(int[] sequence, Observer observer) {
        feed(sequence, ScoredSteps.ALL, observer);
    }

    /**
     * Resets the state and feeds a sequence.
     *
     * @param sequence indices of its n symbols: n - 1 steps
     * @param shown    the steps that the observer sees; for the others no outputs are computed
     * @param observer sees them
     */
    public void feed(int[] sequence, ScoredSteps shown, Observer observer) {
        reset();
        feedOn(sequence, shown, observer);
    }

    /** Resets the states of all slots. */
    public void reset() {
        states.reset();
    }

    /**
     * Feeds a sequence from the state that is there, see {@link #feed(int[], ScoredSteps, Observer)}.
     *
     * @param shown the steps that the observer sees
     */
    public void feedOn(int[] sequence, ScoredSteps shown, Observer observer) {
        int steps = sequence.length - 1;
        for (int t = lag - 1; t < steps; t++) {
            NetworkState state = step(sequence, t);
            if (shown.include(t, steps)) {
                show(t, sequence[t + 1], state, observer);
            }
        }
    }

    /**
     * Feeds a sequence from the state that is there, and finds how each step is answered.
     *
     * @param asked the steps that the observer sees
     */
    void answerOn(int[] sequence, ScoredSteps asked, AnswerObserver observer) {
        int steps = sequence.length - 1;
        for (int t = lag - 1; t < steps; t++) {
            NetworkState state = step(sequence, t);
            if (!asked.include(t, steps)) {
                continue;
            }
            Network.outputNetInputs(parameters, state, z);
            answer.find(units, z, sequence[t + 1]);
            observer.step(t, answer, z, state);
        }
    }

    /**
     * Feeds one step.
     *
     * @param sequence symbol indices, those of the step among them
     * @param t        the step, counted from 0; at least the lag - 1
     * @return the state of its slot after it, which the next step of that slot overwrites
     */
    public NetworkState step(int[] sequence, int t) {
        NetworkState state = before(t);
        operation.beforeStep(t, state);
        System.arraycopy(state.c, 0, state.startingC, 0, state.c.length);
        for (int symbol = t - lag + 1; symbol <= t; symbol++) {
            Network.step(parameters, sequence[symbol], state, t, operation);
        }
        return state;
    }

    /** The state that a step meets if it is fed now. */
    public NetworkState before(int t) {
        NetworkState state = states.get((t - lag + 1) % states.size());
        if (resetEveryStep) {
            state.reset();
        }
        return state;
    }

    /** The network. */
    Parameters parameters() {
        return parameters;
    }

    /** The net inputs of the output units at the step that is being shown; overwritten by the next one. */
    public double[] netInputs() {
        return z;
    }

    /**
     * Resets the state, feeds a sequence and tells the largest error.
     *
     * @param counted the steps that count
     * @return the largest difference of any output at these steps from what it should be: 1 for the target, 0 for the
     *     others
     */
    public double largestError(int[] sequence, ScoredSteps counted) {
        largestError = 0;
        feed(sequence, counted, (t, target, loss, outputs, carried) -> {
            for (int k = 0; k < outputs.length; k++) {
                largestError = Math.max(largestError, k == target ? 1 - outputs[k] : outputs[k]);
            }
        });
        return largestError;
    }

    private void show(int t, int target, NetworkState state, Observer observer) {
        Network.outputNetInputs(parameters, state, z);
        double loss = target < z.length ? units.loss(z, target) : Double.NaN;
        System.arraycopy(z, 0, outputs, 0, z.length);
        units.activate(outputs);
        observer.step(t, target, loss, outputs, state);
    }
}
