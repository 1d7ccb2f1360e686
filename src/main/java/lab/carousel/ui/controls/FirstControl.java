package lab.carousel.ui.controls;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** Where the keyboard goes first in a part of the window. */
public final class FirstControl {

    private FirstControl() {}

    /** The first one in the order of Tab that can have the focus now; empty if there is none. */
    public static Optional<Node> in(Node part) {
        if (!part.isVisible() || part.isDisabled()) {
            return Optional.empty();
        }
        if (part.isFocusTraversable()) {
            return Optional.of(part);
        }
        return part instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> in(child).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** Whether a part, and all that it stands in, is on the screen. */
    public static boolean isOnScreen(Node part) {
        Node each = part;
        while (each != null && each.isVisible()) {
            each = each.getParent();
        }
        return part.getScene() != null && each == null;
    }

    /** Whether a node is a part, or stands in it. */
    public static boolean isIn(@Nullable Node node, Node part) {
        Node each = node;
        while (each != null && each != part) {
            each = each.getParent();
        }
        return each != null;
    }
}
