package lab.carousel.ui.controls;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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
        return part.getScene() != null && around(part).allMatch(Node::isVisible);
    }

    /** Whether a node is a part, or stands in it. */
    public static boolean isIn(@Nullable Node node, Node part) {
        return around(node).anyMatch(each -> each == part);
    }

    /** A node, and all that it stands in. */
    private static Stream<Node> around(@Nullable Node node) {
        return Stream.<Node>iterate(node, Objects::nonNull, Node::getParent);
    }
}
