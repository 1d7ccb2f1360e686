package lab.carousel.ui.window.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.control.Toggle;
import lab.carousel.file.session.SessionFile;
import lab.carousel.model.layout.Parameters;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Sessions in the window: saved and opened again, by the user and by the program. */
class MainWindowSessionTest extends MainWindowFixture {

    /** Trains 60 of 60 epochs and pins the run. */
    private void train(FxRobot robot) throws TimeoutException {
        type(robot, "epochs", "60");
        robot.clickOn("#play");
        await(() -> epoch(robot) == 60 && !workspace.isTraining());
        showPlace(robot, "compare");
        await(() -> !find(robot, "pinRun").isDisabled());
        robot.interact(() -> ((ButtonBase) find(robot, "pinRun")).fire());
    }

    private Path saveSession(FxRobot robot) {
        dialogs.answer = folder.resolve("lesson.carousel-session");
        robot.interact(() -> item(robot, "fileMenu", "saveSession").fire());
        assertThat(text(robot, "noticeWords")).isEqualTo("Saved lesson.carousel-session.");
        return dialogs.answer;
    }

    @Test
    void opensToTheSamePicture(FxRobot robot) throws TimeoutException {
        train(robot);
        robot.interact(() -> workspace.selection().unitProperty().set(4));
        setSelected(robot, "view-state", true);
        int[] heatmap = awaitHeatmap(robot);
        String loss = text(robot, "loss");
        String verdict = text(robot, "verdict");
        Snapshot before = workspace.snapshot().orElseThrow();
        Path file = saveSession(robot);
        robot.interact(() -> item(robot, "presets", "preset-softmax").fire());
        showPlace(robot, "predictions");
        robot.interact(() -> ((ButtonBase) find(robot, "removePinned1")).fire());
        await(() -> epoch(robot) == 0);
        robot.interact(() -> window.open(file));
        await(() -> workspace.title().getValue().startsWith("lesson.carousel-session") && epoch(robot) == 60);
        await(() -> text(robot, "loss").equals(loss)
                && workspace.selection().unitProperty().get() == 4);
        Snapshot after = workspace.snapshot().orElseThrow();
        assertThat(after.parameters()).isEqualTo(before.parameters());
        assertThat(after.history().size()).isEqualTo(60);
        assertThat(text(robot, "verdict")).isEqualTo(verdict);
        assertThat(text(robot, "epochs")).isEqualTo("60");
        assertThat(find(robot, "pinned1").isVisible()).isTrue();
        await(() -> Arrays.equals(heatmap(robot), heatmap));
        assertThat(text(robot, "noticeWords")).contains("epoch 60").contains("as if it had not been interrupted");
        assertThat(((Slider) find(robot, "historySlider")).getMax()).isEqualTo(60);
        robot.interact(() -> ((Slider) find(robot, "historySlider")).setValue(7));
        assertThat(text(robot, "historyWords")).startsWith("epoch 7 of 60");
    }

    @Test
    void lesionsAndWhatElseWasChosenToOperateComeBack(FxRobot robot) throws TimeoutException {
        train(robot);
        showPlace(robot, "lesion");
        await(() -> !text(robot, "lesionIntact").isEmpty());
        type(robot, "lesionUnitsField", "9");
        fire(robot, "lesionAdd");
        fire(robot, "lesionUnitsAll");
        fire(robot, "lesionQuantity-CELL_STATE");
        fire(robot, "lesionAdd");
        await(() -> text(robot, "lesionCount").equals("Lesions: 2")
                && !lesioned(robot).equals(intact(robot)));
        String lesioned = lesioned(robot);
        showPlace(robot, "transplant");
        await(() -> find(robot, "transplantDrawing").isVisible());
        fire(robot, "transplantStates-CELL_STATE");
        type(robot, "transplantUnitsField", "3-5");
        robot.interact(() -> {
            box(robot, "transplantRecipient").getSelectionModel().select(0);
            box(robot, "transplantDonor").getSelectionModel().select(1);
        });
        Path file = saveSession(robot);
        fire(robot, "transplantStates-BOTH");
        fire(robot, "transplantUnitsAll");
        robot.interact(
                () -> box(robot, "transplantRecipient").getSelectionModel().select(1));
        showPlace(robot, "lesion");
        fire(robot, "lesionClear");
        robot.interact(() -> item(robot, "presets", "preset-softmax").fire());
        await(() -> epoch(robot) == 0);
        robot.interact(() -> window.open(file));
        await(() -> epoch(robot) == 60 && text(robot, "transplantUnitsField").equals("3–5"));
        assertThat(box(robot, "transplantRecipient").getSelectionModel().getSelectedIndex())
                .isZero();
        assertThat(box(robot, "transplantDonor").getSelectionModel().getSelectedIndex())
                .isEqualTo(1);
        assertThat(((Toggle) find(robot, "transplantStates-CELL_STATE")).isSelected())
                .isTrue();
        showPlace(robot, "lesion");
        await(() -> text(robot, "lesionCount").equals("Lesions: 2")
                && lesioned(robot).equals(lesioned));
        robot.interact(() -> item(robot, "editMenu", "undo").fire());
        assertThat(text(robot, "lesionCount")).isEqualTo("Lesions: 0");
    }

    private static String lesioned(FxRobot robot) {
        return text(robot, "lesionLesioned");
    }

    private static String intact(FxRobot robot) {
        return text(robot, "lesionIntact");
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> ((ButtonBase) find(robot, id)).fire());
    }

    private static ComboBox<?> box(FxRobot robot, String id) {
        return (ComboBox<?>) find(robot, id);
    }

    @Test
    void whatIsBrokenInASessionIsToldAndTheRestIsOpened(FxRobot robot) throws TimeoutException, IOException {
        train(robot);
        Path file = saveSession(robot);
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            Files.writeString(zip.getPath("operations.json"), "{\"lesions\": 7}");
        }
        robot.interact(() -> item(robot, "presets", "preset-softmax").fire());
        await(() -> epoch(robot) == 0);
        robot.interact(() -> window.open(file));
        await(() -> epoch(robot) == 60);
        assertThat(text(robot, "noticeWords"))
                .startsWith("Opened lesson.carousel-session, but not all of it.")
                .contains("operations.json");
    }

    @Test
    void anOpenedRunGoesOnWhereItWas(FxRobot robot) throws TimeoutException {
        robot.clickOn("#epochOnce");
        await(() -> epoch(robot) == 1 && !workspace.isTraining());
        robot.clickOn("#step");
        await(() -> workspace.updates() == 9 && !workspace.isTraining());
        Path file = saveSession(robot);
        robot.clickOn("#epochOnce");
        await(() -> epoch(robot) == 2 && !workspace.isTraining());
        Parameters uninterrupted = workspace.snapshot().orElseThrow().parameters();
        robot.interact(() -> window.open(file));
        await(() -> text(robot, "noticeWords").contains("epoch 1"));
        await(() -> workspace.updates() == 9 && !workspace.isTraining());
        robot.clickOn("#epochOnce");
        await(() -> epoch(robot) == 2 && !workspace.isTraining());
        assertThat(workspace.snapshot().orElseThrow().parameters()).isEqualTo(uninterrupted);
        assertThat(workspace.snapshot().orElseThrow().history().size()).isEqualTo(2);
        assertThat(workspace.snapshot().orElseThrow().origin()).isEmpty();
    }

    @Test
    void openingASessionIsOneStepThatCanBeUndone(FxRobot robot) throws TimeoutException {
        setSelected(robot, "view-loss", false);
        type(robot, "seed", "5");
        Path file = saveSession(robot);
        setSelected(robot, "view-loss", true);
        type(robot, "seed", "6");
        robot.interact(() -> window.open(file));
        await(() -> text(robot, "seed").equals("5"));
        assertThat(item(robot, "editMenu", "undo").getText()).isEqualTo("Undo: opened lesson.carousel-session");
        robot.interact(() -> item(robot, "editMenu", "undo").fire());
        assertThat(text(robot, "seed")).isEqualTo("6");
        assertThat(find(robot, "lossView").getScene()).isNotNull();
    }

    @Test
    void aDamagedSessionIsToldAndChangesNothing(FxRobot robot) throws IOException, TimeoutException {
        type(robot, "seed", "5");
        Path broken = Files.writeString(folder.resolve("broken.carousel-session"), "PK no zip");
        robot.interact(() -> window.open(broken));
        await(() -> find(robot, "notice").isVisible());
        assertThat(text(robot, "noticeWords")).contains("broken.carousel-session");
        assertThat(text(robot, "seed")).isEqualTo("5");
    }

    @Test
    void whatWasThereWhenTheProgramWasKilledIsOffered(FxRobot robot) throws TimeoutException, IOException {
        Path home = folder.resolve("home");
        robot.interact(() -> workspace.keepIn(home));
        train(robot);
        Frames.pass(4_000);
        Path running = running(home).orElseThrow();
        assertThat(SessionFile.read(running).pinned()).hasSize(1);
        // The file of a program that was killed: nobody holds its lock
        Path next = folder.resolve("next/sessions");
        Files.createDirectories(next);
        Files.copy(running, next.resolve("running-killed.carousel-session"));
        Files.createFile(next.resolve("running-killed.lock"));
        Snapshot before = workspace.snapshot().orElseThrow();
        robot.interact(() -> item(robot, "presets", "preset-softmax").fire());
        await(() -> epoch(robot) == 0);
        robot.interact(() -> workspace.keepIn(folder.resolve("next")));
        assertThat(text(robot, "noticeWords")).contains("did not end properly");
        robot.interact(() -> ((ButtonBase) find(robot, "noticeAction")).fire());
        await(() -> epoch(robot) == 60);
        assertThat(workspace.snapshot().orElseThrow().parameters()).isEqualTo(before.parameters());
        assertThat(workspace.snapshot().orElseThrow().recorded().size()).isEqualTo(61);
        assertThat(workspace.title().getValue()).isEqualTo("New experiment (changed) – Carousel");
    }

    /** The session that the program saves by itself. */
    private static Optional<Path> running(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("sessions"))) {
            return files.filter(file -> file.toString().endsWith(".carousel-session"))
                    .findFirst();
        }
    }
}
