package lab.carousel.engine;

import java.util.Optional;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.Steps;

/**
 * A network in training: its parameters, the state it carries, and the memory of its optimiser. Used by one thread at a
 * time.
 *
 * <p>The batch has n slots, each with a hidden state and a cell state of its own. Step j of a sequence goes to slot j mod
 * n, as in Keras with {@code stateful=True}.
 */
public interface Trainer extends AutoCloseable {

    /**
     * Makes one weight update from a stretch of a sequence. Slot s sees, at time t of the stretch, step
     * {@code firstStep + t * n + s}. The
     * slots start from the states they carry and carry the new ones on; the gradient does not leave the stretch.
     *
     * <p>With a lag of n each step is n time steps: what is fed up to that step, with one target after the last of it.
     *
     * <p>The loss that is descended is the sum over the times of the stretch of the mean over the slots, and the mean
     * over the outputs where the output is sigmoid; each step has the weight that {@link
     * lab.carousel.model.LossWeighting} gives it, and none if it is not scored. If no step of the stretch has an error signal the gradient is zero.
     *
     * @param firstStep the first step, counted from 0: the lag - 1 and a multiple of n
     * @param times     how many time steps the stretch has in each slot
     * @param slots     how many slots take part: n, or less at the end of a sequence, where only the first slots do
     * @return the mean loss, without weights, of the steps of the stretch that have an error signal, before the update; 0
     *     if there are none; NaN or infinite if the run has diverged
     */
    double update(Steps steps, int firstStep, int times, int slots);

    /** Like {@link #update} without the loss, which a trainer may spare itself; false if the run has diverged. */
    default boolean learn(Steps steps, int firstStep, int times, int slots) {
        return Double.isFinite(update(steps, firstStep, times, slots));
    }

    void resetState();

    Parameters parameters();

    /**
     * Like {@link #parameters()}, but may overwrite {@code over}, which is of this trainer and not to be used again.
     */
    default Parameters parameters(Parameters over) {
        return parameters();
    }

    /** A copy of the states that the slots carry now; empty if the trainer cannot tell. */
    default Optional<CarriedState> carried() {
        return Optional.empty();
    }

    /** A copy of what it knows besides the parameters; empty if the trainer cannot tell. */
    default Optional<TrainerMemory> memory() {
        return Optional.empty();
    }

    /** Takes over the memory of another trainer of the same experiment and engine, if this one can tell its own. */
    default void remember(TrainerMemory memory) {}

    /** Changes the learning rate from the next update on; the optimiser keeps its memory. */
    void setLearningRate(double rate);

    @Override
    void close();
}
