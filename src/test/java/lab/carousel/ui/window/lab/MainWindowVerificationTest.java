package lab.carousel.ui.window.lab;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The badge that tells what Deeplearning4j says of a run of the kernel. */
class MainWindowVerificationTest extends MainWindowFixture {

    private Label trainAndVerify(FxRobot robot, Hyperparameters hyperparameters) {
        open(robot, Experiment.reference().with(hyperparameters));
        Label badge = (Label) find(robot, "verification");
        assertThat(badge.isManaged()).isFalse();
        robot.clickOn("#play");
        assertThat(badge.isVisible())
                .as("as long as somebody may be in the middle of it")
                .isFalse();
        Frames.pass(1_000);
        assertThat(badge.isVisible()).isTrue();
        return badge;
    }

    @Test
    void aFinishedRunIsVerifiedAndTheBadgeGoesWithTheRun(FxRobot robot) {
        Label badge = trainAndVerify(robot, Hyperparameters.reference().with(Settings.EPOCHS, 5));

        assertThat(badge.getText()).matches("Verified by Deeplearning4j\nlargest difference (0|\\de-1\\d)");
        assertThat(Tip.of(badge)).contains("40 outputs at 8 steps", "the first 40 were", "1e-9");
        assertThat(badge.getAccessibleText()).startsWith("Verified by Deeplearning4j largest");
        robot.clickOn("#reset");
        assertThat(badge.isVisible()).isFalse();
    }

    @Test
    void aGatedRecurrentUnitIsForTheKernelOnly(FxRobot robot) {
        Label badge = trainAndVerify(
                robot, Hyperparameters.reference().with(Settings.EPOCHS, 1).with(Settings.CELL, Cell.GRU));

        assertThat(badge.getText()).startsWith("Kernel only");
        assertThat(Tip.of(badge)).contains("Deeplearning4j has no such cells");
        robot.interact(() -> item(robot, "exportMenu", "model-DEEPLEARNING4J").fire());
        assertThat(((Label) find(robot, "noticeWords")).getText()).contains("no cells of this kind");
    }
}
