package lab.carousel.ui.undo;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import lab.carousel.file.session.PanelLayout;
import lab.carousel.task.draft.TaskDraft;
import lab.carousel.task.draft.TypedSymbols;
import lab.carousel.text.Message;
import lab.carousel.ui.hyperparameters.Field;
import lab.carousel.ui.hyperparameters.HyperparametersDraft;
import lab.carousel.ui.task.TaskEdit;

/** What is edited, as it stands now, with what it was before. Used on the JavaFX thread. */
public final class Undo {

    private final ReadOnlyObjectWrapper<History<Draft>> history = new ReadOnlyObjectWrapper<>(this, "history");
    private final ReadOnlyObjectWrapper<Draft> draft = new ReadOnlyObjectWrapper<>(this, "draft");
    private final LongSupplier nanoTime;
    private long gesture;
    private boolean isHeld;
    /** While a draft is being shown, what changes in the window is no edit. */
    private boolean isShowing;
    /** Whether all edits are one step now. */
    private boolean isOneStep;

    /** A history that begins now, and reads the time, in nanoseconds, from the given source. */
    public Undo(Draft initial, LongSupplier nanoTime) {
        this.history.set(History.of(initial));
        this.draft.set(initial);
        this.nanoTime = nanoTime;
    }

    /** Watches the mouse in a node, so that dragging is one step, and what follows another. */
    public void watchMouse(Node node) {
        node.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            gesture++;
            isHeld = true;
        });
        node.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> isHeld = false);
    }

    /** What was edited. */
    public ReadOnlyObjectProperty<History<Draft>> historyProperty() {
        return history.getReadOnlyProperty();
    }

    /** What stands there now. Who shows it must not take for an edit what changes by that. */
    public ReadOnlyObjectProperty<Draft> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    /** The value of {@link #draftProperty}. */
    public Draft draft() {
        return draft.get();
    }

    /** Edits what stands there. */
    public void edit(UnaryOperator<Draft> edit) {
        if (isShowing) {
            return;
        }
        Draft before = draft.get();
        Draft now = edit.apply(before);
        if (!isOneStep) {
            remember(now, DraftChange.between(before, now));
        }
        show(now);
    }

    private void remember(Draft now, EditKind change) {
        history.set(history.get().edit(now, change, new Moment(gesture, isHeld, nanoTime.getAsLong())));
    }

    private void show(Draft now) {
        isShowing = true;
        try {
            draft.set(now);
        } finally {
            isShowing = false;
        }
    }

    /** Does something, of which all edits together are one step with a name of its own. */
    public void as(Message name, Runnable action) {
        if (isOneStep) {
            action.run();
            return;
        }
        isOneStep = true;
        try {
            action.run();
        } finally {
            isOneStep = false;
            remember(draft.get(), new EditKind(name, false));
        }
    }

    /** Changes all states alike, of the past and the future too: no edit. */
    public void changeAll(UnaryOperator<Draft> change) {
        history.set(history.get().map(change));
        show(history.get().present());
    }

    /** Undoes the last step, if there is one. */
    public void undo() {
        go(history.get().undo());
    }

    /** Does again what was undone last, if there is anything. */
    public void redo() {
        go(history.get().redo());
    }

    private void go(History<Draft> next) {
        history.set(next);
        show(next.present());
    }

    /** Says in a few words what an edit changed. */
    static final class DraftChange {

        private DraftChange() {}

        /** What is different; of several things the one that matters most. */
        static EditKind between(Draft before, Draft after) {
            if (!before.task().equals(after.task())) {
                return task(before.task(), after.task());
            }
            if (!before.hyperparameters().equals(after.hyperparameters())) {
                return hyperparameters(before.hyperparameters(), after.hyperparameters());
            }
            if (before.engine() != after.engine()) {
                return new EditKind(Field.ENGINE.words(), false);
            }
            return new EditKind(layout(before.layout(), after.layout()), false);
        }

        private static Message layout(PanelLayout before, PanelLayout after) {
            if (before.editors() != after.editors()) {
                return Message.of("undo.panel", Message.of("ui.view.editors"));
            }
            if (before.loss() != after.loss()) {
                return Message.of("undo.panel", Message.of("ui.view.loss"));
            }
            if (before.state() != after.state()) {
                return Message.of("undo.panel", Message.of("ui.view.state"));
            }
            return before.microscope() == after.microscope()
                    ? Message.of("undo.layout")
                    : Message.of("undo.panel", Message.of("ui.view.microscope"));
        }

        private static EditKind hyperparameters(HyperparametersDraft before, HyperparametersDraft after) {
            List<Field> changed = before.changedIn(after);
            if (changed.size() != 1) {
                return new EditKind(Message.of("undo.hyperparameters"), false);
            }
            Field field = changed.get(0);
            boolean isNumber = before.isNumber(field) && before.hasWord(field) == after.hasWord(field);
            return new EditKind(field.words(), isNumber);
        }

        private static EditKind task(TaskEdit before, TaskEdit after) {
            if (!before.source().equals(after.source())) {
                return named(
                        "undo.source",
                        both(before.source(), after.source(), (one, other) -> one.kind() == other.kind()));
            }
            if (!before.generator().equals(after.generator())) {
                return named(
                        "undo.generator",
                        both(before.generator(), after.generator(), (one, other) -> one.recipe() == other.recipe()));
            }
            return list(before.listed(), after.listed());
        }

        private static <T> boolean both(Optional<T> before, Optional<T> after, BiPredicate<T, T> condition) {
            return before.isPresent() && after.isPresent() && condition.test(before.get(), after.get());
        }

        private static EditKind list(TaskDraft before, TaskDraft after) {
            List<TypedSymbols> old = before.sequences();
            List<TypedSymbols> now = after.sequences();
            if (old.equals(now)) {
                return named("undo.alphabet", true);
            }
            if (now.size() != old.size()) {
                String key = now.size() == old.size() + 1
                        ? "undo.sequence.added"
                        : now.size() == old.size() - 1 ? "undo.sequence.removed" : "undo.sequences";
                return named(key, false);
            }
            int[] changed = IntStream.range(0, now.size())
                    .filter(index -> !now.get(index).equals(old.get(index)))
                    .toArray();
            return changed.length == 1
                    ? new EditKind(Message.of("undo.sequence", changed[0] + 1), true)
                    : named("undo.sequences", false);
        }

        private static EditKind named(String key, boolean isGradual) {
            return new EditKind(Message.of(key), isGradual);
        }
    }
}
