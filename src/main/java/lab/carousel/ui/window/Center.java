package lab.carousel.ui.window;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The middle of the window: the panels or the studies, and what lies over them in the corners. */
final class Center extends StackPane {

    private static final double NOTICE_WIDTH = 328;
    private static final double MARGIN = 8;

    Center(Node panels, Node studies, Node animation, Region notices) {
        super(panels, studies, animation, notices);
        setAlignment(animation, Pos.TOP_RIGHT);
        setMargin(animation, new Insets(MARGIN));
        setAlignment(notices, Pos.BOTTOM_RIGHT);
        setMargin(notices, new Insets(MARGIN));
        notices.setMaxSize(NOTICE_WIDTH, Region.USE_PREF_SIZE);
    }
}
