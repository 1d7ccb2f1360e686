package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import org.junit.jupiter.api.Test;

/** Whatever takes the place of a trained run, there is a way back to it. */
class MainWindowWaysBackTest extends MainWindowFixture {

    @Test
    void aRunThatAPresetOrALessonReplacedComesBack() {
        train();
        String loss = text("loss");
        choosePreset("softmax");
        await(() -> workspace.updates() == 0);
        undo();
        await(() -> workspace.updates() == 2_000);
        assertThat(text("epoch")).isEqualTo("250 of 250 epochs");
        assertThat(text("loss")).isEqualTo(loss);
        assertThat(network().recorded().size()).isEqualTo(251);
        startLesson("was-it-memory");
        await(() -> workspace.updates() == 0);
        robot.interact(() -> window.lessons().player().close());
        await(() -> workspace.updates() == 2_000);
        assertThat(text("loss")).isEqualTo(loss);
    }

    @Test
    void escapeLeavesTheStudiesAndNewIsTheTutorialWithoutAFile() {
        robot.push(KeyCode.F11);
        await(() -> find("studies").isVisible());
        robot.push(KeyCode.ESCAPE);
        await(() -> !find("studies").isVisible());
        open(all -> all.with(Settings.HIDDEN_UNITS, 5));
        assertThat(workspace.project().state().document().path()).isPresent();
        robot.push(KeyCode.CONTROL, KeyCode.N);
        await(() -> isShown(Experiment.reference()::equals));
        assertThat(workspace.project().state().document().path()).isEmpty();
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(workspace.project().state().document().path()).isPresent();
    }
}
