package lab.carousel.ui.window.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.text.Language;
import lab.carousel.training.RunState;
import lab.carousel.ui.robot.Frames;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;

/** Every text in the lab fits, with each place of the microscope. */
class LabFitTest extends FitFixture {

    @ParameterizedTest
    @MethodSource("lab.carousel.text.Language#all")
    void theLab(Language language, FxRobot robot) throws TimeoutException {
        speak(robot, language);
        look(robot, "before training");
        await(() -> workspace.state() == RunState.PAUSED);
        fire(robot, "play");
        await(() -> workspace.state() == RunState.FINISHED);
        awaitHeatmap(robot);
        awaitVerification(robot);
        robot.moveTo("#lossPlot");
        await(() -> find(robot, "lossHint").isVisible());
        look(robot, "loss with the pointer in it");
        robot.interact(() -> {
            workspace.selection().unitProperty().set(3);
            workspace
                    .selection()
                    .stepProperty()
                    .set(workspace.snapshot().orElseThrow().experiment().task().step(1, 4));
        });
        List<MenuItem> places = ((MenuButton) find(robot, "microscopePlaces"))
                .getItems().stream()
                        .filter(item -> item.getId() != null && item.getId().startsWith("show-"))
                        .toList();
        assertThat(places).hasSizeGreaterThan(10);
        for (MenuItem place : places) {
            robot.interact(place::fire);
            Frames.settle();
            look(robot, place.getId());
            if (place.getId().equals("show-update")) {
                // One line: its step does not stand alone in a second one
                assertThat(((Label) find(robot, "updateWhere")).getHeight())
                        .isLessThan(1.5 * ((Label) find(robot, "updateReachTitle")).getHeight());
            }
            for (String more : List.of("pinRun", "lesionPart-FIND")) {
                Optional<Node> button = robot.lookup("#" + more).tryQuery();
                if (button.filter(FitFixture::isShown).isPresent()) {
                    robot.interact(((ButtonBase) button.get())::fire);
                    Frames.settle();
                    look(robot, place.getId() + " with " + more);
                }
            }
        }
        for (HeatmapLayer layer : HeatmapLayer.of(Cell.LSTM)) {
            robot.interact(() -> workspace.selection().layerProperty().set(layer));
            look(robot, "heatmap of " + layer);
        }
        fire(robot, "microscopeWide");
        look(robot, "wide");
        fire(robot, "microscopeWide");
        assertNothingFound(language);
    }
}
