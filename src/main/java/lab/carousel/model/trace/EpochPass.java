package lab.carousel.model.trace;

import java.util.function.IntConsumer;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Operation;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.ScoredSteps;

/**
 * Feeds an epoch to a network as it is fed in training, with the same slots and resets, but under fixed parameters and
 * from a zero state. Where the state is never reset three epochs are fed first, so that it is one that the network has in
 * training. Not thread-safe.
 */
public final class EpochPass {

    /** Epochs fed before the one that is shown, if the state is never reset. */
    private static final int EPOCHS_BEFORE = 3;

    @FunctionalInterface
    public interface Observer {

        /** Step t of sequence s, both counted from 0, was taken; the next step overwrites the arrays. */
        void step(int s, int t, int target, double loss, double[] outputs, NetworkState state);
    }

    @FunctionalInterface
    public interface AnswerObserver {

        /** Step t of sequence s, both counted from 0, was answered; the next step overwrites all that is seen. */
        void step(int s, int t, StepAnswer answer, double[] netInputs, NetworkState state);
    }

    private final ResetPolicy resets;
    private final ForwardPass pass;

    public EpochPass(Parameters parameters, Hyperparameters hyperparameters, Operation operation) {
        this(
                parameters,
                hyperparameters,
                operation,
                new SlotStates(parameters.layout(), hyperparameters.get(Settings.BATCH_SIZE)));
    }

    /** The same, in states of that layout and batch, which no other pass works in any more. */
    public EpochPass(Parameters parameters, Hyperparameters hyperparameters, Operation operation, SlotStates states) {
        this.resets = hyperparameters.get(Settings.RESET_POLICY);
        this.pass = new ForwardPass(parameters, hyperparameters, operation, states);
    }

    /** Feeds an epoch of sequences of symbol indices in an order; the observer sees the {@code shown} steps. */
    public void feed(int[][] sequences, int[] order, ScoredSteps shown, Observer observer) {
        inTurn(
                sequences,
                order,
                s -> pass.feedOn(
                        sequences[s],
                        shown,
                        (t, target, loss, outputs, state) -> observer.step(s, t, target, loss, outputs, state)));
    }

    /** Feeds an epoch likewise, and finds how each of the {@code asked} steps is answered. */
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

    /** Feeds what comes before a sequence of the listed order; returns the pass in the state that it meets. */
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

    public Parameters parameters() {
        return pass.parameters();
    }
}
