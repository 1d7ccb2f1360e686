package lab.carousel.ui.task;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Tip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The buttons that change the list of sequences. */
final class SequenceButtons extends HBox {

    private final Button add;
    private final Button remove;
    private final Button duplicate;
    private final Button moveUp;
    private final Button moveDown;

    SequenceButtons(SequenceList list) {
        getStyleClass().add("sequence-buttons");
        add = button("addSequence", Feather.PLUS, list::add);
        remove = button("removeSequence", Feather.TRASH_2, list::remove);
        duplicate = button("duplicateSequence", Feather.COPY, list::duplicate);
        moveUp = button("moveSequenceUp", Feather.ARROW_UP, list::moveUp);
        moveDown = button("moveSequenceDown", Feather.ARROW_DOWN, list::moveDown);
        Button paste = button("pasteSequences", Feather.CLIPBOARD, list::paste);
        getChildren().addAll(add, duplicate, remove, moveUp, moveDown, paste);
    }

    void focusAdd() {
        add.requestFocus();
    }

    /** Allows what can be done with the selected sequence of a number of them. */
    void refresh(int selected, int size) {
        boolean none = selected < 0 || size == 0;
        remove.setDisable(none);
        duplicate.setDisable(none);
        moveUp.setDisable(none || selected == 0);
        moveDown.setDisable(none || selected == size - 1);
    }

    private static Button button(String id, Feather icon, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        String text = Message.text("editor." + id);
        button.setId(id);
        button.getStyleClass().add("flat");
        button.setAccessibleText(text);
        Tip.put(button, text);
        button.setOnAction(event -> action.run());
        return button;
    }
}
