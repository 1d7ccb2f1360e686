package lab.carousel.ui;

import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;

/** What is on the screen. */
public final class Nodes {

    private Nodes() {}

    /** A node and all within it, but not what a label is made of. */
    public static Stream<Node> all(Node node) {
        return node instanceof Parent parent && !(node instanceof Label)
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(Nodes::all))
                : Stream.of(node);
    }
}
