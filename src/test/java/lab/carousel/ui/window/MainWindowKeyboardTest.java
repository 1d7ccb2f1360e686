package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import lab.carousel.model.Experiment;
import lab.carousel.training.RunState;
import org.junit.jupiter.api.Test;

/** The window without a mouse: what other keys than Tab do, and what is read aloud. */
class MainWindowKeyboardTest extends KeyboardFixture {

    @Test
    void arrowKeysGoFromButtonToButtonAndReadAndChooseInDrawings() {
        focus("viewPairs");
        robot.push(KeyCode.RIGHT);
        assertThat(focused().getId()).isEqualTo("viewOneHot");
        robot.push(KeyCode.SPACE);
        assertThat(((ToggleButton) focused()).isSelected()).isTrue();
        assertThat(find("vectorTable").isVisible()).isTrue();
        train();
        showPlace("twoSequences");
        awaitStart("twoSequencesSentence", "At steps");
        assertThat(said("twoSequencesDrawing")).isEqualTo(text("twoSequencesSentence"));
        focus("twoSequencesDrawing");
        robot.push(KeyCode.DOWN);
        String first = text("twoSequencesDrawingWords");
        robot.push(KeyCode.RIGHT);
        assertThat(text("twoSequencesDrawingWords")).isNotEqualTo(first);
        robot.push(KeyCode.ENTER);
        assertThat(workspace.selection().stepProperty().get()).isNotNull();
    }

    @Test
    void theChartIsReadFromEpochToEpochAndDividersMove() {
        train();
        focus("lossPlot");
        robot.push(KeyCode.END);
        assertThat(text("lossReadoutEpoch")).startsWith("Epoch 250, ");
        robot.push(KeyCode.SHIFT, KeyCode.LEFT);
        assertThat(text("lossReadoutEpoch")).startsWith("Epoch 249, ");
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        assertThat(said("lossPlot"))
                .startsWith("Epoch 250, ")
                .contains(" bit, separation 0.")
                .contains(": Mean over the epoch 0.")
                .contains("first loss");
        robot.push(KeyCode.HOME);
        assertThat(text("lossReadoutEpoch")).startsWith("Epoch 1, ");
        robot.push(KeyCode.ESCAPE);
        assertThat(find("lossReadout").isVisible()).isFalse();
        Bounds chart = find("lossView").getLayoutBounds();
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.RIGHT);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.DOWN);
        assertThat(find("lossView").getLayoutBounds().getWidth()).isGreaterThan(chart.getWidth() + 8);
        assertThat(find("lossView").getLayoutBounds().getHeight()).isGreaterThan(chart.getHeight() + 8);
        focus("microscopePlaces");
        double microscope = find("microscope").getLayoutBounds().getWidth();
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.RIGHT);
        assertThat(find("microscope").getLayoutBounds().getWidth()).isGreaterThan(microscope + 8);
    }

    @Test
    void valuesAreSaidInWords() {
        train();
        Experiment trained = network().experiment();
        assertThat(said("updateIntervalSlider")).isEqualTo("Update interval: 1");
        robot.interact(() -> ((CheckBox) find("updateIntervalWord")).setSelected(true));
        assertThat(said("updateIntervalSlider")).isEqualTo("Update interval: whole");
        assertThat(said("historySlider")).isEqualTo("Epoch shown: live");
        // The run with the new setting
        await(() -> workspace.run().state() == RunState.FINISHED && isShown(now -> !now.equals(trained)));
        robot.push(KeyCode.F2);
        await(() -> said("historySlider").equals("Epoch shown: epoch 249 of 250 – looking back"));
        assertThat(said("stateHeatmap")).contains("The sequences differ most at unit ");
        fire("layer-o");
        assertThat(said("stateHeatmap")).startsWith("Heatmap: Output gate o");
        assertThat(said("progress")).startsWith("Progress: ");
    }
}
