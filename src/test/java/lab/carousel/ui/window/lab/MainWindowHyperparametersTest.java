package lab.carousel.ui.window.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.ui.hyperparameters.HyperparametersPanel;
import lab.carousel.ui.project.Field;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;

/** Hyperparameters, presets and the engine in the window: groups, sliders, and what is told where. */
class MainWindowHyperparametersTest extends MainWindowFixture {

    @Override
    protected void prepare() {
        // So that what is folded away can be asked whether it is in sight
        ((HyperparametersPanel) window.lookup("#hyperparameters")).standAll();
    }

    private static void choose(String id, Object value) {
        select(id, ((ComboBox<?>) find(id)).getItems().indexOf(value));
    }

    private static void unfold(String group, boolean unfolded) {
        robot.interact(() -> ((ToggleButton) find("group-" + group)).setSelected(unfolded));
    }

    private static void check(String id, boolean checked) {
        robot.interact(() -> ((CheckBox) find(id)).setSelected(checked));
    }

    private static double top(String id) {
        return bounds(find(id)).getMinY();
    }

    /** Puts a text into a field as it would come from elsewhere, whether the field is in sight or not. */
    private static void put(String id, String words) {
        robot.interact(() -> ((TextField) find(id)).setText(words));
    }

    @Test
    void whatIsUsedMostIsInSightAndAFoldedGroupSaysWhatDiffers() {
        for (String id : List.of("cell", "hiddenUnits", "learningRate", "updateInterval", "epochs", "seed")) {
            assertThat(isOnScreen(id)).as(id).isTrue();
            assertThat(top(id) + 26).as(id).isLessThan(top("verdict"));
        }
        assertThat(isOnScreen("clipping")).isFalse();
        assertThat(text("summary-LEARNING")).isEmpty();
        check("clippingWord", false);
        assertThat(text("summary-LEARNING")).isEqualTo("Clipping 1");
        assertThat(find("summary-LEARNING").isVisible()).isTrue();
        unfold("LEARNING", true);
        assertThat(find("summary-LEARNING").isVisible()).isFalse();
        assertThat(isOnScreen("clipping")).isTrue();
        // What has no effect is disabled
        assertThat(find("momentum").isDisabled()).isTrue();
        choose("optimiser", Optimiser.SGD);
        assertThat(find("momentum").isDisabled()).isFalse();
    }

    @Test
    void whatCannotBeIsToldAtItsControlAndUnfoldsItsGroup() {
        assertThat(isOnScreen("lag")).isFalse();
        put("lag", "5");
        await(() -> isOnScreen("lagProblem"));
        assertThat(text("lagProblem"))
                .isEqualTo("The lag 5 is longer than the shortest sequence, which has 4 steps: use at most 4.");
        unfold("TRAINING", false);
        put("batchSize", "x");
        assertThat(isOnScreen("lag")).as("folded by hand it stays so").isFalse();
        put("lag", "1");
        put("batchSize", "5");
        awaitStart("batchSizeProblem", "The batch size 5 is larger than the 4 steps of the longest sequence");
        type("seed", "7");
        assertThat(find("batchSizeProblem").isVisible())
                .as("other edits do not hide it")
                .isTrue();
        put("batchSize", "4");
        await(() -> !find("batchSizeProblem").isVisible());
        check("chronoSpanWord", false);
        put("chronoSpan", "1");
        assertThat(text("chronoSpanProblem"))
                .isEqualTo("The span T of chrono initialisation must be a whole number from 2 to 1,000,000.");
        check("chronoSpanWord", true);
        assertThat(find("chronoSpanProblem").isVisible()).isFalse();
        type("hiddenUnits", "0");
        assertThat(text("hiddenUnitsProblem"))
                .isEqualTo("The number of hidden units must be a whole number from 1 to 512.");
        await(() -> find("play").isDisabled());
        assertThat(find("lossPlay").isDisabled()).isTrue();
        assertThat(text("lossPlay")).isEqualTo(text("play"));
        assertThat(top("hiddenUnitsProblem")).isBetween(top("hiddenUnits"), top("learningRate"));
        type("hiddenUnits", "3");
        assertThat(find("hiddenUnitsProblem").isVisible()).isFalse();
    }

    /** For every number that can be typed: what is wrong with it covers nothing of the other rows. */
    @Test
    void whatIsWrongStandsInItsOwnRow() {
        for (Settings.Group group : Settings.Group.values()) {
            unfold(group.name(), true);
        }
        List<String> ids = Field.all().stream().map(Field::key).toList();
        List<String> numbers = ids.stream()
                .filter(id -> find(id) instanceof TextField && !find(id).isDisabled())
                .toList();
        assertThat(numbers).hasSizeGreaterThan(8);
        for (String id : numbers) {
            String valid = text(id);
            put(id, "x");
            Frames.settle();
            Bounds problem = bounds(find(id + "Problem"));
            assertThat(find(id + "Problem").isVisible()).as(id).isTrue();
            assertThat(problem.getHeight()).as(id).isGreaterThan(14);
            assertThat(problem.getMinY())
                    .as(id)
                    .isGreaterThanOrEqualTo(bounds(find(id)).getMaxY());
            assertThat(ids.stream()
                            .filter(each ->
                                    !each.equals(id) && bounds(find(each)).intersects(problem)))
                    .as(id)
                    .isEmpty();
            put(id, valid);
            assertThat(find(id + "Problem").isVisible()).as(id).isFalse();
        }
    }

    private void assertDraggedTo(double share, int units) {
        slide("hiddenUnitsSlider", share);
        assertThat(text("hiddenUnits")).isEqualTo(String.valueOf(units));
        await(() -> isShown(now -> now.hyperparameters().get(Settings.HIDDEN_UNITS) == units));
    }

    @Test
    void aSliderChangesItsNumberAndTheExperimentWithEveryMove() {
        assertDraggedTo(0, 1);
        assertDraggedTo(0.5, 10);
        type("hiddenUnits", "101");
        assertThat(((Slider) find("hiddenUnitsSlider")).getValue()).isEqualTo(1);
        assertThat(find("hiddenUnitsProblem").isVisible()).isFalse();
        assertThat(text("hiddenUnits")).isEqualTo("101");
        slide("batchSizeSlider", 1);
        assertThat(text("batchSize")).as("as many as the task has steps").isEqualTo("4");
        focus("learningRateSlider");
        robot.type(KeyCode.RIGHT).type(KeyCode.UP);
        Frames.settle();
        assertThat(text("learningRate")).isEqualTo("0.0012");
        robot.type(KeyCode.LEFT, 3);
        Frames.settle();
        assertThat(text("learningRate")).isEqualTo("0.00099");
    }

    @Test
    void theKernelIsAClickAwayWhereDeeplearning4jCannotTrain() {
        assertThat(find("cellKernelOnly").isVisible()).isFalse();
        choose("engine", EngineName.DL4J);
        assertThat(find("cellKernelOnly").isVisible()).isTrue();
        assertThat(find("hiddenUnitsKernelOnly").isVisible()).isFalse();
        @SuppressWarnings("unchecked")
        ComboBox<Object> cell = (ComboBox<Object>) find("cell");
        assertThat(cell.getConverter().toString(Cell.LSTM)).isEqualTo("LSTM");
        assertThat(cell.getConverter().toString(Cell.GRU)).isEqualTo("GRU – kernel only");
        choose("cell", Cell.GRU);
        await(() -> isOnScreen("useKernel"));
        assertThat(text("engineProblem")).startsWith("Deeplearning4j cannot train with this kind of cell");
        fire("useKernel");
        await(() -> !find("engineProblem").isVisible());
        assertThat(engine()).isEqualTo(EngineName.KERNEL);
        assertThat(find("useKernel").isVisible()).isFalse();
        assertThat(cell.getConverter().toString(Cell.GRU)).isEqualTo("GRU");
    }

    private static Object engine() {
        return ((ComboBox<?>) find("engine")).getValue();
    }

    @Test
    void aFileBringsItsEngineAndAPresetKeepsIt() {
        Experiment reference = Experiment.reference();
        open(new Experiment(reference.task(), reference.hyperparameters().with(Settings.SEED, 4L), EngineName.DL4J));
        await(() -> asked.get() == EngineName.DL4J && text("seed").equals("4"));
        assertThat(engine()).isEqualTo(EngineName.DL4J);
        choosePreset("softmax");
        await(() -> text("presets").equals("Softmax output") && text("seed").equals("1"));
        assertThat(engine()).isEqualTo(EngineName.DL4J);
        choosePreset("gradientThroughTime");
        awaitText("epoch", "0 of 500 epochs");
        assertThat(find("updateInterval").isDisabled()).isTrue();
        choosePreset("letters");
        awaitText("sequenceField0", "x a b c x");
        assertThat(text("epoch")).isEqualTo("0 of 250 epochs");
    }
}
