package lab.carousel.ui.state;

import lab.carousel.model.trace.Traces;
import lab.carousel.training.Snapshot;

/**
 * A snapshot with the traces of its network.
 *
 * @param snapshot of a run
 * @param traces   of a window of its task, under the snapshot's parameters
 */
public record TracedSnapshot(Snapshot snapshot, Traces traces) {

    /** The symbol at an index of the alphabet. */
    public String symbol(int index) {
        return snapshot.experiment().task().alphabet().symbol(index);
    }
}
