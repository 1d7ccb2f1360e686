package lab.carousel.ui.window.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Gate;
import lab.carousel.picture.account.CellDiagram;
import lab.carousel.picture.account.Digits;
import lab.carousel.text.NumberText;
import lab.carousel.training.Pace;
import lab.carousel.training.RunState;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** While it trains, everything on the screen shows the same moment: a frame is frozen and its numbers are compared. */
class MainWindowMomentTest extends MainWindowFixture {

    private static final int FRAMES = 40;

    @Test
    void allPanelsShowTheSameMomentWhileItTrains(FxRobot robot) throws TimeoutException {
        Experiment reference = Experiment.reference();
        open(robot, reference.with(reference.hyperparameters().withEpochs(100_000)));
        showPlace(robot, "cell");
        await(() -> robot.lookup("#account-FORGET-value").tryQuery().isPresent());
        robot.interact(() -> {
            workspace.selection().unitProperty().set(0);
            workspace.selection().stepProperty().set(reference.task().step(0, 3));
        });
        robot.interact(() -> workspace.lab().setPace(Pace.epochs(100)));
        robot.interact(() -> workspace.lab().play());
        await(() -> workspace.state() == RunState.RUNNING
                && text(robot, "cellTitle").equals("Unit 1 at step 3 of sequence 1"));
        Set<Integer> epochs = new LinkedHashSet<>();
        for (int frame = 0; frame < FRAMES; frame++) {
            robot.interact(() -> epochs.add(compare(robot)));
        }
        assertThat(epochs.size()).as("moments seen").isGreaterThan(3);
    }

    /** Nothing can change while this compares; gives the epoch. */
    private int compare(FxRobot robot) {
        int epoch = Integer.parseInt(text(robot, "epoch").split(" ")[0].replace(",", ""));
        CellDiagram diagram = (CellDiagram)
                ((DrawingView) find(robot, "cellDrawing")).drawn().orElseThrow().drawing();
        double forget = diagram.account().unit().value(Gate.FORGET);
        double hidden = diagram.account().unit().h();
        assertThat(find(robot, "account-FORGET-value")
                        .getAccessibleText()
                        .replace('\u00a0', ' ')
                        .strip())
                .as("the equation, at epoch " + epoch)
                .endsWith(" " + Digits.USUAL.text(forget));
        assertThat(text(robot, "stateReadout").replace('\u00a0', ' '))
                .as("the heatmap, at epoch " + epoch)
                .contains("h = " + NumberText.decimals(hidden, 4), "f = " + NumberText.decimals(forget, 4));
        assertThat(text(robot, "cellSubtitle").replace(",", ""))
                .as("the equations")
                .endsWith("epoch " + epoch);
        assertThat(find(robot, "lossPlot").getAccessibleText().replace(",", ""))
                .as("the loss chart")
                .contains(epoch + "");
        assertThat(workspace.background().curtain().isDown()
                        || text(robot, "loss")
                                .equals(NumberText.decimals(
                                        workspace
                                                .shown()
                                                .orElseThrow()
                                                .evaluation()
                                                .loss(),
                                        4)))
                .as("the loss, at epoch " + epoch)
                .isTrue();
        return epoch;
    }
}
