package lab.carousel.ui.window.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import lab.carousel.task.Task;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;

/** The scrubber over the steps. */
class MainWindowStepsTest extends MainWindowFixture {

    @Test
    void aSecondScrubberMovesOverTheStepsAndTurnsTheWindowOfALargeTask() {
        awaitHeatmap();
        Slider slider = (Slider) find("stepSlider");
        assertThat(text("stepWords")).isEqualTo("none selected");
        assertThat(slider.getMax()).isEqualTo(8);
        slide("stepSlider", 7);
        assertThat(text("stepWords")).isEqualTo("sequence 2, step 3");
        assertThat(text("stateReadout")).startsWith("step 3, sequence 2, input 1: expected 2");
        robot.push(KeyCode.SHIFT, KeyCode.F3).push(KeyCode.SHIFT, KeyCode.F3);
        assertThat(text("stepWords")).as("the last one").isEqualTo("sequence 2, step 4");
        robot.push(KeyCode.SHIFT, KeyCode.F2);
        assertThat(slider.getValue()).isEqualTo(7);
        slide("stepSlider", 0);
        assertThat(text("stepWords")).isEqualTo("none selected");
        assertThat(text("stateReadout")).isEmpty();
        String[] sequences = new String[12];
        Arrays.fill(sequences, "3 0 1 2 ".repeat(25) + "3");
        openTask(Task.parse("0 1 2 3 4", sequences));
        await(() -> slider.getMax() == 1_200);
        assertThat(text("stateWindow")).isEqualTo("Sequences 1–10 of 12");
        slide("stepSlider", 1_102);
        assertThat(text("stepWords")).isEqualTo("sequence 12, step 2");
        awaitText("stateWindow", "Sequences 11–12 of 12");
        awaitStart("stateReadout", "step 2, sequence 12, input 0: expected 1");
    }
}
