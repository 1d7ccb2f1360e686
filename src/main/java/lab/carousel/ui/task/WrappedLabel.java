package lab.carousel.ui.task;

import javafx.scene.control.Label;

/** A text that takes as many lines as it needs. */
final class WrappedLabel extends Label {

    WrappedLabel(String id, String style) {
        setId(id);
        getStyleClass().add(style);
        setWrapText(true);
    }
}
