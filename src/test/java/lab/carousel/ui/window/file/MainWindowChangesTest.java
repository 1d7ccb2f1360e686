package lab.carousel.ui.window.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.MenuButton;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** What becomes of changes: those of others to a file, and those that are not saved. */
class MainWindowChangesTest extends MainWindowFixture {

    @Test
    void asksBeforeWhatSomebodyElseSavedIsLostAndSaysWhatItIs(FxRobot robot) {
        Path file = folder.resolve("given.carousel");
        open(robot, Experiment.reference());
        type(robot, "seed", "5");
        Hyperparameters others = Hyperparameters.reference().with(Settings.EPOCHS, 99);
        ExperimentFile.write(file, Experiment.reference().with(others));
        robot.interact(() -> item(robot, "fileMenu", "save").fire());
        assertThat(dialogs.asked)
                .contains("given.carousel")
                .contains("Epochs: 99 → 250")
                .contains("Seed: 1 → 5");
        assertThat(ExperimentFile.read(file).hyperparameters()).isEqualTo(others);
        dialogs.mayOverwrite = true;
        robot.interact(() -> item(robot, "fileMenu", "save").fire());
        assertThat(ExperimentFile.read(file).hyperparameters().get(Settings.SEED))
                .isEqualTo(5);
        dialogs.asked = "";
        type(robot, "seed", "6");
        robot.interact(() -> item(robot, "fileMenu", "save").fire());
        assertThat(dialogs.asked).isEmpty();
    }

    @Test
    void closingOnChangesSaysWhatChanged(FxRobot robot) {
        type(robot, "seed", "5");
        robot.interact(() -> window.mayClose());
        assertThat(dialogs.asked).isEqualTo("Seed: 1 → 5");
    }

    @Test
    void recentFilesAreInTheMenu(FxRobot robot) {
        robot.interact(() -> workspace.keepIn(folder.resolve("home")));
        open(robot, Experiment.reference());
        type(robot, "seed", "5");
        robot.clickOn("#fileMenu");
        Frames.settle();
        robot.interact(() -> all(((MenuButton) find(robot, "fileMenu")).getItems())
                .filter(item -> item.getText().startsWith("given.carousel"))
                .findFirst()
                .orElseThrow()
                .fire());
        assertThat(text(robot, "seed")).isEqualTo("1");
    }
}
