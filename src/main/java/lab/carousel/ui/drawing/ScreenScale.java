package lab.carousel.ui.drawing;

import javafx.scene.Node;

/** How many pixels of the screen a point has where a node stands, so that what is drawn is as sharp as the screen. */
public final class ScreenScale {

    private ScreenScale() {}

    /** That of the screen, and of all that enlarges the node; 1 for a node in no window. */
    public static double of(Node node) {
        if (node.getScene() == null || node.getScene().getWindow() == null) {
            return 1;
        }
        return node.getScene().getWindow().getRenderScaleX() * enlargement(node);
    }

    /** Calls back when a node is enlarged more or less than before. */
    public static void whenEnlarged(Node node, Runnable action) {
        node.localToSceneTransformProperty().addListener((observable, before, now) -> {
            if (before.getMxx() != now.getMxx()) {
                action.run();
            }
        });
    }

    /** How much larger a node is drawn than its own points say. */
    static double enlargement(Node node) {
        return node.getLocalToSceneTransform().getMxx();
    }
}
