package lab.carousel.ui.window.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.control.Toggle;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;

/** Sessions in the window: saved and opened again, by the user and by the program. */
class MainWindowSessionTest extends MainWindowFixture {

    private void trainAndPin() {
        type("epochs", "60");
        train();
        showPlace("compare");
        pin();
    }

    private Path saveSession() {
        dialogs.answer = folder.resolve("lesson.carousel-session");
        choose("fileMenu", "saveSession");
        assertThat(text("noticeWords")).isEqualTo("Saved lesson.carousel-session.");
        return dialogs.answer;
    }

    private void openSession(Path file) {
        robot.interact(() -> window.open(file));
    }

    @Test
    void opensToTheSamePictureAndTellsWhatIsBroken() throws IOException {
        trainAndPin();
        robot.interact(() -> workspace.selection().unitProperty().set(4));
        int[] heatmap = awaitHeatmap();
        String loss = text("loss");
        String verdict = text("verdict");
        Snapshot before = network();
        Path file = saveSession();
        choosePreset("softmax");
        fire("removePinned1");
        await(() -> epoch() == 0);
        robot.interact(() -> workspace.screen().simple().set(true));
        openSession(file);
        await(() -> workspace.title().getValue().startsWith("lesson.carousel-session")
                && epoch() == 60
                && text("loss").equals(loss)
                && workspace.selection().unitProperty().get() == 4);
        assertThat(workspace.screen().simple().get()).isFalse();
        assertThat(network().parameters()).isEqualTo(before.parameters());
        assertThat(network().history().size()).isEqualTo(60);
        assertThat(text("verdict")).isEqualTo(verdict);
        assertThat(text("epochs")).isEqualTo("60");
        assertThat(find("pinned1").isVisible()).isTrue();
        await(() -> Arrays.equals(heatmap(), heatmap));
        assertThat(text("noticeWords")).contains("epoch 60").contains("as if it had never stopped");
        assertThat(((Slider) find("historySlider")).getMax()).isEqualTo(60);
        slide("historySlider", 7);
        assertThat(text("historyWords")).startsWith("epoch 7 of 60");
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            Files.writeString(zip.getPath("operations.json"), "{\"lesions\": 7}");
        }
        choosePreset("softmax");
        await(() -> epoch() == 0);
        openSession(file);
        await(() -> epoch() == 60);
        assertThat(text("noticeWords"))
                .startsWith("Opened part of lesson.carousel-session.")
                .contains("operations.json");
    }

    @Test
    void lesionsAndWhatElseWasChosenToOperateComeBack() {
        trainAndPin();
        showPlace("lesion");
        await(() -> !text("lesionIntact").isEmpty());
        type("lesionUnitsField", "9");
        fire("lesionAdd");
        fire("lesionUnitsAll");
        fire("lesionQuantity-CELL_STATE");
        fire("lesionAdd");
        await(() -> text("lesionCount").equals("Lesions: 2")
                && !text("lesionLesioned").equals(text("lesionIntact")));
        String lesioned = text("lesionLesioned");
        showPlace("transplant");
        await(() -> find("transplantDrawing").isVisible());
        fire("transplantStates-CELL_STATE");
        type("transplantUnitsField", "3-5");
        select("transplantRecipient", 0);
        select("transplantDonor", 1);
        Path file = saveSession();
        fire("transplantStates-BOTH");
        fire("transplantUnitsAll");
        select("transplantRecipient", 1);
        showPlace("lesion");
        fire("lesionClear");
        choosePreset("softmax");
        await(() -> epoch() == 0);
        openSession(file);
        await(() -> epoch() == 60 && text("transplantUnitsField").equals("3–5"));
        assertThat(chosen("transplantRecipient")).isZero();
        assertThat(chosen("transplantDonor")).isEqualTo(1);
        assertThat(((Toggle) find("transplantStates-CELL_STATE")).isSelected()).isTrue();
        showPlace("lesion");
        await(() -> text("lesionCount").equals("Lesions: 2")
                && text("lesionLesioned").equals(lesioned));
        undo();
        assertThat(text("lesionCount")).isEqualTo("Lesions: 0");
    }

    private static int chosen(String id) {
        return ((ComboBox<?>) find(id)).getSelectionModel().getSelectedIndex();
    }
}
