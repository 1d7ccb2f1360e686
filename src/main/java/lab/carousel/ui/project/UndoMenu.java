package lab.carousel.ui.project;

import static lab.carousel.ui.controls.Controls.named;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.FirstControl;
import lab.carousel.ui.controls.WindowListeners;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Undo and redo, with what they would undo and redo. */
public final class UndoMenu extends MenuButton {

    private final MenuItem undo = named(new MenuItem(), "undo");
    private final MenuItem redo = named(new MenuItem(), "redo");
    private final Project project;

    public UndoMenu(Project project) {
        super(Message.text("undo.menu"), new FontIcon(Feather.EDIT_2));
        this.project = project;
        setId("editMenu");
        undo.setAccelerator(KeyCombination.valueOf("Shortcut+Z"));
        redo.setAccelerator(KeyCombination.valueOf("Shortcut+Shift+Z"));
        undo.setOnAction(event -> project.undo());
        redo.setOnAction(event -> project.redo());
        getItems().addAll(undo, redo);
        WindowListeners.of(this, project.historyProperty(), (observable, before, now) -> show(now));
        show(project.historyProperty().get());
    }

    private void show(History<ProjectState> history) {
        show(undo, "undo.undo", history.undoName());
        show(redo, "undo.redo", history.redoName());
    }

    private static void show(MenuItem item, String key, Optional<Message> name) {
        item.setText(name.map(words -> Message.text(key + ".name", words)).orElseGet(() -> Message.text(key)));
        item.setDisable(name.isEmpty());
    }

    /**
     * Listens to the mouse, so that dragging is one step, and to the keys.
     *
     * @param window where
     * @param edited in whose fields, which would undo what was typed there by themselves, the keys mean the whole work
     */
    public void watch(Node window, List<? extends Node> edited) {
        project.watchMouse(window);
        window.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            Node focused = window.getScene().getFocusOwner();
            if (focused instanceof TextInputControl
                    && edited.stream().anyMatch(part -> FirstControl.isIn(focused, part))) {
                onKey(event);
            }
        });
        // Elsewhere only what a place has no use for: other fields have an undo of their own
        window.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private void onKey(KeyEvent event) {
        boolean isRedo = event.getCode() == KeyCode.Y || (event.getCode() == KeyCode.Z && event.isShiftDown());
        if (event.isShortcutDown() && !event.isAltDown() && (isRedo || event.getCode() == KeyCode.Z)) {
            (isRedo ? redo : undo).fire();
            event.consume();
        }
    }
}
