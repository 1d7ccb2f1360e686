package lab.carousel.ui.window.microscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.scene.input.KeyCode;
import lab.carousel.drawing.MatrixDrawing;
import lab.carousel.engine.UpdateRecord;
import lab.carousel.engine.kernel.UpdateTrace;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.picture.update.ReachDrawing;
import lab.carousel.picture.weights.PanelsDrawing;
import lab.carousel.picture.weights.UpdateRatios;
import lab.carousel.task.Step;
import lab.carousel.text.NumberText;
import lab.carousel.training.RunState;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;

/** One update in slow motion, and the weights, in the window. */
class MainWindowUpdateTest extends MainWindowFixture {

    private void step(int updates) {
        robot.push(KeyCode.F6);
        awaitStart("updateWhere", "Update " + updates + ":");
    }

    @Test
    void steppingShowsTheStagesOfTheUpdateWithTheirNumbers() {
        open(all -> all.with(Settings.HIDDEN_UNITS, 6));
        showPlace("update");
        assertThat(text("updateEmpty")).contains("Press Step (F6)");
        step(1);
        step(2);
        UpdateRecord update = network().update().orElseThrow();
        UpdateTrace account = UpdateTrace.of(network().experiment(), update, 0);
        assertThat(text("updateWhere")).isEqualTo("Update 2: sequence 1, step 2");
        assertThat(text("updateName0")).isEqualTo("symbol");
        assertThat(text("updateAll0")).isEqualTo("0");
        assertThat(text("updateUnit4"))
                .isEqualTo(NumberText.loss(update.carried().cell()[0][0]));
        fire("update-next");
        assertThat(text("updateName1")).isEqualTo("forget gate f");
        assertThat(text("updateUnit1"))
                .isEqualTo(NumberText.loss(account.step().gates().get(Quantity.FORGET_GATE)[0]));
        fire("update-next");
        assertThat(text("updateUnit2")).isEqualTo(NumberText.loss(account.step().cell()[0]));
        fire("stage-loss");
        assertThat(text("updateAll2")).isEqualTo(NumberText.loss(update.loss()));
        focus("update-back");
        robot.push(KeyCode.DIGIT7);
        assertThat(text("updateName0")).isEqualTo("dLoss/dh");
        assertThat(text("updateUnit0")).isEqualTo(NumberText.loss(account.step().hiddenGradient()[0]));
        assertThat(text("updateAll7")).isEqualTo(NumberText.loss(account.norm()));
        ReachDrawing reach = drawing("updateDrawing");
        assertThat(reach.cut()).isEqualTo(1);
        assertThat(reach.hidden()).containsExactly(account.reach().hidden()[0]);
        assertThat(reach.hidden()[0])
                .as("what the cut keeps from the first step")
                .isPositive();
        robot.push(KeyCode.RIGHT);
        assertThat(text("updateAll0")).isEqualTo("0.0010");
        assertThat(text("update-next")).isEqualTo("Step");
        fire("update-next");
        awaitText("updateWhere", "Update 3: sequence 1, step 3");
        assertThat(text("updateName0")).isEqualTo("symbol");
        assertThat(export("microscope-csv", "update.csv"))
                .content()
                .startsWith("stage,quantity,unit 1,all\nInput,symbol,,1\n")
                .contains("step 2 (cut off),dLoss/dc,,");
    }

    @Test
    void aStepOfALongerUpdateIsChosenInTheHeatmapOrTheDrawing() {
        open(all -> all.with(Settings.HIDDEN_UNITS, 4)
                .with(Settings.CELL, Cell.GRU)
                .with(Settings.LAYERS, 2)
                .with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE));
        showPlace("update");
        step(1);
        assertThat(text("updateWhere")).isEqualTo("Update 1: sequence 1, steps 1 to 4; numbers of step 1");
        ReachDrawing reach = drawing("updateDrawing");
        assertThat(reach.cut()).isZero();
        assertThat(reach.cell()).isEmpty();
        assertThat(text("updateReachTitle")).endsWith("layer 1");
        DrawingView view = (DrawingView) find("updateDrawing");
        await(() -> view.drawn().isPresent());
        double pitch = Math.min(160, (view.getWidth() - 60) / 4);
        robot.clickOn(view.localToScreen(52 + 2.5 * pitch, view.getHeight() - 60));
        await(() -> text("updateWhere").endsWith("step 3"));
        fire("stage-gates");
        assertThat(text("updateName0")).isEqualTo("candidate g");
    }

    /** Whichever of its steps count. */
    @Test
    void theWholeWindowGoesToTheStepThatIsChosen() {
        open(all -> all.with(Settings.HIDDEN_UNITS, 4)
                .with(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP)
                .with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE));
        showPlace("update");
        step(1);
        DrawingView view = (DrawingView) find("updateDrawing");
        await(() -> view.drawn().isPresent());
        double pitch = Math.min(160, (view.getWidth() - 60) / 4);
        robot.clickOn(view.localToScreen(52 + 2.5 * pitch, view.getHeight() - 60));
        await(() -> text("updateWhere").endsWith("step 3"));
        Step chosen = workspace.selection().stepProperty().get();
        assertThat(chosen).isEqualTo(network().experiment().task().step(0, 3));
    }

    @Test
    void itFollowsAtFullSpeedAndKeepsTheLastUpdateThoughNobodyLooked() {
        open(all -> all.with(Settings.HIDDEN_UNITS, 4).with(Settings.EPOCHS, 3));
        train();
        showPlace("update");
        awaitText("updateWhere", "Update 24: sequence 2, step 4");
        assertThat(text("updateState")).isEqualTo("The last update of the run.");
        open(all -> all.with(Settings.HIDDEN_UNITS, 4).with(Settings.EPOCHS, 100_000));
        Frames.letGoOn();
        robot.push(KeyCode.F5);
        awaitStart("updateState", "Training is running");
        robot.push(KeyCode.F5);
        Frames.rest();
        await(() -> workspace.run().state() == RunState.PAUSED
                && text("updateWhere")
                        .startsWith("Update " + NumberText.whole(workspace.run().updates()) + ":"));
        assertThat(text("updateState")).startsWith("The latest update.");
    }

    @Test
    void theWeightsAreThoseOfTheNetwork() {
        open(all -> all.with(Settings.HIDDEN_UNITS, 6));
        showPlace("weights");
        trainEpoch();
        fire("weights-FORGET_GATE");
        await(() -> drawing("weightsDrawing") instanceof PanelsDrawing panels
                && panels.panels().size() == 1
                && drawing("weightRatios") != null);
        Snapshot snapshot = network();
        Parameters parameters = snapshot.parameters();
        PanelsDrawing panels = drawing("weightsDrawing");
        MatrixDrawing matrix = (MatrixDrawing) panels.panels().get(0).drawing();
        int forget = parameters.layout().layer(0).column(Quantity.FORGET_GATE);
        int width = parameters.layout().layer(0).gateWidth();
        assertThat(matrix.values()[2][4]).isEqualTo(parameters.get(4 * width + forget + 2));
        assertThat(matrix.columns().names())
                .startsWith("0", "1", "2", "3", "4", "1")
                .endsWith("6", "b");
        UpdateRatios ratios = drawing("weightRatios");
        UpdateRecord update = snapshot.update().orElseThrow();
        double sum = 0;
        double size = 0;
        for (int index = 0; index < 5 * width; index++) {
            sum += Math.pow(update.change()[index], 2);
            size += Math.pow(update.before().get(index), 2);
        }
        assertThat(ratios.ratios().get(0).name()).isEqualTo("W");
        assertThat(ratios.ratios().get(0).value()).isCloseTo(Math.sqrt(sum / size), within(1e-12));
        fire("weights-outputs");
        awaitText("weightsTitle", "Output kernel V and bias d");
    }
}
