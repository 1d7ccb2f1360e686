package lab.carousel.ui.project;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import lab.carousel.text.Message;
import lab.carousel.ui.command.Command;
import lab.carousel.ui.command.CommandMenu;
import lab.carousel.ui.command.Commands;
import lab.carousel.ui.command.KeyTable;
import lab.carousel.ui.controls.FirstControl;
import lab.carousel.ui.controls.WindowListeners;
import org.kordamp.ikonli.feather.Feather;

/** Undo and redo, with what they would undo and redo. */
public final class UndoMenu extends CommandMenu {

    private final Command undo;
    private final Command redo;
    private final Project project;

    public UndoMenu(Commands commands, Project project) {
        super(commands, "editMenu", Feather.EDIT_2);
        this.project = project;
        undo = put("undo", "undo.undo", project::undo, "Shortcut+Z");
        redo = put("redo", "undo.redo", project::redo, "Shortcut+Shift+Z", "Shortcut+Y");
        WindowListeners.show(this, this::tell, project.historyProperty());
    }

    private void tell() {
        History<ProjectState> history = project.historyProperty().get();
        show(undo, history.undoName());
        show(redo, history.redoName());
    }

    private static void show(Command command, Optional<Message> what) {
        String key = command.words();
        command.name().set(what.map(name -> Message.text(key + ".name", name)).orElseGet(() -> Message.text(key)));
        command.disabled().set(what.isEmpty());
    }

    /**
     * Listens to the mouse, so that dragging is one step.
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
    }

    private void onKey(KeyEvent event) {
        Stream.of(undo, redo)
                .filter(each -> each.keys().contains(KeyTable.of(event)))
                .forEach(meant -> {
                    meant.run();
                    event.consume();
                });
    }
}
