package lab.carousel.ui.project;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import lab.carousel.text.Message;
import lab.carousel.ui.command.Command;
import lab.carousel.ui.controls.FirstControl;
import lab.carousel.ui.controls.WindowListeners;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Undo and redo, with what they would undo and redo. */
public final class UndoMenu extends MenuButton {

    private final Command undo;
    private final Command redo;
    private final Project project;

    public UndoMenu(Project project) {
        super(Message.text("undo.menu"), new FontIcon(Feather.EDIT_2));
        this.project = project;
        setId("editMenu");
        undo = new Command("fileMenu", "undo", "undo.undo", project::undo).keys("Shortcut+Z");
        redo = new Command("fileMenu", "redo", "undo.redo", project::redo).keys("Shortcut+Shift+Z", "Shortcut+Y");
        getItems().addAll(undo.item(), redo.item());
        WindowListeners.show(this, this::tell, project.historyProperty());
    }

    private void tell() {
        History<ProjectState> history = project.historyProperty().get();
        show(0, undo, history.undoName());
        show(1, redo, history.redoName());
    }

    private void show(int item, Command command, Optional<Message> name) {
        String key = command.words();
        String words = name.map(what -> Message.text(key + ".name", what)).orElseGet(() -> Message.text(key));
        getItems().get(item).setText(words);
        command.disabled().set(name.isEmpty());
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
            (isRedo ? redo : undo).run();
            event.consume();
        }
    }
}
