package lab.carousel.ui.window.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import lab.carousel.engine.DivergingEngine;
import lab.carousel.engine.dl4j.Dl4jEngine;
import lab.carousel.task.Task;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Training in the window, from the first look to a large task. */
class MainWindowTrainingTest extends MainWindowFixture {

    MainWindowTrainingTest() {
        engine = new Dl4jEngine();
    }

    @Test
    void trainsPausesAndSteps(FxRobot robot) throws TimeoutException {
        String lossBefore = awaitText(robot, "loss");
        int[] heatmapBefore = awaitHeatmap(robot);
        Frames.letGoOn();
        robot.clickOn("#play");
        await(() -> epoch(robot) >= 2);
        robot.clickOn("#play");
        Frames.rest();
        assertThat(text(robot, "loss")).isNotEqualTo(lossBefore);
        await(() -> !Arrays.equals(heatmap(robot), heatmapBefore));
        await(() -> !find(robot, "lossEmpty").isVisible());

        long updates = workspace.updates();
        robot.clickOn("#step");
        await(() -> workspace.updates() == updates + 1);
        int epoch = epoch(robot);
        robot.clickOn("#epochOnce");
        await(() -> epoch(robot) == epoch + 1 && !workspace.isTraining());
        assertThat(workspace.updates()).isEqualTo((epoch + 1) * 8L);
        robot.clickOn("#reset");
        await(() -> epoch(robot) == 0 && text(robot, "loss").equals(lossBefore));
    }

    @Test
    void typedSequencesAreTrained(FxRobot robot) throws TimeoutException {
        type(robot, "sequenceField1", "4 0 1 2 3");
        await(() -> text(robot, "verdict").equals("needs no memory")
                && !find(robot, "stateDeciding").isVisible());
        type(robot, "sequenceField1", "4 0 1 2 4 0");
        Frames.letGoOn();
        robot.clickOn("#play");
        await(() -> workspace.updates() >= 9);
        assertThat(text(robot, "recall")).endsWith("of 9");
        robot.clickOn("#play");
    }

    @Test
    void anInvalidTaskIsNotTrained(FxRobot robot) throws TimeoutException {
        type(robot, "sequenceField0", "3 0 7");
        await(() -> find(robot, "play").isDisabled() && find(robot, "step").isDisabled());
        robot.push(KeyCode.F5);
        await(() -> text(robot, "noticeWords").startsWith("Something in the task or the hyperparameters"));
        type(robot, "sequenceField0", "3 0 4");
        await(() -> !find(robot, "play").isDisabled());
    }

    @Test
    void aRunThatDivergesSaysWhereAndKeepsTheLastGoodState(FxRobot robot) throws TimeoutException {
        engine = new DivergingEngine(9);
        robot.clickOn("#play");
        await(() -> text(robot, "place").equals("diverged"));
        assertThat(text(robot, "noticeWords"))
                .startsWith("The run diverged in epoch 2, at step 1 of sequence 1: the loss is no number any more.");
        assertThat(workspace.snapshot().orElseThrow().position().epoch()).isEqualTo(1);
        assertThat(workspace.snapshot().orElseThrow().evaluation().isFinite()).isTrue();
    }

    @Test
    void functionKeysWorkFromEverywhere(FxRobot robot) throws TimeoutException {
        robot.clickOn("#hiddenUnits").push(KeyCode.F7);
        await(() -> epoch(robot) == 1 && !workspace.isTraining());
        robot.push(KeyCode.F8);
        await(() -> epoch(robot) == 0);
    }

    @Test
    void aTaskOfManySequencesCanBeOpenedAndEdited(FxRobot robot) throws TimeoutException {
        String[] sequences = new String[200];
        Arrays.setAll(sequences, s -> s % 2 == 0 ? "3 0 1 2 3".repeat(20).replace("33", "3 3") : "4 0 1 2 4");
        openTask(robot, Task.parse("0 1 2 3 4", sequences));
        await(() -> text(robot, "recall").endsWith("of 10,300"));
        type(robot, "seed", "9");
        assertThat(workspace.title().getValue()).contains("(changed)");
    }

    @Test
    void startsOnTheReferenceReadyToTrain(FxRobot robot) throws TimeoutException {
        await(() -> text(robot, "place").equals("ready"));
        assertThat(text(robot, "epoch")).isEqualTo("0 of 250 epochs");
        assertThat(text(robot, "hiddenUnits")).isEqualTo("20");
        assertThat(text(robot, "presets")).isEqualTo("The tutorial (reference)");
        assertThat(text(robot, "recall")).matches("\\d of 8");
        showPlace(robot, "predictions");
        await(() -> !robot.lookup(".prediction").queryAll().isEmpty());
        assertThat(((ListView<?>) find(robot, "predictionList")).getItems()).hasSize(10);
    }

    @Test
    void panelsCanBeHidden(FxRobot robot) {
        setSelected(robot, "view-microscope", false);
        assertThat(robot.lookup("#predictions").tryQuery()).isEmpty();
        setSelected(robot, "view-loss", false);
        assertThat(robot.lookup("#lossView").tryQuery()).isEmpty();
        setSelected(robot, "view-loss", true);
        assertThat(robot.lookup("#lossView").tryQuery()).isPresent();
    }
}
