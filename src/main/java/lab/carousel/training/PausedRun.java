package lab.carousel.training;

import java.util.Optional;
import lab.carousel.engine.Engine;
import lab.carousel.engine.TrainerMemory;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Parameters;

/**
 * A run put aside, to be continued later, perhaps on another machine, with its losses and recorded epochs. It draws
 * what it would have drawn, but for those that a drawn task is examined on. With its trainer's memory it
 * continues exactly; without, its optimiser is fresh, and h and c are zero.
 *
 * @param memory the trainer's state besides the parameters; empty if it was not kept
 */
public record PausedRun(Snapshot snapshot, Optional<Divergence> divergence, Optional<TrainerMemory> memory) {

    public PausedRun(Snapshot snapshot, Optional<Divergence> divergence) {
        this(snapshot, divergence, Optional.empty());
    }

    /** The run as it is now; empty while nothing was learned in it, unless another program did. */
    public static Optional<PausedRun> of(RunStatus now) {
        return now.snapshot()
                .filter(snapshot -> snapshot.position().updates() > 0
                        || snapshot.origin().filter(Origin::isOpened).isPresent())
                .map(snapshot -> new PausedRun(snapshot, now.divergence(), now.memory()));
    }

    /**
     * A run before its first update that goes on from a network of another program. Feeds it once.
     *
     * @throws IllegalArgumentException if the network is of another shape than the experiment's
     */
    public static PausedRun opened(Experiment experiment, Engine engine, Parameters network) {
        try (Training training = new Training(experiment, engine, Optional.of(Origin.opened(network)))) {
            return new PausedRun(training.snapshot(), Optional.empty());
        }
    }

    /** Whether a run of its experiment can be at its position; what was read from a file may not. */
    public boolean isPossible() {
        Position position = snapshot.position();
        // only a task with a stopping rule has a criterion, and has it from its first look on
        if (position.epoch() > snapshot.lastEpoch()
                || snapshot.criterion().isPresent()
                        != snapshot.experiment().task().judge().stoppingRule().isPresent()) {
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
