package lab.carousel.training;

import java.util.Optional;
import lab.carousel.engine.Engine;
import lab.carousel.engine.Trainer;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.verdict.Evaluation;

/**
 * An experiment being trained for its result alone: makes the same updates from the same weights as {@link Training},
 * but evaluates only when asked and keeps no history, so that thousands of runs fit into time and memory. Used by one
 * thread at a time.
 *
 * <p>A network whose loss is still a number while a weight is infinite is found out when it is next evaluated, so the
 * divergence may be told some epochs later than {@link Training} tells it.
 */
public final class QuietTraining implements AutoCloseable {

    private final TrainingCore<Trainer> core;

    /** A training at its start; draws the initial parameters. */
    public QuietTraining(Experiment experiment, Engine engine) {
        Parameters initial = InitialParameters.of(experiment);
        this.core = new TrainingCore<>(experiment, Position.START, () -> engine.start(experiment, initial));
        core.look(initial);
    }

    /** Whether all epochs are done, the criterion of a drawn task is met, or the run has diverged. */
    public boolean isFinished() {
        return core.isFinished();
    }

    /** Whether the criterion of a drawn task is met. */
    public boolean isSolved() {
        return core.isSolved();
    }

    /** Epochs completed. */
    public int epoch() {
        return core.epoch();
    }

    /** Whether the last update was the last of its epoch, and is all examined; also true before the first update. */
    public boolean isAtEndOfEpoch() {
        return core.isAtEndOfEpoch();
    }

    /** Where and when the loss stopped being a number, if it did. */
    public Optional<Divergence> divergence() {
        return core.divergence();
    }

    /** How the criterion of a drawn task stands; empty where the sequences are listed. */
    public Optional<Criterion> criterion() {
        return core.criterion();
    }

    /**
     * Makes one weight update, or examines the network on some fresh sequences, which takes milliseconds at most.
     *
     * @throws IllegalStateException if the training is finished
     */
    public void advance() {
        if (core.advance() && criterion().isPresent()) {
            core.look(core.trainer().parameters());
        }
    }

    /** How well the network does as it is now; empty if the run has diverged, which this may find out. */
    public Optional<Evaluation> evaluate() {
        if (divergence().isPresent()) {
            return Optional.empty();
        }
        return core.evaluate(core.trainer().parameters(), Math.max(0, epoch() - 1));
    }

    @Override
    public void close() {
        core.close();
    }
}
