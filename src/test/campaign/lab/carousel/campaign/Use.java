package lab.carousel.campaign;

import java.util.ArrayList;
import java.util.List;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * What a person does with a control.
 *
 * @param name what it is called behind the name of the control
 */
record Use(String name, Runnable action) {

    /** All of it, in order; nothing with what is only looked at. */
    static List<Use> of(Node control) {
        List<Use> use = new ArrayList<>();
        if (control instanceof ButtonBase button) {
            use.add(new Use("", button::fire));
        } else if (control instanceof Slider slider) {
            use.add(new Use("", () -> slider.setValue((slider.getMin() + 2 * slider.getMax()) / 3)));
            use.add(new Use(" back", () -> slider.setValue((2 * slider.getMin() + slider.getMax()) / 3)));
        } else if (control instanceof TextInputControl field) {
            use.add(new Use(" type", () -> field.appendText("1")));
            use.add(new Use(" enter", () -> press(field, KeyCode.ENTER)));
        } else if (control instanceof ComboBoxBase<?> box) {
            use.add(new Use(" open", box::show));
            use.add(new Use(" next", () -> press(box, KeyCode.DOWN)));
            use.add(new Use(" close", box::hide));
        } else if (control instanceof ListView<?> list) {
            use.add(new Use(" next", () -> list.getSelectionModel().selectNext()));
        }
        return use;
    }

    static void press(Node node, KeyCode code) {
        for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            node.fireEvent(new KeyEvent(type, "", "", code, false, false, false, false));
        }
    }
}
