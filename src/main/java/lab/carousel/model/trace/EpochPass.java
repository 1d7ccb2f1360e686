package lab.carousel.model.trace;

import java.util.function.IntConsumer;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Operation;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.ScoredSteps;

/**
 * Feeds an epoch to a network as it is fed in training, with the same slots and resets, but under fixed parameters and
 * from a zero state. Where the state is never reset three epochs are fed first, so that it is one that the network has in
 * training. Not thread-safe.
 */
public final class EpochPass {

    /** How many epochs are fed before one is shown, if the state is never reset. */
    private static final int EPOCHS_BEFORE = 3;

    /** Sees each step once. */
    @FunctionalInterface
    public interface Observer {

        /**
         * A step was taken. The arrays are overwritten by the next step.
         *
         * @param s       the sequence, counted from 0
         * @param t       the step, counted from 0
         * @param target  index of the right symbol
         * @param loss    of this step
         * @param outputs the outputs
         * @param state   h, c and gates after the step
         */
        void step(int s, int t, int target, double loss, double[] outputs, NetworkState state);
    }

    /** Sees how each step is answered, once. */
    @FunctionalInterface
    public interface AnswerObserver {

        /**
         * A step was taken. All that is seen is overwritten by the next step.
         *
         * @param s         the sequence, counted from 0
         * @param t         the step, counted from 0
         * @param netInputs what goes into the outputs
         * @param state     h, c and gates after the step
         */
        void step(int s, int t, StepAnswer answer, double[] netInputs, NetworkState state);
    }

    private final ResetPolicy resets;
    private final ForwardPass pass;

    /** A pass through a network to which something may be done on the way. */
    public EpochPass(Parameters parameters, Hyperparameters hyperparameters, Operation operation) {
        this(parameters, hyperparameters, operation, new SlotStates(parameters.layout(), hyperparameters.batchSize()));
    }

    /** The same, in states of that layout and batch, which no other pass works in any more. */
    public EpochPass(Parameters parameters, Hyperparameters hyperparameters, Operation operation, SlotStates states) {
        this.resets = hyperparameters.resetPolicy();
        this.pass = new ForwardPass(parameters, hyperparameters, operation, states);
    }

    /**
     * Feeds an epoch.
     *
     * @param sequences symbol indices
     * @param order     the sequences in the order in which they are fed, counted from 0
     * @param shown     the steps that the observer sees
     */
    public void feed(int[][] sequences, int[] order, ScoredSteps shown, Observer observer) {
        inTurn(
                sequences,
                order,
                s -> pass.feedOn(
                        sequences[s],
                        shown,
                        (t, target, loss, outputs, state) -> observer.step(s, t, target, loss, outputs, state)));
    }

    /**
     * Feeds an epoch, and finds how each step is answered.
     *
     * @param sequences symbol indices
     * @param order     the sequences in the order in which they are fed, counted from 0
     * @param asked     the steps that the observer sees
     */
    public void answer(int[][] sequences, int[] order, ScoredSteps asked, AnswerObserver observer) {
        inTurn(
                sequences,
                order,
                s -> pass.answerOn(
                        sequences[s],
                        asked,
                        (t, answer, netInputs, state) -> observer.step(s, t, answer, netInputs, state)));
    }

    private void inTurn(int[][] sequences, int[] order, IntConsumer feedShown) {
        pass.reset();
        for (int epoch = 0; epoch < EPOCHS_BEFORE && resets == ResetPolicy.NEVER; epoch++) {
            for (int s : order) {
                pass.feedOn(sequences[s], ScoredSteps.NONE, (t, target, loss, outputs, state) -> {});
            }
        }
        for (int s : order) {
            if (resets == ResetPolicy.AFTER_SEQUENCE) {
                pass.reset();
            }
            feedShown.accept(s);
        }
    }

    /** Feeds what comes before a sequence of the listed order; gives the pass in the state that it meets. */
    ForwardPass before(int[][] sequences, int sequence) {
        pass.reset();
        for (int epoch = 0; epoch < EPOCHS_BEFORE && resets == ResetPolicy.NEVER; epoch++) {
            for (int[] each : sequences) {
                pass.feedOn(each, ScoredSteps.NONE, (t, target, loss, outputs, state) -> {});
            }
        }
        for (int s = 0; s < sequence; s++) {
            pass.feedOn(sequences[s], ScoredSteps.NONE, (t, target, loss, outputs, state) -> {});
        }
        return pass;
    }

    /** The network. */
    public Parameters parameters() {
        return pass.parameters();
    }
}
