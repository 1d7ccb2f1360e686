package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.model.Experiment;
import lab.carousel.model.Preset;
import lab.carousel.model.Settings;
import lab.carousel.training.RunState;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Whatever takes the place of a trained run, there is a way back to it. */
class MainWindowWaysBackTest extends MainWindowFixture {

    private void train(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.F5);
        await(() -> workspace.state() == RunState.FINISHED);
        assertThat(text(robot, "epoch")).isEqualTo("250 of 250 epochs");
    }

    @Test
    void aRunThatAPresetReplacedComesBackWhenThatIsUndone(FxRobot robot) throws TimeoutException {
        train(robot);
        String loss = text(robot, "loss");
        robot.interact(() -> workspace.choose(Preset.all().stream()
                .filter(each -> each.key().equals("softmax"))
                .findFirst()
                .orElseThrow()));
        await(() -> workspace.updates() == 0);
        robot.interact(() -> workspace.project().undo());
        await(() -> workspace.updates() == 2_000);
        assertThat(text(robot, "epoch")).isEqualTo("250 of 250 epochs");
        assertThat(text(robot, "loss")).isEqualTo(loss);
        assertThat(workspace.snapshot().orElseThrow().recorded().size()).isEqualTo(251);
    }

    @Test
    void closingALessonBringsTheRunBack(FxRobot robot) throws TimeoutException {
        train(robot);
        String loss = text(robot, "loss");
        var lesson = ShippedLessons.read("was-it-memory", window.lessons().spots());
        robot.interact(() -> window.lessons().start(lesson));
        await(() -> workspace.updates() == 0);
        robot.interact(() -> window.lessons().close());
        await(() -> workspace.updates() == 2_000);
        assertThat(text(robot, "loss")).isEqualTo(loss);
    }

    @Test
    void escapeLeavesTheStudies(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.F11);
        await(() -> find(robot, "studies").isVisible());
        robot.push(KeyCode.ESCAPE);
        await(() -> !find(robot, "studies").isVisible());
    }

    @Test
    void newIsTheTutorialWithoutAFile(FxRobot robot) throws TimeoutException {
        Experiment reference = Experiment.reference();
        open(robot, reference.with(reference.hyperparameters().with(Settings.HIDDEN_UNITS, 5)));
        await(() -> workspace.project().state().document().path().isPresent());
        robot.push(KeyCode.CONTROL, KeyCode.N);
        await(() ->
                workspace.lab().editedProperty().get().filter(reference::equals).isPresent());
        assertThat(workspace.project().state().document().path()).isEmpty();
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        await(() -> workspace.project().state().document().path().isPresent());
    }
}
