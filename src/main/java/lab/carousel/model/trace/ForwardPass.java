package lab.carousel.model.trace;

import lab.carousel.model.BatchOutputs;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Network;
import lab.carousel.model.Operation;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;

/**
 * Feeds sequences to a network under fixed parameters, from a zero state, and shows each step to an observer. As in
 * training each step goes to its slot of the batch, and meets the state of that slot. With a lag of n a step is the last n
 * symbols, fed one after the other from the state carried; the first step is the one that has n symbols. Not thread-safe: it
 * works in one set of arrays.
 */
public final class ForwardPass {

    @FunctionalInterface
    public interface Observer {

        /**
         * Step t, counted from 0, was taken; the next one overwrites the arrays. Loss: NaN without an output for the
         * target.
         */
        void step(int t, Target target, double loss, double[] outputs, NetworkState state);
    }

    /** Epochs fed before the one that is shown, if the state is never reset. */
    private static final int EPOCHS_BEFORE = 3;

    private final Parameters parameters;
    private Operation operation;
    private final BatchOutputs units;
    private final StepAnswer answer = new StepAnswer();
    private final ResetPolicy resets;
    private final int lag;
    private final SlotStates states;
    /** Net inputs of the outputs at the step that is shown. */
    private final double[] z;

    private final double[] outputs;
    private double squaredErrors;

    public ForwardPass(Parameters parameters, Hyperparameters hyperparameters) {
        this(parameters, hyperparameters, Operation.NONE);
    }

    public ForwardPass(Parameters parameters, Hyperparameters hyperparameters, Operation operation) {
        this(
                parameters,
                hyperparameters,
                operation,
                new SlotStates(parameters.layout(), hyperparameters.get(Settings.BATCH_SIZE)));
    }

    /** The same, in states of that layout and batch, which no other pass works in any more. */
    public ForwardPass(Parameters parameters, Hyperparameters hyperparameters, Operation operation, SlotStates states) {
        this.states = states;
        reset();
        this.operation = operation;
        this.parameters = parameters;
        this.units = new BatchOutputs(
                hyperparameters.get(Settings.OUTPUT), parameters.layout().outputs());
        this.resets = hyperparameters.get(Settings.RESET_POLICY);
        this.lag = hyperparameters.get(Settings.LAG);
        this.z = new double[parameters.layout().outputs()];
        this.outputs = new double[z.length];
    }

    /** The same pass, its states as they are, with another operation from now on. */
    ForwardPass with(Operation other) {
        operation = other;
        return this;
    }

    /**
     * Feeds an epoch in an order as it is fed in training, but from a zero state. Where the state is never reset three
     * epochs are fed first, so that it is one that the network has in training.
     *
     * @param observer sees each step, scored or not
     */
    public void feedEpoch(Steps[] sequences, int[] order, StateObserver observer) {
        start(sequences, order);
        for (int s : order) {
            if (resets == ResetPolicy.AFTER_SEQUENCE) {
                reset();
            }
            for (int t = lag - 1; t < sequences[s].size(); t++) {
                observer.step(s, t, step(sequences[s], t));
            }
        }
    }

    /** Goes to the state that an epoch starts from. */
    public void start(Steps[] sequences, int[] order) {
        reset();
        for (int epoch = 0; epoch < EPOCHS_BEFORE && resets == ResetPolicy.NEVER; epoch++) {
            for (int s : order) {
                pass(sequences[s]);
            }
        }
    }

    /** Feeds a sequence of which nothing is shown. */
    private void pass(Steps steps) {
        for (int t = lag - 1; t < steps.size(); t++) {
            step(steps, t);
        }
    }

    public void reset() {
        states.reset();
    }

    /** Resets the state and feeds a sequence. The observer sees the scored steps; for the others no outputs are computed. */
    public void feed(Steps steps, Observer observer) {
        reset();
        for (int t = lag - 1; t < steps.size(); t++) {
            NetworkState state = step(steps, t);
            if (steps.isScored(t)) {
                show(t, steps.target(t), state, observer);
            }
        }
    }

    /** The outputs of the network with such h of all layers. */
    public double[] outputs(double[] h) {
        double[] found = new double[z.length];
        states.kernels().read(parameters);
        Network.outputNetInputs(parameters, states.kernels(), h, found);
        units.activate(found);
        return found;
    }

    /** The answer of a network with the state after a step, of which {@link #netInputs} has the net inputs. */
    public StepAnswer answer(NetworkState state, Target target) {
        Network.outputNetInputs(parameters, state, z);
        answer.find(units, z, target);
        return answer;
    }

    /** Feeds step t, at least lag - 1; returns the state of its slot, which the slot's next step overwrites. */
    public NetworkState step(Steps steps, int t) {
        NetworkState state = before(t);
        operation.beforeStep(t, state);
        System.arraycopy(state.c, 0, state.startingC, 0, state.c.length);
        for (int fed = t - lag + 1; fed <= t; fed++) {
            Network.step(parameters, steps, fed, state, t, operation);
        }
        return state;
    }

    /** The state that a step meets if it is fed now. */
    public NetworkState before(int t) {
        NetworkState state = states.get((t - lag + 1) % states.size());
        if (resets == ResetPolicy.EVERY_STEP) {
            state.reset();
        }
        return state;
    }

    /** The net inputs of the output units at the step that is being shown; overwritten by the next one. */
    public double[] netInputs() {
        return z;
    }

    /**
     * Resets the state, feeds a sequence and returns the largest {@link Target#error} at its scored steps; of one that is 1 or
     * more the first.
     */
    public double largestError(Steps steps) {
        double largestError = 0;
        squaredErrors = 0;
        reset();
        for (int t = lag - 1; t < steps.size() && !(largestError >= 1); t++) {
            NetworkState state = step(steps, t);
            if (steps.isScored(t)) {
                Network.outputNetInputs(parameters, state, outputs);
                units.activate(outputs);
                Target target = steps.target(t);
                largestError = Math.max(largestError, target.error(outputs));
                for (int k = 0; k < outputs.length; k++) {
                    squaredErrors += (target.wanted(k) - outputs[k]) * (target.wanted(k) - outputs[k]);
                }
            }
        }
        return largestError;
    }

    /** The sum of the squared errors of all outputs over the sequence whose largest error was found last. */
    public double squaredErrors() {
        return squaredErrors;
    }

    private void show(int t, Target target, NetworkState state, Observer observer) {
        Network.outputNetInputs(parameters, state, z);
        double loss = target.isWithin(z.length) ? units.loss(z, target) : Double.NaN;
        System.arraycopy(z, 0, outputs, 0, z.length);
        units.activate(outputs);
        observer.step(t, target, loss, outputs, state);
    }
}
