package lab.carousel.ui.window.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.layout.Cell;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The badge that tells what Deeplearning4j says of a run of the kernel. */
class MainWindowVerificationTest extends MainWindowFixture {

    private Label trainAndAwait(FxRobot robot, Hyperparameters hyperparameters, String headline)
            throws TimeoutException {
        open(robot, Experiment.reference().with(hyperparameters));
        Label badge = (Label) find(robot, "verification");
        assertThat(badge.isManaged()).isFalse();
        robot.clickOn("#play");
        await(() -> badge.isVisible()
                && badge.getText().startsWith(headline)
                && !badge.getText().endsWith("…"));
        return badge;
    }

    @Test
    void aFinishedRunIsVerifiedAndTheBadgeGoesWithTheRun(FxRobot robot) throws TimeoutException {
        Label badge = trainAndAwait(robot, Hyperparameters.reference().withEpochs(5), "Verified by Deeplearning4j");

        assertThat(badge.getText()).matches("Verified by Deeplearning4j\nlargest difference (0|\\de-1\\d)");
        assertThat(Tip.of(badge)).contains("40 outputs at 8 steps", "the first 40 were", "1e-9");
        assertThat(badge.getAccessibleText()).startsWith("Verified by Deeplearning4j largest");
        robot.clickOn("#reset");
        await(() -> !badge.isVisible());
    }

    @Test
    void aGatedRecurrentUnitIsForTheKernelOnly(FxRobot robot) throws TimeoutException {
        Label badge =
                trainAndAwait(robot, Hyperparameters.reference().withEpochs(1).withCell(Cell.GRU), "Kernel only");

        assertThat(Tip.of(badge)).contains("Deeplearning4j has no gated recurrent unit (GRU)");
        robot.interact(() -> item(robot, "exportMenu", "model-DEEPLEARNING4J").fire());
        assertThat(((Label) find(robot, "noticeWords")).getText()).contains("gated recurrent unit");
    }
}
