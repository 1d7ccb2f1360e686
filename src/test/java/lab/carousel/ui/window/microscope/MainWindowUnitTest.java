package lab.carousel.ui.window.microscope;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import lab.carousel.drawing.Drawing;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.Trace;
import lab.carousel.picture.account.Digits;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;

/** A unit over time in the window. */
class MainWindowUnitTest extends MainWindowFixture {

    @Test
    void showsTheValuesUnderThePointerSelectsTheStepAndHidesLines() {
        showPlace("unit");
        awaitText("unitTitle", "Unit 1 over the steps");
        Snapshot shown = network();
        Trace trace = Trace.of(
                shown.parameters(),
                shown.experiment().hyperparameters(),
                shown.experiment().task().encoded()[0]);
        robot.moveTo(place(0, 2));
        await(() -> find("unitDrawingWords").isVisible());
        assertThat(text("unitDrawingWords"))
                .startsWith("step 3, input 1")
                .contains("c\u00a0=\u00a0" + Digits.USUAL.text(trace.value(Quantity.CELL_STATE, 2, 0)))
                .contains("f\u00a0=\u00a0" + Digits.USUAL.text(trace.value(Quantity.FORGET_GATE, 2, 0)));
        robot.clickOn(place(1, 1));
        awaitText("unitSubtitle", "epoch 0");
        robot.clickOn("#unitLines-CANDIDATE");
        robot.clickOn("#unitLines-OUTPUT_GATE");
        Drawing drawing = drawing("unitDrawing");
        assertThat(drawing.csv().lines())
                .hasSize(9)
                .contains("panel,step,input,h,c,i,f")
                .anyMatch(row -> row.startsWith("Sequence 1,4,2," + trace.value(Quantity.HIDDEN_STATE, 3, 0) + ","));
        showPlace("cell");
        awaitText("cellTitle", "Unit 1 at step 2 of sequence 2");
    }

    /** The middle of a step, counted from 0, in a panel, counted from 0, on the screen. */
    private static Point2D place(int panel, int step) {
        Node view = find("unitDrawing");
        Bounds bounds = view.getLayoutBounds();
        double width = bounds.getWidth() - 44 - 12;
        double pitch = (bounds.getHeight() - 20) / 2;
        return view.localToScreen(44 + (step + 0.5) / 4 * width, 20 + panel * pitch + 20 + 40);
    }
}
