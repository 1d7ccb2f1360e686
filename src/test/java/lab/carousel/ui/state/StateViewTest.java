package lab.carousel.ui.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import lab.carousel.drawing.DrawnWord;
import lab.carousel.drawing.colour.ColourMap;
import lab.carousel.drawing.mark.Box;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.ColumnWindow;
import lab.carousel.model.trace.Traces;
import lab.carousel.picture.state.StateLayout;
import lab.carousel.task.Step;
import lab.carousel.task.Task;
import lab.carousel.text.Glossary;
import lab.carousel.training.SampleSnapshot;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.drawing.DrawingScreen;
import lab.carousel.ui.drawing.DrawnFrame;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.robot.InWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(InWindow.class)
class StateViewTest extends StateViewFixture {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Test
    void saysWhatWillBeThereAsLongAsThereIsNothing(FxRobot robot) throws TimeoutException {
        Node empty = robot.lookup("#stateEmpty").query();
        assertThat(empty.isVisible()).isTrue();
        assertThat(view.picture()).isEmpty();
        show(robot, snapshot);
        assertThat(empty.isVisible()).isFalse();
        assertThat(view.picture()).isPresent();
        assertThat(view.picture().get().csv().split("\n")).hasSize(9);
    }

    @Test
    void anotherSnapshotChangesTheColours(FxRobot robot) throws TimeoutException {
        show(robot, snapshot);
        Snapshot next = SampleSnapshot.of(snapshot.experiment(), 200);
        show(robot, next);
        double value = Traces.of(next.experiment(), next.parameters(), ColumnWindow.START)
                .value(Quantity.HIDDEN_STATE, 3, 0);
        StateLayout layout = layout(robot);
        assertThat(argb(pixels(robot), in(layout, 3, 0))).isEqualTo(ColourMap.DIVERGING.argb(value, -1, 1));
    }

    @Test
    void saysWhatTheMousePointsAt(FxRobot robot) throws TimeoutException {
        show(robot, snapshot);
        StateLayout layout = layout(robot);
        moveTo(robot, in(layout, 5, 6));
        assertThat(readout(robot)).startsWith("unit 7, step 2, sequence 2, input 0: h\u00a0=\u00a0");
        moveTo(robot, layout.grid().middle(3), 40);
        assertThat(readout(robot))
                .startsWith("step 4, sequence 1, input 2: expected 3, predicted "
                        + traces.predicted(3).index());
        moveTo(robot, 2, 2);
        assertThat(readout(robot)).isEmpty();
    }

    @Test
    void aWordThatIsDrawnIsExplained(FxRobot robot) throws TimeoutException {
        show(robot, snapshot);
        DrawnFrame frame = robot.from(pane(robot))
                .lookup(DrawingScreen.class::isInstance)
                .queryAs(DrawingScreen.class)
                .frameProperty()
                .get();
        Box unit = DrawnWord.in(frame.marks()).stream()
                .filter(word -> word.entry().key().equals("unit"))
                .findFirst()
                .orElseThrow()
                .room();
        moveTo(robot, unit.middleX(), unit.middleY());
        robot.moveBy(1, 0);
        Frames.settle();
        assertThat(Tip.of(pane(robot))).isEqualTo("Unit\n" + Glossary.text("unit"));

        moveTo(robot, in(layout(robot), 5, 6));
        assertThat(Tip.of(pane(robot))).isEmpty();
    }

    @Test
    void theKeyboardMovesTheSelectedCell(FxRobot robot) throws TimeoutException {
        show(robot, snapshot);
        StateLayout layout = layout(robot);
        moveTo(robot, in(layout, 1, 2));
        robot.clickOn();
        assertThat(selection.unitProperty().get()).isEqualTo(2);
        assertThat(view.selectedStepProperty().get()).isEqualTo(new Step(0, 2, 0, 1));
        robot.type(KeyCode.DOWN).type(KeyCode.RIGHT, 3);
        Frames.settle();
        assertThat(selection.unitProperty().get()).isEqualTo(3);
        assertThat(view.selectedStepProperty().get()).isEqualTo(new Step(1, 1, 4, 0));
        assertThat(readout(robot)).startsWith("unit 4, step 1, sequence 2, input 4: h\u00a0=\u00a0");
        robot.type(KeyCode.END).type(KeyCode.PAGE_DOWN).type(KeyCode.RIGHT).type(KeyCode.DOWN);
        Frames.settle();
        assertThat(selection.unitProperty().get()).isEqualTo(19);
        assertThat(view.selectedStepProperty().get()).isEqualTo(new Step(1, 4, 2, 4));
        robot.type(KeyCode.ESCAPE);
        Frames.settle();
        assertThat(view.selectedStepProperty().get()).isNull();
    }

    @Test
    void aClickOnWhatIsNoLongerThereIsLeftAlone(FxRobot robot) throws TimeoutException {
        robot.interact(() -> view.select(3, 5));
        assertThat(selection.unitProperty().get()).as("nothing is shown").isEqualTo(-1);
        show(robot, snapshot);
        robot.interact(() -> view.select(3, 5));
        robot.interact(() -> view.select(3, 51));
        robot.interact(() -> view.select(8, 6));
        assertThat(selection.unitProperty().get()).isEqualTo(5);
        assertThat(view.selectedStepProperty().get()).isEqualTo(new Step(0, 4, 2, 3));
    }

    @Test
    void aSelectionStaysWhileTrainingAndGoesWithTheTask(FxRobot robot) throws TimeoutException {
        show(robot, snapshot);
        robot.interact(() -> view.select(7, 5));
        show(robot, SampleSnapshot.of(snapshot.experiment(), 138));
        assertThat(view.selectedStepProperty().get()).isEqualTo(new Step(1, 4, 2, 4));
        assertThat(selection.unitProperty().get()).isEqualTo(5);
        show(robot, SampleSnapshot.of(Task.parse("a b", "a b a"), 3, 0));
        assertThat(view.selectedStepProperty().get()).isNull();
        assertThat(selection.unitProperty().get()).isEqualTo(-1);
    }

    @Test
    void tellsAScreenReaderWhatIsThere(FxRobot robot) throws TimeoutException {
        show(robot, snapshot);
        assertThat(pane(robot).getAccessibleText())
                .isEqualTo("Heatmap: Hidden state h, epoch 137, 20 rows, 8 columns, " + traces.right()
                        + " of them right.");
    }

    @Test
    void pagesThroughALargeTaskAndZooms(FxRobot robot) throws TimeoutException {
        String sequence = "a b ".repeat(301);
        show(robot, SampleSnapshot.of(Task.parse("a b", sequence, sequence, sequence), 4, 0));
        Label title = robot.lookup("#stateWindow").queryAs(Label.class);
        assertThat(title.getText()).isEqualTo("Sequence 1 of 3");
        assertThat(robot.lookup("#statePrevious").query().isDisabled()).isTrue();
        robot.interact(() -> robot.lookup("#stateNext").queryAs(Button.class).fire());
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> title.getText().equals("Sequence 2 of 3"));
        assertThat(service.getWindow()).isEqualTo(new ColumnWindow(601, 601));
        Frames.settle();
        double before = layout(robot).columnWidth();
        robot.interact(() -> pane(robot).zoomAbout(300, 1));
        Frames.settle();
        assertThat(before).isLessThan(2);
        assertThat(layout(robot).columnWidth()).isEqualTo(48);
        assertThat(layout(robot).firstColumn()).isGreaterThan(100);
    }

    @Test
    void withALagTheColumnsBeginWhereItIsFull(FxRobot robot) throws TimeoutException {
        show(robot, snapshot);
        robot.interact(() -> view.select(0, 5));
        show(robot, SampleSnapshot.of(Experiment.reference().with(all -> all.with(Settings.LAG, 3)), 3));
        assertThat(view.selectedStepProperty().get()).as("step 1 has no column").isNull();
        assertThat(service.getTraced().traces().columns()).isEqualTo(4);
        robot.interact(() -> view.select(3, 5));
        assertThat(view.selectedStepProperty().get()).isEqualTo(new Step(1, 4, 2, 4));
        assertThat(view.selectedColumn()).isEqualTo(3);
        assertThat(readout(robot)).startsWith("unit 6, step 4, sequence 2, input 2: h\u00a0=\u00a0");
        assertThat(robot.lookup("#stateZoom").query().getParent().isVisible()).isFalse();
    }
}
