package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.LessonTargets;
import lab.carousel.model.Experiment;
import lab.carousel.training.RunState;
import lab.carousel.ui.robot.Frames;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** What the window is for those who do not see it: everything that can be used has a name in words. */
class MainWindowAccessibleTest extends MainWindowFixture {

    private final AccessibleNames names = new AccessibleNames();

    private void train(FxRobot robot) throws TimeoutException {
        Experiment experiment = preset("gradientThroughTime");
        open(robot, experiment);
        fire(robot, "play");
        await(() -> workspace.state() == RunState.FINISHED);
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> ((ButtonBase) find(robot, id)).fire());
        Frames.settle();
    }

    private void look(FxRobot robot, String where) {
        Frames.settle();
        robot.interact(() -> {
            Frames.make();
            names.look(where, window);
        });
    }

    @Test
    void everythingThatCanBeUsedHasAName(FxRobot robot) throws Exception {
        train(robot);
        for (String group : List.of("NETWORK", "LEARNING", "TRAINING")) {
            robot.interact(() -> ((ToggleButton) find(robot, "group-" + group)).setSelected(true));
        }
        showPlace(robot, "compare");
        fire(robot, "pinRun");
        assertThat(window.lessons().spots().places())
                .isEqualTo(LessonTargets.usual().places())
                .hasSize(13);
        for (String place : LessonTargets.usual().places()) {
            showPlace(robot, place);
            await(() -> true);
            look(robot, place);
        }
        for (String tab : List.of("viewOneHot", "viewShape")) {
            fire(robot, tab);
            look(robot, tab);
        }
        robot.interact(() -> item(robot, "exportMenu", "exportAnimation").fire());
        look(robot, "animation");
        fire(robot, "showStudies");
        for (Node entry : robot.lookup(".studies-entry").queryAll()) {
            robot.interact(() -> ((ButtonBase) entry).fire());
            look(robot, "studies " + entry.getId());
        }
        fire(robot, "showStudies");
        lessons(robot);
        robot.interact(() ->
                workspace.lookProperty().set(workspace.lookProperty().get().presenting(true)));
        look(robot, "presenter");
        robot.interact(() ->
                workspace.lookProperty().set(workspace.lookProperty().get().presenting(false)));
        assertThat(names.nameless()).isEmpty();
        assertThat(names.asked()).isGreaterThan(1000);
    }

    /** A lesson that asks the class, to the step with its question. */
    private void lessons(FxRobot robot) {
        robot.interact(() -> window.lessons()
                .player()
                .start(ShippedLessons.read(
                        "where-is-the-memory", window.lessons().spots())));
        for (int step = 0; step < 3; step++) {
            look(robot, "lesson");
            robot.interact(() -> window.lessons().player().next());
        }
    }
}
