package lab.carousel.ui.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import javafx.scene.image.PixelReader;
import javafx.stage.Stage;
import lab.carousel.drawing.colour.ColourMap;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.Traces;
import lab.carousel.picture.state.StateLayout;
import lab.carousel.task.Step;
import lab.carousel.training.SampleSnapshot;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.robot.InWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The panel of the hidden state with experiments unlike the reference. */
@ExtendWith(InWindow.class)
class StateViewSettingsTest extends StateViewFixture {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    private static Snapshot with(UnaryOperator<Hyperparameters> change) {
        Experiment reference = Experiment.reference();
        return SampleSnapshot.of(reference.with(change.apply(reference.hyperparameters())), 3);
    }

    @Test
    void showsTheUnitsOfAllLayersAndWhatTheirCellHas(FxRobot robot) throws TimeoutException {
        Snapshot stacked = with(values ->
                values.with(Settings.CELL, Cell.GRU).with(Settings.LAYERS, 2).with(Settings.HIDDEN_UNITS, 3));
        show(robot, stacked);
        Traces both = service.getTraced().traces();
        assertThat(both.units()).isEqualTo(6);
        StateLayout layout = layout(robot);
        moveTo(robot, in(layout, 2, 4));
        assertThat(readout(robot))
                .isEqualTo("unit 2.2, step 3, sequence 1, in 1: " + quantities(both, 2, 4, "h", "z", "r", "g"));
        moveTo(robot, 2, 2);
        PixelReader pixels = pixels(robot);
        int x = (int) layout.grid().middle(2);
        int colour = ColourMap.DIVERGING.argb(both.value(Quantity.HIDDEN_STATE, 2, 3), -1, 1);
        assertThat(pixels.getArgb(x, (int) layout.grid().y(3) + 6)).isEqualTo(colour);
        assertThat(pixels.getArgb(x, (int) layout.grid().y(3)))
                .as("between the layers")
                .isEqualTo(0xffffffff);
        assertThat(pixels.getArgb(x, (int) layout.grid().y(4)))
                .as("between two units of a layer")
                .isEqualTo(ColourMap.DIVERGING.argb(both.value(Quantity.HIDDEN_STATE, 2, 4), -1, 1));
    }

    @Test
    void whatDoesNotCountIsNeitherRightNorWrong(FxRobot robot) throws TimeoutException {
        robot.interact(() -> view.setPalette(Palette.DARK));
        show(robot, with(values -> values.with(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP)));
        PixelReader pixels = pixels(robot);
        StateLayout layout = layout(robot);
        double y = layout.seen().getMaxY() + 5 + 3.5 * 16;
        for (int column = 0; column < 8; column++) {
            boolean marked = contains(pixels, layout.grid().middle(column), y, Palette.DARK.right())
                    || contains(pixels, layout.grid().middle(column), y, Palette.DARK.wrong());
            assertThat(marked).as("column %d", column).isEqualTo(column == 3 || column == 7);
        }
        moveTo(robot, layout.grid().middle(0), 40);
        assertThat(readout(robot)).startsWith("step 1, sequence 1").endsWith(", does not count");
    }

    @Test
    void withALagTheColumnsBeginWhereItIsFull(FxRobot robot) throws TimeoutException {
        show(robot, snapshot);
        robot.interact(() -> view.select(0, 5));
        show(robot, with(values -> values.with(Settings.LAG, 3)));
        assertThat(view.selectedStepProperty().get()).as("step 1 has no column").isNull();
        assertThat(service.getTraced().traces().columns()).isEqualTo(4);
        robot.interact(() -> view.select(3, 5));
        assertThat(view.selectedStepProperty().get()).isEqualTo(new Step(1, 4, 2, 4));
        assertThat(view.selectedColumn()).isEqualTo(3);
        assertThat(readout(robot)).startsWith("unit 6, step 4, sequence 2, in 2: h\u00a0=\u00a0");
        assertThat(robot.lookup("#stateZoom").query().getParent().isVisible()).isFalse();
    }
}
