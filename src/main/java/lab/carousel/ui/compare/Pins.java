package lab.carousel.ui.compare;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lab.carousel.training.Snapshot;

/** Runs put aside to be compared, in the order in which they were pinned; as many as eight. */
public final class Pins {

    /** So many lines can still be told apart. */
    private static final int MOST = 8;

    private final ReadOnlyObjectWrapper<List<PinnedRun>> runs = new ReadOnlyObjectWrapper<>(this, "runs", List.of());
    private int pinned;

    public ReadOnlyObjectProperty<List<PinnedRun>> runsProperty() {
        return runs.getReadOnlyProperty();
    }

    public List<PinnedRun> runs() {
        return runs.get();
    }

    boolean isFull() {
        return runs().size() >= MOST;
    }

    void pin(Snapshot snapshot) {
        pinned++;
        // Eight pinned runs with the states of all their epochs could be half a gigabyte
        PinnedRun run = new PinnedRun(pinned, snapshot.withoutPast());
        runs.set(Stream.concat(runs().stream(), Stream.of(run)).toList());
    }

    /** The run of a number, if it is still there. */
    Optional<PinnedRun> numbered(int number) {
        return runs().stream().filter(run -> run.number() == number).findFirst();
    }

    void remove(PinnedRun run) {
        runs.set(runs().stream().filter(other -> other != run).toList());
    }

    /** Puts other runs in the place of these. */
    public void show(List<PinnedRun> others) {
        pinned = others.stream().mapToInt(PinnedRun::number).max().orElse(0);
        runs.set(List.copyOf(others));
    }
}
