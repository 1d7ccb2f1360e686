package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import lab.carousel.lesson.Lesson;
import lab.carousel.manual.ManualPage;
import lab.carousel.manual.ShippedManual;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Cell;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/**
 * The list of keys against what the keys do. Every key is pressed in every place; what a place uses up, and a plain control
 * of its kind does not, must stand in the list, and what stands there must be used up.
 */
class MainWindowKeysTest extends MainWindowFixture {

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
    /** Other names of keys in the list, on a second block of keys or of another layout. */
    private static final Map<KeyCode, KeyCode> SAME = Map.of(
            KeyCode.ADD, KeyCode.PLUS,
            KeyCode.EQUALS, KeyCode.PLUS,
            KeyCode.SUBTRACT, KeyCode.MINUS,
            KeyCode.NUMPAD0, KeyCode.DIGIT0,
            KeyCode.ASTERISK, KeyCode.MULTIPLY);
    /** Groups of the list whose keys hold in the whole window. */
    private static final List<String> EVERYWHERE = List.of("toolbar", "history", "viewMenu", "fileMenu");

    /** The node found last by {@link #present}. */
    private Node presentLast;

    /** The keys of the groups as the manual lists them, read back from its page. */
    private static Map<String, Set<String>> listed() {
        Map<String, Set<String>> groups = new HashMap<>();
        String page = ShippedManual.markdown("keys.md");
        for (String group : page.split("<a id=\"keys-")) {
            Set<String> keys = new TreeSet<>();
            java.util.regex.Pattern.compile("`([^`]+)`")
                    .matcher(group)
                    .results()
                    .forEach(key -> keys.add(key.group(1)));
            groups.put(group.split("\"")[0], keys);
        }
        return groups;
    }

    private static KeyEvent event(KeyCode code, boolean shift, boolean control, boolean alt) {
        String text = code.isDigitKey() && code.getName().length() == 1 ? code.getName() : "";
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", text, code, shift, control, alt, false);
    }

    /** A key as the list writes it. */
    private static String name(KeyEvent event) {
        List<String> parts = new ArrayList<>();
        if (event.isControlDown()) {
            parts.add("Ctrl");
        }
        if (event.isShiftDown()) {
            parts.add("Shift");
        }
        if (event.isAltDown()) {
            parts.add("Alt");
        }
        KeyCode code = SAME.getOrDefault(event.getCode(), event.getCode());
        parts.add(
                switch (code) {
                    case LEFT -> "←";
                    case RIGHT -> "→";
                    case UP -> "↑";
                    case DOWN -> "↓";
                    case PLUS -> "+";
                    case MINUS -> "−";
                    case MULTIPLY -> "*";
                    case PAGE_UP -> "Page up";
                    case PAGE_DOWN -> "Page down";
                    case ESCAPE -> "Esc";
                    default -> code.getName();
                });
        return String.join("+", parts);
    }

    /** The keys that are used up on the way to a node and back, without the accelerators of menus. */
    private Set<String> usedUp(FxRobot robot, String id) {
        return usedUp(robot, id, key -> true);
    }

    private Set<String> usedUp(FxRobot robot, String id, Predicate<String> pressed) {
        Set<String> used = new TreeSet<>();
        robot.interact(() -> {
            for (KeyCode code : KeyCode.values()) {
                if (MODIFIERS.contains(code)) {
                    continue;
                }
                for (int modifiers = 0; modifiers < 8; modifiers++) {
                    KeyEvent event = event(code, (modifiers & 1) > 0, (modifiers & 2) > 0, (modifiers & 4) > 0);
                    if (pressed.test(name(event)) && isUsedUp(present(id), event)) {
                        used.add(name(event));
                    }
                }
            }
        });
        return used;
    }

    /** A node by its id; what the keys before have changed is laid out first. */
    private Node present(String id) {
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

    private boolean isUsedUp(Node node, KeyEvent event) {
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

    /** What is not in the list, neither as it is nor with fewer modifiers: most keys do not look at all of them. */
    private static Set<String> missing(Set<String> found, Set<String> listed) {
        return found.stream()
                .filter(key -> listed.stream()
                        .noneMatch(line ->
                                bare(line).equals(bare(key)) && parts(key).containsAll(parts(line))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A key without modifiers. */
    private static String bare(String key) {
        return key.endsWith("+") ? "+" : key.substring(key.lastIndexOf('+') + 1);
    }

    private static Set<String> parts(String key) {
        String modifiers = key.substring(0, key.length() - bare(key).length());
        return modifiers.isEmpty() ? Set.of() : new TreeSet<>(List.of(modifiers.split("\\+")));
    }

    /** As the list orders modifiers. */
    private static String ordered(String key) {
        Set<String> parts = parts(key);
        return Stream.of("Ctrl", "Shift", "Alt")
                        .filter(parts::contains)
                        .map(part -> part + "+")
                        .collect(Collectors.joining())
                + bare(key);
    }

    private static Set<String> union(Map<String, Set<String>> listed, List<String> groups) {
        return groups.stream()
                .flatMap(group -> listed.get(group).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> accelerators() {
        return allNodes(window)
                .filter(MenuButton.class::isInstance)
                .flatMap(menu -> all(((MenuButton) menu).getItems()))
                .map(MenuItem::getAccelerator)
                .filter(accelerator -> accelerator != null)
                .map(KeyCombination::getDisplayText)
                .map(MainWindowKeysTest::ordered)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Node> allNodes(Node node) {
        return node instanceof javafx.scene.Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(MainWindowKeysTest::allNodes))
                : Stream.of(node);
    }

    @Test
    void whatHoldsEverywhereIsListed(FxRobot robot) throws Exception {
        awaitHeatmap(robot);
        Set<String> listed = union(listed(), EVERYWHERE);
        Set<String> found = new TreeSet<>(accelerators());
        found.addAll(usedUp(robot, "toolbar"));

        assertThat(found).as("what the list has does something").containsAll(listed);
        assertThat(missing(found, listed)).as("missing in the list").isEmpty();
    }

    @Test
    void whatHoldsInTheLossChartIsListed(FxRobot robot) throws Exception {
        awaitHeatmap(robot);
        robot.push(KeyCode.F7);
        await(() -> epoch(robot) > 0);
        compare(robot, "lossView", "lossPlot", new Pane(), "");
    }

    @Test
    void whatHoldsInTheHeatmapIsListed(FxRobot robot) throws Exception {
        awaitHeatmap(robot);
        Set<String> letters = listed().get("state").stream()
                .filter(key -> key.matches("[A-Z]"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> found = typed(robot, find(robot, "stateHeatmap"));
        // Escape has nothing to do where nothing is selected
        robot.interact(() -> isUsedUp(find(robot, "stateHeatmap"), event(KeyCode.RIGHT, false, false, false)));
        compare(robot, "state", "stateHeatmap", new Pane(), "[A-Z]");

        Experiment reference = Experiment.reference();
        open(robot, reference.with(reference.hyperparameters().withCell(Cell.GRU)));
        await(() -> typed(robot, find(robot, "stateHeatmap")).contains("Z"));
        found.addAll(typed(robot, find(robot, "stateHeatmap")));
        assertThat(found).isEqualTo(letters);
    }

    private Set<String> typed(FxRobot robot, Node node) {
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
    private void compare(FxRobot robot, String group, String id, Node plain, String notPressed, String... alsoUsual) {
        Set<String> everywhere = usedUp(robot, "toolbar");
        Set<String> usual = usualKeys(robot, plain);
        Set<String> listed = listed().get(group).stream()
                .filter(key -> !key.matches(notPressed))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> found = usedUp(robot, id);

        assertThat(found).as("what the list has for %s does something", group).containsAll(listed);
        found.removeAll(everywhere);
        found.removeAll(usual);
        found.removeAll(List.of(alsoUsual));
        assertThat(missing(found, listed))
                .as("missing in the list, of %s", group)
                .isEmpty();
    }

    /** What a control that comes with JavaFX uses up by itself. */
    private Set<String> usualKeys(FxRobot robot, Node plain) {
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
                        usual.add(name(event));
                    }
                }
            }
        });
        return usual;
    }

    @Test
    void whatHoldsOnASliderIsListed(FxRobot robot) throws Exception {
        awaitHeatmap(robot);
        compare(robot, "hyperparameters", "hiddenUnitsSlider", new Slider(), "", "Home", "End", "Space");
    }

    @Test
    void whatHoldsInASequenceIsListed(FxRobot robot) throws Exception {
        awaitHeatmap(robot);
        Set<String> listed = listed().get("taskEditor");
        // Not every key: these change the list of fields, and what comes after them would meet another one
        assertThat(usedUp(robot, "sequenceField0", listed::contains)).isEqualTo(listed);
    }

    @Test
    void whatHoldsInTheMicroscopeIsListed(FxRobot robot) throws Exception {
        awaitHeatmap(robot);
        compare(robot, "microscope", "microscopeWide", new javafx.scene.control.ToggleButton(), "");
    }

    @Test
    void whatHoldsInTheEquationsIsListed(FxRobot robot) throws Exception {
        awaitHeatmap(robot);
        showPlace(robot, "cell");
        await(() -> !((ListView<?>) find(robot, "account")).getItems().isEmpty());
        robot.interact(
                () -> ((ListView<?>) find(robot, "account")).getFocusModel().focus(0));
        Set<String> leaf = listed().get("microscope");
        Set<String> found = usedUp(robot, "account");

        assertThat(found).containsAll(listed().get("microscope-cell")).containsAll(leaf);
    }

    @Test
    void whatHoldsInOneUpdateIsListed(FxRobot robot) throws Exception {
        awaitHeatmap(robot);
        showPlace(robot, "update");
        robot.push(KeyCode.F6);
        await(() -> workspace.updates() == 1 && !find(robot, "update-next").isDisabled());
        Set<String> found = usedUp(robot, "update-next");

        assertThat(found).containsAll(listed().get("microscope-update"));
    }

    @Test
    void whatHoldsInALessonIsListed(FxRobot robot) throws Exception {
        awaitHeatmap(robot);
        Lesson lesson = window.lessons().desk().shipped().get(0);
        robot.interact(() -> window.lessons().start(lesson, 1));
        Set<String> listed = listed().get("lessonCard");

        assertThat(usedUp(robot, "lessonCard", listed::contains)).isEqualTo(listed);
    }

    @Test
    void whatHoldsInTheGridOfUnitsIsListed(FxRobot robot) throws Exception {
        awaitHeatmap(robot);
        showPlace(robot, "transplant");
        robot.interact(() -> allNodes(window)
                .filter(node -> node.getStyleClass().contains("unit-grid"))
                .filter(MainWindowKeysTest::isShown)
                .findFirst()
                .orElseThrow()
                .setId("shownGrid"));
        Set<String> listed = listed().get("microscope-transplant");

        assertThat(usedUp(robot, "shownGrid", listed::contains)).isEqualTo(listed);
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void everyGroupIsCompared() {
        List<String> compared = Stream.concat(
                        EVERYWHERE.stream(),
                        Stream.of(
                                "lossView",
                                "state",
                                "hyperparameters",
                                "taskEditor",
                                "microscope",
                                "microscope-cell",
                                "microscope-update",
                                "lessonCard",
                                "microscope-transplant"))
                .toList();
        // The manual and presenter mode have tests of their own; of the other two the keys act on rows that first have
        // to be made
        List<String> elsewhere = List.of("microscope-lesion", "studies", "help", "presenter");
        assertThat(ManualPage.read("keys.md", ShippedManual.markdown("keys.md")).places().stream()
                        .map(anchor -> anchor.replaceFirst("keys-", ""))
                        .sorted(Comparator.naturalOrder()))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(compared.stream(), elsewhere.stream()).toList());
    }
}
