package lab.carousel.ui.window.fit;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import lab.carousel.text.Language;
import lab.carousel.ui.robot.Frames;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;

/** Every text of the studies fits. */
class StudiesFitTest extends FitFixture {

    @ParameterizedTest
    @MethodSource("lab.carousel.text.Language#all")
    void theStudies(Language language, FxRobot robot) throws TimeoutException {
        speak(robot, language);
        fire(robot, "showStudies");
        Frames.settle();
        look(robot, "studies");
        List<Toggle> studies =
                ((ToggleButton) find(robot, "study-own")).getToggleGroup().getToggles();
        for (Toggle study : List.copyOf(studies)) {
            robot.interact(((ToggleButton) study)::fire);
            Frames.settle();
            look(robot, ((ToggleButton) study).getId());
        }
        robot.interact(((ToggleButton) find(robot, "study-manyseeds"))::fire);
        type(robot, "studySeeds", "3");
        await(() -> !find(robot, "runStudy").isDisabled());
        fire(robot, "runStudy");
        Frames.awaitInTime(() -> find(robot, "cancelStudy").isDisabled());
        Frames.settle();
        look(robot, "study with results");
        assertNothingFound(language);
    }
}
