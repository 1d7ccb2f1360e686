package lab.carousel.ui.window.fit;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import lab.carousel.text.Language;
import lab.carousel.ui.robot.Frames;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;

/** Every text of presets, recipes and mistakes fits. */
class EditorsFitTest extends FitFixture {

    @ParameterizedTest
    @MethodSource("lab.carousel.text.Language#all")
    void theEditors(Language language, FxRobot robot) throws TimeoutException {
        speak(robot, language);
        for (String preset :
                List.of("softmax", "letters", "paper2a", "paper2b", "paper2c", "batchOfFour", "tutorial")) {
            robot.interact(() -> item(robot, "presets", "preset-" + preset).fire());
            Frames.settle();
            look(robot, preset);
        }
        for (Node node : robot.lookup(found -> found instanceof ToggleButton && isWithin(found, "taskEditor"))
                .queryAll()) {
            robot.interact(((ToggleButton) node)::fire);
            look(robot, "task, " + node.getId());
        }
        for (MenuItem recipe :
                all(((MenuButton) find(robot, "generate")).getItems()).toList()) {
            robot.interact(recipe::fire);
            Frames.settle();
            look(robot, "task, " + recipe.getId());
        }
        type(robot, "seed", "x");
        type(robot, "updateInterval", "0");
        look(robot, "mistakes");
        robot.interact(() -> item(robot, "exportMenu", "exportAnimation").fire());
        look(robot, "animation");
        assertNothingFound(language);
    }

    private static boolean isWithin(Node node, String id) {
        Parent at = node.getParent();
        while (at != null && !id.equals(at.getId())) {
            at = at.getParent();
        }
        return at != null && isShown(node);
    }
}
