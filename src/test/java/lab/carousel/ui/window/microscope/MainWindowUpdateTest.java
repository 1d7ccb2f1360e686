package lab.carousel.ui.window.microscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ButtonBase;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import lab.carousel.drawing.MatrixDrawing;
import lab.carousel.engine.UpdateRecord;
import lab.carousel.engine.kernel.UpdateTrace;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Quantity;
import lab.carousel.picture.update.ReachDrawing;
import lab.carousel.picture.weights.PanelsDrawing;
import lab.carousel.picture.weights.UpdateRatios;
import lab.carousel.text.NumberText;
import lab.carousel.training.RunState;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** One update in slow motion, and the weights, in the window. */
class MainWindowUpdateTest extends MainWindowFixture {

    private void open(FxRobot robot, Hyperparameters hyperparameters) throws TimeoutException {
        open(robot, new Experiment(Experiment.reference().task(), hyperparameters, EngineName.KERNEL));
    }

    private static void press(FxRobot robot, String id) {
        robot.interact(() -> ((ButtonBase) find(robot, id)).fire());
    }

    private void step(FxRobot robot, int updates) throws TimeoutException {
        robot.push(KeyCode.F6);
        await(() -> workspace.updates() == updates && text(robot, "updateWhere").startsWith("Update " + updates + ":"));
    }

    private UpdateTrace account() {
        Snapshot snapshot = workspace.snapshot().orElseThrow();
        return UpdateTrace.of(snapshot.experiment(), snapshot.update().orElseThrow(), 0);
    }

    @Test
    void steppingShowsTheStagesOfTheUpdateWithTheirNumbers(FxRobot robot) throws TimeoutException, IOException {
        open(robot, Hyperparameters.reference().with(Settings.HIDDEN_UNITS, 6));
        showPlace(robot, "update");
        assertThat(text(robot, "updateEmpty")).contains("Press One update (F6)");
        step(robot, 1);
        step(robot, 2);
        UpdateTrace account = account();
        UpdateRecord update = account.update();
        assertThat(text(robot, "updateWhere")).isEqualTo("Update 2: sequence 1, step 2");
        assertThat(text(robot, "updateName0")).isEqualTo("symbol");
        assertThat(text(robot, "updateAll0")).isEqualTo("0");
        assertThat(text(robot, "updateUnit4"))
                .isEqualTo(NumberText.loss(update.carried().cell()[0][0]));
        press(robot, "update-next");
        assertThat(text(robot, "updateName1")).isEqualTo("forget gate f");
        assertThat(text(robot, "updateUnit1"))
                .isEqualTo(NumberText.loss(account.step().gates().get(Quantity.FORGET_GATE)[0]));
        press(robot, "update-next");
        assertThat(text(robot, "updateUnit2"))
                .isEqualTo(NumberText.loss(account.step().cell()[0]));
        press(robot, "stage-loss");
        assertThat(text(robot, "updateAll2")).isEqualTo(NumberText.loss(update.loss()));
        robot.interact(() -> find(robot, "update-back").requestFocus());
        robot.push(KeyCode.DIGIT7);
        assertThat(text(robot, "updateName0")).isEqualTo("dLoss/dh");
        assertThat(text(robot, "updateUnit0"))
                .isEqualTo(NumberText.loss(account.step().hiddenGradient()[0]));
        assertThat(text(robot, "updateAll7")).isEqualTo(NumberText.loss(account.norm()));
        ReachDrawing reach = (ReachDrawing) ((DrawingView) find(robot, "updateDrawing")).drawing();
        assertThat(reach.cut()).isEqualTo(1);
        assertThat(reach.hidden()).containsExactly(account.reach().hidden()[0]);
        assertThat(reach.hidden()[0])
                .as("what the cut keeps from the first step")
                .isPositive();
        robot.push(KeyCode.RIGHT);
        assertThat(text(robot, "updateAll0")).isEqualTo("0.0010");
        assertThat(text(robot, "update-next")).isEqualTo("Step");
        press(robot, "update-next");
        await(() -> text(robot, "updateWhere").equals("Update 3: sequence 1, step 3"));
        assertThat(text(robot, "updateName0")).isEqualTo("symbol");
        assertThat(Files.readString(export(robot, "microscope-csv", "update.csv")))
                .startsWith("stage,quantity,unit 1,all\nInput,symbol,,1\n")
                .contains("step 2 (cut off),dLoss/dc,,");
    }

    @Test
    void aStepOfALongerUpdateIsChosenInTheHeatmapOrTheDrawing(FxRobot robot) throws TimeoutException {
        open(
                robot,
                Hyperparameters.reference()
                        .with(Settings.HIDDEN_UNITS, 4)
                        .with(Settings.CELL, Cell.GRU)
                        .with(Settings.LAYERS, 2)
                        .with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE));
        showPlace(robot, "update");
        robot.push(KeyCode.F6);
        await(() -> text(robot, "updateWhere").startsWith("Update 1"));
        assertThat(text(robot, "updateWhere"))
                .isEqualTo("Update 1: sequence 1, steps 1 to 4; the numbers are those of step 1");
        ReachDrawing reach = (ReachDrawing) ((DrawingView) find(robot, "updateDrawing")).drawing();
        assertThat(reach.cut()).isZero();
        assertThat(reach.cell()).isEmpty();
        assertThat(text(robot, "updateReachTitle")).endsWith("layer 1");
        clickAt(robot, 2);
        await(() -> text(robot, "updateWhere").endsWith("step 3"));
        press(robot, "stage-gates");
        assertThat(text(robot, "updateName0")).isEqualTo("candidate g");
    }

    private static void clickAt(FxRobot robot, int step) throws TimeoutException {
        DrawingView view = (DrawingView) find(robot, "updateDrawing");
        await(() -> ((ImageView) view.lookup(".image-view")).getImage() != null);
        double pitch = Math.min(160, (view.getWidth() - 60) / 4);
        robot.clickOn(view.localToScreen(52 + (step + 0.5) * pitch, view.getHeight() - 60));
    }

    @Test
    void atFullSpeedItFollowsAndStaysAtTheLastUpdate(FxRobot robot) throws TimeoutException {
        open(robot, Hyperparameters.reference().with(Settings.HIDDEN_UNITS, 4).with(Settings.EPOCHS, 100_000));
        showPlace(robot, "update");
        Frames.letGoOn();
        robot.push(KeyCode.F5);
        await(() -> text(robot, "updateState").startsWith("Training goes on"));
        robot.push(KeyCode.F5);
        Frames.rest();
        await(() -> workspace.state() == RunState.PAUSED
                && text(robot, "updateWhere").startsWith("Update " + NumberText.whole(workspace.updates()) + ":"));
        assertThat(text(robot, "updateState")).startsWith("The last update made.");
    }

    @Test
    void theLastUpdateOfAllIsKeptThoughNobodyLooked(FxRobot robot) throws TimeoutException {
        open(robot, Hyperparameters.reference().with(Settings.HIDDEN_UNITS, 4).with(Settings.EPOCHS, 3));
        robot.push(KeyCode.F5);
        await(() -> workspace.state() == RunState.FINISHED);
        showPlace(robot, "update");
        await(() -> text(robot, "updateWhere").equals("Update 24: sequence 2, step 4"));
        assertThat(text(robot, "updateState")).isEqualTo("The last update of the run.");
    }

    @Test
    void theWeightsAreThoseOfTheNetwork(FxRobot robot) throws TimeoutException {
        open(robot, Hyperparameters.reference().with(Settings.HIDDEN_UNITS, 6));
        showPlace(robot, "weights");
        robot.push(KeyCode.F7);
        await(() -> workspace.updates() == 8);
        press(robot, "weights-FORGET_GATE");
        await(() -> panels(robot) != null && panels(robot).panels().size() == 1);
        Snapshot snapshot = workspace.snapshot().orElseThrow();
        await(() -> ((DrawingView) find(robot, "weightRatios")).drawing() != null);
        int forget = snapshot.parameters().layout().layer(0).column(Quantity.FORGET_GATE);
        MatrixDrawing matrix = (MatrixDrawing) panels(robot).panels().get(0).drawing();
        int width = snapshot.parameters().layout().layer(0).gateWidth();
        assertThat(matrix.values()[2][4]).isEqualTo(snapshot.parameters().get(4 * width + forget + 2));
        assertThat(matrix.columns().names())
                .startsWith("0", "1", "2", "3", "4", "1")
                .endsWith("6", "b");
        UpdateRatios ratios = (UpdateRatios) ((DrawingView) find(robot, "weightRatios")).drawing();
        UpdateRecord update = snapshot.update().orElseThrow();
        double[] change = update.change();
        double sum = 0;
        double size = 0;
        for (int index = 0; index < 5 * width; index++) {
            sum += change[index] * change[index];
            size += update.before().get(index) * update.before().get(index);
        }
        assertThat(ratios.ratios().get(0).name()).isEqualTo("W");
        assertThat(ratios.ratios().get(0).value()).isCloseTo(Math.sqrt(sum / size), within(1e-12));
        MatrixDrawing histogram = (MatrixDrawing) ((DrawingView) find(robot, "weightHistogram")).drawing();
        assertThat(histogram.columns().names()).containsExactly("0", "1");
        double all = 0;
        for (double[] row : histogram.values()) {
            all += row[1];
        }
        assertThat(all).isCloseTo(1, within(1e-12));
        press(robot, "weights-outputs");
        await(() -> text(robot, "weightsTitle").equals("Output kernel V and bias d"));
    }

    private static PanelsDrawing panels(FxRobot robot) {
        return ((DrawingView) find(robot, "weightsDrawing")).drawing() instanceof PanelsDrawing panels ? panels : null;
    }
}
