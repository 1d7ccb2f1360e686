package lab.carousel.ui.window.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import lab.carousel.model.Experiment;
import lab.carousel.task.Task;
import lab.carousel.text.Language;
import lab.carousel.training.Pace;
import lab.carousel.training.RunState;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.robot.Frames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;

/** Everything is there, and fits, in a window of 1024 by 700 with the frame that a system puts around it. */
class NarrowFitTest extends FitFixture {

    private static final double WIDTH = 1008;
    private static final double HEIGHT = 660;

    @ParameterizedTest
    @MethodSource("lab.carousel.text.Language#all")
    void allIsThereInTheLeastSize(Language language, FxRobot robot) throws TimeoutException {
        speak(robot, language);
        await(() -> workspace.state() == RunState.PAUSED);
        robot.interact(() -> {
            stage.setWidth(WIDTH);
            stage.setHeight(HEIGHT);
        });
        look(robot, "before training");
        fire(robot, "play");
        await(() -> workspace.state() == RunState.FINISHED);
        awaitHeatmap(robot);
        awaitVerification(robot);
        robot.interact(() -> workspace
                .selection()
                .stepProperty()
                .set(workspace.snapshot().orElseThrow().experiment().task().step(1, 4)));
        List<MenuItem> places = ((MenuButton) find(robot, "microscopePlaces"))
                .getItems().stream()
                        .filter(item -> item.getId() != null && item.getId().startsWith("show-"))
                        .toList();
        for (MenuItem place : places) {
            robot.interact(place::fire);
            Frames.settle();
            look(robot, place.getId());
        }
        robot.interact(() -> {
            workspace.lab().paceProperty().set(Pace.FIRST);
            workspace.project().edit(draft -> draft.with(Experiment.reference()));
        });
        Frames.settle();
        assertThat(window.getWidth()).isEqualTo(WIDTH);
        assertThat(window.getHeight()).isEqualTo(HEIGHT);
        for (String id :
                List.of("presets", "play", "lessonMenu", "showStudies", "exportMenu", "helpMenu", "stepWords")) {
            Bounds bounds = find(robot, id).localToScene(find(robot, id).getLayoutBounds());
            assertThat(bounds.getMinX()).as(id).isNotNegative();
            assertThat(bounds.getMaxX()).as(id).isLessThanOrEqualTo(WIDTH);
        }
        MenuButton export = (MenuButton) find(robot, "exportMenu");
        assertThat(Tip.of(export)).isEqualTo(export.getText());
        assertNothingFound(language);
    }

    @Test
    void theTaskScrollsToItsPairsAlsoWhileAFieldIsWrong(FxRobot robot) throws TimeoutException {
        openTask(robot, Task.parse("0 1 2 3 4 5 6 7", "3 0 1 2 3", "4 0 1 2 4", "5 0 1 2 5", "6 0 1 2 6", "7 0 1 2 7"));
        await(() -> workspace
                .snapshot()
                .filter(now -> now.experiment().task().sequences().size() == 5)
                .isPresent());
        robot.interact(() -> {
            stage.setWidth(WIDTH);
            stage.setHeight(HEIGHT);
        });
        Frames.settle();
        assertThat(((Region) find(robot, "pairTable")).getHeight()).isGreaterThanOrEqualTo(58);
        type(robot, "sequenceField0", "3");
        Frames.settle();
        assertThat(((Region) find(robot, "pairTable")).getHeight()).isGreaterThanOrEqualTo(58);
        Bounds list = find(robot, "sequenceList")
                .localToScene(find(robot, "sequenceList").getLayoutBounds());
        Bounds wrong = find(robot, "taskProblemSequence0")
                .localToScene(find(robot, "taskProblemSequence0").getLayoutBounds());
        assertThat(wrong.getHeight()).isPositive();
        assertThat(list.contains(wrong)).isTrue();
    }
}
