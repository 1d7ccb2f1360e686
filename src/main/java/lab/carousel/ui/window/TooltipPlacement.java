package lab.carousel.ui.window;

import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.event.EventHandler;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.PopupControl;
import javafx.scene.control.Tooltip;
import javafx.stage.Screen;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/**
 * Puts tooltips on the screen and off what they explain: under it, or over it where there is no room below, as at the
 * bottom of a large window. JavaFX would move them up until they fit, and so onto the number.
 */
final class TooltipPlacement {

    /** The property in which JavaFX keeps the tooltip of a node. */
    private static final String TOOLTIP = "javafx.scene.control.Tooltip";

    private static final double GAP = 6;
    /** Taller nodes are panels: there the tip belongs to the pointer. */
    private static final double TALL = 64;

    private static final double POINTER = 12;
    /** Of all that says nothing else, in points. */
    private static final double FONT_SIZE = 13;

    private final Node window;
    private final ListChangeListener<Window> opening = this::opened;
    private final EventHandler<WindowEvent> place = event -> place((Tooltip) event.getSource());

    TooltipPlacement(Node window) {
        this.window = window;
        Window.getWindows().addListener(opening);
    }

    void close() {
        Window.getWindows().removeListener(opening);
    }

    private void opened(ListChangeListener.Change<? extends Window> change) {
        while (change.next()) {
            // Windows of their own, which the zoom of their owner does not reach
            change.getAddedSubList().stream()
                    .filter(PopupControl.class::isInstance)
                    .map(PopupControl.class::cast)
                    .filter(this::isOurs)
                    .forEach(popup -> popup.setStyle(fontSize()));
            change.getAddedSubList().stream()
                    .filter(Tooltip.class::isInstance)
                    .map(Tooltip.class::cast)
                    .forEach(tip -> {
                        // Once, however often it is shown
                        tip.removeEventHandler(WindowEvent.WINDOW_SHOWN, place);
                        tip.addEventHandler(WindowEvent.WINDOW_SHOWN, place);
                    });
        }
    }

    private boolean isOurs(PopupControl popup) {
        return window.getScene() != null
                && popup.getOwnerWindow() == window.getScene().getWindow();
    }

    private String fontSize() {
        double zoom = window.getLocalToSceneTransform().getMxx();
        return zoom == 1 ? "" : "-fx-font-size: " + FONT_SIZE * zoom + "px;";
    }

    private void place(Tooltip tip) {
        if (!isOurs(tip)) {
            return;
        }
        // Where the pointer is, less the way that JavaFX goes from it
        double x = tip.getAnchorX();
        double y = tip.getAnchorY();
        Bounds pointer = new BoundingBox(x - POINTER, y - POINTER, 2 * POINTER, 2 * POINTER);
        Bounds around = explained(window.getScene().getRoot(), tip)
                .map(node -> node.localToScreen(node.getLayoutBounds()))
                .filter(bounds -> bounds != null && bounds.getHeight() <= TALL)
                .orElse(pointer);
        Rectangle2D screen = Screen.getScreensForRectangle(x, y, 1, 1).stream()
                .findFirst()
                .orElse(Screen.getPrimary())
                .getVisualBounds();
        Point2D corner = corner(around, new Point2D(tip.getWidth(), tip.getHeight()), x, screen);
        tip.setAnchorX(corner.getX());
        tip.setAnchorY(corner.getY());
    }

    /**
     * Where the upper left corner of a tip belongs.
     *
     * @param around what it explains
     * @param x      where it would be best from left to right
     * @param screen that it must be on
     */
    static Point2D corner(Bounds around, Point2D size, double x, Rectangle2D screen) {
        double below = around.getMaxY() + GAP;
        double above = around.getMinY() - GAP - size.getY();
        boolean fitsBelow = below + size.getY() <= screen.getMaxY();
        double y = fitsBelow || above < screen.getMinY() ? below : above;
        double left = Math.max(screen.getMinX(), Math.min(x, screen.getMaxX() - size.getX()));
        return new Point2D(left, Math.max(screen.getMinY(), Math.min(y, screen.getMaxY() - size.getY())));
    }

    /** The node under the pointer that a tip is of. */
    private static Optional<Node> explained(Node node, Tooltip tip) {
        if (tip.equals(node.getProperties().get(TOOLTIP))) {
            return Optional.of(node);
        }
        if (node instanceof Parent parent) {
            return parent.getChildrenUnmodifiable().stream()
                    .filter(Node::isHover)
                    .flatMap(child -> explained(child, tip).stream())
                    .findFirst();
        }
        return Optional.empty();
    }
}
