package lab.carousel.ui.window.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.text.NumberText;
import lab.carousel.training.RecordedRuns;
import lab.carousel.training.RunState;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;

/** Looking back on past epochs in the window, playing them, and going on from there. */
class MainWindowHistoryTest extends MainWindowFixture {

    /** Its recall and its predictions differ from those at the end. */
    private static final int EPOCH = 5;

    private static final PseudoClass LOOKING_BACK = PseudoClass.getPseudoClass("looking-back");

    private static Snapshot stoppedAt(int epoch) {
        return RecordedRuns.end(
                Experiment.reference().with(all -> all.with(Settings.EPOCHS, epoch)),
                new KernelEngine(),
                Optional.empty());
    }

    private static void scrub(int place) {
        slide("historySlider", place);
    }

    private static double place() {
        return ((Slider) find("historySlider")).getValue();
    }

    /** The values at the bottom are those of a run that was stopped there. */
    private void awaitShows(Snapshot alone) {
        Evaluation evaluation = alone.evaluation();
        awaitText("loss", NumberText.decimals(evaluation.loss(), 4));
        assertThat(text("recall")).isEqualTo(evaluation.right() + " of " + evaluation.steps());
        assertThat(text("margin"))
                .isEqualTo(
                        String.format(Locale.ROOT, "%+.4f", evaluation.margin()).replace('-', '−'));
    }

    private boolean isLookingBack() {
        return window.getPseudoClassStates().contains(LOOKING_BACK);
    }

    @Test
    void aPastEpochShowsWhatARunStoppedThereShowsUntilAnEdit() {
        Snapshot past = stoppedAt(EPOCH);
        Snapshot end = stoppedAt(250);
        assertThat(past.evaluation().right()).isNotEqualTo(end.evaluation().right());
        train();
        awaitShows(end);
        assertThat(text("historyWords")).isEqualTo("live");
        int[] heatmapAtEnd = awaitHeatmap();
        assertThat(((Slider) find("historySlider")).getMax()).isEqualTo(250);
        assertThat(place()).isEqualTo(250);
        assertThat(isLookingBack()).isFalse();
        assertThat(find("lossMark").isVisible()).isFalse();
        scrub(EPOCH);
        awaitShows(past);
        assertThat(text("historyWords")).isEqualTo("epoch 5 of 250 – looking back");
        assertThat(find("historySlider").getAccessibleHelp()).isEqualTo("epoch 5 of 250 – looking back");
        assertThat(isLookingBack()).isTrue();
        assertThat(find("lossMark").isVisible()).isTrue();
        assertThat(heatmap()).isNotEqualTo(heatmapAtEnd);
        // What is exported is what is looked at
        assertThat(workspace.run().shown().orElseThrow().parameters()).isEqualTo(past.parameters());
        fire("historyLive");
        awaitShows(end);
        assertThat(isLookingBack()).isFalse();
        assertThat(find("lossMark").isVisible()).isFalse();
        assertThat(find("historyLive").isDisabled()).isTrue();
        scrub(EPOCH);
        assertThat(isLookingBack()).isTrue();
        type("hiddenUnits", "6");
        await(() -> workspace.run().state() == RunState.FINISHED
                && network().parameters().layout().units() == 6);
        assertThat(isLookingBack()).isFalse();
        assertThat(text("historyWords")).isEqualTo("live");
    }

    @Test
    void keysLookBackAndForwardFromEverywhereAndPlayTheHistory() {
        train();
        robot.clickOn("#hiddenUnits").push(KeyCode.F2).push(KeyCode.F2).push(KeyCode.F2);
        awaitShows(stoppedAt(247));
        robot.push(KeyCode.F3);
        awaitShows(stoppedAt(248));
        robot.push(KeyCode.F4);
        awaitShows(stoppedAt(250));
        assertThat(text("historyWords")).isEqualTo("live");
        // The slider has the focus itself too
        focus("historySlider");
        robot.push(KeyCode.LEFT).push(KeyCode.LEFT);
        awaitShows(stoppedAt(248));
        robot.push(KeyCode.HOME);
        awaitShows(stoppedAt(0));
        robot.push(KeyCode.END);
        awaitShows(stoppedAt(250));
        scrub(240);
        fire("historyPlay");
        assertThat(find("historyPlay").getAccessibleText()).isEqualTo("Pause history");
        Frames.awaitInTime(() -> text("historyWords").equals("live"));
        assertThat(find("historyPlay").getAccessibleText()).isEqualTo("Play history");
        robot.push(KeyCode.SHIFT, KeyCode.F4);
        Frames.awaitInTime(() -> place() >= 3);
        robot.push(KeyCode.SHIFT, KeyCode.F4);
        assertThat(find("historyPlay").getAccessibleText()).isEqualTo("Play history");
        int epoch = (int) place();
        assertThat(epoch).isBetween(3, 249);
        awaitShows(stoppedAt(epoch));
        assertThat(text("historyWords")).isEqualTo("epoch " + epoch + " of 250 – looking back");
    }

    @Test
    void aRunGoesOnFromAPastEpoch() {
        assertThat(find("historyContinue").isDisabled()).as("at the start").isTrue();
        train();
        scrub(EPOCH);
        Snapshot past = stoppedAt(EPOCH);
        awaitShows(past);
        fire("historyContinue");
        await(() -> network().origin().isPresent());
        assertThat(text("historyWords")).isEqualTo("live, continued from epoch 5");
        train();
        assertThat(text("epoch")).isEqualTo("255 of 255 epochs");
        robot.push(KeyCode.F8);
        awaitShows(stoppedAt(0));
        assertThat(text("historyWords")).isEqualTo("live");
    }
}
