package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import lab.carousel.lesson.Lesson;
import lab.carousel.manual.ManualPage;
import lab.carousel.manual.ShippedManual;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.ui.robot.OnScreen;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/**
 * The list of keys against what the keys do. Every key is pressed in every place; what a place uses up, and a plain control
 * of its kind does not, must stand in the list, and what stands there must be used up.
 */
class MainWindowKeysTest extends KeysFixture {

    /** Groups of the list whose keys hold in the whole window. */
    private static final List<String> EVERYWHERE = List.of("toolbar", "history", "viewMenu", "fileMenu");

    @Test
    void whatHoldsEverywhereIsListed(FxRobot robot) throws Exception {
        awaitHeatmap(robot);
        Set<String> listed = ListedKeys.union(ListedKeys.listed(), EVERYWHERE);
        Set<String> found = new TreeSet<>(accelerators());
        found.addAll(usedUp(robot, "toolbar"));

        assertThat(found).as("what the list has does something").containsAll(listed);
        assertThat(ListedKeys.missing(found, listed)).as("missing in the list").isEmpty();
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
        Set<String> letters = ListedKeys.listed().get("state").stream()
                .filter(key -> key.matches("[A-Z]"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> found = typed(robot, find(robot, "stateHeatmap"));
        // Escape has nothing to do where nothing is selected
        robot.interact(() -> isUsedUp(find(robot, "stateHeatmap"), event(KeyCode.RIGHT, false, false, false)));
        compare(robot, "state", "stateHeatmap", new Pane(), "[A-Z]");

        Experiment reference = Experiment.reference();
        open(robot, reference.with(reference.hyperparameters().with(Settings.CELL, Cell.GRU)));
        await(() -> typed(robot, find(robot, "stateHeatmap")).contains("Z"));
        found.addAll(typed(robot, find(robot, "stateHeatmap")));
        assertThat(found).isEqualTo(letters);
    }

    @Test
    void whatHoldsOnASliderIsListed(FxRobot robot) throws Exception {
        awaitHeatmap(robot);
        compare(robot, "hyperparameters", "hiddenUnitsSlider", new Slider(), "", "Home", "End", "Space");
    }

    @Test
    void whatHoldsInASequenceIsListed(FxRobot robot) throws Exception {
        awaitHeatmap(robot);
        Set<String> listed = ListedKeys.listed().get("taskEditor");
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
        Set<String> leaf = ListedKeys.listed().get("microscope");
        Set<String> found = usedUp(robot, "account");

        assertThat(found)
                .containsAll(ListedKeys.listed().get("microscope-cell"))
                .containsAll(leaf);
    }

    @Test
    void whatHoldsInOneUpdateIsListed(FxRobot robot) throws Exception {
        awaitHeatmap(robot);
        showPlace(robot, "update");
        robot.push(KeyCode.F6);
        await(() -> workspace.updates() == 1 && !find(robot, "update-next").isDisabled());
        Set<String> found = usedUp(robot, "update-next");

        assertThat(found).containsAll(ListedKeys.listed().get("microscope-update"));
    }

    @Test
    void whatHoldsInALessonIsListed(FxRobot robot) throws Exception {
        awaitHeatmap(robot);
        Lesson lesson = window.lessons().desk().shipped().get(0);
        robot.interact(() -> window.lessons().start(lesson, 1));
        Set<String> listed = ListedKeys.listed().get("lessonCard");

        assertThat(usedUp(robot, "lessonCard", listed::contains)).isEqualTo(listed);
    }

    @Test
    void whatHoldsInTheGridOfUnitsIsListed(FxRobot robot) throws Exception {
        awaitHeatmap(robot);
        showPlace(robot, "transplant");
        robot.interact(() -> allNodes(window)
                .filter(node -> node.getStyleClass().contains("unit-grid"))
                .filter(OnScreen::isVisible)
                .findFirst()
                .orElseThrow()
                .setId("shownGrid"));
        Set<String> listed = ListedKeys.listed().get("microscope-transplant");

        assertThat(usedUp(robot, "shownGrid", listed::contains)).isEqualTo(listed);
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
