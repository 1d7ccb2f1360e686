package lab.carousel.ui.project;

import static lab.carousel.ui.controls.Controls.named;

import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Hearing;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Undo and redo, with what they would undo and redo. */
public final class UndoMenu extends MenuButton {

    private final MenuItem undo = named(new MenuItem(), "undo");
    private final MenuItem redo = named(new MenuItem(), "redo");
    private final Project project;

    /** A menu of a project. */
    public UndoMenu(Project project) {
        super(Message.text("undo.menu"), new FontIcon(Feather.EDIT_2));
        this.project = project;
        setId("editMenu");
        undo.setAccelerator(KeyCombination.valueOf("Shortcut+Z"));
        redo.setAccelerator(KeyCombination.valueOf("Shortcut+Shift+Z"));
        undo.setOnAction(event -> project.undo());
        redo.setOnAction(event -> project.redo());
        getItems().addAll(undo, redo);
        Hearing.of(this, project.historyProperty(), (observable, before, now) -> show(now));
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

    /** Undoes or redoes, if that is what a key stands for, and uses it up. */
    public void onKey(KeyEvent event) {
        if (!event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (event.getCode() == KeyCode.Y || (event.getCode() == KeyCode.Z && event.isShiftDown())) {
            project.redo();
            event.consume();
        } else if (event.getCode() == KeyCode.Z) {
            project.undo();
            event.consume();
        }
    }
}
