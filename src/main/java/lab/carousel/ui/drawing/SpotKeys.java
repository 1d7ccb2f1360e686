package lab.carousel.ui.drawing;

import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/**
 * The keys of a picture, the same in all of them: arrow keys, Home, End, Page up and Page down go from spot to spot, Enter and
 * the space bar do what a click does, Escape leaves the spot; Ctrl with plus, minus and 0 zooms, 0 alone shows all. Each of
 * them says whether it did something; what a picture does not answer to is left to others.
 */
public interface SpotKeys {

    /** More columns or rows than any picture has: to the last one. */
    int FAR = 1 << 20;

    /**
     * Goes on.
     *
     * @param right so many columns, to the left if negative
     * @param down  so many rows, up if negative
     */
    boolean go(int right, int down, boolean isShift);

    /** Does what a click on the spot does. */
    default boolean open() {
        return false;
    }

    default boolean leave() {
        return false;
    }

    /** Zooms in by one step, out by -1, or as far out as it can with 0. */
    default boolean zoom(int by) {
        return false;
    }

    /** Takes zooming and moving back. */
    default boolean showAll() {
        return false;
    }

    /** Uses the keys that are pressed in a node. */
    default void listenTo(Node node) {
        node.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (!event.isAltDown() && (event.isShortcutDown() ? zoom(event) : walk(event))) {
                event.consume();
            }
        });
    }

    private boolean zoom(KeyEvent event) {
        return switch (event.getCode()) {
            case PLUS, EQUALS, ADD -> zoom(1);
            case MINUS, SUBTRACT -> zoom(-1);
            case DIGIT0, NUMPAD0 -> zoom(0);
            default -> false;
        };
    }

    private boolean walk(KeyEvent event) {
        boolean isShift = event.isShiftDown();
        return !event.isControlDown()
                && !event.isMetaDown()
                && switch (event.getCode()) {
                    case LEFT -> go(-1, 0, isShift);
                    case RIGHT -> go(1, 0, isShift);
                    case UP -> go(0, -1, isShift);
                    case DOWN -> go(0, 1, isShift);
                    case HOME -> go(-FAR, 0, isShift);
                    case END -> go(FAR, 0, isShift);
                    case PAGE_UP -> go(0, -FAR, isShift);
                    case PAGE_DOWN -> go(0, FAR, isShift);
                    case ENTER, SPACE -> open();
                    case ESCAPE -> leave();
                    case DIGIT0, NUMPAD0 -> showAll();
                    default -> false;
                };
    }
}
