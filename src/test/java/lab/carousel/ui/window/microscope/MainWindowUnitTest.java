package lab.carousel.ui.window.microscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.Trace;
import lab.carousel.picture.account.Digits;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** A unit over time in the window. */
class MainWindowUnitTest extends MainWindowFixture {

    @Test
    void showsTheValuesUnderThePointerAndAClickSelectsTheStep(FxRobot robot) throws TimeoutException {
        showPlace(robot, "unit");
        await(() -> text(robot, "unitTitle").equals("Unit 1 over the steps"));
        await(() -> csv(robot).startsWith("panel,step,input,h,c,i,f,o,g\nSequence 1,1,3,"));
        Point2D step = place(robot, 0, 2);
        robot.moveTo(step);
        await(() -> find(robot, "unitDrawingWords").isVisible());
        assertThat(text(robot, "unitDrawingWords"))
                .startsWith("step 3, in 1")
                .contains("c\u00a0=\u00a0" + Digits.USUAL.text(trace(0).value(Quantity.CELL_STATE, 2, 0)))
                .contains("f\u00a0=\u00a0" + Digits.USUAL.text(trace(0).value(Quantity.FORGET_GATE, 2, 0)));
        robot.clickOn(place(robot, 1, 1));
        await(() -> text(robot, "unitSubtitle").equals("epoch 0"));
        showPlace(robot, "cell");
        await(() -> text(robot, "cellTitle").equals("Unit 1 at step 2 of sequence 2"));
    }

    @Test
    void linesAreHiddenAndExported(FxRobot robot) throws Exception {
        showPlace(robot, "unit");
        await(() -> robot.lookup("#unit-g").tryQuery().isPresent());
        robot.clickOn("#unit-g");
        robot.clickOn("#unit-o");
        await(() -> csv(robot).startsWith("panel,step,input,h,c,i,f\n"));
        String file = Files.readString(export(robot, "microscope-csv", "unit.csv"));
        assertThat(file.lines()).hasSize(9);
        assertThat(file).contains("Sequence 2,4,2," + trace(1).value(Quantity.HIDDEN_STATE, 3, 0) + ",");
    }

    private Trace trace(int sequence) {
        Snapshot shown = workspace.snapshot().orElseThrow();
        Parameters parameters = shown.parameters();
        int[] symbols = shown.experiment().task().encoded()[sequence];
        return Trace.of(parameters, shown.experiment().hyperparameters(), symbols);
    }

    private static String csv(FxRobot robot) {
        var drawing = ((DrawingView) find(robot, "unitDrawing")).drawing();
        return drawing == null ? "" : drawing.csv();
    }

    /** The middle of a step, counted from 0, in a panel, counted from 0, on the screen. */
    private static Point2D place(FxRobot robot, int panel, int step) {
        Node view = find(robot, "unitDrawing");
        var bounds = view.getLayoutBounds();
        double width = bounds.getWidth() - 44 - 12;
        double pitch = (bounds.getHeight() - 20) / 2;
        return view.localToScreen(44 + (step + 0.5) / 4 * width, 20 + panel * pitch + 20 + 40);
    }
}
