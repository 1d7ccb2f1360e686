package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.robot.InWindow;
import lab.carousel.ui.window.Panels.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(InWindow.class)
class StackTest {

    private final Region upper = new Region();
    private Stack stack;

    /** The stage keeps its size: all tests of a run share it. */
    @Start
    void start(Stage stage) {
        stack = new Stack(0.4, upper, new Region());
        stack.setManaged(false);
        stage.setScene(new Scene(new Pane(stack), 300, 1000));
        // All tests of a run share the stage; another one may have changed its size
        stage.sizeToScene();
        stage.show();
    }

    private double shareAt(FxRobot robot, double height) {
        robot.interact(() -> {
            stack.resize(300, height);
            stack.layout();
        });
        Frames.settle();
        robot.interact(stack::layout);
        return upper.getHeight() / stack.getHeight();
    }

    @Test
    void eachPlaceKeepsItsShareOfTheHeight(FxRobot robot) {
        assertThat(shareAt(robot, 600)).isCloseTo(0.4, within(0.02));
        assertThat(shareAt(robot, 900)).isCloseTo(0.4, within(0.02));
    }

    @Test
    void theDividerChangesTheShares(FxRobot robot) {
        shareAt(robot, 600);
        robot.interact(() -> {
            stack.setDividerPositions(0.7);
            stack.layout();
        });
        Frames.settle();
        assertThat(shareAt(robot, 900)).isCloseTo(0.7, within(0.02));
    }

    @Test
    void theUpperPlaceGetsNoMoreThanItMayAndThenItsShareAgain(FxRobot robot) {
        robot.interact(() -> stack.setMostHeight(150));
        assertThat(shareAt(robot, 600)).isCloseTo(0.25, within(0.02));
        assertThat(shareAt(robot, 900)).isCloseTo(0.17, within(0.02));
        assertThat(stack.share()).isEqualTo(0.4);
        robot.interact(() -> stack.setMostHeight(Double.POSITIVE_INFINITY));
        assertThat(shareAt(robot, 900)).isCloseTo(0.4, within(0.02));
    }
}
