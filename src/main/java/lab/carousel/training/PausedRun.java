package lab.carousel.training;

import java.util.Optional;
import lab.carousel.engine.Engine;
import lab.carousel.engine.TrainerMemory;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Parameters;

/**
 * A run that was put aside, to be looked at and gone on with later, perhaps on another machine. Its losses and its
 * recorded epochs are all there. A run that goes on from here draws what it would have drawn, but for the fresh sequences
 * that a drawn task is evaluated on. With the memory of its trainer it goes on exactly as if it had not been put aside;
 * without, its optimiser remembers nothing, and h and c are zero.
 *
 * @param snapshot   where it was
 * @param divergence where the loss stopped being a number, if it did
 * @param memory     what its trainer knew there besides the parameters; empty if that was not kept
 */
public record PausedRun(Snapshot snapshot, Optional<Divergence> divergence, Optional<TrainerMemory> memory) {

    /** A run without the memory of its trainer. */
    public PausedRun(Snapshot snapshot, Optional<Divergence> divergence) {
        this(snapshot, divergence, Optional.empty());
    }

    /** A run as it is now; empty while nothing was learned in it, unless another program did. */
    public static Optional<PausedRun> of(RunStatus now) {
        return now.snapshot()
                .filter(snapshot -> snapshot.position().updates() > 0
                        || snapshot.origin().filter(Origin::isOpened).isPresent())
                .map(snapshot -> new PausedRun(snapshot, now.divergence(), now.memory()));
    }

    /**
     * A run that goes on from a network that another program trained, before its first update. Feeds it once.
     *
     * @param engine that will train on
     * @throws IllegalArgumentException if the network is of another shape than the experiment's
     */
    public static PausedRun opened(Experiment experiment, Engine engine, Parameters network) {
        try (Training training = new Training(experiment, engine, Optional.of(Origin.opened(network)))) {
            return new PausedRun(training.snapshot(), Optional.empty());
        }
    }

    /** Whether a run of its experiment can be where it is; what was read from a file may not. */
    public boolean isPossible() {
        Position position = snapshot.position();
        // only a drawn task has a criterion, and has it from its first look on
        if (position.epoch() > snapshot.lastEpoch()
                || snapshot.criterion().isPresent()
                        != snapshot.experiment().task().isDrawn()) {
            return false;
        }
        try {
            new Schedule(snapshot.experiment(), Origin.startOf(snapshot.origin())).skipTo(position);
            return true;
        } catch (IllegalArgumentException never) {
            return false;
        }
    }
}
