package lab.carousel.ui.window.lab;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import lab.carousel.training.Pace;
import lab.carousel.training.RunState;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;

/** How fast a class sees it learn. */
class MainWindowSpeedTest extends MainWindowFixture {

    private void start() {
        robot.interact(() -> workspace.lab().paceProperty().set(Pace.FIRST));
    }

    @Test
    void keysChangeTheSpeedAndSayWhatItMeansAlsoInPresenterMode() {
        start();
        assertThat(text("speedWords")).isEqualTo("30 epochs/s");
        focus("play");
        robot.push(KeyCode.ADD);
        assertThat(text("speedWords")).isEqualTo("100 epochs/s");
        robot.push(KeyCode.SUBTRACT).push(KeyCode.SUBTRACT);
        assertThat(text("speedWords")).isEqualTo("10 epochs/s");
        robot.push(KeyCode.MULTIPLY);
        assertThat(text("speedWords")).isEqualTo("fastest");
        robot.push(KeyCode.MULTIPLY);
        assertThat(text("speedWords")).isEqualTo("10 epochs/s");
        robot.push(KeyCode.F12);
        await(() -> isThere("presenter"));
        robot.push(KeyCode.ADD);
        await(() -> text("pace").equals("30 epochs/s") && find("pace").isVisible());
        robot.push(KeyCode.ESCAPE);
        await(() -> !find("pace").isVisible());
        focus("learningRate");
        robot.push(KeyCode.MINUS);
        assertThat(text("speedWords")).as("where text is typed").isEqualTo("30 epochs/s");
    }

    @Test
    void theReferenceIsToldToTakeEightToTenSecondsAndWhoeverAsksHowFastItIs() {
        start();
        assertThat(text("timeLeft")).as("nothing runs yet").isEmpty();
        robot.push(KeyCode.F6);
        await(() -> text("timeLeft").equals("9 s left"));
        assertThat(find("readout").isVisible()).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.R);
        await(() -> !text("readout").contains(" 0 frames/s"));
        assertThat(text("readout"))
                .matches("[0-9,]+ updates/s · [0-9.,]+ epochs/s · [0-9]+ frames/s, longest [0-9,]+ ms"
                        + " · heap [0-9,]+ of [0-9,]+ MB");
        robot.push(KeyCode.CONTROL, KeyCode.R);
        assertThat(find("readout").isVisible()).isFalse();
        Frames.letGoOn();
        robot.push(KeyCode.F5);
        await(() -> workspace.state() == RunState.RUNNING);
        robot.push(KeyCode.MULTIPLY);
        Frames.rest();
        assertThat(text("epoch")).isEqualTo("250 of 250 epochs");
    }
}
