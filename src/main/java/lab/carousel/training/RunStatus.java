package lab.carousel.training;

import java.time.Duration;
import java.util.Optional;
import lab.carousel.engine.TrainerMemory;

/**
 * What a run publishes: everything in it belongs together.
 *
 * @param state      what the run is doing
 * @param snapshot   its latest snapshot; empty only while preparing, or if preparing failed
 * @param divergence where the loss stopped being a number
 * @param failure    what went wrong unexpectedly
 * @param remaining  an estimate of the time to the last epoch; empty if there is none yet, or the run cannot go on
 * @param memory     what its trainer knows at the snapshot besides the parameters; empty if it cannot tell
 */
public record RunStatus(
        RunState state,
        Optional<Snapshot> snapshot,
        Optional<Divergence> divergence,
        Optional<Throwable> failure,
        Optional<Duration> remaining,
        Optional<TrainerMemory> memory) {

    /** A status without the memory of a trainer. */
    public RunStatus(
            RunState state,
            Optional<Snapshot> snapshot,
            Optional<Divergence> divergence,
            Optional<Throwable> failure,
            Optional<Duration> remaining) {
        this(state, snapshot, divergence, failure, remaining, Optional.empty());
    }

    static final RunStatus PREPARING =
            new RunStatus(RunState.PREPARING, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
