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
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.Spots;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.training.RunState;
import lab.carousel.ui.controls.FirstControl;
import lab.carousel.ui.robot.Frames;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The window without a mouse. */
class MainWindowKeyboardTest extends MainWindowFixture {

    /** More than there are controls on the screen at once. */
    private static final int MOST_TABS = 200;

    private void train(FxRobot robot) throws TimeoutException {
        Experiment experiment = new Experiment(
                Experiment.reference().task(), Experiment.reference().hyperparameters(), EngineName.KERNEL);
        openAndAwait(robot, experiment);
        robot.interact(() -> ((ButtonBase) find(robot, "play")).fire());
        await(() -> workspace.state() == RunState.FINISHED);
        await(() -> find(robot, "stateHeatmap").isVisible());
        // That the file was opened
        robot.interact(() -> ((ButtonBase) find(robot, "noticeClose")).fire());
    }

    private static void press(FxRobot robot, KeyCode... keys) {
        robot.push(keys);
        Frames.settle();
    }

    private Node focused() {
        return window.getScene().getFocusOwner();
    }

    private void focus(FxRobot robot, String id) {
        robot.interact(() -> find(robot, id).requestFocus());
    }

    /** What is read aloud of a node. */
    private static String said(FxRobot robot, String id) {
        String[] said = new String[1];
        robot.interact(() -> said[0] = (String) find(robot, id).queryAccessibleAttribute(AccessibleAttribute.TEXT));
        return said[0];
    }

    private static String name(Node node) {
        return node.getClass().getSimpleName() + "#" + node.getId();
    }

    private static boolean hasGroup(ToggleButton button, Set<Node> visited) {
        return button.getToggleGroup() != null
                && visited.stream().anyMatch(button.getToggleGroup().getToggles()::contains);
    }

    @Test
    void arrowKeysGoFromButtonToButtonOfAGroup(FxRobot robot) {
        focus(robot, "viewPairs");
        press(robot, KeyCode.RIGHT);
        assertThat(focused().getId()).isEqualTo("viewOneHot");
        press(robot, KeyCode.SPACE);
        assertThat(((ToggleButton) focused()).isSelected()).isTrue();
        assertThat(find(robot, "vectorTable").isVisible()).isTrue();
    }

    private static List<String> names(Set<Node> nodes) {
        return nodes.stream().map(MainWindowKeyboardTest::name).toList();
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
        for (String place : Spots.usual().places().stream()
                // What is pinned is walked below; among the notes Tab is typed
                .filter(each -> !Set.of("compare", "notes").contains(each))
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
        // Hundreds of times, so without a frame drawn after each key
        robot.interact(() -> {
            Node before;
            do {
                before = focused();
                visited.add(before);
                for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                    Event.fireEvent(focused(), new KeyEvent(type, "", "\t", KeyCode.TAB, false, false, false, false));
                }
                window.applyCss();
                window.layout();
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

    private static boolean isIn(Node node, String id) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (id.equals(each.getId())) {
                return true;
            }
        }
        return false;
    }

    @Test
    void arrowKeysReadAndChooseInDrawings(FxRobot robot) throws TimeoutException {
        train(robot);
        showPlace(robot, "twoSequences");
        await(() -> said(robot, "twoSequencesDrawing") != null);
        await(() -> text(robot, "twoSequencesSentence").startsWith("At steps"));
        assertThat(said(robot, "twoSequencesDrawing")).isEqualTo(text(robot, "twoSequencesSentence"));
        focus(robot, "twoSequencesDrawing");
        await(() -> {
            press(robot, KeyCode.DOWN);
            return find(robot, "twoSequencesDrawingWords").isVisible();
        });
        String first = text(robot, "twoSequencesDrawingWords");
        press(robot, KeyCode.RIGHT);
        assertThat(text(robot, "twoSequencesDrawingWords")).isNotEqualTo(first);
        assertThat(said(robot, "twoSequencesDrawing")).startsWith(text(robot, "twoSequencesDrawingWords"));
        press(robot, KeyCode.ENTER);
        assertThat(workspace.selection().stepProperty().get()).isNotNull();
        press(robot, KeyCode.ESCAPE);
        assertThat(find(robot, "twoSequencesDrawingWords").isVisible()).isFalse();
    }

    private void trainAndFocusChart(FxRobot robot) throws TimeoutException {
        train(robot);
        focus(robot, "lossPlot");
    }

    @Test
    void theChartIsReadFromEpochToEpoch(FxRobot robot) throws TimeoutException {
        trainAndFocusChart(robot);
        press(robot, KeyCode.END);
        assertThat(text(robot, "lossReadoutEpoch")).startsWith("Epoch 250, ");
        press(robot, KeyCode.SHIFT, KeyCode.LEFT);
        assertThat(text(robot, "lossReadoutEpoch")).startsWith("Epoch 249, ");
        press(robot, KeyCode.SHIFT, KeyCode.RIGHT);
        press(robot, KeyCode.SHIFT, KeyCode.RIGHT);
        assertThat(said(robot, "lossPlot"))
                .startsWith("Epoch 250, ")
                .contains(" bit: Mean over the epoch 0.")
                .contains("first loss");
        press(robot, KeyCode.HOME);
        assertThat(text(robot, "lossReadoutEpoch")).startsWith("Epoch 1, ");
        press(robot, KeyCode.ESCAPE);
        assertThat(find(robot, "lossReadout").isVisible()).isFalse();
    }

    @Test
    void dividersMoveByKey(FxRobot robot) throws TimeoutException {
        trainAndFocusChart(robot);
        double width = ((Region) find(robot, "lossView")).getWidth();
        double height = ((Region) find(robot, "lossView")).getHeight();
        press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.RIGHT);
        press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.DOWN);
        assertThat(((Region) find(robot, "lossView")).getWidth()).isGreaterThan(width + 8);
        assertThat(((Region) find(robot, "lossView")).getHeight()).isGreaterThan(height + 8);
        focus(robot, "microscopePlaces");
        double microscope = ((Region) find(robot, "microscope")).getWidth();
        press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.RIGHT);
        assertThat(((Region) find(robot, "microscope")).getWidth()).isGreaterThan(microscope + 8);
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

    @Test
    void valuesAreSaidInWords(FxRobot robot) throws TimeoutException {
        train(robot);
        Experiment trained = workspace.snapshot().orElseThrow().experiment();
        assertThat(said(robot, "updateIntervalSlider")).isEqualTo("Update interval: 1");
        robot.interact(() -> ((CheckBox) find(robot, "updateIntervalWord")).setSelected(true));
        assertThat(said(robot, "updateIntervalSlider")).isEqualTo("Update interval: whole");
        assertThat(said(robot, "historySlider")).isEqualTo("Epoch looked at: live");
        // The run with the new setting
        await(() -> workspace.state() == RunState.FINISHED
                && workspace
                        .snapshot()
                        .filter(shown -> !shown.experiment().equals(trained))
                        .isPresent());
        press(robot, KeyCode.F2);
        await(() -> said(robot, "historySlider").equals("Epoch looked at: epoch 249 of 250 – looking back"));
        assertThat(said(robot, "stateHeatmap")).contains("The sequences differ most at unit ");
        robot.interact(() -> ((ToggleButton) find(robot, "layer-o")).fire());
        assertThat(said(robot, "stateHeatmap")).startsWith("Heatmap: Output gate o");
        assertThat(said(robot, "progress")).startsWith("Progress: ");
    }
}
