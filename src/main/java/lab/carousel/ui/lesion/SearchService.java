package lab.carousel.ui.lesion;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import lab.carousel.study.MemorySearch;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.Latest;
import org.jspecify.annotations.Nullable;

/** Searches for the units that hold the memory, on a thread of its own. Its methods belong to the JavaFX thread. */
final class SearchService implements AutoCloseable {

    /** What a set of units shall do. */
    enum Aim {
        /** Silenced, it costs recall. */
        BREAKS,
        /** Alone, it keeps the recall. */
        KEEPS
    }

    /**
     * A search.
     *
     * @param snapshot  the network
     * @param goal      what the set shall do
     * @param cancelled whether it shall stop
     */
    record Ordered(Snapshot snapshot, Aim goal, AtomicBoolean cancelled) {}

    /** The end of a search. */
    record Result(Ordered search, MemorySearch.Smallest found) {}

    private final Background background;
    private final Latest<Ordered, Result> worker;
    private final Consumer<MemorySearch.SoFar> onProgress;
    /** The progress on its way to the screen; there is at most one. */
    private final AtomicReference<MemorySearch.SoFar> progress = new AtomicReference<>();

    private @Nullable Ordered current;

    /**
     * A service.
     *
     * @param background searches
     * @param onProgress is told now and then how far the search is
     * @param onResult   is told its end
     */
    SearchService(Background background, Consumer<MemorySearch.SoFar> onProgress, Consumer<Result> onResult) {
        this.background = background;
        this.onProgress = onProgress;
        this.worker = new Latest<>(background, "memory search", this::search, result -> {
            current = null;
            onResult.accept(result);
        });
    }

    /** Starts a search; one that is going on is cancelled. */
    void start(Snapshot snapshot, Aim goal) {
        cancel();
        current = new Ordered(snapshot, goal, new AtomicBoolean());
        worker.ask(current);
    }

    /** Stops the search that is going on, if there is one: its end will say so. */
    void cancel() {
        if (current != null) {
            current.cancelled().set(true);
        }
    }

    /** Whether a search is going on. */
    boolean isSearching() {
        return current != null;
    }

    private Result search(Ordered search) {
        MemorySearch memory = new MemorySearch(
                search.snapshot().experiment(), search.snapshot().parameters());
        MemorySearch.Watcher tell = now -> {
            if (progress.getAndSet(now) == null) {
                background.show(this::showProgress);
            }
            return !search.cancelled().get();
        };
        return new Result(search, search.goal() == Aim.BREAKS ? memory.breaking(tell) : memory.keeping(tell));
    }

    private void showProgress() {
        MemorySearch.SoFar now = progress.getAndSet(null);
        if (current != null) {
            onProgress.accept(now);
        }
    }

    /** Stops for good. */
    @Override
    public void close() {
        cancel();
        worker.close();
    }
}
