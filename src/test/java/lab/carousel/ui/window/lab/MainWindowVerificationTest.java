package lab.carousel.ui.window.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import javafx.scene.control.Label;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;

/** The badge that tells what Deeplearning4j says of a run of the kernel. */
class MainWindowVerificationTest extends MainWindowFixture {

    private Label trainAndVerify(UnaryOperator<Hyperparameters> changes) {
        open(changes);
        Label badge = (Label) find("verification");
        assertThat(badge.isManaged()).isFalse();
        fire("play");
        assertThat(badge.isVisible())
                .as("as long as somebody may be in the middle of it")
                .isFalse();
        Frames.pass(1_000);
        assertThat(badge.isVisible()).isTrue();
        return badge;
    }

    @Test
    void aFinishedRunIsVerifiedAndTheBadgeGoesWithTheRun() {
        Label badge = trainAndVerify(all -> all.with(Settings.EPOCHS, 5));
        assertThat(badge.getText()).matches("Verified by Deeplearning4j\nlargest difference (0|\\de-1\\d)");
        assertThat(Tip.of(badge)).contains("40 of the trained network at 8 steps", "the first 40", "1e-9");
        assertThat(badge.getAccessibleText()).startsWith("Verified by Deeplearning4j largest");
        fire("reset");
        assertThat(badge.isVisible()).isFalse();
        // What Deeplearning4j cannot train
        trainAndVerify(all -> all.with(Settings.EPOCHS, 1).with(Settings.CELL, Cell.GRU));
        assertThat(badge.getText()).startsWith("Kernel only");
        assertThat(Tip.of(badge)).contains("Deeplearning4j has no such cells");
        choose("exportMenu", "model-DEEPLEARNING4J");
        assertThat(text("noticeWords")).contains("no cells of this kind");
    }
}
