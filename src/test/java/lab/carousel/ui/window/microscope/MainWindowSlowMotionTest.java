package lab.carousel.ui.window.microscope;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import lab.carousel.picture.account.CellDiagram;
import lab.carousel.picture.account.FormulaDrawing;
import lab.carousel.picture.account.NetworkDrawing;
import lab.carousel.ui.controls.Motion;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;

/** One step, slowly, in the cell of the microscope. */
class MainWindowSlowMotionTest extends MainWindowFixture {

    private static DrawingView drawing() {
        return (DrawingView) find("cellDrawing");
    }

    private void slowly() {
        awaitText("cellTitle", "Unit 1 at step 4 of sequence 1");
        robot.interact(() -> ((ToggleButton) find("slow")).fire());
        awaitText("slowAt", "1 of 6: A symbol enters");
    }

    @Test
    void theKeysGoFromStageToStageAndToTheNextStep() {
        slowly();
        assertThat(find("slowBack").isDisabled()).isTrue();
        focus("stateHeatmap");
        robot.push(KeyCode.HOME);
        awaitText("cellTitle", "Unit 1 at step 1 of sequence 1");
        focus("slowNext");
        robot.push(KeyCode.RIGHT);
        awaitText("slowAt", "2 of 6: Net inputs");
        assertThat(text("slowCaption")).startsWith("Each input is multiplied by its weight");
        robot.push(KeyCode.DIGIT6);
        awaitText("slowAt", "6 of 6: Outputs and prediction");
        await(() -> drawing().drawing() instanceof NetworkDrawing);
        robot.push(KeyCode.LEFT);
        awaitText("slowAt", "5 of 6: The state goes out");
        await(() -> drawing().drawing() instanceof CellDiagram);
        robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT);
        awaitText("cellTitle", "Unit 1 at step 2 of sequence 1");
        awaitText("slowAt", "1 of 6: A symbol enters");
    }

    @Test
    void theNetworkAUnitOrItsFormulaIsChosen() {
        slowly();
        assertThat(drawing().drawing()).isInstanceOf(CellDiagram.class);
        robot.interact(() -> ((ToggleButton) find("slow-NETWORK")).fire());
        await(() -> drawing().drawing() instanceof NetworkDrawing);
        robot.interact(() -> ((ToggleButton) find("slow-FORMULA")).fire());
        await(() -> drawing().drawing() instanceof FormulaDrawing);
        robot.interact(() -> ((ToggleButton) find("slow")).fire());
        await(() -> isThere("cellTerms"));
        assertThat(drawing().drawing()).isInstanceOf(CellDiagram.class);
    }

    @Test
    void nothingMovesUntilSomebodyWantsIt() {
        CheckMenuItem still = ((MenuButton) find("viewMenu"))
                .getItems().stream()
                        .filter(item -> "view-still".equals(item.getId()))
                        .map(CheckMenuItem.class::cast)
                        .findFirst()
                        .orElseThrow();
        assertThat(still.isSelected()).isTrue();
        assertThat(Motion.isOn(find("cellDrawing"))).isFalse();
        robot.interact(() -> still.setSelected(false));
        await(() -> Motion.isOn(find("cellDrawing")));
        robot.interact(() -> still.setSelected(true));
        await(() -> !Motion.isOn(find("cellDrawing")));
    }
}
