package lab.carousel.ui.window;

import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import lab.carousel.ui.controls.FirstControl;

/** The window, and what tests without a mouse need. */
abstract class KeyboardFixture extends MainWindowFixture {

    Node focused() {
        return window.getScene().getFocusOwner();
    }

    /** Whether the focus is in a part of the window. */
    boolean hasFocus(String id) {
        return FirstControl.isIn(focused(), find(id));
    }

    /** What is read aloud of a node. */
    static String said(String id) {
        String[] said = new String[1];
        robot.interact(() -> said[0] = (String) find(id).queryAccessibleAttribute(AccessibleAttribute.TEXT));
        return said[0];
    }
}
