package lab.carousel.ui.window.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import lab.carousel.Sample;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.task.Task;
import lab.carousel.text.Language;
import lab.carousel.training.Pace;
import lab.carousel.training.SampleSnapshot;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.FirstControl;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.status.StatusBar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lab, the verdicts, the studies and the editors fit in the least sizes that are promised. */
class FitTest extends FitFixture {

    static Stream<Language> language() {
        return Sample.one(1, Language.all());
    }

    @ParameterizedTest
    @MethodSource("language")
    void allOfTheWindow(Language language) {
        speak(language);
        look("before training");
        train();
        awaitHeatmap();
        lookAtVerification();
        lookAtLab();
        lookAtVerdicts();
        lookAtNarrow();
        lookAtStudies();
        lookAtEditors();
        assertNothingFound(language);
    }

    @ParameterizedTest
    @MethodSource("language")
    void anOpenClass(Language language) {
        speak(language);
        robot.interact(() -> workspace.keepIn(folder));
        startLesson("tutorial");
        for (boolean isPresented : new boolean[] {true, false}) {
            present(isPresented);
            if (!isPresented) {
                narrow();
            }
            choose("lessonMenu", "openClass");
            await(() -> !find("classGo").isDisabled());
            robot.interact(() ->
                    ((ComboBox<?>) find("classNetwork")).getSelectionModel().selectLast());
            type("classPort", "0");
            look("the form of a class");
            fire("classGo");
            await(() -> isOnScreen("classCode"));
            look("its address");
            choose("lessonMenu", "askClass");
            fire("askGo");
            look("a question without a text");
            type("askText", "0 1 2?");
            type("askChoices", "3\n4");
            fire("askGo");
            await(() -> isOnScreen("askedText"));
            look("a question on the wall");
            fire("askedEnd");
            look("the button of the class");
            choose("lessonMenu", "closeClass");
        }
        assertNothingFound(language);
    }

    /** What it says stands beside every place: while it is checked, and after that. */
    private void lookAtVerification() {
        Frames.letGoOn();
        Frames.pass(1_000);
        await(find("verification")::isVisible);
        look("verification");
        Frames.rest();
    }

    private void lookAtLab() {
        robot.moveTo("#lossPlot");
        await(() -> find("lossHint").isVisible());
        look("loss with the pointer in it");
        showPlace("update");
        // One line: its step does not stand alone in a second one
        assertThat(((Label) find("updateWhere")).getHeight())
                .isLessThan(1.5 * ((Label) find("updateReachTitle")).getHeight());
        showPlace("lesion");
        fire("lesionPart-FIND");
        look("the search for the memory");
        for (HeatmapLayer layer : HeatmapLayer.of(Cell.LSTM)) {
            robot.interact(() -> workspace.selection().layerProperty().set(layer));
            look("heatmap of " + layer);
        }
        showPlace("compare");
        fire("microscopeWide");
        look("wide");
        fire("microscopeWide");
        present(true);
        look("presented");
        present(false);
    }

    /** Each is told with its whole reason, and moves nothing when it comes. */
    private void lookAtVerdicts() {
        StatusBar bar = (StatusBar) find("status");
        double height = bar.getHeight();
        Label margin = (Label) find("margin");
        double place = margin.localToScene(0, 0).getX();
        for (Verdict verdict : Verdict.values()) {
            // Only a network that has not learned to remember has it beside its verdict
            robot.interact(() -> Controls.show(find("letBack"), verdict == Verdict.NOT_YET));
            show(bar, SampleSnapshot.judged(network().experiment(), verdict));
            look(verdict.name());
            assertThat(bar.getHeight()).as("height with " + verdict).isEqualTo(height);
            assertThat(margin.localToScene(0, 0).getX()).isEqualTo(place);
            assertThat(margin.getFont().getSize()).isEqualTo(22);
        }
        show(bar, SampleSnapshot.of(preset("paper2cShort"), 21));
        look("with a criterion");
        assertThat(window.getWidth()).isEqualTo(1280);
        assertThat(((Label) find("criterion")).getFont().getSize()).isEqualTo(18);
        assertThat(bar.minWidth(-1)).isZero();
    }

    private static void show(StatusBar bar, Snapshot moment) {
        robot.interact(() -> bar.show(Optional.of(moment), Optional.of(moment)));
    }

    private void lookAtNarrow() {
        narrow();
        robot.moveTo("#play");
        look("narrow");
        robot.interact(() -> {
            workspace.lab().paceProperty().set(Pace.FIRST);
            workspace.project().edit(draft -> draft.with(Experiment.reference()));
        });
        assertThat(window.getWidth()).isEqualTo(NARROW_WIDTH);
        assertThat(window.getHeight()).isEqualTo(NARROW_HEIGHT);
        for (String id :
                List.of("presets", "play", "lessonMenu", "showStudies", "exportMenu", "helpMenu", "stepWords")) {
            assertThat(bounds(find(id)).getMinX()).as(id).isNotNegative();
            assertThat(bounds(find(id)).getMaxX()).as(id).isLessThanOrEqualTo(NARROW_WIDTH);
        }
        MenuButton export = (MenuButton) find("exportMenu");
        assertThat(Tip.of(export)).isEqualTo(export.getText());
        robot.interact(stage::sizeToScene);
    }

    private void lookAtStudies() {
        fire("showStudies");
        look("studies");
        for (Toggle study :
                List.copyOf(((ToggleButton) find("study-own")).getToggleGroup().getToggles())) {
            robot.interact(((ToggleButton) study)::fire);
            look(((ToggleButton) study).getId());
        }
        fire("study-manyseeds");
        type("studySeeds", "3");
        await(() -> !find("runStudy").isDisabled());
        fire("runStudy");
        Frames.awaitInTime(() -> find("cancelStudy").isDisabled());
        look("study with results");
        fire("showStudies");
    }

    private void lookAtEditors() {
        for (String preset :
                List.of("softmax", "letters", "paper2a", "paper2b", "paper2c", "batchOfFour", "tutorial")) {
            choosePreset(preset);
            look(preset);
        }
        for (Node node : robot.lookup(found ->
                        found instanceof ToggleButton && FirstControl.isIn(found, find("taskEditor")) && isShown(found))
                .queryAll()) {
            robot.interact(((ToggleButton) node)::fire);
            look("task, " + node.getId());
        }
        robot.interact(((ToggleButton) find("task-listed"))::fire);
        for (MenuItem recipe : all(((MenuButton) find("generate")).getItems()).toList()) {
            robot.interact(recipe::fire);
            look("task, " + recipe.getId());
        }
        type("seed", "x");
        type("updateInterval", "0");
        for (String group : List.of("NETWORK", "LEARNING", "TRAINING")) {
            robot.interact(() -> ((ToggleButton) find("group-" + group)).setSelected(true));
            look("mistakes, " + group);
        }
        choose("exportMenu", "exportAnimation");
        look("animation");
    }

    @Test
    void theTaskScrollsToItsPairsAlsoWhileAFieldIsWrong() {
        openTask(Task.parse("0 1 2 3 4 5 6 7", "3 0 1 2 3", "4 0 1 2 4", "5 0 1 2 5", "6 0 1 2 6", "7 0 1 2 7"));
        narrow();
        assertThat(bounds(find("pairTable")).getHeight()).isGreaterThanOrEqualTo(58);
        type("sequenceField0", "3");
        assertThat(bounds(find("pairTable")).getHeight()).isGreaterThanOrEqualTo(58);
        Bounds wrong = bounds(find("taskProblemSequence0"));
        assertThat(wrong.getHeight()).isPositive();
        assertThat(bounds(find("sequenceList")).contains(wrong)).isTrue();
    }
}
