package lab.carousel.ui.window.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.MenuButton;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.ui.file.FileDialogs;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;

/** What becomes of changes: those of others to a file, and those that are not saved. */
class MainWindowChangesTest extends MainWindowFixture {

    @Test
    void asksBeforeWhatSomebodyElseSavedIsLostAndSaysWhatItIs() {
        Path file = folder.resolve("given.carousel");
        open(Experiment.reference());
        type("seed", "5");
        Hyperparameters others = Hyperparameters.reference().with(Settings.EPOCHS, 99);
        ExperimentFile.write(file, Experiment.reference().with(others));
        choose("fileMenu", "save");
        assertThat(dialogs.asked)
                .contains("given.carousel")
                .contains("Epochs: 99 → 250")
                .contains("Seed: 1 → 5");
        assertThat(ExperimentFile.read(file).hyperparameters()).isEqualTo(others);
        dialogs.mayOverwrite = true;
        choose("fileMenu", "save");
        assertThat(ExperimentFile.read(file).hyperparameters().get(Settings.SEED))
                .isEqualTo(5);
        dialogs.asked = "";
        type("seed", "6");
        choose("fileMenu", "save");
        assertThat(dialogs.asked).isEmpty();
    }

    @Test
    void theWindowIsNotClosedOnChangesWithoutTheUsersWord() {
        assertThat(window.mayClose()).isTrue();
        type("seed", "5");
        dialogs.changes = FileDialogs.Changes.KEEP_EDITING;
        robot.interact(() -> assertThat(window.mayClose()).isFalse());
        assertThat(dialogs.asked).isEqualTo("Experiment “New experiment”:\nSeed: 1 → 5");
        dialogs.changes = FileDialogs.Changes.GIVE_UP;
        robot.interact(() -> assertThat(window.mayClose()).isTrue());
        dialogs.changes = FileDialogs.Changes.SAVE;
        dialogs.answer = folder.resolve("kept.carousel");
        robot.interact(() -> assertThat(window.mayClose()).isTrue());
        robot.interact(() -> window.getScene().getWindow().setOnCloseRequest(event -> {
            dialogs.asked = "to close";
            event.consume();
        }));
        choose("fileMenu", "quit");
        assertThat(dialogs.asked).isEqualTo("to close");
        assertThat(dialogs.answer).content().contains("\"seed\": 5");
    }

    @Test
    void recentFilesAreInTheMenu() {
        robot.interact(() -> workspace.keepIn(folder.resolve("home")));
        open(Experiment.reference());
        type("seed", "5");
        robot.clickOn("#fileMenu");
        robot.interact(() -> all(((MenuButton) find("fileMenu")).getItems())
                .filter(item -> item.getText().startsWith("given.carousel"))
                .findFirst()
                .orElseThrow()
                .fire());
        assertThat(text("seed")).isEqualTo("1");
    }
}
