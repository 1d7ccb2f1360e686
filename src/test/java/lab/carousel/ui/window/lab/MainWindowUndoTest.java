package lab.carousel.ui.window.lab;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import lab.carousel.model.Settings;
import lab.carousel.ui.project.History;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;

/** Undoing and redoing in the window. */
class MainWindowUndoTest extends MainWindowFixture {

    private static void undoByKey() {
        robot.push(KeyCode.CONTROL, KeyCode.Z);
    }

    private static String undoWords() {
        return item("editMenu", "undo").getText();
    }

    @Test
    void whatIsTypedInAFieldIsOneStepAndTheCaretStaysBehindIt() {
        assertThat(item("editMenu", "undo").isDisable()).isTrue();
        type("seed", "5");
        type("sequenceField0", "3 0 1 3");
        assertThat(undoWords()).isEqualTo("Undo: sequence 1");
        undoByKey();
        assertThat(text("sequenceField0")).isEqualTo("3 0 1 2 3");
        TextField field = (TextField) find("sequenceField0");
        assertThat(field.isFocused()).isTrue();
        assertThat(field.getCaretPosition()).isEqualTo(9);
        assertThat(undoWords()).isEqualTo("Undo: Seed");
        assertThat(item("editMenu", "redo").getText()).isEqualTo("Redo: sequence 1");
        undoByKey();
        assertThat(text("seed")).isEqualTo("1");
        assertThat(item("editMenu", "undo").isDisable()).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z).push(KeyCode.CONTROL, KeyCode.Y);
        assertThat(text("seed")).isEqualTo("5");
        assertThat(text("sequenceField0")).isEqualTo("3 0 1 3");
        // A moment later it is a step of its own
        Frames.pass(History.JOINED_WITHIN_MILLIS + 100);
        type("seed", "6");
        Frames.pass(History.JOINED_WITHIN_MILLIS + 100);
        robot.write("7");
        undoByKey();
        assertThat(text("seed")).isEqualTo("6");
        type("learningRate", "fast");
        assertThat(undoWords()).as("what is not valid").isEqualTo("Undo: Learning rate");
        undoByKey();
        assertThat(text("learningRate")).isEqualTo("0.001");
    }

    @Test
    void aSliderThatIsDraggedAndAGeneratorAreOneStep() {
        robot.drag(find("hiddenUnitsSlider")).moveBy(10, 0).moveBy(10, 0);
        String onTheWay = text("hiddenUnits");
        robot.moveBy(6, 0).moveBy(8, 0).drop();
        assertThat(text("hiddenUnits")).isNotEqualTo("20").isNotEqualTo(onTheWay);
        undo();
        assertThat(text("hiddenUnits")).isEqualTo("20");
        assertThat(item("editMenu", "undo").isDisable()).isTrue();
        robot.interact(() -> ((ToggleButton) find("task-drawn")).fire());
        assertThat(undoWords()).isEqualTo("Undo: drawn task");
        undo();
        assertThat(text("sequenceField0")).isEqualTo("3 0 1 2 3");
        assertThat(find("generate").isVisible()).isTrue();
    }

    @Test
    void aPresetAndAnOpenedFileAreUndoneWithTheirTitle() {
        type("seed", "5");
        choosePreset("softmax");
        awaitText("presets", "Softmax output");
        open(all -> all.with(Settings.SEED, 77L));
        assertThat(workspace.title().getValue()).isEqualTo("given.carousel – Carousel");
        assertThat(undoWords()).isEqualTo("Undo: opened given.carousel");
        undo();
        assertThat(text("presets")).isEqualTo("Softmax output");
        assertThat(workspace.title().getValue()).isEqualTo("New experiment – Carousel");
        assertThat(undoWords()).isEqualTo("Undo: preset “Softmax output”");
        undo();
        assertThat(text("seed")).isEqualTo("5");
        assertThat(workspace.title().getValue()).isEqualTo("New experiment (changed) – Carousel");
        redo();
        redo();
        assertThat(text("seed")).isEqualTo("77");
        assertThat(workspace.title().getValue()).isEqualTo("given.carousel – Carousel");
        type("seed", "78");
        choose("fileMenu", "save");
        undo();
        assertThat(text("seed")).isEqualTo("77");
        assertThat(workspace.title().getValue()).as("after saving").isEqualTo("given.carousel (changed) – Carousel");
        redo();
        assertThat(workspace.title().getValue()).isEqualTo("given.carousel – Carousel");
    }

    @Test
    void panelsAndDividersAreUndoneAndWhatIsUndoneIsTrainedLive() {
        setSelected("view-loss", false);
        assertThat(undoWords()).isEqualTo("Undo: panel “Loss”");
        undoByKey();
        assertThat(find("lossView").getScene()).isNotNull();
        assertThat(item("editMenu", "undo").isDisable()).isTrue();
        Node editors = find("hyperparameters");
        double width = editors.getLayoutBounds().getWidth();
        robot.drag(editors.localToScreen(width, 40).add(2, 0), MouseButton.PRIMARY)
                .moveBy(30, 0)
                .moveBy(30, 0)
                .drop();
        assertThat(editors.getLayoutBounds().getWidth()).isGreaterThan(width + 40);
        assertThat(undoWords()).isEqualTo("Undo: layout");
        undo();
        assertThat(editors.getLayoutBounds().getWidth()).isBetween(width - 2, width + 2);
        redo();
        assertThat(editors.getLayoutBounds().getWidth()).isGreaterThan(width + 40);
        trainEpoch();
        type("seed", "5");
        await(() -> isShown(now -> now.hyperparameters().get(Settings.SEED) == 5) && epoch() == 1);
        undoByKey();
        await(() -> isShown(now -> now.hyperparameters().get(Settings.SEED) == 1) && epoch() == 1);
    }
}
