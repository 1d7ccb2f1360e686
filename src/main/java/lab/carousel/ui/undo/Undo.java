package lab.carousel.ui.undo;

import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import lab.carousel.text.Message;

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
}
