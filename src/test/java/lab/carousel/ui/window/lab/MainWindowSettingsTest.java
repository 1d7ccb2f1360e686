package lab.carousel.ui.window.lab;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ToggleSwitch;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import lab.carousel.engine.dl4j.Dl4jEngine;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Hyperparameters, presets and the engine in the window. */
class MainWindowSettingsTest extends MainWindowFixture {

    MainWindowSettingsTest() {
        engine = new Dl4jEngine();
    }

    @Test
    void aHyperparameterOutOfBoundsIsToldAtItsPlace(FxRobot robot) throws TimeoutException {
        type(robot, "hiddenUnits", "0");
        assertThat(text(robot, "hiddenUnitsProblem"))
                .isEqualTo("The number of hidden units must be a whole number from 1 to 512.");
        await(() -> find(robot, "play").isDisabled());
        double problemTop = find(robot, "hiddenUnitsProblem").localToScene(0, 0).getY();
        assertThat(problemTop)
                .isGreaterThan(find(robot, "hiddenUnits").localToScene(0, 0).getY())
                .isLessThan(find(robot, "learningRate").localToScene(0, 0).getY());
        type(robot, "hiddenUnits", "3");
        assertThat(find(robot, "hiddenUnitsProblem").isVisible()).isFalse();
        robot.interact(() -> ((ToggleButton) find(robot, "group-TRAINING")).setSelected(true));
        type(robot, "batchSize", "5");
        assertThat(text(robot, "batchSizeProblem"))
                .startsWith("The batch size 5 is larger than the 4 steps of the longest sequence");
    }

    @Test
    void theLearningRateChangesWhileRunningAndTheRestOffersARestart(FxRobot robot) throws TimeoutException {
        trainAnEpochWithoutLive(robot);
        type(robot, "learningRate", "0.01");
        Frames.settle();
        assertThat(text(robot, "noticeWords")).startsWith("Live is off: ");
        type(robot, "hiddenUnits", "8");
        await(() -> text(robot, "noticeWords").equals("This takes effect when the run starts anew."));
        assertThat(find(robot, "notice").isVisible()).isTrue();
        assertThat(epoch(robot)).isEqualTo(1);
        Frames.letGoOn();
        robot.interact(() -> ((Button) find(robot, "noticeAction")).fire());
        // The new run has nothing to show at first
        await(() -> workspace
                        .snapshot()
                        .filter(now -> now.parameters().layout().units() == 8)
                        .isPresent()
                && epoch(robot) >= 1);
        assertThat(find(robot, "notice").isVisible()).isFalse();
        robot.clickOn("#play");
    }

    @Test
    void anotherEngineIsAnEditLikeAnyOther(FxRobot robot) throws TimeoutException {
        assertThat(((ComboBox<?>) find(robot, "engine")).getValue()).isEqualTo(EngineName.KERNEL);
        robot.interact(() -> select(robot, "engine", 0));
        await(() -> asked.get() == EngineName.DL4J);
        assertThat(find(robot, "notice").isVisible()).isFalse();
        assertThat(workspace.title().getValue()).contains("(changed)");
        switchLiveOff(robot);
        engine = new KernelEngine();
        robot.clickOn("#epochOnce");
        await(() -> epoch(robot) == 1 && !workspace.isTraining());
        robot.interact(() -> select(robot, "engine", 1));
        await(() -> text(robot, "noticeWords").equals("This takes effect when the run starts anew."));
        assertThat(find(robot, "notice").isVisible()).isTrue();
        robot.interact(() -> select(robot, "engine", 0));
        await(() -> !find(robot, "notice").isVisible());
        assertThat(epoch(robot)).isEqualTo(1);
        assertThat(asked.get()).isEqualTo(EngineName.DL4J);
    }

    @Test
    void aFileBringsItsEngineAndAPresetKeepsIt(FxRobot robot) throws TimeoutException {
        Experiment reference = Experiment.reference();
        open(
                robot,
                new Experiment(reference.task(), reference.hyperparameters().with(Settings.SEED, 4L), EngineName.DL4J));
        await(() -> asked.get() == EngineName.DL4J && text(robot, "seed").equals("4"));
        assertThat(((ComboBox<?>) find(robot, "engine")).getValue()).isEqualTo(EngineName.DL4J);
        robot.interact(() -> item(robot, "presets", "preset-softmax").fire());
        await(() -> text(robot, "presets").equals("Softmax output")
                && text(robot, "seed").equals("1"));
        assertThat(((ComboBox<?>) find(robot, "engine")).getValue()).isEqualTo(EngineName.DL4J);
    }

    @Test
    void choosingAPresetShowsIt(FxRobot robot) throws TimeoutException {
        robot.interact(
                () -> item(robot, "presets", "preset-gradientThroughTime").fire());
        await(() -> text(robot, "epoch").equals("0 of 500 epochs"));
        assertThat(find(robot, "updateInterval").isDisabled()).isTrue();
        robot.interact(() -> item(robot, "presets", "preset-letters").fire());
        await(() -> text(robot, "sequenceField0").equals("x a b c x"));
        assertThat(text(robot, "epoch")).isEqualTo("0 of 250 epochs");
    }

    @Test
    void theOfferToRestartStandsUnderOtherNotices(FxRobot robot) throws TimeoutException {
        trainAnEpochWithoutLive(robot);
        type(robot, "seed", "5");
        dialogs.answer = folder.resolve("mine.carousel");
        robot.interact(() -> item(robot, "fileMenu", "save").fire());
        assertThat(text(robot, "noticeWords")).isEqualTo("Saved mine.carousel.");
        robot.interact(() -> ((Button) find(robot, "noticeClose")).fire());
        assertThat(text(robot, "noticeWords")).isEqualTo("This takes effect when the run starts anew.");
        robot.interact(() -> ((Button) find(robot, "noticeClose")).fire());
        assertThat(find(robot, "notice").isVisible()).isFalse();
    }

    private void trainAnEpochWithoutLive(FxRobot robot) throws TimeoutException {
        switchLiveOff(robot);
        robot.clickOn("#epochOnce");
        await(() -> epoch(robot) == 1 && !workspace.isTraining());
    }

    /** So that an edit offers a restart, whatever the engine. */
    private static void switchLiveOff(FxRobot robot) {
        robot.interact(() -> ((ToggleSwitch) find(robot, "live")).setSelected(false));
    }
}
