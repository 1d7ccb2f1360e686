package lab.carousel.ui.window.microscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Mark;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.picture.probe.SaturationDrawing;
import lab.carousel.study.Saturation;
import lab.carousel.study.map.VisitedStates;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;

/** How often gates are open or shut, in the window. */
class MainWindowSaturationTest extends MainWindowFixture {

    private static String summary(Snapshot of) {
        FedNetwork network = FedNetwork.of(of.experiment(), of.parameters());
        return SaturationDrawing.summary(
                Saturation.of(VisitedStates.of(network.evaluator(), Saturation.part()), network));
    }

    @Test
    void saysHowOftenGatesAreOpenAndSelectsTheUnitOfADot() {
        train(preset("gradientThroughTime"));
        showPlace("saturation");
        assertThat(text("saturationSummary")).isEqualTo(summary(network())).contains("Forget gate f: open ");
        assertThat(text("saturationCaption")).endsWith("8 of 8 steps.");
        Node node = find("saturationDrawing");
        Bounds view = node.localToScreen(node.getLayoutBounds());
        Drawing drawing = drawing("saturationDrawing");
        List<Mark> marks = drawing.marks(view.getWidth(), view.getHeight());
        for (double down = 10;
                down < view.getHeight() && workspace.selection().unitProperty().get() < 0;
                down += 4) {
            for (double right = 40; right < view.getWidth(); right += 4) {
                Hit spot = Hit.at(marks, right, down).orElse(null);
                if (spot != null) {
                    robot.clickOn(view.getMinX() + right, view.getMinY() + down);
                    assertThat(workspace.selection().unitProperty().get()).isEqualTo(spot.row());
                    assertThat(spot.words()).startsWith("unit " + (spot.row() + 1) + ", ");
                    break;
                }
            }
        }
        assertThat(workspace.selection().unitProperty().get()).isNotNegative();
    }

    @Test
    void saysThatCellsHaveNoGates() {
        open(all -> all.with(Settings.CELL, Cell.RECURRENT));
        showPlace("saturation");
        await(() -> text("saturationEmpty").startsWith("These units have no gates"));
        open(all -> all.with(Settings.CELL, Cell.GRU));
        await(() -> text("saturationSummary").startsWith("Update gate z: open "));
    }
}
