package lab.carousel.ui.window.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import lab.carousel.model.EngineName;
import lab.carousel.model.Optimiser;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.ui.hyperparameters.HyperparametersPanel;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The panel of the hyperparameters in the window: groups, sliders, and what is told where. */
class MainWindowHyperparametersTest extends MainWindowFixture {

    @Override
    protected void show() {
        super.show();
        // So that what is folded away can be asked whether it is in sight
        ((HyperparametersPanel) window.lookup("#hyperparameters")).standAll();
    }

    private static void choose(FxRobot robot, String id, Enum<?> value) {
        robot.interact(() -> select(robot, id, value.ordinal()));
    }

    private static void unfold(FxRobot robot, String group, boolean unfolded) {
        robot.interact(() -> ((ToggleButton) find(robot, "group-" + group)).setSelected(unfolded));
    }

    private static void check(FxRobot robot, String id, boolean checked) {
        robot.interact(() -> ((CheckBox) find(robot, id)).setSelected(checked));
    }

    private static boolean isShown(FxRobot robot, String id) {
        for (Node node = find(robot, id); node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Puts a text into a field as it would come from elsewhere, whether the field is in sight or not. */
    private static void put(FxRobot robot, String id, String words) {
        robot.interact(() -> ((TextField) find(robot, id)).setText(words));
    }

    private static void drag(FxRobot robot, String id, double place) {
        robot.interact(() -> ((Slider) find(robot, id + "Slider")).setValue(place));
    }

    @Test
    void anotherCellIsTrainedAndShown(FxRobot robot) throws TimeoutException {
        choose(robot, "cell", Cell.GRU);
        check(robot, "updateIntervalWord", true);
        type(robot, "learningRate", "0.01");
        put(robot, "layers", "2");
        robot.clickOn("#play");
        await(() -> epoch(robot) == 250 && !workspace.isTraining());
        assertThat(workspace.snapshot().orElseThrow().verdict()).isEqualTo(Verdict.REMEMBERS);
        assertThat(text(robot, "verdict")).startsWith("remembers ");
        assertThat(awaitHeatmap(robot)).as("more than one colour").satisfies(pixels -> assertThat(
                        java.util.Arrays.stream(pixels).distinct().count())
                .isGreaterThan(20));
        assertThat(workspace.snapshot().orElseThrow().parameters().layout().allUnits())
                .isEqualTo(40);
    }

    @Test
    void whatIsUsedMostIsInSightAndTheRestIsFoldedAway(FxRobot robot) {
        for (String id : new String[] {"cell", "hiddenUnits", "learningRate", "updateInterval", "epochs", "seed"}) {
            double bottom = find(robot, id).localToScene(0, 26).getY();
            assertThat(isShown(robot, id)).as(id).isTrue();
            assertThat(bottom)
                    .as(id)
                    .isLessThan(find(robot, "verdict").localToScene(0, 0).getY());
        }
        assertThat(isShown(robot, "clipping")).isFalse();
        unfold(robot, "LEARNING", true);
        assertThat(isShown(robot, "clipping")).isTrue();
    }

    @Test
    void aFoldedGroupSaysWhatDiffers(FxRobot robot) {
        assertThat(text(robot, "summary-LEARNING")).isEmpty();
        check(robot, "clippingWord", false);
        assertThat(text(robot, "summary-LEARNING")).isEqualTo("Clipping 1");
        assertThat(find(robot, "summary-LEARNING").isVisible()).isTrue();
        unfold(robot, "LEARNING", true);
        assertThat(find(robot, "summary-LEARNING").isVisible()).isFalse();
    }

    @Test
    void aProblemUnfoldsItsGroup(FxRobot robot) throws TimeoutException {
        assertThat(isShown(robot, "lag")).isFalse();
        put(robot, "lag", "5");
        await(() -> isShown(robot, "lagProblem"));
        assertThat(text(robot, "lagProblem"))
                .isEqualTo("The lag 5 is longer than the shortest sequence, which has 4 steps. Use at most 4.");
        unfold(robot, "TRAINING", false);
        put(robot, "batchSize", "x");
        assertThat(isShown(robot, "lag")).as("folded by hand it stays so").isFalse();
        put(robot, "lag", "1");
        put(robot, "batchSize", "5");
        await(() -> text(robot, "batchSizeProblem").startsWith("The batch size 5 is larger than the 4 steps"));
        type(robot, "seed", "7");
        assertThat(find(robot, "batchSizeProblem").isVisible())
                .as("other edits do not hide it")
                .isTrue();
        put(robot, "batchSize", "4");
        await(() -> !find(robot, "batchSizeProblem").isVisible());
    }

    @Test
    void whatCannotBeIsToldAtItsControl(FxRobot robot) {
        check(robot, "clippingWord", false);
        put(robot, "clipping", "0");
        assertThat(text(robot, "clippingProblem")).isEqualTo("The norm to clip at must be a number above 0.");
        assertThat(isShown(robot, "clippingProblem")).isTrue();
        check(robot, "chronoSpanWord", false);
        put(robot, "chronoSpan", "1");
        assertThat(text(robot, "chronoSpanProblem"))
                .isEqualTo("The span T of chrono initialisation must be a whole number from 2 to 1,000,000.");
        check(robot, "chronoSpanWord", true);
        assertThat(find(robot, "chronoSpanProblem").isVisible()).isFalse();
    }

    @Test
    void whatHasNoEffectIsDisabled(FxRobot robot) {
        assertThat(find(robot, "momentum").isDisabled()).isTrue();
        choose(robot, "optimiser", Optimiser.SGD);
        assertThat(find(robot, "momentum").isDisabled()).isFalse();
        assertThat(find(robot, "forgetGateBias").isDisabled()).isFalse();
        check(robot, "chronoSpanWord", false);
        assertThat(find(robot, "forgetGateBias").isDisabled()).isTrue();
        choose(robot, "cell", Cell.RECURRENT);
        assertThat(find(robot, "chronoSpanWord").isDisabled()).isTrue();
    }

    private void assertDraggedTo(FxRobot robot, double share, int units) throws TimeoutException {
        drag(robot, "hiddenUnits", share);
        assertThat(text(robot, "hiddenUnits")).isEqualTo(String.valueOf(units));
        await(() -> workspace
                .snapshot()
                .filter(shown -> shown.parameters().layout().units() == units)
                .isPresent());
    }

    @Test
    void aSliderChangesItsNumberAndTheExperimentWithEveryMove(FxRobot robot) throws TimeoutException {
        assertDraggedTo(robot, 0, 1);
        assertDraggedTo(robot, 0.5, 10);
        type(robot, "hiddenUnits", "300");
        assertThat(((Slider) find(robot, "hiddenUnitsSlider")).getValue()).isEqualTo(1);
        assertThat(find(robot, "hiddenUnitsProblem").isVisible()).isFalse();
        assertThat(text(robot, "hiddenUnits")).isEqualTo("300");
        drag(robot, "batchSize", 1);
        assertThat(text(robot, "batchSize")).as("as many as the task has steps").isEqualTo("4");
    }

    @Test
    void arrowKeysMoveASlider(FxRobot robot) {
        robot.interact(() -> find(robot, "learningRateSlider").requestFocus());
        robot.type(KeyCode.RIGHT).type(KeyCode.UP);
        Frames.settle();
        assertThat(text(robot, "learningRate")).isEqualTo("0.0012");
        robot.type(KeyCode.LEFT, 3);
        Frames.settle();
        assertThat(text(robot, "learningRate")).isEqualTo("0.00099");
    }

    @Test
    void theKernelIsAClickAwayWhereDeeplearning4jCannotTrain(FxRobot robot) throws TimeoutException {
        assertThat(find(robot, "cellKernelOnly").isVisible()).isFalse();
        choose(robot, "engine", EngineName.DL4J);
        assertThat(find(robot, "cellKernelOnly").isVisible()).isTrue();
        assertThat(find(robot, "hiddenUnitsKernelOnly").isVisible()).isFalse();
        @SuppressWarnings("unchecked")
        ComboBox<Enum<?>> cell = (ComboBox<Enum<?>>) find(robot, "cell");
        assertThat(cell.getConverter().toString(Cell.LSTM)).isEqualTo("LSTM");
        assertThat(cell.getConverter().toString(Cell.GRU)).isEqualTo("GRU – kernel only");
        choose(robot, "cell", Cell.GRU);
        await(() -> isShown(robot, "useKernel"));
        assertThat(((Label) find(robot, "engineProblem")).getText())
                .startsWith("Deeplearning4j cannot train with this kind of cell");
        robot.interact(() -> ((Hyperlink) find(robot, "useKernel")).fire());
        await(() -> !find(robot, "engineProblem").isVisible());
        assertThat(((ComboBox<?>) find(robot, "engine")).getValue()).isEqualTo(EngineName.KERNEL);
        assertThat(find(robot, "useKernel").isVisible()).isFalse();
        assertThat(cell.getConverter().toString(Cell.GRU)).isEqualTo("GRU");
    }
}
