package lab.carousel.ui.window.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javax.imageio.ImageIO;
import lab.carousel.engine.dl4j.Dl4jEngine;
import lab.carousel.file.model.ModelFile;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.ui.file.FileDialogs;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Opening, saving and exporting in the window. */
class MainWindowFilesTest extends MainWindowFixture {

    MainWindowFilesTest() {
        engine = new Dl4jEngine();
    }

    @Test
    void savesAndOpensAgain(FxRobot robot) throws TimeoutException, IOException {
        dialogs.answer = folder.resolve("mine.carousel");
        type(robot, "sequenceField0", "3 0 1 2 3 0");
        type(robot, "seed", "77");
        robot.interact(() -> item(robot, "fileMenu", "save").fire());
        assertThat(dialogs.answer).content().contains("\"seed\": 77").contains("3 0 1 2 3 0");
        assertThat(workspace.title().getValue()).isEqualTo("mine.carousel – Carousel");
        type(robot, "seed", "78");
        assertThat(workspace.title().getValue()).isEqualTo("mine.carousel (changed) – Carousel");
        robot.interact(() -> item(robot, "fileMenu", "open").fire());
        await(() -> text(robot, "seed").equals("77"));
        assertThat(text(robot, "noticeWords")).isEqualTo("Opened mine.carousel.");
    }

    @Test
    void aDamagedFileIsToldAndChangesNothing(FxRobot robot) throws IOException {
        dialogs.answer = Files.writeString(folder.resolve("broken.carousel"), "{ \"format\": ");
        type(robot, "seed", "5");
        robot.interact(() -> item(robot, "fileMenu", "open").fire());
        assertThat(text(robot, "noticeWords")).contains("broken.carousel");
        assertThat(text(robot, "seed")).isEqualTo("5");
    }

    @Test
    void aFileNamedAtTheStartThatIsNotThereIsTold(FxRobot robot) throws TimeoutException {
        for (String name : List.of("no.carousel", "no.carousel-session", "no.keras")) {
            Path missing = folder.resolve(name);
            robot.interact(() -> window.open(missing));
            String words = "There is no file " + missing + ": check its name and its folder.";
            await(() -> text(robot, "noticeWords").equals(words));
        }
        assertThat(text(robot, "seed")).isEqualTo("1");
    }

    @Test
    void theWindowIsNotClosedOnChangesWithoutTheUsersWord(FxRobot robot) {
        assertThat(window.mayClose()).isTrue();
        type(robot, "seed", "5");
        dialogs.changes = FileDialogs.Changes.KEEP_EDITING;
        assertThat(window.mayClose()).isFalse();
        dialogs.changes = FileDialogs.Changes.GIVE_UP;
        assertThat(window.mayClose()).isTrue();
    }

    @Test
    void changesCanBeSavedOnTheWayOut(FxRobot robot) {
        dialogs.changes = FileDialogs.Changes.SAVE;
        dialogs.answer = folder.resolve("kept.carousel");
        type(robot, "seed", "5");
        robot.interact(() -> assertThat(window.mayClose()).isTrue());
        assertThat(dialogs.answer).content().contains("\"seed\": 5");
    }

    @Test
    void aPresetIsTakenWithoutAQuestionBecauseItCanBeUndone(FxRobot robot) {
        dialogs.changes = FileDialogs.Changes.KEEP_EDITING;
        type(robot, "seed", "5");
        robot.interact(() -> item(robot, "presets", "preset-softmax").fire());
        assertThat(text(robot, "presets")).isEqualTo("Softmax output");
        robot.interact(() -> item(robot, "editMenu", "undo").fire());
        assertThat(text(robot, "seed")).isEqualTo("5");
    }

    @Test
    void exportsPicturesNumbersAndTheNetwork(FxRobot robot) throws TimeoutException, IOException {
        robot.clickOn("#epochOnce");
        await(() -> epoch(robot) == 1 && !workspace.isTraining());
        awaitHeatmap(robot);
        Path svg = export(robot, "loss-svg", "loss.svg");
        assertThat(svg)
                .content()
                .contains("<svg")
                .contains("sees 1 to 3 symbols: 0.0693; 4: 0")
                .doesNotContain("<image");
        Path csv = export(robot, "loss-csv", "loss.csv");
        assertThat(Files.readAllLines(csv))
                .hasSize(2)
                .element(0)
                .isEqualTo("epoch,loss,recall,margin,loss_1,loss_2,bits");
        assertThat(Files.readAllLines(csv).get(1))
                .startsWith(
                        "1," + workspace.snapshot().orElseThrow().evaluation().loss());
        assertThat(export(robot, "state-svg", "state.svg"))
                .content()
                .contains("<text")
                .contains("Sequence 2");
        assertThat(Files.readAllLines(export(robot, "state-csv", "state.csv"))).hasSize(9);
        var one = ImageIO.read(export(robot, "state-png-1", "one.png").toFile());
        var four = ImageIO.read(export(robot, "state-png-4", "four.png").toFile());
        assertThat(four.getWidth()).isEqualTo(4 * one.getWidth());
        assertThat(export(robot, "model-DEEPLEARNING4J", "network.zip")).isNotEmptyFile();
        assertThat(ModelFile.find(export(robot, "model-KERAS", "network.keras"))
                        .with(Map.of())
                        .parameters())
                .isEqualTo(workspace.snapshot().orElseThrow().parameters());
        showPlace(robot, "predictions");
        assertThat(export(robot, "microscope-svg", "predictions.svg"))
                .content()
                .contains(workspace.snapshot().orElseThrow().evaluation().right() + " of the 8 steps shown are right");
        assertThat(Files.readAllLines(export(robot, "microscope-csv", "predictions.csv")))
                .hasSize(9);
    }

    @Test
    void copiesAPictureToTheClipboard(FxRobot robot) throws TimeoutException {
        awaitHeatmap(robot);
        robot.interact(() -> item(robot, "exportMenu", "state-copy").fire());
        assertThat(text(robot, "noticeWords")).isEqualTo("The picture is in the clipboard.");
        robot.interact(() ->
                assertThat(Clipboard.getSystemClipboard().getImage().getWidth()).isGreaterThan(1_000));
    }

    @Test
    void saysThatThereIsNothingToExportYet(FxRobot robot) {
        robot.interact(() -> item(robot, "exportMenu", "loss-svg").fire());
        assertThat(text(robot, "noticeWords"))
                .startsWith("There is no picture here to export, or not yet: press play first");
    }

    @Test
    void exportsWhatIsTakenHome(FxRobot robot) throws TimeoutException, IOException {
        robot.clickOn("#epochOnce");
        await(() -> epoch(robot) == 1 && !workspace.isTraining());
        assertThat(export(robot, "program-PYTORCH", "p.py")).content().contains("import torch");
        assertThat(export(robot, "program-KERAS", "k.py")).content().contains("import keras");
        assertThat(export(robot, "program-DEEPLEARNING4J", "D.java")).content().contains("class CarouselExperiment");
        assertThat(export(robot, "exportPage", "h.html")).content().contains("\"run\":{\"epoch\":1,");
        var picture = ImageIO.read(export(robot, "exportWindow", "w.png").toFile());
        assertThat(picture.getWidth()).isEqualTo(2 * 1280);
        assertThat(picture.getHeight()).isEqualTo(2 * 800);
    }

    @Test
    void aProgramThatWouldTrainSomethingElseIsRefused(FxRobot robot) throws IOException {
        open(robot, Experiment.reference().with(Hyperparameters.reference().with(Settings.CELL, Cell.GRU)));
        dialogs.answer = folder.resolve("D.java");
        robot.interact(() -> item(robot, "exportMenu", "program-DEEPLEARNING4J").fire());
        assertThat(text(robot, "noticeWords")).startsWith("Deeplearning4j cannot train this");
        assertThat(dialogs.answer).doesNotExist();
    }

    @Test
    void writesAnAnimationInTheBackground(FxRobot robot) throws TimeoutException, IOException {
        robot.interact(() -> item(robot, "exportMenu", "exportAnimation").fire());
        robot.interact(() -> ((Button) find(robot, "animationWrite")).fire());
        assertThat(text(robot, "noticeWords"))
                .startsWith("There is no picture here to export, or not yet: press play first");
        robot.clickOn("#epochOnce");
        await(() -> epoch(robot) == 1 && !workspace.isTraining());
        dialogs.answer = folder.resolve("a.gif");
        robot.interact(() -> ((Button) find(robot, "animationWrite")).fire());
        await(() -> !find(robot, "animationPanel").isVisible());
        assertThat(text(robot, "noticeWords")).isEqualTo("Saved a.gif.");
        assertThat(ImageIO.read(dialogs.answer.toFile()).getWidth()).isEqualTo(1_280);
    }

    @Test
    void theWritingOfAnAnimationCanBeStopped(FxRobot robot) throws TimeoutException {
        robot.clickOn("#epochOnce");
        await(() -> epoch(robot) == 1 && !workspace.isTraining());
        dialogs.answer = folder.resolve("a.gif");
        robot.interact(() -> {
            item(robot, "exportMenu", "exportAnimation").fire();
            ((Button) find(robot, "animationWrite")).fire();
            assertThat(find(robot, "animationWidth").isDisabled()).isTrue();
            ((Button) find(robot, "animationCancel")).fire();
        });
        await(() -> !find(robot, "animationWidth").isDisabled());
        assertThat(text(robot, "noticeWords")).isEqualTo("The animation was not written.");
        assertThat(dialogs.answer).doesNotExist();
        assertThat(find(robot, "animationPanel").isVisible()).isTrue();
    }
}
