package lab.carousel.ui.window.lab;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ToggleSwitch;
import java.util.Arrays;
import javafx.scene.input.KeyCode;
import lab.carousel.engine.DivergingEngine;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.EngineName;
import lab.carousel.model.Settings;
import lab.carousel.training.RunState;
import lab.carousel.ui.lab.GatedEngine;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;

class MainWindowLiveTest extends MainWindowFixture {

    @Test
    void anEditTrainsAnewAndTheScreenFollows() {
        finish();
        String lossBefore = text("loss");
        int[] heatmapBefore = heatmap();
        String curveBefore = find("lossPlot").getAccessibleText();
        type("hiddenUnits", "6");
        await(() -> shows(6) && workspace.run().state() == RunState.FINISHED);
        assertThat(network().position().epoch()).isEqualTo(250);
        assertThat(network().parameters().layout().units()).isEqualTo(6);
        assertThat(text("epoch")).isEqualTo("250 of 250 epochs");
        assertThat(text("loss")).isNotEqualTo(lossBefore);
        await(() ->
                !find("lossPlot").getAccessibleText().equals(curveBefore) && !Arrays.equals(heatmap(), heatmapBefore));
        assertThat(find("notice").isVisible()).isFalse();
        // What a run that diverged said goes with it
        engine = new DivergingEngine(9);
        type("hiddenUnits", "7");
        await(() -> shows(7) && workspace.run().state() == RunState.DIVERGED);
        assertThat(text("noticeWords")).startsWith("The run diverged in epoch 2");
        engine = new KernelEngine();
        type("hiddenUnits", "8");
        await(() -> shows(8) && workspace.run().state() == RunState.FINISHED);
        assertThat(find("notice").isVisible()).isFalse();
    }

    @Test
    void playGoesOnWithWhatTrainsAnewByItselfAndPausesOnlyWhatItStarted() {
        finish();
        GatedEngine slow = new GatedEngine(12);
        engine = slow;
        Frames.letGoOn();
        type("hiddenUnits", "6");
        Frames.awaitInTime(() -> shows(6) && workspace.run().state() == RunState.RUNNING);
        assertThat(text("play")).isEqualTo("Play");
        robot.push(KeyCode.F5);
        assertThat(text("play")).isEqualTo("Pause");
        slow.open(0);
        await(() -> workspace.run().state() == RunState.FINISHED);
        assertThat(text("epoch")).isEqualTo("250 of 250 epochs");
        engine = new GatedEngine(12);
        robot.push(KeyCode.F5);
        await(() -> workspace.run().state() == RunState.RUNNING);
        robot.push(KeyCode.F5);
        ((GatedEngine) engine).open(0);
        await(() -> workspace.run().state() == RunState.PAUSED);
    }

    @Test
    void switchedOffItOffersARestartAndTheToolbarTellsTheEngine() {
        finish();
        robot.push(KeyCode.F10);
        await(() -> !live().isSelected());
        type("hiddenUnits", "6");
        // In the place of what says that live is off
        awaitText("noticeWords", "This takes effect when the run restarts.");
        assertThat(find("notice").isVisible()).isTrue();
        assertThat(shows(20)).isTrue();
        fire("noticeAction");
        await(() -> shows(6));
        assertThat(find("notice").isVisible()).isFalse();
        type("hiddenUnits", "7");
        robot.interact(() -> live().setSelected(true));
        await(() -> shows(7) && workspace.run().state() == RunState.FINISHED);
        assertThat(text("noticeWords")).startsWith("Live is on: every change");
        assertThat(text("engineBadge")).isEqualTo("Kernel");
        assertThat(live().isDisabled()).isFalse();
        select("engine", EngineName.DL4J.ordinal());
        await(() -> live().isDisabled());
        // The run on the screen was trained by the kernel until it starts anew
        assertThat(text("engineBadge")).isEqualTo("Kernel");
        assertThat(live().getAccessibleHelp()).startsWith("Live what-if needs the kernel");
        robot.push(KeyCode.F10);
        assertThat(live().isSelected()).isTrue();
        fire("reset");
        awaitText("engineBadge", "Deeplearning4j");
    }

    private void finish() {
        train();
        await(() -> find("lossPlot").getAccessibleText().contains(" 250 "));
        awaitHeatmap();
    }

    private boolean shows(int units) {
        return isShown(now -> now.hyperparameters().get(Settings.HIDDEN_UNITS) == units);
    }

    private static ToggleSwitch live() {
        return (ToggleSwitch) find("live");
    }
}
