package lab.carousel.ui.window.microscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import lab.carousel.drawing.Curves;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.picture.probe.ContrastDrawing;
import lab.carousel.task.Task;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Pinned runs side by side. */
class MainWindowCompareTest extends MainWindowFixture {

    private static void press(FxRobot robot, String id) {
        robot.interact(() -> ((Button) find(robot, id)).fire());
    }

    private void trainAndPin(FxRobot robot) throws TimeoutException {
        press(robot, "play");
        await(() -> text(robot, "place").equals("finished"));
        await(() ->
                workspace.snapshot().filter(now -> now.position().epoch() > 0).isPresent() && isTraced(robot));
        press(robot, "pinRun");
    }

    /** The heatmap and the place follow a moment after the run has ended. */
    private boolean isTraced(FxRobot robot) {
        return !((Button) find(robot, "pinRun")).isDisabled();
    }

    private static List<String> differences(FxRobot robot) {
        return ((GridPane) find(robot, "compareDifferences"))
                .getChildren().stream().map(node -> ((Label) node).getText()).toList();
    }

    private static Curves curves(FxRobot robot) {
        return (Curves) ((DrawingView) find(robot, "compareCurves")).drawing();
    }

    @Test
    void showsLossesAndDifferencesOfPinnedRuns(FxRobot robot) throws TimeoutException {
        showPlace(robot, "compare");
        trainAndPin(robot);
        double first = workspace.snapshot().orElseThrow().evaluation().loss();
        double firstRecall = workspace.snapshot().orElseThrow().evaluation().recall();
        assertThat(differences(robot)).containsExactly("With a second run, what differs between them stands here.");
        Experiment reference = Experiment.reference();
        open(robot, reference.with(reference.hyperparameters().with(Settings.SEED, 2L)));
        trainAndPin(robot);
        double second = workspace.snapshot().orElseThrow().evaluation().loss();
        assertThat(differences(robot)).containsExactly("Run 1", "Run 2", "Seed", "1", "2");
        List<Double> ends = curves(robot).curves().stream()
                .map(curve -> curve.y()[curve.y().length - 1])
                .toList();
        assertThat(ends).containsExactly(first, second);
        assertThat(curves(robot).levels()).extracting(Curves.Level::name).containsExactly("memoryless floor 0.0693");
        assertThat(text(robot, "pinnedSummary1")).startsWith("epoch 250, ");
        robot.interact(() -> ((ToggleButton) find(robot, "compare-recall")).fire());
        double[] recalls = curves(robot).curves().get(0).y();
        assertThat(recalls[recalls.length - 1]).isEqualTo(firstRecall);
        press(robot, "removePinned1");
        assertThat(curves(robot).curves()).hasSize(1);
    }

    private static ContrastDrawing contrast(FxRobot robot, String start) throws TimeoutException {
        await(() -> text(robot, "compareContrast").startsWith(start));
        return (ContrastDrawing) ((DrawingView) find(robot, "compareCurves")).drawing();
    }

    @Test
    void putsTwoRunsSideBySideStepByStep(FxRobot robot) throws TimeoutException {
        showPlace(robot, "compare");
        trainAndPin(robot);
        robot.interact(() -> ((ToggleButton) find(robot, "compare-steps")).fire());
        assertThat(text(robot, "compareContrast")).isEqualTo("With a second run, both stand here step by step.");
        int right = workspace.snapshot().orElseThrow().evaluation().right();
        Experiment reference = Experiment.reference();
        open(robot, reference.with(reference.hyperparameters().with(Settings.SEED, 2L)));
        trainAndPin(robot);
        ContrastDrawing otherUnits = contrast(robot, "Run 1: " + right + " of 8 right. Run 2: ");
        assertThat(otherUnits.steps()).hasSize(8);
        assertThat(otherUnits.differences()).isEmpty();
        open(robot, reference.with(reference.hyperparameters().with(Settings.BATCH_SIZE, 4)));
        trainAndPin(robot);
        robot.interact(() -> select(robot, "compareSecond", 3));
        assertThat(contrast(robot, "Run 1: " + right + " of 8 right. Run 3, step by step: ")
                        .differences())
                .isPresent();
        robot.interact(() -> select(robot, "compareFirst", 2));
        assertThat(contrast(robot, "Run 3, as trained: ").csv().lines().findFirst())
                .get()
                .asString()
                .startsWith("sequence,step,input,expected,\"Run 3, as trained: predicted\"")
                .contains("distance of h");
        open(robot, new Experiment(Task.parse("a b", "a b a"), reference.hyperparameters(), reference.engine()));
        trainAndPin(robot);
        robot.interact(() -> select(robot, "compareSecond", 4));
        assertThat(contrast(robot, "These two learn different tasks")).isNull();
    }

    @Test
    void opensTheExperimentOfAPinnedRun(FxRobot robot) throws TimeoutException {
        showPlace(robot, "compare");
        trainAndPin(robot);
        Experiment reference = Experiment.reference();
        open(robot, reference.with(reference.hyperparameters().with(Settings.SEED, 2L)));
        await(() -> text(robot, "seed").equals("2"));
        press(robot, "openPinned1");
        assertThat(text(robot, "seed")).isEqualTo("1");
    }
}
