package lab.carousel.ui.window.lab;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ToggleSwitch;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import lab.carousel.engine.DivergingEngine;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.training.RunState;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.lab.GatedEngine;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Live what-if in the window. */
class MainWindowLiveTest extends MainWindowFixture {

    @Test
    void anEditTrainsAnewAndTheScreenFollows(FxRobot robot) throws TimeoutException {
        finish(robot);
        String lossBefore = text(robot, "loss");
        int[] heatmapBefore = heatmap(robot);
        String curveBefore = find(robot, "lossPlot").getAccessibleText();
        type(robot, "hiddenUnits", "6");
        await(() -> shows(6) && workspace.state() == RunState.FINISHED);
        Snapshot shown = workspace.snapshot().orElseThrow();
        assertThat(shown.position().epoch()).isEqualTo(250);
        assertThat(shown.parameters().layout().units()).isEqualTo(6);
        assertThat(text(robot, "epoch")).isEqualTo("250 of 250 epochs");
        assertThat(text(robot, "loss")).isNotEqualTo(lossBefore);
        assertThat(text(robot, "noticeWords")).isEqualTo("Opened given.carousel.");
        await(() -> !find(robot, "lossPlot").getAccessibleText().equals(curveBefore)
                && !Arrays.equals(heatmap(robot), heatmapBefore));
    }

    @Test
    void playGoesOnWithWhatTrainsAnewByItselfAndPausesOnlyWhatItStarted(FxRobot robot) throws TimeoutException {
        finish(robot);
        GatedEngine slow = new GatedEngine(12);
        engine = slow;
        Frames.letGoOn();
        type(robot, "hiddenUnits", "6");
        Frames.awaitInTime(() -> shows(6) && workspace.state() == RunState.RUNNING);
        assertThat(find(robot, "play").getAccessibleText()).isEqualTo("Play");
        robot.push(KeyCode.F5);
        assertThat(find(robot, "play").getAccessibleText()).isEqualTo("Pause");
        slow.open(0);
        await(() -> workspace.state() == RunState.FINISHED);
        assertThat(text(robot, "epoch")).isEqualTo("250 of 250 epochs");
        engine = new GatedEngine(12);
        robot.push(KeyCode.F5);
        await(() -> workspace.state() == RunState.RUNNING);
        robot.push(KeyCode.F5);
        ((GatedEngine) engine).open(0);
        await(() -> workspace.state() == RunState.PAUSED);
    }

    @Test
    void switchedOffItOffersARestart(FxRobot robot) throws TimeoutException {
        finish(robot);
        robot.push(KeyCode.F10);
        await(() -> !live(robot).isSelected());
        type(robot, "hiddenUnits", "6");
        // In the place of what says that live is off
        await(() -> text(robot, "noticeWords").equals("This takes effect when the run starts anew."));
        assertThat(find(robot, "notice").isVisible()).isTrue();
        assertThat(shows(20)).isTrue();
        robot.interact(() -> live(robot).setSelected(true));
        await(() -> shows(6) && workspace.state() == RunState.FINISHED);
        assertThat(text(robot, "noticeWords")).startsWith("Live is on: every change");
    }

    @Test
    void theToolbarTellsTheEngineOfTheRunAndWhetherItCanBeLive(FxRobot robot) throws TimeoutException {
        finish(robot);
        assertThat(text(robot, "engineBadge")).isEqualTo("Kernel");
        assertThat(live(robot).isDisabled()).isFalse();
        robot.interact(() -> select(robot, "engine", EngineName.DL4J.ordinal()));
        await(() -> live(robot).isDisabled());
        // The run on the screen was trained by the kernel until it starts anew
        assertThat(text(robot, "engineBadge")).isEqualTo("Kernel");
        assertThat(live(robot).getAccessibleHelp()).startsWith("Live what-if needs the kernel");
        robot.push(KeyCode.F10);
        assertThat(live(robot).isSelected()).isTrue();
        robot.clickOn("#reset");
        await(() -> text(robot, "engineBadge").equals("Deeplearning4j"));
    }

    @Test
    void whatARunThatDivergedSaidGoesWithIt(FxRobot robot) throws TimeoutException {
        finish(robot);
        engine = new DivergingEngine(9);
        type(robot, "hiddenUnits", "6");
        await(() -> shows(6) && workspace.state() == RunState.DIVERGED);
        assertThat(text(robot, "noticeWords")).startsWith("The run diverged in epoch 2");
        engine = new KernelEngine();
        type(robot, "hiddenUnits", "7");
        await(() -> shows(7) && workspace.state() == RunState.FINISHED);
        assertThat(find(robot, "notice").isVisible()).isFalse();
    }

    /** Trains the reference with the kernel to its end. */
    private void finish(FxRobot robot) throws TimeoutException {
        Experiment reference = Experiment.reference();
        open(robot, new Experiment(reference.task(), reference.hyperparameters(), EngineName.KERNEL));
        await(() -> text(robot, "engineBadge").equals("Kernel"));
        robot.clickOn("#play");
        await(() -> workspace.state() == RunState.FINISHED
                && find(robot, "lossPlot").getAccessibleText().contains(" 250 "));
        awaitHeatmap(robot);
    }

    private boolean shows(int units) {
        return workspace
                .snapshot()
                .filter(shown -> shown.experiment().hyperparameters().get(Settings.HIDDEN_UNITS) == units)
                .isPresent();
    }

    private static ToggleSwitch live(FxRobot robot) {
        return (ToggleSwitch) find(robot, "live");
    }
}
