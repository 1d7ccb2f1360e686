package lab.carousel.ui.window;

import java.util.concurrent.TimeoutException;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.training.RunState;
import lab.carousel.ui.robot.Frames;
import org.testfx.api.FxRobot;

/** The window, and what tests without a mouse need. */
abstract class KeyboardFixture extends MainWindowFixture {

    void train(FxRobot robot) throws TimeoutException {
        Experiment experiment = new Experiment(
                Experiment.reference().task(), Experiment.reference().hyperparameters(), EngineName.KERNEL);
        open(robot, experiment);
        robot.interact(() -> ((ButtonBase) find(robot, "play")).fire());
        await(() -> workspace.state() == RunState.FINISHED);
        await(() -> find(robot, "stateHeatmap").isVisible());
        // That the file was opened
        robot.interact(() -> ((ButtonBase) find(robot, "noticeClose")).fire());
    }

    static void press(FxRobot robot, KeyCode... keys) {
        robot.push(keys);
        Frames.settle();
    }

    Node focused() {
        return window.getScene().getFocusOwner();
    }

    void focus(FxRobot robot, String id) {
        robot.interact(() -> find(robot, id).requestFocus());
    }

    /** What is read aloud of a node. */
    static String said(FxRobot robot, String id) {
        String[] said = new String[1];
        robot.interact(() -> said[0] = (String) find(robot, id).queryAccessibleAttribute(AccessibleAttribute.TEXT));
        return said[0];
    }

    static boolean isIn(Node node, String id) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (id.equals(each.getId())) {
                return true;
            }
        }
        return false;
    }
}
