package lab.carousel.ui;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import lab.carousel.text.Message;
import lab.carousel.ui.file.FileDesk;
import lab.carousel.ui.notes.NotesPlace;
import lab.carousel.ui.undo.Draft;
import lab.carousel.ui.undo.Undo;
import lab.carousel.ui.undo.UndoMenu;

/** What was edited in the window: in the editors, of the layout, and which experiments were put there. */
final class Edits {

    private final Editors editors;
    private final FileDesk desk;
    private final LayoutControl layout;
    private final NotesPlace notes;
    private final Undo undo;
    private final UndoMenu menu;

    Edits(Editors editors, FileDesk desk, LayoutControl layout, NotesPlace notes) {
        this.editors = editors;
        this.desk = desk;
        this.layout = layout;
        this.notes = notes;
        Draft initial = new Draft(
                editors.task().editProperty().get(),
                editors.hyperparameters().draftProperty().get(),
                editors.hyperparameters().engineProperty().get(),
                desk.documentProperty().get(),
                layout.layout(),
                notes.textProperty().get());
        undo = new Undo(initial, this::show);
        menu = new UndoMenu(undo);
        editors.setOnEdit(() -> undo.edit(this::edited));
        layout.setOnEdit(() -> undo.edit(before -> before.with(layout.layout())));
        notes.setOnEdit(
                () -> undo.edit(before -> before.with(notes.textProperty().get())));
        // What was edited before and after belongs to the file too, whatever is undone
        desk.setOnSaved(
                (before, now) -> undo.changeAll(draft -> draft.document().equals(before) ? draft.with(now) : draft));
    }

    private Draft edited(Draft before) {
        return before.with(
                        editors.task().editProperty().get(),
                        editors.hyperparameters().draftProperty().get(),
                        editors.hyperparameters().engineProperty().get())
                .with(desk.documentProperty().get());
    }

    /** The menu of what can be undone. */
    UndoMenu menu() {
        return menu;
    }

    /** Does something that is one edit with a name of its own. */
    void as(Message name, Runnable action) {
        undo.as(name, action);
    }

    /** Shows what stands in another window, with all its edits. */
    void takeOver(Edits other) {
        undo.takeOver(other.undo);
    }

    /** Listens to mouse and keys in the whole window. */
    void watch(Node window) {
        undo.watchMouse(window);
        // A field of the editors, and the notes, would undo what was typed there by itself, and only that
        window.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            Node focused = window.getScene().getFocusOwner();
            boolean isEditors = isWithin(focused, editors.task()) || isWithin(focused, editors.hyperparameters());
            boolean isNotes = isWithin(focused, notes.view());
            if (focused instanceof TextInputControl && (isEditors || isNotes)) {
                menu.onKey(event);
            }
        });
        // Elsewhere only what a place has no use for: other fields and the lesions have an undo of their own
        window.addEventHandler(KeyEvent.KEY_PRESSED, menu::onKey);
    }

    private static boolean isWithin(Node node, Node parent) {
        Node at = node;
        while (at != null && at != parent) {
            at = at.getParent();
        }
        return at != null;
    }

    /** Shows only what differs, so that nothing else moves. */
    private void show(Draft before, Draft now) {
        desk.show(now.document());
        boolean isEdited = !before.task().equals(now.task())
                || !before.hyperparameters().equals(now.hyperparameters())
                || before.engine() != now.engine();
        if (isEdited) {
            editors.show(now.task(), now.hyperparameters(), now.engine());
            toTheEnd(editors.task());
        }
        if (!before.notes().equals(now.notes())) {
            notes.show(now.notes());
            toTheEnd(notes.view());
        }
        if (!before.layout().equals(now.layout())) {
            layout.show(now.layout());
        }
    }

    /** A field into which an earlier text was put has its caret at the start, where nobody goes on typing. */
    private static void toTheEnd(Node window) {
        if (window.getScene() != null && window.getScene().getFocusOwner() instanceof TextInputControl field) {
            field.end();
        }
    }
}
