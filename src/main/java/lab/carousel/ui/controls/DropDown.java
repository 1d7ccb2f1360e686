package lab.carousel.ui.controls;

import java.util.Collection;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Skin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * A list that drops down, of whose items one stays chosen: in JavaFX's own, the space bar or a click together with Ctrl
 * takes the choice away and leaves nothing.
 *
 * @param <T> what is chosen
 */
public class DropDown<T> extends ComboBox<T> {

    /** An empty list. */
    public DropDown() {}

    /** A list of some items. */
    public DropDown(Collection<? extends T> items) {
        getItems().setAll(items);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        DropDownSkin<T> skin = new DropDownSkin<>(this);
        Node list = skin.getPopupContent();
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.SPACE && event.isControlDown()) {
                event.consume();
            }
        });
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.isShortcutDown()) {
                event.consume();
            }
        });
        return skin;
    }
}
