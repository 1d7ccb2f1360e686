package lab.carousel.ui.task;

import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** What the keys mean in the field of a sequence, beyond typing. */
final class SequenceKeys {

    private final SequenceList list;

    SequenceKeys(SequenceList list) {
        this.list = list;
    }

    /**
     * Does what a key means.
     *
     * @param index the sequence the caret is in
     * @param field its field
     * @param link  the first link under the field, or null
     * @return whether the key means anything
     */
    boolean press(KeyEvent event, int index, SymbolField field, @Nullable Hyperlink link) {
        list.select(index);
        if (event.isShortcutDown()) {
            return pressShortcut(event.getCode());
        }
        if (event.isAltDown()) {
            return pressAlt(event.getCode(), field.getCaretPosition());
        }
        switch (event.getCode()) {
            case ENTER -> list.add();
            case UP -> list.focus(index - 1);
            case DOWN -> list.focus(index + 1);
            case TAB -> tab(index, event.isShiftDown(), link);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean pressShortcut(KeyCode code) {
        switch (code) {
            case D -> list.duplicate();
            case DELETE -> list.remove();
            default -> {
                return false;
            }
        }
        list.focus(list.selected());
        return true;
    }

    private boolean pressAlt(KeyCode code, int caret) {
        if (code == KeyCode.UP) {
            list.moveUp();
        } else if (code == KeyCode.DOWN) {
            list.moveDown();
        } else {
            return false;
        }
        list.focus(list.selected(), caret);
        return true;
    }

    private void tab(int index, boolean back, @Nullable Hyperlink link) {
        if (back) {
            list.focusBefore(index);
        } else if (link != null) {
            link.requestFocus();
        } else {
            list.focusAfter(index);
        }
    }
}
