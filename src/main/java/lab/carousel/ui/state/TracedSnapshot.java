package lab.carousel.ui.state;

import java.util.Optional;
import lab.carousel.model.trace.Traces;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.study.MemoryUnits;
import lab.carousel.task.Target;
import lab.carousel.training.Snapshot;

/**
 * A network as it is looked at, with its traces.
 *
 * @param snapshot the network evaluated as it is looked at: its experiment feeds it so, as trained or step by step
 * @param network  the same, for all who ask what it does
 * @param traces   of a window of its task, fed like that
 * @param trained  the snapshot of the run, whatever it is looked at as
 * @param memory   which of its units carry the memory at a fork, if that is asked and there is one
 */
public record TracedSnapshot(
        Snapshot snapshot, FedNetwork network, Traces traces, Snapshot trained, Optional<MemoryUnits> memory) {

    /** What is fed or wanted, as people read it. */
    public String symbol(Target symbol) {
        return snapshot.experiment().task().alphabet().symbol(symbol);
    }
}
