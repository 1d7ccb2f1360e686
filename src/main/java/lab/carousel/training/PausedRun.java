package lab.carousel.training;

import java.util.Optional;

/**
 * A run that was put aside, to be looked at and gone on with later, perhaps on another machine. Its losses and its
 * recorded epochs are all there. What the optimiser remembered and the states carried from step to step are not: a run
 * that goes on from here has an optimiser that remembers nothing, and h and c are zero. It draws what it would have drawn,
 * but for the fresh sequences that a drawn task is evaluated on.
 *
 * @param snapshot   where it was
 * @param divergence where the loss stopped being a number, if it did
 */
public record PausedRun(Snapshot snapshot, Optional<Divergence> divergence) {

    /** Whether a run of its experiment can be where it is; what was read from a file may not. */
    public boolean isPossible() {
        Position position = snapshot.position();
        if (position.epoch() > snapshot.experiment().hyperparameters().epochs()) {
            return false;
        }
        try {
            new Schedule(snapshot.experiment()).skipTo(position);
            return true;
        } catch (IllegalArgumentException never) {
            return false;
        }
    }
}
