package lab.carousel.ui.window.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.ui.project.History;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Undoing and redoing in the window. */
class MainWindowUndoTest extends MainWindowFixture {

    private static void undo(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.Z);
    }

    private static void redo(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    }

    private static String undoWords(FxRobot robot) {
        return item(robot, "editMenu", "undo").getText();
    }

    @Test
    void whatIsTypedInAFieldIsOneStepAndTheCaretStaysBehindIt(FxRobot robot) {
        assertThat(item(robot, "editMenu", "undo").isDisable()).isTrue();
        type(robot, "seed", "5");
        type(robot, "sequenceField0", "3 0 1 3");
        assertThat(undoWords(robot)).isEqualTo("Undo: sequence 1");
        undo(robot);
        assertThat(text(robot, "sequenceField0")).isEqualTo("3 0 1 2 3");
        TextField field = (TextField) find(robot, "sequenceField0");
        assertThat(field.isFocused()).isTrue();
        assertThat(field.getCaretPosition()).isEqualTo(9);
        assertThat(undoWords(robot)).isEqualTo("Undo: Seed");
        assertThat(item(robot, "editMenu", "redo").getText()).isEqualTo("Redo: sequence 1");
        undo(robot);
        assertThat(text(robot, "seed")).isEqualTo("1");
        assertThat(item(robot, "editMenu", "undo").isDisable()).isTrue();
        redo(robot);
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        assertThat(text(robot, "seed")).isEqualTo("5");
        assertThat(text(robot, "sequenceField0")).isEqualTo("3 0 1 3");
    }

    @Test
    void whatIsTypedAMomentLaterIsAStepOfItsOwn(FxRobot robot) {
        type(robot, "seed", "5");
        Frames.pass(History.JOINED_WITHIN_MILLIS + 100);
        robot.write("7");
        undo(robot);
        assertThat(text(robot, "seed")).isEqualTo("5");
        undo(robot);
        assertThat(text(robot, "seed")).isEqualTo("1");
    }

    @Test
    void typingWhatIsNotValidIsUndoneToo(FxRobot robot) {
        type(robot, "learningRate", "fast");
        assertThat(undoWords(robot)).isEqualTo("Undo: Learning rate");
        undo(robot);
        assertThat(text(robot, "learningRate")).isEqualTo("0.001");
    }

    @Test
    void draggingASliderIsOneStep(FxRobot robot) {
        Slider slider = (Slider) find(robot, "hiddenUnitsSlider");
        robot.drag(slider).moveBy(10, 0).moveBy(10, 0);
        String onTheWay = text(robot, "hiddenUnits");
        robot.moveBy(6, 0).moveBy(8, 0).drop();
        assertThat(text(robot, "hiddenUnits")).isNotEqualTo("20").isNotEqualTo(onTheWay);
        robot.interact(() -> item(robot, "editMenu", "undo").fire());
        assertThat(text(robot, "hiddenUnits")).isEqualTo("20");
        assertThat(item(robot, "editMenu", "undo").isDisable()).isTrue();
    }

    @Test
    void aPresetAndAnOpenedFileAreUndoneWithTheirTitle(FxRobot robot) throws TimeoutException {
        type(robot, "seed", "5");
        robot.interact(() -> item(robot, "presets", "preset-softmax").fire());
        await(() -> text(robot, "presets").equals("Softmax output"));
        Hyperparameters other = Hyperparameters.reference().with(Settings.SEED, 77L);
        open(robot, Experiment.reference().with(other));
        assertThat(workspace.title().getValue()).isEqualTo("given.carousel – Carousel");
        assertThat(undoWords(robot)).isEqualTo("Undo: opened given.carousel");
        robot.interact(() -> item(robot, "editMenu", "undo").fire());
        assertThat(text(robot, "presets")).isEqualTo("Softmax output");
        assertThat(workspace.title().getValue()).isEqualTo("New experiment – Carousel");
        assertThat(undoWords(robot)).isEqualTo("Undo: preset “Softmax output”");
        robot.interact(() -> item(robot, "editMenu", "undo").fire());
        assertThat(text(robot, "seed")).isEqualTo("5");
        assertThat(workspace.title().getValue()).isEqualTo("New experiment (changed) – Carousel");
        robot.interact(() -> item(robot, "editMenu", "redo").fire());
        robot.interact(() -> item(robot, "editMenu", "redo").fire());
        assertThat(text(robot, "seed")).isEqualTo("77");
        assertThat(workspace.title().getValue()).isEqualTo("given.carousel – Carousel");
    }

    @Test
    void whatIsUndoneAfterSavingIsChangedFromTheFile(FxRobot robot) {
        dialogs.answer = folder.resolve("mine.carousel");
        type(robot, "seed", "5");
        robot.interact(() -> item(robot, "fileMenu", "save").fire());
        robot.interact(() -> item(robot, "editMenu", "undo").fire());
        assertThat(text(robot, "seed")).isEqualTo("1");
        assertThat(workspace.title().getValue()).isEqualTo("mine.carousel (changed) – Carousel");
        robot.interact(() -> item(robot, "editMenu", "redo").fire());
        assertThat(workspace.title().getValue()).isEqualTo("mine.carousel – Carousel");
    }

    @Test
    void aGeneratorIsUndone(FxRobot robot) {
        robot.interact(() -> item(robot, "generate", "generate-2a").fire());
        assertThat(undoWords(robot)).isEqualTo("Undo: drawn task");
        robot.interact(() -> item(robot, "editMenu", "undo").fire());
        assertThat(text(robot, "sequenceField0")).isEqualTo("3 0 1 2 3");
        assertThat(find(robot, "generate").isVisible()).isTrue();
    }

    @Test
    void panelsAndDividersAreUndone(FxRobot robot) {
        setSelected(robot, "view-loss", false);
        assertThat(undoWords(robot)).isEqualTo("Undo: panel “Loss”");
        undo(robot);
        assertThat(find(robot, "lossView").getScene()).isNotNull();
        assertThat(item(robot, "editMenu", "undo").isDisable()).isTrue();
        Node editors = find(robot, "hyperparameters");
        double width = editors.getLayoutBounds().getWidth();
        Point2D edge = editors.localToScreen(width, 40);
        robot.drag(edge.add(2, 0), MouseButton.PRIMARY)
                .moveBy(30, 0)
                .moveBy(30, 0)
                .drop();
        assertThat(editors.getLayoutBounds().getWidth()).isGreaterThan(width + 40);
        assertThat(undoWords(robot)).isEqualTo("Undo: layout");
        undo(robot);
        assertThat(editors.getLayoutBounds().getWidth()).isBetween(width - 2, width + 2);
        redo(robot);
        assertThat(editors.getLayoutBounds().getWidth()).isGreaterThan(width + 40);
    }

    @Test
    void undoIsTrainedLive(FxRobot robot) throws TimeoutException {
        robot.clickOn("#epochOnce");
        await(() -> epoch(robot) == 1 && !workspace.isTraining());
        type(robot, "seed", "5");
        await(() -> seed() == 5 && epoch(robot) == 1);
        undo(robot);
        await(() -> seed() == 1 && epoch(robot) == 1);
    }

    private long seed() {
        return workspace.snapshot().orElseThrow().experiment().hyperparameters().get(Settings.SEED);
    }
}
