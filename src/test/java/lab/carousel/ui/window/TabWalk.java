package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.robot.InWindow;

/** A walk through the window with Tab. */
final class TabWalk {

    /** More than there are controls on the screen at once. */
    private static final int MOST_TABS = 200;

    private TabWalk() {}

    /** Goes about with Tab until it is back at the start, and demands that nothing was left out. */
    static void check(MainWindow window, String where, Node start) {
        Set<Node> all = new LinkedHashSet<>();
        Set<Node> visited = new LinkedHashSet<>();
        // Hundreds of times, so without a frame painted after each key
        InWindow.ROBOT.interact(() -> {
            start.requestFocus();
            collect(window, all);
            Node now = start;
            do {
                Node before = now;
                visited.add(before);
                for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                    Event.fireEvent(
                            window.getScene().getFocusOwner(),
                            new KeyEvent(type, "", "\t", KeyCode.TAB, false, false, false, false));
                }
                Frames.make();
                now = window.getScene().getFocusOwner();
                assertThat(now).as("Tab leaves %s in %s", before, where).isNotSameAs(before);
            } while (!visited.contains(now) && visited.size() < MOST_TABS);
            assertThat(now)
                    .as("after the last one comes the first in %s, after %s", where, visited)
                    .isSameAs(start);
        });
        all.removeAll(visited);
        // In a group of buttons of which one is chosen, arrow keys go from one to the next
        all.removeIf(node -> node instanceof ToggleButton button && hasGroup(button, visited));
        assertThat(all).as("not reached by Tab in %s", where).isEmpty();
    }

    private static boolean hasGroup(ToggleButton button, Set<Node> visited) {
        return button.getToggleGroup() != null
                && visited.stream().anyMatch(button.getToggleGroup().getToggles()::contains);
    }

    /** All that Tab must come to under a node. */
    private static void collect(Node node, Set<Node> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()) {
            found.add(node);
        }
        boolean isSkin = node instanceof ComboBoxBase<?> || node instanceof Spinner<?>;
        if (node instanceof Parent parent && !isSkin) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }
}
