package lab.carousel.ui.undo;

import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import lab.carousel.text.Message;

/** Remembers what was edited in the window, and puts it back. Used on the JavaFX thread. */
public final class Undo {

    private final ReadOnlyObjectWrapper<History<Draft>> history = new ReadOnlyObjectWrapper<>(this, "history");
    private final BiConsumer<Draft, Draft> show;
    private final LongSupplier nanoTime;
    private long gesture;
    private boolean isHeld;
    /** While a state is put back, what changes in the window is no edit. */
    private boolean isShowing;
    /** What has come so far of edits that are one step; null while there are none. */
    private Draft pending;

    /**
     * A history that begins now.
     *
     * @param initial what stands in the window
     * @param show    changes the window from one state to another
     */
    public Undo(Draft initial, BiConsumer<Draft, Draft> show) {
        this(initial, show, System::nanoTime);
    }

    /** The same for tests, which reads the time from the given source. */
    Undo(Draft initial, BiConsumer<Draft, Draft> show, LongSupplier nanoTime) {
        this.history.set(History.of(initial));
        this.show = show;
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

    /** Remembers an edit. */
    public void edit(UnaryOperator<Draft> edit) {
        if (isShowing) {
            return;
        }
        if (pending != null) {
            pending = edit.apply(pending);
            return;
        }
        Draft before = history.get().present();
        Draft now = edit.apply(before);
        remember(now, DraftChange.between(before, now));
    }

    private void remember(Draft now, Change change) {
        history.set(history.get().edit(now, change, new Moment(gesture, isHeld, nanoTime.getAsLong())));
    }

    /** Does something, of which all edits together are one step with a name of its own. */
    public void as(Message name, Runnable action) {
        if (pending != null) {
            action.run();
            return;
        }
        pending = history.get().present();
        try {
            action.run();
        } finally {
            Draft now = pending;
            pending = null;
            remember(now, new Change(name, false));
        }
    }

    /** Takes the edits of another window for its own, and puts their last state here: no edit. */
    public void takeOver(Undo other) {
        Draft before = history.get().present();
        isShowing = true;
        try {
            history.set(other.history.get());
            show.accept(before, history.get().present());
        } finally {
            isShowing = false;
        }
    }

    /** Changes all states alike, of the past and the future too: no edit. */
    public void changeAll(UnaryOperator<Draft> change) {
        history.set(history.get().map(change));
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
        Draft before = history.get().present();
        if (next == history.get()) {
            return;
        }
        isShowing = true;
        try {
            history.set(next);
            show.accept(before, next.present());
        } finally {
            isShowing = false;
        }
    }
}
