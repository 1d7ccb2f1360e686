package lab.carousel.ui.window;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import lab.carousel.ui.undo.Undo;
import lab.carousel.ui.undo.UndoMenu;

/** Undo and redo by keys in the whole window, and dragging with the mouse as one step. */
final class UndoKeys {

    private UndoKeys() {}

    /**
     * Listens to mouse and keys.
     *
     * @param window where
     * @param undo   what is edited
     * @param menu   knows the keys
     * @param edited in whose fields, which would undo what was typed there by themselves, the keys mean the whole work
     */
    static void watch(Node window, Undo undo, UndoMenu menu, List<? extends Node> edited) {
        undo.watchMouse(window);
        window.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            Node focused = window.getScene().getFocusOwner();
            boolean isEdited = edited.stream().anyMatch(part -> isWithin(focused, part));
            if (focused instanceof TextInputControl && isEdited) {
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
}
