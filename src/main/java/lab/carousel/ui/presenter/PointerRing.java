package lab.carousel.ui.presenter;

import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;

/** A ring around the pointer that can be seen from the back row. It has a light and a dark line, for any background. */
public final class PointerRing extends Pane {

    private static final double RADIUS = 26;

    private final EventHandler<MouseEvent> follow = event -> {
        setVisible(event.getEventType() != MouseEvent.MOUSE_EXITED);
        var place = getParent().sceneToLocal(event.getSceneX(), event.getSceneY());
        relocate(place.getX(), place.getY());
    };

    /** A ring that follows no pointer yet. */
    public PointerRing() {
        setId("pointerRing");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        Circle outer = new Circle(RADIUS);
        outer.getStyleClass().add("pointer-ring-outer");
        Circle inner = new Circle(RADIUS);
        inner.getStyleClass().add("pointer-ring");
        getChildren().addAll(outer, inner);
    }

    /** Follows the pointer over a node. */
    public void follow(Node node) {
        node.addEventFilter(MouseEvent.ANY, follow);
    }

    /** Follows it no more. */
    public void leave(Node node) {
        node.removeEventFilter(MouseEvent.ANY, follow);
        setVisible(false);
    }
}
