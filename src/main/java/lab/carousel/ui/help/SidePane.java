package lab.carousel.ui.help;

import javafx.scene.layout.VBox;
import lab.carousel.ui.controls.ScrollArea;

/** What stands beside a page of the manual: lines as wide as the pane, which scrolls. */
abstract class SidePane extends ScrollArea {

    final VBox lines = new VBox();

    SidePane(String id, String styleClass) {
        setId(id);
        lines.getStyleClass().add(styleClass);
        setContent(lines);
    }
}
