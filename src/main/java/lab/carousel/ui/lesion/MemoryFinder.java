package lab.carousel.ui.lesion;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.study.MemorySearch;
import lab.carousel.study.Transplant;
import lab.carousel.study.UnitChoice;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.Latest;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.operation.OperationControls;
import lab.carousel.ui.operation.UnitRanges;
import org.jspecify.annotations.Nullable;

/** Finds the units that hold the memory, and offers them as a lesion. */
final class MemoryFinder extends VBox implements AutoCloseable {

    private static final double RESULT = 52;

    private final SearchService service;
    private final Button breaks = button("findBreaks", "lesion.find.breaks");
    private final Button keeps = button("findKeeps", "lesion.find.keeps");
    private final Button cancel = button("findCancel", "lesion.find.cancel");
    private final Button apply = button("findApply", "lesion.find.apply");
    private final ProgressBar bar = new ProgressBar(0);
    private final Label words = new Label(Message.text("lesion.find.hint"));
    private final Consumer<UnitChoice> onApplied;

    @SuppressWarnings("NullAway.Init") // the buttons that use it are disabled until then
    private Snapshot snapshot;

    private Optional<SearchService.Result> result = Optional.empty();

    /**
     * A finder.
     *
     * @param onApplied is given the units to be silenced
     */
    MemoryFinder(Background background, Consumer<UnitChoice> onApplied) {
        this.service = new SearchService(background, this::showProgress, this::showResult);
        this.onApplied = onApplied;
        getStyleClass().add("memory-finder");
        breaks.setOnAction(event -> search(SearchService.Aim.BREAKS));
        keeps.setOnAction(event -> search(SearchService.Aim.KEEPS));
        cancel.setOnAction(event -> service.cancel());
        apply.setOnAction(event -> apply());
        words.setId("findResult");
        words.setWrapText(true);
        words.setMinHeight(RESULT);
        words.getStyleClass().add("operation-sentence");
        bar.setId("findProgress");
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        HBox goals = OperationControls.row(OperationControls.name("lesion.find.smallestSet"), breaks, keeps);
        HBox progress = OperationControls.row(bar, cancel, apply);
        getChildren().addAll(goals, progress, words);
        showButtons();
    }

    private static Button button(String id, String key) {
        Button button = new Button(Message.text(key));
        button.setId(id);
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        Tip.put(button, Message.text(key + ".tip"));
        return button;
    }

    /** The network to search in next. */
    void show(Snapshot newSnapshot) {
        boolean other = snapshot != null
                && !snapshot.parameters()
                        .layout()
                        .equals(newSnapshot.parameters().layout());
        snapshot = newSnapshot;
        if (other) {
            // Units of another network
            service.cancel();
            result = Optional.empty();
            words.setText(Message.text("lesion.find.hint"));
        } else {
            result.ifPresent(this::forgetIfChanged);
        }
        showButtons();
    }

    /** What was found is said of one network only. */
    private void forgetIfChanged(SearchService.Result end) {
        Snapshot searched = end.search().snapshot();
        boolean isSame = searched.position().equals(snapshot.position())
                && searched.parameters().equals(snapshot.parameters());
        if (!isSame) {
            result = Optional.empty();
            words.setText(
                    Message.text("lesion.find.changed", searched.position().epoch()));
        }
    }

    private void search(SearchService.Aim goal) {
        result = Optional.empty();
        words.setText(Message.text("lesion.find.searching", snapshot.position().epoch()));
        bar.setProgress(0);
        service.start(snapshot, goal);
        showButtons();
    }

    private void showButtons() {
        boolean searching = service.isSearching();
        breaks.setDisable(searching || snapshot == null);
        keeps.setDisable(searching || snapshot == null);
        cancel.setDisable(!searching);
        apply.setDisable(result.flatMap(end -> end.found().units()).isEmpty());
        bar.setVisible(searching);
    }

    private void showProgress(MemorySearch.SoFar now) {
        bar.setProgress(now.all() == 0 ? 0 : (double) now.done() / now.all());
        words.setText(Message.text(
                now.shrinking() ? "lesion.find.shrinking" : "lesion.find.trying",
                now.size(),
                now.done(),
                now.all(),
                now.total()));
    }

    private void showResult(SearchService.Result end) {
        boolean same = snapshot.parameters()
                .layout()
                .equals(end.search().snapshot().parameters().layout());
        result = same ? Optional.of(end) : Optional.empty();
        if (same) {
            words.setText(words(end));
            forgetIfChanged(end);
        }
        showButtons();
    }

    private static String words(SearchService.Result end) {
        MemorySearch.Smallest found = end.found();
        if (found.stopped()) {
            return Message.text("lesion.find.stopped", found.tried());
        }
        String goal = end.search().goal().name();
        if (found.units().isEmpty()) {
            return Message.text("lesion.find.none." + goal, found.tried());
        }
        Set<Integer> units = found.units().get();
        ParameterLayout layout = end.search().snapshot().parameters().layout();
        return Message.text(
                "lesion.find.found." + goal,
                end.search().snapshot().position().epoch(),
                units.size(),
                UnitRanges.text(units, layout),
                Message.text(found.smallest() ? "lesion.find.smallest" : "lesion.find.needed"),
                found.tried());
    }

    private void apply() {
        SearchService.Result end = result.orElseThrow();
        ParameterLayout layout = end.search().snapshot().parameters().layout();
        Set<Integer> found = end.found().units().orElseThrow();
        Set<Integer> silent = end.search().goal() == SearchService.Aim.BREAKS
                ? found
                : Transplant.allUnits(layout).stream()
                        .filter(unit -> !found.contains(unit))
                        .collect(Collectors.toSet());
        onApplied.accept(UnitChoice.of(silent, layout));
    }

    @Override
    public void close() {
        service.close();
    }

    /** Searches for the units that hold the memory, on a thread of its own. Its methods belong to the JavaFX thread. */
    static final class SearchService implements AutoCloseable {

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
}
