package lab.carousel.ui.robot;

import javafx.scene.Node;

/** Whether nodes can be seen. */
public final class OnScreen {

    private OnScreen() {}

    /** Whether neither a node nor anything that it is in is hidden. */
    public static boolean isVisible(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
