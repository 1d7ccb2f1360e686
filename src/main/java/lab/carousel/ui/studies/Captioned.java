package lab.carousel.ui.studies;

import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import lab.carousel.text.Message;

/** A control with its name above it. */
final class Captioned extends VBox {

    /** Names it in the words of a key, also for those who do not see it. */
    Captioned(String key, Control control) {
        super(new Label(Message.text(key)), control);
        ((Label) getChildren().get(0)).setLabelFor(control);
        control.setAccessibleText(Message.text(key));
        getStyleClass().add("typed-field");
        setMinWidth(USE_PREF_SIZE);
    }
}
