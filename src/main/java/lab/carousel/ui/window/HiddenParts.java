package lab.carousel.ui.window;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * What is hidden in a window that opens. JavaFX gives its style, and the skins of its controls, also to what is not seen,
 * which was two thirds of a thousand nodes. So all that is hidden is taken out, and put back once the window is drawn, or as
 * soon as it is shown.
 */
final class HiddenParts {

    private final Deque<Part> parts = new ArrayDeque<>();

    /** Takes out what is hidden in a node, which must not stand in a window yet. */
    void takeOutOf(Node node) {
        if (node instanceof SplitPane split) {
            split.getItems().forEach(this::takeOutOf);
        } else if (node instanceof ScrollPane scroll && scroll.getContent() != null) {
            takeOutOf(scroll.getContent());
        } else if (node instanceof Parent parent) {
            List<Node> children = List.copyOf(parent.getChildrenUnmodifiable());
            children.forEach(this::takeOutOf);
            // Other parents have a use of their own for each child
            if (parent instanceof HBox || parent instanceof VBox || parent instanceof StackPane) {
                children.stream()
                        .filter(child -> !child.isVisible() && !child.isManaged())
                        .forEach(child -> parts.add(new Part(child, (Pane) parent, children)));
            }
        }
    }

    /** Puts back the next part, if there is one. */
    void putBackNext() {
        if (!parts.isEmpty()) {
            parts.remove().putBack();
        }
    }

    private static final class Part implements InvalidationListener {

        private final Node node;
        private final Pane parent;
        /** All children of the parent, in their order. */
        private final List<Node> children;

        Part(Node node, Pane parent, List<Node> children) {
            this.node = node;
            this.parent = parent;
            this.children = children;
            parent.getChildren().remove(node);
            node.visibleProperty().addListener(this);
        }

        @Override
        public void invalidated(Observable visible) {
            if (node.isVisible()) {
                putBack();
            }
        }

        void putBack() {
            node.visibleProperty().removeListener(this);
            if (node.getParent() == null) {
                parent.getChildren().add(place(), node);
            }
        }

        /** Behind the next one before it that is there. */
        private int place() {
            for (int before = children.indexOf(node) - 1; before >= 0; before--) {
                int at = parent.getChildren().indexOf(children.get(before));
                if (at >= 0) {
                    return at + 1;
                }
            }
            return 0;
        }
    }
}
