package lab.carousel.ui.window.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import javafx.scene.input.KeyCode;
import lab.carousel.engine.dl4j.Dl4jEngine;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;

/** Training in the window, from the first look to a large task. */
class MainWindowTrainingTest extends MainWindowFixture {

    MainWindowTrainingTest() {
        engine = new Dl4jEngine();
    }

    @Test
    void startsOnTheReferenceTrainsPausesAndSteps() {
        awaitText("place", "ready");
        assertThat(text("epoch")).isEqualTo("0 of 250 epochs");
        assertThat(text("hiddenUnits")).isEqualTo("20");
        assertThat(text("presets")).isEqualTo("The tutorial (reference)");
        assertThat(text("recall")).matches("\\d of 8");
        String lossBefore = text("loss");
        int[] heatmapBefore = awaitHeatmap();
        Frames.letGoOn();
        robot.clickOn("#play");
        await(() -> epoch() >= 2);
        robot.clickOn("#play");
        Frames.rest();
        assertThat(text("loss")).isNotEqualTo(lossBefore);
        await(() ->
                !Arrays.equals(heatmap(), heatmapBefore) && !find("lossEmpty").isVisible());
        long updates = workspace.run().updates();
        robot.clickOn("#step");
        await(() -> workspace.run().updates() == updates + 1);
        int epoch = epoch();
        // From everywhere
        robot.clickOn("#hiddenUnits").push(KeyCode.F7);
        await(() -> epoch() == epoch + 1 && !workspace.run().isTraining());
        assertThat(workspace.run().updates()).isEqualTo((epoch + 1) * 8L);
        robot.push(KeyCode.F8);
        await(() -> epoch() == 0 && text("loss").equals(lossBefore));
    }

    @Test
    void typedSequencesAreTrainedAndInvalidOnesAreNot() {
        type("sequenceField0", "3 0 7");
        await(() -> find("play").isDisabled() && find("step").isDisabled());
        robot.push(KeyCode.F5);
        awaitStart("noticeWords", "Fix the task or the hyperparameters");
        type("sequenceField0", "3 0 1 2 3");
        await(() -> !find("play").isDisabled());
        type("sequenceField1", "4 0 1 2 3");
        await(() -> text("verdict").equals("needs no memory")
                && !find("stateDeciding").isVisible());
        type("sequenceField1", "4 0 1 2 4 0");
        Frames.letGoOn();
        robot.clickOn("#play");
        await(() -> workspace.run().updates() >= 9);
        assertThat(text("recall")).endsWith("of 9");
        robot.clickOn("#play");
    }
}
