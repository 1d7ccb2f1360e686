package lab.carousel.model.trace;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import lab.carousel.model.BatchOutputs;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Network;
import lab.carousel.model.Operation;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
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

    @FunctionalInterface
    public interface Observer {

        /**
         * Step t, counted from 0, was taken; the next one overwrites the arrays. Loss: NaN without an output for the
         * target.
         */
        void step(int t, int target, double loss, double[] outputs, NetworkState state);
    }

    @FunctionalInterface
    public interface AnswerObserver {

        /** Step t, counted from 0, was answered; the next one overwrites all that is seen. */
        void step(int t, StepAnswer answer, double[] netInputs, NetworkState state);
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
    private double largestError;

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
     * @param feed feeds the sequence of a number, from 0 on, from the state that is there
     */
    public void feedEpoch(int[][] sequences, int[] order, IntConsumer feed) {
        reset();
        for (int epoch = 0; epoch < EPOCHS_BEFORE && resets == ResetPolicy.NEVER; epoch++) {
            for (int s : order) {
                pass(sequences[s]);
            }
        }
        for (int s : order) {
            if (resets == ResetPolicy.AFTER_SEQUENCE) {
                reset();
            }
            feed.accept(s);
        }
    }

    /** Feeds what comes before a sequence of the listed order where the state is carried from one to the next. */
    ForwardPass before(int[][] sequences, int sequence) {
        int epochs = resets == ResetPolicy.NEVER ? EPOCHS_BEFORE : 0;
        for (int fed = 0; fed < epochs * sequences.length + sequence; fed++) {
            pass(sequences[fed % sequences.length]);
        }
        return this;
    }

    /** Feeds a sequence of which nothing is shown. */
    private void pass(int[] sequence) {
        feedOn(sequence, ScoredSteps.NONE, (t, target, loss, outputs, state) -> {});
    }

    /** Resets the state and feeds the n - 1 steps of a sequence of n symbols. */
    public void feed(int[] sequence, Observer observer) {
        feed(sequence, ScoredSteps.ALL, observer);
    }

    /** The same; the observer sees the {@code shown} steps, and for the others no outputs are computed. */
    public void feed(int[] sequence, ScoredSteps shown, Observer observer) {
        reset();
        feedOn(sequence, shown, observer);
    }

    public void reset() {
        states.reset();
    }

    /** Like {@link #feed(int[], ScoredSteps, Observer)}, but from the state that is there. */
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
     * Feeds a sequence from the state that is there, and finds how each of the {@code asked} steps is answered.
     *
     * @param fed sees the state after each step, asked or not
     */
    public void answerOn(int[] sequence, ScoredSteps asked, Consumer<NetworkState> fed, AnswerObserver observer) {
        int steps = sequence.length - 1;
        for (int t = lag - 1; t < steps; t++) {
            NetworkState state = step(sequence, t);
            fed.accept(state);
            if (!asked.include(t, steps)) {
                continue;
            }
            Network.outputNetInputs(parameters, state, z);
            answer.find(units, z, sequence[t + 1]);
            observer.step(t, answer, z, state);
        }
    }

    /** Feeds step t, at least lag - 1; returns the state of its slot, which the slot's next step overwrites. */
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
     * Resets the state, feeds a sequence and returns the largest difference, at the counted steps, of any output from
     * what it should be: 1 for the target, 0 for the others.
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
