package lab.carousel.training;

import java.time.Duration;
import java.util.Optional;
import lab.carousel.engine.TrainerMemory;

/**
 * Published status of a run: all of it belongs together.
 *
 * @param snapshot empty only while preparing, or if preparing failed
 * @param remaining estimated time to the last epoch; empty if there is no estimate yet, or the run cannot go on
 * @param memory the trainer's state besides the parameters; empty if it cannot tell
 */
public record RunStatus(
        RunState state,
        Optional<Snapshot> snapshot,
        Optional<Divergence> divergence,
        Optional<Throwable> failure,
        Optional<Duration> remaining,
        Optional<TrainerMemory> memory) {

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
