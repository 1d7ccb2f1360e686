package lab.carousel.ui.controls;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.transform.Transform;
import org.jspecify.annotations.Nullable;

/** Where a node stood when somebody looked last, kept in numbers: to look at each frame makes no objects. */
public final class Whereabouts {

    private @Nullable Node node;
    private double x;
    private double y;
    private double scale;
    private double width;
    private double height;

    /** Whether a node is another one than before, or has another place or size, in its scene. */
    public boolean haveChanged(Node now) {
        Transform inScene = now.getLocalToSceneTransform();
        Bounds bounds = now.getLayoutBounds();
        boolean isSame = node == now
                && x == inScene.getTx()
                && y == inScene.getTy()
                && scale == inScene.getMxx()
                && width == bounds.getWidth()
                && height == bounds.getHeight();
        node = now;
        x = inScene.getTx();
        y = inScene.getTy();
        scale = inScene.getMxx();
        width = bounds.getWidth();
        height = bounds.getHeight();
        return !isSame;
    }
}
