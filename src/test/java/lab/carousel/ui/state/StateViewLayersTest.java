package lab.carousel.ui.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.picture.state.StateLayout;
import lab.carousel.task.Step;
import lab.carousel.training.SampleSnapshot;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.robot.InWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(InWindow.class)
class StateViewLayersTest extends StateViewFixture {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    private Snapshot with(Cell cell) {
        Experiment reference = Experiment.reference();
        return SampleSnapshot.of(reference.with(reference.hyperparameters().with(Settings.CELL, cell)), 3);
    }

    private void press(FxRobot robot, String letter) {
        robot.clickOn("#layer-" + letter);
        Frames.settle();
    }

    private List<String> offered(FxRobot robot) {
        return robot.lookup("#stateLayers").queryAs(HBox.class).getChildren().stream()
                .map(button -> ((ToggleButton) button).getText())
                .toList();
    }

    private static String number(double value) {
        return String.format("%.4f", value).replace('-', '−');
    }

    @Test
    void theOutputsAreSelectedApartFromTheUnits(FxRobot robot) throws TimeoutException {
        show(robot, snapshot);
        robot.interact(() -> view.select(1, 11));
        press(robot, "y");
        StateLayout layout = layout(robot);
        moveTo(robot, in(layout, 7, 4));
        robot.clickOn();
        assertThat(selection.stepProperty().get()).isEqualTo(new Step(1, 4, 2, 4));
        assertThat(selection.unitProperty().get()).as("outputs are no units").isEqualTo(11);
        assertThat(readout(robot))
                .isEqualTo("output 4, step 4, sequence 2, input 2: y\u00a0=\u00a0" + number(traces.outputs(7)[4])
                        + "; expected 4");
        robot.type(KeyCode.UP).type(KeyCode.LEFT);
        Frames.settle();
        assertThat(readout(robot))
                .startsWith("output 3, step 3, sequence 2, input 1: y\u00a0=\u00a0" + number(traces.outputs(6)[3]));
        press(robot, "h");
        moveTo(robot, 2, 2);
        assertThat(readout(robot)).startsWith("unit 12, step 3, sequence 2, input 1: h");
    }

    @Test
    void theLetterOfALayerShowsIt(FxRobot robot) throws TimeoutException {
        show(robot, snapshot);
        robot.interact(() -> pane(robot).requestFocus());
        robot.write("o");
        Frames.settle();
        assertThat(selection.layerProperty().get()).isEqualTo(HeatmapLayer.OUTPUT_GATE);
        robot.write("D");
        Frames.settle();
        assertThat(selection.layerProperty().get()).isEqualTo(HeatmapLayer.CELL_CHANGE);
        assertThat(robot.lookup("#layer-dc").queryAs(ToggleButton.class).isSelected())
                .isTrue();
        assertThat(robot.lookup("#layer-h").queryAs(ToggleButton.class).isSelected())
                .isFalse();
        robot.write("z");
        Frames.settle();
        assertThat(selection.layerProperty().get()).as("an LSTM has no z").isEqualTo(HeatmapLayer.CELL_CHANGE);
    }

    @Test
    void aChosenLayerIsInThePictureAndStaysChosen(FxRobot robot) throws TimeoutException {
        show(robot, snapshot);
        int height = view.picture().orElseThrow().height();
        press(robot, "y");
        assertThat(view.picture().orElseThrow().height()).isLessThan(height);
        press(robot, "i");
        press(robot, "i");
        assertThat(robot.lookup("#layer-i").queryAs(ToggleButton.class).isSelected())
                .isTrue();
        assertThat(selection.layerProperty().get()).isEqualTo(HeatmapLayer.INPUT_GATE);
    }

    @Test
    void offersWhatTheCellHas(FxRobot robot) throws TimeoutException {
        show(robot, snapshot);
        assertThat(offered(robot)).containsExactly("h", "c", "i", "f", "o", "g", "Δc", "y");
        press(robot, "c");
        show(robot, with(Cell.GRU));
        assertThat(offered(robot)).containsExactly("h", "z", "r", "g", "y");
        assertThat(selection.layerProperty().get()).as("a GRU has no c").isEqualTo(HeatmapLayer.HIDDEN_STATE);
        press(robot, "z");
        show(robot, with(Cell.DENSE));
        assertThat(offered(robot)).containsExactly("h", "y");
        press(robot, "y");
        show(robot, snapshot);
        assertThat(selection.layerProperty().get()).isEqualTo(HeatmapLayer.OUTPUTS);
    }

    @Test
    void theHeaderFitsIntoTheNarrowestPanel(FxRobot robot) throws TimeoutException {
        show(robot, snapshot);
        for (double width : new double[] {1280 - 2 * 376 - 8, 320}) {
            robot.interact(() -> {
                view.getScene().getWindow().setWidth(width);
                view.resize(width, 364);
                view.layout();
            });
            Frames.settle();
            Node meaning = robot.lookup("#stateDeciding").query();
            assertThat(meaning.isVisible()).as("leaves room to read").isEqualTo(width > 320);
            String last = meaning.isVisible() ? "#stateDeciding" : "#stateMemory";
            for (String id : new String[] {"#stateLayers", "#stateSort", "#stateSortAgain", "#stateMemory", last}) {
                Node node = robot.lookup(id).query();
                double right = node.localToScene(node.getBoundsInLocal()).getMaxX();
                assertThat(right).as("%s at %.0f", id, width).isLessThanOrEqualTo(width - 12 + 0.5);
            }
        }
    }

    @Test
    void withTheKeyMUnitsThatCarryNoMemoryAreDimmedAndItIsSaid(FxRobot robot) throws TimeoutException {
        service.lookAt(selection);
        show(robot, snapshot);
        PixelReader before = pixels(robot);
        robot.interact(() -> pane(robot).requestFocus());
        robot.type(KeyCode.M);
        Frames.await(() -> service.getTraced().memory().isPresent());
        Frames.settle();
        Set<Integer> carriers = service.getTraced().memory().orElseThrow().carriers();
        PixelReader after = pixels(robot);
        for (int unit = 0; unit < 20; unit++) {
            Point2D cell = in(layout(robot), 3, unit);
            assertThat(argb(after, cell) == argb(before, cell))
                    .as("unit %d", unit)
                    .isEqualTo(carriers.contains(unit));
        }
        assertThat(readout(robot)).startsWith("Bright: " + carriers.size() + " of 20 units");
        robot.type(KeyCode.M);
        Frames.await(() -> service.getTraced().memory().isEmpty());
        Frames.settle();
        assertThat(readout(robot)).isEmpty();
        assertThat(argb(pixels(robot), in(layout(robot), 3, 0))).isEqualTo(argb(before, in(layout(robot), 3, 0)));
    }
}
