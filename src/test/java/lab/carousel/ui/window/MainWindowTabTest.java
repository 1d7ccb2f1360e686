package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.LessonTargets;
import lab.carousel.ui.controls.FirstControl;
import lab.carousel.ui.robot.Frames;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Where Tab goes in the window. */
class MainWindowTabTest extends KeyboardFixture {

    /** More than there are controls on the screen at once. */
    private static final int MOST_TABS = 200;

    private static String name(Node node) {
        return node.getClass().getSimpleName() + "#" + node.getId();
    }

    private static boolean hasGroup(ToggleButton button, Set<Node> visited) {
        return button.getToggleGroup() != null
                && visited.stream().anyMatch(button.getToggleGroup().getToggles()::contains);
    }

    private static List<String> names(Set<Node> nodes) {
        return nodes.stream().map(MainWindowTabTest::name).toList();
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

    @Test
    void tabComesToEverythingAndGoesOnFromIt(FxRobot robot) throws TimeoutException {
        train(robot);
        for (String place : LessonTargets.usual().places().stream()
                // What is pinned is walked below
                .filter(each -> !each.equals("compare"))
                .toList()) {
            showPlace(robot, place);
            walk(robot, place, FirstControl.in(find(robot, "hyperparameters")).orElseThrow());
        }
    }

    @Test
    void tabComesToEverythingInStudiesLessonsAndPresentations(FxRobot robot) throws TimeoutException {
        train(robot);
        press(robot, KeyCode.F11);
        walk(robot, "studies", find(robot, "presets"));
        press(robot, KeyCode.F11);
        showPlace(robot, "compare");
        robot.interact(() -> ((ButtonBase) find(robot, "pinRun")).fire());
        robot.interact(() -> item(robot, "exportMenu", "exportAnimation").fire());
        walk(robot, "animation and compare", find(robot, "presets"));
        robot.interact(() -> ((ButtonBase) find(robot, "animationClose")).fire());
        robot.interact(() -> window.lessons()
                .player()
                .start(ShippedLessons.read("was-it-memory", window.lessons().spots())));
        walk(robot, "lesson", find(robot, "presets"));
        press(robot, KeyCode.F12);
        walk(robot, "presented lesson", FirstControl.in(window).orElseThrow());
        press(robot, KeyCode.ESCAPE);
    }

    /** Goes about with Tab until it is back, and demands that nothing was left out. */
    private void walk(FxRobot robot, String where, Node start) throws TimeoutException {
        await(() -> true);
        robot.interact(start::requestFocus);
        Set<Node> all = new LinkedHashSet<>();
        robot.interact(() -> collect(window, all));
        Set<Node> visited = new LinkedHashSet<>();
        // Hundreds of times, so without a frame painted after each key
        robot.interact(() -> {
            Node before;
            do {
                before = focused();
                visited.add(before);
                for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                    Event.fireEvent(focused(), new KeyEvent(type, "", "\t", KeyCode.TAB, false, false, false, false));
                }
                Frames.make();
                assertThat(focused())
                        .as("Tab leaves %s in %s", name(before), where)
                        .isNotSameAs(before);
            } while (!visited.contains(focused()) && visited.size() < MOST_TABS);
        });
        assertThat(focused())
                .as("after the last one comes the first in %s, after %s", where, names(visited))
                .isSameAs(start);
        all.removeAll(visited);
        // In a group of buttons of which one is chosen, arrow keys go from one to the next
        all.removeIf(node -> node instanceof ToggleButton button && hasGroup(button, visited));
        assertThat(names(all))
                .as("not reached by Tab in %s, but %s", where, names(visited))
                .isEmpty();
    }

    @Test
    void ctrlAndTabGoFromPlaceToPlaceAsOneReads(FxRobot robot) throws TimeoutException {
        train(robot);
        focus(robot, "presets");
        List<String> places = new ArrayList<>();
        for (int place = 0; place < 7; place++) {
            press(robot, KeyCode.CONTROL, KeyCode.TAB);
            Node owner = focused();
            List.of("toolbar", "taskEditor", "hyperparameters", "lossView", "state", "microscope", "history").stream()
                    .filter(id -> isIn(owner, id))
                    .forEach(places::add);
        }
        assertThat(places)
                .containsExactly(
                        "taskEditor", "hyperparameters", "lossView", "state", "microscope", "history", "toolbar");
        press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.TAB);
        assertThat(isIn(focused(), "history")).isTrue();
        // The ring is around what has the focus
        await(() -> find(robot, "focusRing").isVisible());
        Bounds ring =
                find(robot, "focusRing").localToScene(find(robot, "focusRing").getLayoutBounds());
        assertThat(ring.contains(focused().localToScene(focused().getLayoutBounds())))
                .isTrue();
        robot.clickOn("#lossLogarithmic");
        await(() -> !find(robot, "focusRing").isVisible());
    }

    @Test
    void fromTheMenuOfPlacesTabGoesIntoTheOneChosen(FxRobot robot) throws TimeoutException {
        train(robot);
        focus(robot, "microscopePlaces");
        MenuButton menu = (MenuButton) find(robot, "microscopePlaces");
        press(robot, KeyCode.TAB);
        assertThat(focused().getId()).isEqualTo("nextPlace");
        focus(robot, "microscopePlaces");
        press(robot, KeyCode.SPACE);
        await(menu::isShowing);
        for (int item = 0; item < 3; item++) {
            press(robot, KeyCode.DOWN);
        }
        press(robot, KeyCode.ENTER);
        await(() -> !menu.isShowing());
        assertThat(menu.getText()).isNotEqualTo("Cell");
        assertThat(menu.isFocused()).isTrue();
        press(robot, KeyCode.TAB);
        assertThat(isIn(focused(), "microscope")).isTrue();
        assertThat(focused().getId()).isNotEqualTo("nextPlace");
    }
}
