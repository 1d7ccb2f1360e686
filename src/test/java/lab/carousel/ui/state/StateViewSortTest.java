package lab.carousel.ui.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.picture.state.StateLayout;
import lab.carousel.study.UnitOrder;
import lab.carousel.study.UnitSort;
import lab.carousel.task.Task;
import lab.carousel.training.SampleSnapshot;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.robot.InWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The order of the units. */
@ExtendWith(InWindow.class)
class StateViewSortTest extends StateViewFixture {

    private final UnitOrder byDifference = UnitSort.DIFFERENCE.order(traces, HeatmapLayer.HIDDEN_STATE);

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<UnitSort> choice(FxRobot robot) {
        return robot.lookup("#stateSort").queryAs(ComboBox.class);
    }

    private static Button again(FxRobot robot) {
        return robot.lookup("#stateSortAgain").queryButton();
    }

    private void sort(FxRobot robot, UnitSort sort) {
        robot.interact(() -> choice(robot).setValue(sort));
    }

    /** Waits until the rows stand in an order: read with the mouse, where they are. */
    private void awaitOrder(FxRobot robot, UnitOrder order) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> {
            for (int row = 0; row < order.units().size(); row++) {
                int at = row;
                robot.interact(() -> view.point(2, at));
                if (!readout(robot).startsWith("unit " + (order.unit(row) + 1) + ",")) {
                    return false;
                }
            }
            return true;
        });
        robot.interact(() -> view.point(-1, -1));
        Frames.settle();
    }

    @Test
    void theRowsStandInTheChosenOrder(FxRobot robot) throws TimeoutException {
        show(robot, snapshot);
        sort(robot, UnitSort.DIFFERENCE);
        awaitOrder(robot, byDifference);
        assertThat(byDifference).isNotEqualTo(UnitOrder.byNumber(20));
        sort(robot, UnitSort.HOLDING);
        awaitOrder(robot, UnitSort.HOLDING.order(traces, HeatmapLayer.HIDDEN_STATE));
        sort(robot, UnitSort.NUMBER);
        awaitOrder(robot, UnitOrder.byNumber(20));
    }

    @Test
    void whatIsSelectedIsAUnitAndNotARow(FxRobot robot) throws TimeoutException {
        show(robot, snapshot);
        robot.interact(() -> view.select(5, 6));
        sort(robot, UnitSort.DIFFERENCE);
        awaitOrder(robot, byDifference);
        assertThat(selection.unitProperty().get()).isEqualTo(6);
        assertThat(readout(robot)).startsWith("unit 7, step 2, sequence 2");
        StateLayout layout = layout(robot);
        moveTo(robot, in(layout, 1, 3));
        robot.clickOn();
        assertThat(selection.unitProperty().get()).isEqualTo(byDifference.unit(3));
        robot.type(KeyCode.DOWN);
        Frames.settle();
        assertThat(selection.unitProperty().get()).isEqualTo(byDifference.unit(4));
        robot.type(KeyCode.PAGE_UP);
        Frames.settle();
        assertThat(selection.unitProperty().get()).isEqualTo(byDifference.unit(0));
    }

    @Test
    void rowsStayWhileTheNetworkLearnsUntilTheyAreSortedAgain(FxRobot robot) throws TimeoutException {
        show(robot, snapshot);
        assertThat(again(robot).isDisabled()).as("nothing is sorted").isTrue();
        sort(robot, UnitSort.DIFFERENCE);
        awaitOrder(robot, byDifference);
        assertThat(again(robot).isDisabled()).as("just sorted").isTrue();
        Snapshot later = SampleSnapshot.of(snapshot.experiment(), 900);
        show(robot, later);
        awaitOrder(robot, byDifference);
        assertThat(again(robot).isDisabled()).isFalse();
        UnitOrder now = UnitSort.DIFFERENCE.order(service.getTraced().traces(), HeatmapLayer.HIDDEN_STATE);
        assertThat(now).isNotEqualTo(byDifference);
        robot.interact(() -> again(robot).fire());
        awaitOrder(robot, now);
        assertThat(again(robot).isDisabled()).isTrue();
    }

    @Test
    void theOrderStaysInAllLayersAndCanBeTakenOfEach(FxRobot robot) throws TimeoutException {
        show(robot, snapshot);
        sort(robot, UnitSort.DIFFERENCE);
        awaitOrder(robot, byDifference);
        robot.interact(() -> selection.layerProperty().set(HeatmapLayer.CELL_STATE));
        awaitOrder(robot, byDifference);
        robot.interact(() -> again(robot).fire());
        awaitOrder(robot, UnitSort.DIFFERENCE.order(traces, HeatmapLayer.CELL_STATE));
        robot.interact(() -> selection.layerProperty().set(HeatmapLayer.OUTPUTS));
        Frames.settle();
        assertThat(choice(robot).isDisabled())
                .as("outputs stay in the order of the alphabet")
                .isTrue();
        assertThat(again(robot).isDisabled()).isTrue();
    }

    @Test
    void anotherNetworkIsSortedAnewAsFarAsThatIsPossible(FxRobot robot) throws TimeoutException {
        show(robot, snapshot);
        sort(robot, UnitSort.HOLDING);
        awaitOrder(robot, UnitSort.HOLDING.order(traces, HeatmapLayer.HIDDEN_STATE));
        show(robot, SampleSnapshot.of(Task.reference(), 7, 50));
        awaitOrder(robot, UnitSort.HOLDING.order(service.getTraced().traces(), HeatmapLayer.HIDDEN_STATE));
        Experiment reference = Experiment.reference();
        show(
                robot,
                SampleSnapshot.of(reference.with(reference.hyperparameters().with(Settings.CELL, Cell.RECURRENT)), 1));
        awaitOrder(robot, UnitOrder.byNumber(20));
        assertThat(choice(robot).getValue()).isEqualTo(UnitSort.NUMBER);
        assertThat(choice(robot).getItems()).containsExactly(UnitSort.NUMBER, UnitSort.DIFFERENCE);
    }

    @Test
    void theKeyboardChoosesAnOrder(FxRobot robot) throws TimeoutException {
        show(robot, snapshot);
        robot.interact(() -> choice(robot).requestFocus());
        robot.type(KeyCode.DOWN);
        awaitOrder(robot, byDifference);
        assertThat(choice(robot).getAccessibleText()).isEqualTo("Order of the units");
    }
}
