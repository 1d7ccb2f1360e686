package lab.carousel.ui.help;

import javafx.scene.layout.VBox;
import lab.carousel.ui.controls.ScrollArea;

/** A pane beside a page of the manual, which scrolls; its lines are as wide as the pane. */
abstract class SidePane extends ScrollArea {

    final VBox lines = new VBox();

    SidePane(String id, String styleClass) {
        setId(id);
        lines.getStyleClass().add(styleClass);
        setContent(lines);
    }
}
