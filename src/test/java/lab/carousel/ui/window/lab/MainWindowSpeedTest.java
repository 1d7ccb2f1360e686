package lab.carousel.ui.window.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import lab.carousel.training.Pace;
import lab.carousel.training.RunState;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** How fast a class sees it learn. */
class MainWindowSpeedTest extends MainWindowFixture {

    private void set(FxRobot robot, Pace pace) {
        robot.interact(() -> workspace.lab().paceProperty().set(pace));
    }

    @Test
    void keysChangeTheSpeedAndSayWhatItMeans(FxRobot robot) throws TimeoutException {
        set(robot, Pace.FIRST);
        assertThat(text(robot, "speedWords")).isEqualTo("30 epochs/s");
        robot.interact(() -> find(robot, "play").requestFocus());
        robot.push(KeyCode.ADD);
        assertThat(text(robot, "speedWords")).isEqualTo("100 epochs/s");
        robot.push(KeyCode.SUBTRACT);
        robot.push(KeyCode.SUBTRACT);
        assertThat(text(robot, "speedWords")).isEqualTo("10 epochs/s");
        robot.push(KeyCode.MULTIPLY);
        assertThat(text(robot, "speedWords")).isEqualTo("fastest");
        robot.push(KeyCode.MULTIPLY);
        assertThat(text(robot, "speedWords")).isEqualTo("10 epochs/s");
    }

    @Test
    void alsoInPresenterMode(FxRobot robot) throws TimeoutException {
        set(robot, Pace.FIRST);
        robot.push(KeyCode.F12);
        await(() -> robot.lookup("#presenter").tryQuery().isPresent());
        robot.push(KeyCode.ADD);
        await(() -> text(robot, "pace").equals("100 epochs/s")
                && find(robot, "pace").isVisible());
        robot.push(KeyCode.ESCAPE);
        await(() -> !find(robot, "pace").isVisible());
    }

    @Test
    void whereTextIsTypedTheKeysAreText(FxRobot robot) {
        set(robot, Pace.FIRST);
        robot.interact(() -> find(robot, "learningRate").requestFocus());
        robot.push(KeyCode.MINUS);
        assertThat(workspace.lab().paceProperty().get()).isEqualTo(Pace.FIRST);
    }

    @Test
    void theReferenceIsToldToTakeEightToTenSeconds(FxRobot robot) throws TimeoutException {
        set(robot, Pace.FIRST);
        assertThat(text(robot, "timeLeft")).isEqualTo("9 s left");
        Frames.letGoOn();
        robot.push(KeyCode.F5);
        await(() -> workspace.state() == RunState.RUNNING);
        robot.push(KeyCode.MULTIPLY);
        Frames.rest();
        assertThat(text(robot, "epoch")).isEqualTo("250 of 250 epochs");
    }

    @Test
    void whoeverAsksIsToldHowFastItIs(FxRobot robot) throws TimeoutException {
        assertThat(find(robot, "readout").isVisible()).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.R);
        assertThat(find(robot, "readout").isVisible()).isTrue();
        await(() -> !text(robot, "readout").contains(" 0 frames/s"));
        assertThat(text(robot, "readout"))
                .matches("[0-9,]+ updates/s · [0-9.,]+ epochs/s · [0-9]+ frames/s, the longest [0-9,]+ ms"
                        + " · heap [0-9,]+ of [0-9,]+ MB");
        robot.push(KeyCode.CONTROL, KeyCode.R);
        assertThat(find(robot, "readout").isVisible()).isFalse();
    }
}
