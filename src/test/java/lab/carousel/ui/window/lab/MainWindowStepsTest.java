package lab.carousel.ui.window.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import lab.carousel.task.Task;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The scrubber over the steps. */
class MainWindowStepsTest extends MainWindowFixture {

    private static Slider slider(FxRobot robot) {
        return (Slider) find(robot, "stepSlider");
    }

    @Test
    void aSecondScrubberMovesOverTheSteps(FxRobot robot) throws TimeoutException {
        awaitHeatmap(robot);
        assertThat(text(robot, "stepWords")).isEqualTo("none selected");
        assertThat(slider(robot).getMax()).isEqualTo(8);
        robot.interact(() -> slider(robot).setValue(7));
        assertThat(text(robot, "stepWords")).isEqualTo("sequence 2, step 3");
        assertThat(text(robot, "stateReadout")).startsWith("step 3, sequence 2, in 1: expected 2");
        robot.push(KeyCode.SHIFT, KeyCode.F3).push(KeyCode.SHIFT, KeyCode.F3);
        assertThat(text(robot, "stepWords")).as("the last one").isEqualTo("sequence 2, step 4");
        robot.push(KeyCode.SHIFT, KeyCode.F2);
        assertThat(slider(robot).getValue()).isEqualTo(7);
        robot.interact(() -> slider(robot).setValue(0));
        assertThat(text(robot, "stepWords")).isEqualTo("none selected");
        assertThat(text(robot, "stateReadout")).isEmpty();
    }

    @Test
    void theWindowOfALargeTaskTurnsToTheStep(FxRobot robot) throws TimeoutException {
        String[] sequences = new String[12];
        Arrays.fill(sequences, "3 0 1 2 ".repeat(25) + "3");
        openTask(robot, Task.parse("0 1 2 3 4", sequences));
        await(() -> slider(robot).getMax() == 1_200);
        assertThat(text(robot, "stateWindow")).isEqualTo("Sequences 1–10 of 12");
        robot.interact(() -> slider(robot).setValue(1_102));
        assertThat(text(robot, "stepWords")).isEqualTo("sequence 12, step 2");
        await(() -> text(robot, "stateWindow").equals("Sequences 11–12 of 12"));
        await(() -> text(robot, "stateReadout").startsWith("step 2, sequence 12, in 0: expected 1"));
    }
}
