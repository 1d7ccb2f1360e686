package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import lab.carousel.model.Experiment;
import lab.carousel.training.RunState;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The window without a mouse: what other keys than Tab do, and what is read aloud. */
class MainWindowKeyboardTest extends KeyboardFixture {

    @Test
    void arrowKeysGoFromButtonToButtonOfAGroup(FxRobot robot) {
        focus(robot, "viewPairs");
        press(robot, KeyCode.RIGHT);
        assertThat(focused().getId()).isEqualTo("viewOneHot");
        press(robot, KeyCode.SPACE);
        assertThat(((ToggleButton) focused()).isSelected()).isTrue();
        assertThat(find(robot, "vectorTable").isVisible()).isTrue();
    }

    @Test
    void arrowKeysReadAndChooseInDrawings(FxRobot robot) throws TimeoutException {
        train(robot);
        showPlace(robot, "twoSequences");
        await(() -> said(robot, "twoSequencesDrawing") != null);
        await(() -> text(robot, "twoSequencesSentence").startsWith("At steps"));
        assertThat(said(robot, "twoSequencesDrawing")).isEqualTo(text(robot, "twoSequencesSentence"));
        focus(robot, "twoSequencesDrawing");
        await(() -> {
            press(robot, KeyCode.DOWN);
            return find(robot, "twoSequencesDrawingWords").isVisible();
        });
        String first = text(robot, "twoSequencesDrawingWords");
        press(robot, KeyCode.RIGHT);
        assertThat(text(robot, "twoSequencesDrawingWords")).isNotEqualTo(first);
        assertThat(said(robot, "twoSequencesDrawing")).startsWith(text(robot, "twoSequencesDrawingWords"));
        press(robot, KeyCode.ENTER);
        assertThat(workspace.selection().stepProperty().get()).isNotNull();
        press(robot, KeyCode.ESCAPE);
        assertThat(find(robot, "twoSequencesDrawingWords").isVisible()).isFalse();
    }

    private void trainAndFocusChart(FxRobot robot) throws TimeoutException {
        train(robot);
        focus(robot, "lossPlot");
    }

    @Test
    void theChartIsReadFromEpochToEpoch(FxRobot robot) throws TimeoutException {
        trainAndFocusChart(robot);
        press(robot, KeyCode.END);
        assertThat(text(robot, "lossReadoutEpoch")).startsWith("Epoch 250, ");
        press(robot, KeyCode.SHIFT, KeyCode.LEFT);
        assertThat(text(robot, "lossReadoutEpoch")).startsWith("Epoch 249, ");
        press(robot, KeyCode.SHIFT, KeyCode.RIGHT);
        press(robot, KeyCode.SHIFT, KeyCode.RIGHT);
        assertThat(said(robot, "lossPlot"))
                .startsWith("Epoch 250, ")
                .contains(" bit: Mean over the epoch 0.")
                .contains("first loss");
        press(robot, KeyCode.HOME);
        assertThat(text(robot, "lossReadoutEpoch")).startsWith("Epoch 1, ");
        press(robot, KeyCode.ESCAPE);
        assertThat(find(robot, "lossReadout").isVisible()).isFalse();
    }

    @Test
    void dividersMoveByKey(FxRobot robot) throws TimeoutException {
        trainAndFocusChart(robot);
        double width = ((Region) find(robot, "lossView")).getWidth();
        double height = ((Region) find(robot, "lossView")).getHeight();
        press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.RIGHT);
        press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.DOWN);
        assertThat(((Region) find(robot, "lossView")).getWidth()).isGreaterThan(width + 8);
        assertThat(((Region) find(robot, "lossView")).getHeight()).isGreaterThan(height + 8);
        focus(robot, "microscopePlaces");
        double microscope = ((Region) find(robot, "microscope")).getWidth();
        press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.RIGHT);
        assertThat(((Region) find(robot, "microscope")).getWidth()).isGreaterThan(microscope + 8);
    }

    @Test
    void valuesAreSaidInWords(FxRobot robot) throws TimeoutException {
        train(robot);
        Experiment trained = workspace.snapshot().orElseThrow().experiment();
        assertThat(said(robot, "updateIntervalSlider")).isEqualTo("Update interval: 1");
        robot.interact(() -> ((CheckBox) find(robot, "updateIntervalWord")).setSelected(true));
        assertThat(said(robot, "updateIntervalSlider")).isEqualTo("Update interval: whole");
        assertThat(said(robot, "historySlider")).isEqualTo("Epoch looked at: live");
        // The run with the new setting
        await(() -> workspace.state() == RunState.FINISHED
                && workspace
                        .snapshot()
                        .filter(shown -> !shown.experiment().equals(trained))
                        .isPresent());
        press(robot, KeyCode.F2);
        await(() -> said(robot, "historySlider").equals("Epoch looked at: epoch 249 of 250 – looking back"));
        assertThat(said(robot, "stateHeatmap")).contains("The sequences differ most at unit ");
        robot.interact(() -> ((ToggleButton) find(robot, "layer-o")).fire());
        assertThat(said(robot, "stateHeatmap")).startsWith("Heatmap: Output gate o");
        assertThat(said(robot, "progress")).startsWith("Progress: ");
    }
}
