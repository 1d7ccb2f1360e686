package lab.carousel.ui.lesion;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.picture.state.UnitRanges;
import lab.carousel.study.MemorySearch;
import lab.carousel.study.MemorySearch.Aim;
import lab.carousel.study.Transplant;
import lab.carousel.study.UnitChoice;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.ConflatingWorker;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.form.Form;
import org.jspecify.annotations.Nullable;

/** Finds the units that hold the memory, and offers them as a lesion. */
final class MemoryFinder extends VBox implements AutoCloseable {

    private static final double RESULT = 52;

    private final Background background;
    private final ConflatingWorker<Search, Result> worker;
    private final Button breaks = button("findBreaks", "lesion.find.breaks", () -> search(Aim.BREAKS));
    private final Button keeps = button("findKeeps", "lesion.find.keeps", () -> search(Aim.KEEPS));
    private final Button cancel = button("findCancel", "lesion.find.cancel", this::cancel);
    private final Button apply = button("findApply", "lesion.find.apply", this::apply);
    private final ProgressBar bar = Controls.grow(Controls.named(new ProgressBar(0), "findProgress"));
    private final Label words = Controls.words("findResult", "operation-sentence");
    private final Consumer<UnitChoice> onApplied;
    /** The progress on its way to the screen; there is at most one. */
    private final AtomicReference<MemorySearch.SoFar> progress = new AtomicReference<>();

    @SuppressWarnings("NullAway.Init") // the buttons that use it are disabled until then
    private Snapshot snapshot;

    private @Nullable Search current;
    private Optional<Result> result = Optional.empty();

    private record Search(Snapshot snapshot, Aim aim, AtomicBoolean cancelled) {}

    private record Result(Search search, MemorySearch.Smallest found) {}

    /**
     * A finder.
     *
     * @param onApplied is given the units to be silenced
     */
    MemoryFinder(Background background, Consumer<UnitChoice> onApplied) {
        this.background = background;
        this.worker = new ConflatingWorker<>(background, "memory search", this::find, this::showResult);
        this.onApplied = onApplied;
        words.setText(Message.text("lesion.find.hint"));
        words.setMinHeight(RESULT);
        bar.setMaxWidth(Double.MAX_VALUE);
        getChildren()
                .addAll(
                        Form.tools(Controls.label("lesion.find.smallestSet"), breaks, keeps),
                        Form.tools(bar, cancel, apply),
                        words);
        Controls.styled(this, "memory-finder");
        showButtons();
    }

    private static Button button(String id, String key, Runnable action) {
        return Controls.button(id, key, action, "small");
    }

    /** The network to search in next. */
    void show(Snapshot newSnapshot) {
        boolean other = snapshot != null && !hasTheUnitsOf(newSnapshot);
        snapshot = newSnapshot;
        if (other) {
            cancel();
            forget(Message.text("lesion.find.hint"));
        } else {
            result.ifPresent(this::forgetIfChanged);
        }
        showButtons();
    }

    /** What was found is said of one network only. */
    private void forgetIfChanged(Result end) {
        Snapshot searched = end.search().snapshot();
        boolean isSame = searched.position().equals(snapshot.position())
                && searched.parameters().equals(snapshot.parameters());
        if (!isSame) {
            forget(Message.text("lesion.find.changed", searched.position().epoch()));
        }
    }

    private boolean hasTheUnitsOf(Snapshot other) {
        return snapshot.parameters().layout().equals(other.parameters().layout());
    }

    private void forget(String why) {
        result = Optional.empty();
        words.setText(why);
    }

    private void search(Aim aim) {
        forget(Message.text("lesion.find.searching", snapshot.position().epoch()));
        bar.setProgress(0);
        cancel();
        current = new Search(snapshot, aim, new AtomicBoolean());
        worker.ask(current);
        showButtons();
    }

    /** Stops the search that is going on, if there is one: its end will say so. */
    private void cancel() {
        if (current != null) {
            current.cancelled().set(true);
        }
    }

    private Result find(Search search) {
        MemorySearch memory = new MemorySearch(
                search.snapshot().experiment(), search.snapshot().parameters());
        Predicate<MemorySearch.SoFar> tell = now -> {
            if (progress.getAndSet(now) == null) {
                background.show(this::showProgress);
            }
            return !search.cancelled().get();
        };
        return new Result(search, memory.find(search.aim(), tell));
    }

    private void showButtons() {
        boolean searching = current != null;
        breaks.setDisable(searching || snapshot == null);
        keeps.setDisable(searching || snapshot == null);
        cancel.setDisable(!searching);
        apply.setDisable(result.flatMap(end -> end.found().units()).isEmpty());
        bar.setVisible(searching);
    }

    private void showProgress() {
        MemorySearch.SoFar now = progress.getAndSet(null);
        if (current == null) {
            return;
        }
        bar.setProgress(now.all() == 0 ? 0 : (double) now.done() / now.all());
        words.setText(Message.text(
                now.shrinking() ? "lesion.find.shrinking" : "lesion.find.trying",
                now.size(),
                now.done(),
                now.all(),
                now.total()));
    }

    private void showResult(Result end) {
        current = null;
        boolean same = hasTheUnitsOf(end.search().snapshot());
        result = same ? Optional.of(end) : Optional.empty();
        if (same) {
            words.setText(words(end));
            forgetIfChanged(end);
        }
        showButtons();
    }

    private static String words(Result end) {
        MemorySearch.Smallest found = end.found();
        if (found.stopped()) {
            return Message.text("lesion.find.stopped", found.tried());
        }
        String goal = end.search().aim().name();
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
        Result end = result.orElseThrow();
        ParameterLayout layout = end.search().snapshot().parameters().layout();
        Set<Integer> found = end.found().units().orElseThrow();
        Set<Integer> silent = end.search().aim() == Aim.BREAKS
                ? found
                : Transplant.allUnits(layout).stream()
                        .filter(unit -> !found.contains(unit))
                        .collect(Collectors.toSet());
        onApplied.accept(UnitChoice.of(silent, layout));
    }

    @Override
    public void close() {
        cancel();
        worker.close();
    }
}
