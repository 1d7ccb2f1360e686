package lab.carousel.ui.window;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import lab.carousel.ui.controls.NodeVisibility;

/**
 * Where the keyboard is: a ring around whatever has the focus, the same around all of it, in every theme. Only for
 * those who go about with the keyboard: a mouse click takes it away.
 */
final class FocusRing extends Region {

    private static final double OUTSET = 3;

    private boolean isByKey;

    FocusRing() {
        setId("focusRing");
        getStyleClass().add("focus-ring");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    void follow(Node window) {
        window.addEventFilter(KeyEvent.KEY_PRESSED, event -> isByKey |= event.getCode() == KeyCode.TAB);
        window.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> isByKey = false);
    }

    /** Goes to what has the focus. Called once per frame. */
    void place() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        Bounds around = owner == null || !isByKey ? null : NodeVisibility.of(owner);
        boolean isThere = around != null && around.getWidth() > 0 && around.getHeight() > 0;
        setVisible(isThere);
        if (isThere) {
            toFront();
            Bounds here = getParent().sceneToLocal(around);
            // Within the window, so that it is seen whole around what touches its edge
            double left = Math.max(0, here.getMinX() - OUTSET);
            double top = Math.max(0, here.getMinY() - OUTSET);
            Bounds window = getParent().getLayoutBounds();
            double right = Math.min(window.getWidth(), here.getMaxX() + OUTSET);
            double bottom = Math.min(window.getHeight(), here.getMaxY() + OUTSET);
            resizeRelocate(left, top, right - left, bottom - top);
        }
    }
}
