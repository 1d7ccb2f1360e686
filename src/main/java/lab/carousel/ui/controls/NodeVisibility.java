package lab.carousel.ui.controls;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;

public final class NodeVisibility {

    private NodeVisibility() {}

    /** The part of a node, in the scene, that is not scrolled out of view; of a negative size if nothing is seen of it. */
    public static Bounds of(Node node) {
        Bounds seen = node.localToScene(node.getLayoutBounds());
        for (Node each = node.getParent(); each != null; each = each.getParent()) {
            if (each.getStyleClass().contains("viewport")
                    || each.getStyleClass().contains("clipped-container")) {
                Bounds view = each.localToScene(each.getLayoutBounds());
                double left = Math.max(seen.getMinX(), view.getMinX());
                double top = Math.max(seen.getMinY(), view.getMinY());
                seen = new BoundingBox(
                        left,
                        top,
                        Math.min(seen.getMaxX(), view.getMaxX()) - left,
                        Math.min(seen.getMaxY(), view.getMaxY()) - top);
            }
        }
        return seen;
    }
}
