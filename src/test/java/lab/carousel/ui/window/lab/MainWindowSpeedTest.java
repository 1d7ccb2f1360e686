package lab.carousel.ui.window.lab;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import lab.carousel.training.Pace;
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
}
