package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.testfx.api.FxRobot;

/** The window, in which every key is pressed to see whether it is used up. */
abstract class KeysFixture extends MainWindowFixture {

    private static final Set<KeyCode> MODIFIERS = Set.of(
            KeyCode.SHIFT,
            KeyCode.CONTROL,
            KeyCode.ALT,
            KeyCode.META,
            KeyCode.COMMAND,
            KeyCode.SHORTCUT,
            KeyCode.WINDOWS,
            KeyCode.ALT_GRAPH,
            KeyCode.UNDEFINED,
            KeyCode.CAPS,
            KeyCode.NUM_LOCK);

    /** The node found last by {@link #present}. */
    private Node presentLast;

    static KeyEvent event(KeyCode code, boolean shift, boolean control, boolean alt) {
        String text = code.isDigitKey() && code.getName().length() == 1 ? code.getName() : "";
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", text, code, shift, control, alt, false);
    }

    /** The keys that are used up on the way to a node and back, without the accelerators of menus. */
    Set<String> usedUp(FxRobot robot, String id) {
        return usedUp(robot, id, key -> true);
    }

    Set<String> usedUp(FxRobot robot, String id, Predicate<String> pressed) {
        Set<String> used = new TreeSet<>();
        robot.interact(() -> {
            for (KeyCode code : KeyCode.values()) {
                if (MODIFIERS.contains(code)) {
                    continue;
                }
                for (int modifiers = 0; modifiers < 8; modifiers++) {
                    KeyEvent event = event(code, (modifiers & 1) > 0, (modifiers & 2) > 0, (modifiers & 4) > 0);
                    if (pressed.test(ListedKeys.name(event)) && isUsedUp(present(id), event)) {
                        used.add(ListedKeys.name(event));
                    }
                }
            }
        });
        return used;
    }

    /** A node by its id; what the keys before have changed is laid out first. */
    Node present(String id) {
        // Asked for before each of a thousand keys, and hardly ever another one
        if (presentLast != null && id.equals(presentLast.getId()) && presentLast.getScene() == window.getScene()) {
            return presentLast;
        }
        Node node = window.lookup("#" + id);
        if (node == null || node.getScene() == null) {
            window.applyCss();
            window.layout();
            // Of a list, another line may be on the screen by now
            String beginning = id.replaceAll("\\d+$", "");
            node = allNodes(window)
                    .filter(each -> each.getId() != null && each.getId().startsWith(beginning))
                    .findFirst()
                    .orElseThrow();
        }
        presentLast = node;
        return node;
    }

    boolean isUsedUp(Node node, KeyEvent event) {
        boolean[] arrived = {false};
        EventHandler<KeyEvent> last = seen -> {
            arrived[0] = !seen.isConsumed();
            // Not on to the menus: they have accelerators, which are compared by themselves
            seen.consume();
        };
        Node root = window;
        root.addEventHandler(KeyEvent.KEY_PRESSED, last);
        Event.fireEvent(node, event);
        root.removeEventHandler(KeyEvent.KEY_PRESSED, last);
        return !arrived[0];
    }

    Set<String> accelerators() {
        return allNodes(window)
                .filter(MenuButton.class::isInstance)
                .flatMap(menu -> all(((MenuButton) menu).getItems()))
                .map(MenuItem::getAccelerator)
                .filter(accelerator -> accelerator != null)
                .map(KeyCombination::getDisplayText)
                .map(ListedKeys::ordered)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Stream<Node> allNodes(Node node) {
        return node instanceof javafx.scene.Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(KeysFixture::allNodes))
                : Stream.of(node);
    }

    Set<String> typed(FxRobot robot, Node node) {
        Set<String> used = new TreeSet<>();
        robot.interact(() -> {
            for (char letter = 'a'; letter <= 'z'; letter++) {
                boolean[] arrived = {false};
                EventHandler<KeyEvent> last = seen -> arrived[0] = true;
                window.addEventHandler(KeyEvent.KEY_TYPED, last);
                Event.fireEvent(
                        node,
                        new KeyEvent(
                                KeyEvent.KEY_TYPED,
                                String.valueOf(letter),
                                "",
                                KeyCode.UNDEFINED,
                                false,
                                false,
                                false,
                                false));
                window.removeEventHandler(KeyEvent.KEY_TYPED, last);
                if (!arrived[0]) {
                    used.add(String.valueOf(Character.toUpperCase(letter)));
                }
            }
        });
        return used;
    }

    /** Compares a group of the list with what its place uses up beyond the window and beyond a plain control. */
    void compare(FxRobot robot, String group, String id, Node plain, String notPressed, String... alsoUsual) {
        Set<String> everywhere = usedUp(robot, "toolbar");
        Set<String> usual = usualKeys(robot, plain);
        Set<String> listed = ListedKeys.listed().get(group).stream()
                .filter(key -> !key.matches(notPressed))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> found = usedUp(robot, id);

        assertThat(found).as("what the list has for %s does something", group).containsAll(listed);
        found.removeAll(everywhere);
        found.removeAll(usual);
        found.removeAll(List.of(alsoUsual));
        assertThat(ListedKeys.missing(found, listed))
                .as("missing in the list, of %s", group)
                .isEmpty();
    }

    /** What a control that comes with JavaFX uses up by itself. */
    Set<String> usualKeys(FxRobot robot, Node plain) {
        Set<String> usual = new TreeSet<>();
        robot.interact(() -> {
            Pane root = new Pane(plain);
            new Scene(root, 200, 200);
            root.applyCss();
            root.layout();
            for (KeyCode code : KeyCode.values()) {
                for (int modifiers = 0; !MODIFIERS.contains(code) && modifiers < 8; modifiers++) {
                    KeyEvent event = event(code, (modifiers & 1) > 0, (modifiers & 2) > 0, (modifiers & 4) > 0);
                    boolean[] arrived = {false};
                    EventHandler<KeyEvent> last = seen -> arrived[0] = true;
                    root.addEventHandler(KeyEvent.KEY_PRESSED, last);
                    Event.fireEvent(plain, event);
                    root.removeEventHandler(KeyEvent.KEY_PRESSED, last);
                    if (!arrived[0]) {
                        usual.add(ListedKeys.name(event));
                    }
                }
            }
        });
        return usual;
    }
}
