package lab.carousel.ui.window;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import lab.carousel.ui.controls.FirstControl;

/**
 * The dividers without a mouse: Ctrl, Shift and an arrow key make the panel that has the focus wider (right), narrower
 * (left), taller (down) or lower (up).
 */
final class PanelKeys {

    private static final double STEP = 16;

    private final SplitPane columns;
    private final List<? extends SplitPane> stacks;
    private final Runnable onResized;

    /**
     * Listens to the keys of panels.
     *
     * @param columns   side by side
     * @param stacks    those of the columns that hold one panel upon the other
     * @param onResized is told when a divider has moved
     */
    PanelKeys(SplitPane columns, List<? extends SplitPane> stacks, Runnable onResized) {
        this.columns = columns;
        this.stacks = stacks;
        this.onResized = onResized;
        columns.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private void onKey(KeyEvent event) {
        boolean isMine = event.isShortcutDown() && event.isShiftDown() && !event.isAltDown();
        // In a text the same keys mark words
        if (!isMine || event.getTarget() instanceof TextInputControl) {
            return;
        }
        switch (event.getCode()) {
            case RIGHT -> grow(columns, columns.getWidth(), STEP);
            case LEFT -> grow(columns, columns.getWidth(), -STEP);
            case DOWN -> growInStack(STEP);
            case UP -> growInStack(-STEP);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void growInStack(double pixels) {
        stacks.stream()
                .filter(stack -> place(stack) >= 0)
                .findFirst()
                .ifPresent(stack -> grow(stack, stack.getHeight(), pixels));
    }

    /** The last panel has its divider before it, all others behind. */
    private void grow(SplitPane panels, double size, double pixels) {
        int place = place(panels);
        int last = panels.getItems().size() - 1;
        if (place < 0 || last < 1) {
            return;
        }
        int divider = Math.min(place, last - 1);
        double by = (place == last ? -pixels : pixels) / size;
        panels.setDividerPosition(divider, panels.getDividerPositions()[divider] + by);
        panels.layout();
        onResized.run();
    }

    /** The panel that has the focus; -1 if none has. */
    private static int place(SplitPane panels) {
        Node owner = panels.getScene().getFocusOwner();
        for (int place = 0; place < panels.getItems().size(); place++) {
            if (FirstControl.isIn(owner, panels.getItems().get(place))) {
                return place;
            }
        }
        return -1;
    }
}
