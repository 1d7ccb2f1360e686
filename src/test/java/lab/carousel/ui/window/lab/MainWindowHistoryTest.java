package lab.carousel.ui.window.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.trace.StepWindow;
import lab.carousel.model.trace.Traces;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Step;
import lab.carousel.text.Message;
import lab.carousel.training.RecordedRuns;
import lab.carousel.training.RunState;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Looking back on past epochs in the window, playing them, and going on from there. */
class MainWindowHistoryTest extends MainWindowFixture {

    /** Its recall and its predictions differ from those at the end. */
    private static final int EPOCH = 5;

    private static final PseudoClass LOOKING_BACK = PseudoClass.getPseudoClass("looking-back");

    private static Snapshot stoppedAt(int epoch) {
        Experiment reference = Experiment.reference();
        return RecordedRuns.end(
                reference.with(reference.hyperparameters().with(Settings.EPOCHS, epoch)),
                new KernelEngine(),
                Optional.empty());
    }

    private void finish(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.F5);
        await(() -> workspace.state() == RunState.FINISHED);
    }

    private void scrub(FxRobot robot, int place) {
        robot.interact(() -> slider(robot, "historySlider").setValue(place));
    }

    private static Slider slider(FxRobot robot, String id) {
        return (Slider) find(robot, id);
    }

    /** The values at the bottom and the predictions are those of a run that was stopped there. */
    private void awaitShows(FxRobot robot, Snapshot alone) throws TimeoutException {
        showPlace(robot, "predictions");
        await(() -> text(robot, "loss")
                .equals(String.format(Locale.ROOT, "%.4f", alone.evaluation().loss())));
        assertThat(text(robot, "recall"))
                .isEqualTo(
                        alone.evaluation().right() + " of " + alone.evaluation().steps());
        assertThat(text(robot, "margin"))
                .isEqualTo(
                        String.format(Locale.ROOT, "%+.4f", alone.evaluation().margin())
                                .replace('-', '−'));
        Traces traces = Traces.of(alone.experiment(), alone.parameters(), StepWindow.START);
        List<String> expected = IntStream.range(0, traces.columns())
                .mapToObj(column -> words(alone, traces, column))
                .toList();
        await(() -> predictions(robot).equals(expected));
    }

    /** Step by step, as the list of the predictions says it. */
    private static List<String> predictions(FxRobot robot) {
        return robot.lookup(".prediction").queryAll().stream()
                .filter(cell -> cell.isVisible()
                        && cell.getAccessibleText() != null
                        && ((ListCell<?>) cell).getGraphic() != null
                        && ((ListCell<?>) cell).getItem().toString().endsWith("isHead=false]"))
                .sorted(Comparator.comparing(Node::getLayoutY))
                .map(Node::getAccessibleText)
                .toList();
    }

    private static String words(Snapshot snapshot, Traces traces, int column) {
        Alphabet alphabet = snapshot.experiment().task().alphabet();
        Step step = traces.step(column);
        return Message.text(
                traces.isRight(column) ? "predictions.right" : "predictions.wrong",
                step.number(),
                alphabet.symbol(step.input()),
                alphabet.symbol(step.target()),
                alphabet.symbol(traces.predicted(column)),
                traces.outputs(column)[step.target()]);
    }

    private boolean isLookingBack() {
        return window.getPseudoClassStates().contains(LOOKING_BACK);
    }

    @Test
    void aPastEpochShowsWhatARunStoppedThereShows(FxRobot robot) throws TimeoutException {
        Snapshot past = stoppedAt(EPOCH);
        Snapshot end = stoppedAt(250);
        assertThat(past.evaluation().right()).isNotEqualTo(end.evaluation().right());
        finish(robot);
        awaitShows(robot, end);
        assertThat(text(robot, "historyWords")).isEqualTo("live");
        int[] heatmapAtEnd = awaitHeatmap(robot);
        assertThat(slider(robot, "historySlider").getMax()).isEqualTo(250);
        assertThat(slider(robot, "historySlider").getValue()).isEqualTo(250);
        assertThat(isLookingBack()).isFalse();
        assertThat(find(robot, "lossMark").isVisible()).isFalse();

        scrub(robot, EPOCH);
        awaitShows(robot, past);
        assertThat(text(robot, "historyWords")).isEqualTo("epoch 5 of 250 – looking back");
        assertThat(slider(robot, "historySlider").getAccessibleHelp()).isEqualTo("epoch 5 of 250 – looking back");
        assertThat(isLookingBack()).isTrue();
        assertThat(find(robot, "lossMark").isVisible()).isTrue();
        assertThat(heatmap(robot)).isNotEqualTo(heatmapAtEnd);
        // What is exported is what is looked at
        assertThat(workspace.shown().orElseThrow().parameters()).isEqualTo(past.parameters());

        robot.interact(() -> ((Button) find(robot, "historyLive")).fire());
        awaitShows(robot, end);
        assertThat(isLookingBack()).isFalse();
        assertThat(find(robot, "lossMark").isVisible()).isFalse();
        assertThat(find(robot, "historyLive").isDisabled()).isTrue();
    }

    @Test
    void keysLookBackAndForwardFromEverywhere(FxRobot robot) throws TimeoutException {
        finish(robot);
        robot.clickOn("#hiddenUnits").push(KeyCode.F2).push(KeyCode.F2).push(KeyCode.F2);
        awaitShows(robot, stoppedAt(247));
        robot.push(KeyCode.F3);
        awaitShows(robot, stoppedAt(248));
        robot.push(KeyCode.F4);
        awaitShows(robot, stoppedAt(250));
        assertThat(text(robot, "historyWords")).isEqualTo("live");
        // The slider has the focus itself too
        robot.interact(() -> find(robot, "historySlider").requestFocus());
        robot.push(KeyCode.LEFT).push(KeyCode.LEFT);
        awaitShows(robot, stoppedAt(248));
        robot.push(KeyCode.HOME);
        awaitShows(robot, stoppedAt(0));
        robot.push(KeyCode.END);
        awaitShows(robot, stoppedAt(250));
    }

    @Test
    void theHistoryIsPlayedAndPaused(FxRobot robot) throws TimeoutException {
        finish(robot);
        scrub(robot, 240);
        robot.interact(() -> ((Button) find(robot, "historyPlay")).fire());
        assertThat(find(robot, "historyPlay").getAccessibleText()).isEqualTo("Pause the history");
        Frames.awaitInTime(() -> text(robot, "historyWords").equals("live"));
        assertThat(find(robot, "historyPlay").getAccessibleText()).isEqualTo("Play the history");
        awaitShows(robot, stoppedAt(250));

        robot.push(KeyCode.SHIFT, KeyCode.F4);
        Frames.awaitInTime(() -> slider(robot, "historySlider").getValue() >= 3);
        robot.push(KeyCode.SHIFT, KeyCode.F4);
        assertThat(find(robot, "historyPlay").getAccessibleText()).isEqualTo("Play the history");
        int epoch = (int) slider(robot, "historySlider").getValue();
        assertThat(epoch).isBetween(3, 249);
        awaitShows(robot, stoppedAt(epoch));
        assertThat(text(robot, "historyWords")).isEqualTo("epoch " + epoch + " of 250 – looking back");
    }

    private void openWithEpochs(FxRobot robot, int epochs) {
        Experiment reference = Experiment.reference();
        open(robot, reference.with(reference.hyperparameters().with(Settings.EPOCHS, epochs)));
    }

    @Test
    void trainingGoesOnWhileOneLooksBack(FxRobot robot) throws TimeoutException {
        openWithEpochs(robot, 1_000_000);
        Frames.letGoOn();
        robot.push(KeyCode.F5);
        await(() -> workspace.updates() > 8 * 300);
        scrub(robot, EPOCH);
        awaitShows(robot, stoppedAt(EPOCH));
        long updates = workspace.updates();
        await(() -> workspace.updates() > updates + 8 * 3_000);
        assertThat(isLookingBack()).isTrue();
        assertThat(text(robot, "historyWords")).isEqualTo("epoch 5 of 1,000,000 – looking back");
        awaitShows(robot, stoppedAt(EPOCH));
        assertThat(find(robot, "historyContinue").isDisabled()).isFalse();
        robot.push(KeyCode.F4);
        await(() -> !isLookingBack());
        assertThat(find(robot, "historyContinue").isDisabled())
                .as("as it goes on anyway")
                .isTrue();
        robot.push(KeyCode.F5);
        Frames.rest();
        // Mid-epoch or not: the last place is now
        assertThat(workspace.shown()).isEqualTo(workspace.snapshot());
    }

    @Test
    void aRunGoesOnFromAPastEpoch(FxRobot robot) throws TimeoutException {
        assertThat(find(robot, "historyContinue").isDisabled())
                .as("at the start")
                .isTrue();
        finish(robot);
        scrub(robot, EPOCH);
        Snapshot past = stoppedAt(EPOCH);
        awaitShows(robot, past);
        robot.interact(() -> ((Button) find(robot, "historyContinue")).fire());
        await(() -> workspace.snapshot().flatMap(Snapshot::origin).isPresent());
        assertThat(text(robot, "historyWords")).isEqualTo("live, went on from epoch 5");
        assertThat(text(robot, "epoch")).as("waits").isEqualTo("5 of 255 epochs");
        assertThat(find(robot, "historyContinue").isDisabled()).isTrue();
        finish(robot);
        awaitShows(robot, RecordedRuns.end(Experiment.reference(), new KernelEngine(), Optional.of(past.asOrigin())));
        assertThat(text(robot, "epoch")).isEqualTo("255 of 255 epochs");
        robot.push(KeyCode.F2);
        assertThat(text(robot, "historyWords")).isEqualTo("epoch 254 of 255 – looking back");
        scrub(robot, 0);
        awaitShows(robot, past);
        robot.push(KeyCode.F8);
        awaitShows(robot, stoppedAt(0));
        assertThat(text(robot, "historyWords")).isEqualTo("live");
    }

    @Test
    void anEditGoesBackToLive(FxRobot robot) throws TimeoutException {
        finish(robot);
        scrub(robot, EPOCH);
        assertThat(isLookingBack()).isTrue();
        type(robot, "hiddenUnits", "6");
        await(() -> workspace.state() == RunState.FINISHED
                && workspace.snapshot().orElseThrow().parameters().layout().units() == 6);
        assertThat(isLookingBack()).isFalse();
        assertThat(text(robot, "historyWords")).isEqualTo("live");
    }

    @Test
    void aDrawnTaskIsSeenAsItWasEvaluatedThen(FxRobot robot) throws TimeoutException {
        robot.interact(() -> item(robot, "presets", "preset-paper2cShort").fire());
        await(() -> text(robot, "criterion").equals("not solved yet"));
        String lossAtStart = text(robot, "loss");
        robot.push(KeyCode.F5);
        await(() -> text(robot, "place").equals("solved"));
        assertThat(text(robot, "criterion")).startsWith("solved after");
        scrub(robot, 0);
        assertThat(text(robot, "criterion")).isEqualTo("not solved yet");
        assertThat(text(robot, "loss")).isEqualTo(lossAtStart);
        robot.push(KeyCode.F4);
        assertThat(text(robot, "criterion")).startsWith("solved after");
        assertThat(text(robot, "verdict")).startsWith("remembers ");
    }

    @Test
    void theRowFitsIntoTheSmallestWindow(FxRobot robot) throws TimeoutException {
        openWithEpochs(robot, 10_000_000);
        robot.push(KeyCode.F7);
        await(() -> workspace.updates() == 8);
        scrub(robot, 0);
        Label words = (Label) find(robot, "historyWords");
        robot.interact(() -> {
            // The longest there can be
            words.setText("epoch 9,999,999 of 10,000,000 – looking back");
            find(robot, "history").getScene().getRoot().layout();
        });
        assertThat(words.getWidth()).as("not cut off").isGreaterThanOrEqualTo(words.prefWidth(-1));
        assertThat(((Region) find(robot, "history")).minWidth(-1)).isLessThanOrEqualTo(1_200);
    }
}
