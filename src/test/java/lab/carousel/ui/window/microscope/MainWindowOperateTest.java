package lab.carousel.ui.window.microscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import lab.carousel.drawing.MatrixDrawing;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.picture.probe.ContrastDrawing;
import lab.carousel.study.Contrast;
import lab.carousel.study.Lesion;
import lab.carousel.study.Transplant;
import lab.carousel.training.RunState;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Fork, transplant and lesion in the window, on a network that remembers. */
class MainWindowOperateTest extends MainWindowFixture {

    private void train(FxRobot robot, Experiment experiment) throws TimeoutException {
        open(robot, experiment);
        robot.clickOn("#play");
        await(() -> workspace.state() == RunState.FINISHED);
    }

    private Snapshot network() {
        return workspace.snapshot().orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static <T> T drawing(FxRobot robot, String id) {
        return (T) ((DrawingView) find(robot, id)).drawing();
    }

    private static void awaitWords(FxRobot robot, String id, String part) throws TimeoutException {
        await(() -> text(robot, id).contains(part));
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> ((ButtonBase) find(robot, id)).fire());
        Frames.settle();
    }

    /** How A and B differ at the last step. */
    private Contrast.Difference difference(Quantity quantity) {
        return Contrast.ofSequences(network().experiment(), network().parameters(), 0, 1, quantity, 0)
                .difference(3, quantity);
    }

    @Test
    void theForkShowsWhatIsRememberedWhereTheInputsAgree(FxRobot robot) throws TimeoutException {
        train(robot, preset("gradientThroughTime"));
        showPlace(robot, "twoSequences");
        Contrast.Difference fork = difference(Quantity.CELL_STATE);
        awaitWords(robot, "twoSequencesSentence", String.format("%.4f", fork.sum()));
        assertThat(text(robot, "twoSequencesSentence")).startsWith("At steps 2–4 the inputs are the same");
        MatrixDrawing matrix = MainWindowOperateTest.<ContrastDrawing>drawing(robot, "twoSequencesDrawing")
                .differences()
                .orElseThrow();
        assertThat(matrix.marks()).singleElement().satisfies(mark -> {
            assertThat(mark.from()).isEqualTo(1);
            assertThat(mark.to()).isEqualTo(3);
        });
        for (int unit = 0; unit < 20; unit++) {
            assertThat(matrix.values()[unit][3]).isEqualTo(Math.abs(fork.ofUnits()[unit]));
        }
        fire(robot, "twoSequencesQuantity-HIDDEN_STATE");
        Contrast.Difference hidden = difference(Quantity.HIDDEN_STATE);
        awaitWords(robot, "twoSequencesSentence", String.format("%.4f", hidden.sum()));
        assertThat(Files.exists(export(robot, "microscope-svg", "twoSequences.svg")))
                .isTrue();
        assertThat(export(robot, "microscope-csv", "twoSequences.csv"))
                .content()
                .contains(Double.toString(hidden.sum()));
        // The value under the pointer, and a click that selects its unit for the whole window
        Node node = find(robot, "twoSequencesDrawing");
        Bounds view = node.localToScreen(node.getLayoutBounds());
        robot.clickOn(view.getMinX() + view.getWidth() / 2, view.getMaxY() - 60);
        await(() -> find(robot, "twoSequencesDrawingWords").isVisible());
        assertThat(text(robot, "twoSequencesDrawingWords")).matches("sequence 1, step \\d, unit \\d+: \\d.*");
        await(() -> text(robot, "stateReadout").startsWith("unit "));
    }

    @Test
    void withAllOfTheStateTheAnswerIsTransplanted(FxRobot robot) throws TimeoutException {
        train(robot, preset("gradientThroughTime"));
        showPlace(robot, "transplant");
        awaitWords(robot, "transplantSentence", "B now answers 3, as A does, and no longer 4");
        assertThat(text(robot, "transplantSentence"))
                .contains("the memory went with h and c", "From step 2 on, all outputs are exactly those of A.");
        Transplant whole = Transplant.of(
                network().experiment(),
                network().parameters(),
                0,
                1,
                1,
                Set.of(Quantity.HIDDEN_STATE, Quantity.CELL_STATE),
                Transplant.allUnits(network().parameters().layout()));
        ContrastDrawing drawing = drawing(robot, "transplantDrawing");
        for (int step = 1; step < 4; step++) {
            assertThat(drawing.steps().get(step).b().outputs())
                    .containsExactly(whole.donated().outputs(step));
            assertThat(drawing.steps().get(step).a().outputs())
                    .containsExactly(whole.before().outputs(step));
        }
        assertThat(drawing.steps().get(3).isChanged()).isTrue();
        assertThat(drawing.steps().get(3).a().target()).isEqualTo(4);
        robot.interact(() -> spinner(robot).getValueFactory().setValue(4));
        awaitWords(robot, "transplantSentence", "From step 4 on");
        robot.interact(() -> {
            spinner(robot).getEditor().setText("abc");
            spinner(robot).commitValue();
            spinner(robot).getEditor().setText("");
            spinner(robot).commitValue();
        });
        assertThat(spinner(robot).getValue())
                .as("the step after what is no number")
                .isEqualTo(4);
        robot.interact(() -> {
            spinner(robot).getEditor().setText("99");
            spinner(robot).commitValue();
        });
        assertThat(spinner(robot).getValue())
                .as("the step after one beyond the end")
                .isEqualTo(4);
        fire(robot, "transplantUnitsNone");
        awaitWords(robot, "transplantSentence", "B still answers 4");
        type(robot, "transplantUnitsField", "1-10");
        await(() -> text(robot, "transplantUnitsCount").equals("10 of 20 units chosen"));
        type(robot, "transplantUnitsField", "1-99");
        await(() -> text(robot, "transplantUnitsCount").contains("1-99"));
        assertThat(export(robot, "microscope-csv", "transplant.csv")).content().startsWith("sequence,step,input");
    }

    @SuppressWarnings("unchecked")
    private static Spinner<Integer> spinner(FxRobot robot) {
        return (Spinner<Integer>) find(robot, "transplantStep");
    }

    @Test
    void aNetworkWithoutACellStateMovesItsHiddenState(FxRobot robot) throws TimeoutException {
        Experiment base = preset("gradientThroughTime");
        train(
                robot,
                base.with(base.hyperparameters()
                        .with(Settings.CELL, Cell.GRU)
                        .with(Settings.LAYERS, 2)
                        .with(Settings.HIDDEN_UNITS, 6)));
        showPlace(robot, "transplant");
        awaitWords(robot, "transplantSentence", "From step 2 on, all outputs are exactly those of A.");
        assertThat(robot.lookup("#transplantStates-CELL_STATE").tryQuery()).isEmpty();
        assertThat(text(robot, "transplantUnitsField")).isEqualTo("1.1–1.6, 2.1–2.6");
        showPlace(robot, "lesion");
        await(() -> !text(robot, "lesionIntact").isEmpty());
        assertThat(robot.lookup("#lesionQuantity-UPDATE_GATE").tryQuery()).isPresent();
        assertThat(robot.lookup("#lesionQuantity-CELL_STATE").tryQuery()).isEmpty();
    }

    @Test
    void aDenseNetworkHasNothingToTransplant(FxRobot robot) throws TimeoutException {
        Experiment base = preset("gradientThroughTime");
        open(robot, base.with(base.hyperparameters().with(Settings.CELL, Cell.DENSE)));
        // While the run is being prepared there is no network
        await(() -> workspace
                .snapshot()
                .filter(shown -> shown.parameters().layout().cell() == Cell.DENSE)
                .isPresent());
        showPlace(robot, "transplant");
        await(() -> find(robot, "transplantEmpty").isVisible());
        assertThat(text(robot, "transplantEmpty")).startsWith("A dense network carries nothing");
        showPlace(robot, "twoSequences");
        awaitWords(robot, "twoSequencesSentence", "the network does not know which sequence it is in");
    }

    private Evaluation with(Lesion... lesions) {
        return new Evaluator(network().experiment())
                .evaluate(
                        network().parameters(),
                        Lesion.operation(
                                List.of(lesions), network().parameters().layout()));
    }

    private static String words(Evaluation evaluation) {
        return String.format("%d of 8 right, margin %+.4f", evaluation.right(), evaluation.margin())
                .replace('-', '−');
    }

    @Test
    void aLesionIsMadeUndoneAndRedone(FxRobot robot) throws TimeoutException {
        train(robot, preset("gradientThroughTime"));
        showPlace(robot, "lesion");
        Evaluation intact = network().evaluation();
        awaitWords(robot, "lesionIntact", words(intact));
        assertThat(text(robot, "lesionLesioned")).isEqualTo(text(robot, "lesionIntact"));
        assertThat(find(robot, "lesionAdd").isDisabled()).isTrue();
        type(robot, "lesionUnitsField", "99");
        assertThat(text(robot, "lesionUnitsCount")).contains("99");
        assertThat(find(robot, "lesionAdd").isDisabled()).as("no such unit").isTrue();
        type(robot, "lesionUnitsField", "9");
        assertThat(find(robot, "lesionAdd").isDisabled()).isFalse();
        fire(robot, "lesionQuantity-CELL_STATE");
        fire(robot, "lesionUnitsAll");
        fire(robot, "lesionAdd");
        Set<Integer> all = Transplant.allUnits(network().parameters().layout());
        Evaluation silenced = with(Lesion.silence(all, Quantity.CELL_STATE));
        assertThat(silenced.right()).isLessThan(8);
        awaitWords(robot, "lesionLesioned", words(silenced));
        assertThat(text(robot, "lesionSentence")).startsWith("Changed predictions: sequence ");
        assertThat(text(robot, "lesionIntact")).startsWith(words(intact));
        assertThat(network().evaluation()).isEqualTo(intact);
        robot.interact(() -> item(robot, "editMenu", "undo").fire());
        awaitWords(robot, "lesionLesioned", words(intact));
        assertThat(item(robot, "editMenu", "redo").getText()).isEqualTo("Redo: added lesion");
        robot.interact(() -> item(robot, "editMenu", "redo").fire());
        awaitWords(robot, "lesionLesioned", words(silenced));
        assertThat(export(robot, "microscope-csv", "lesion.csv")).content().contains("With lesions: predicted");
        fire(robot, "lesionRemove");
        awaitWords(robot, "lesionLesioned", words(intact));
        fire(robot, "lesionQuantity-FORGET_GATE");
        type(robot, "lesionSteps", "2-4");
        fire(robot, "lesionAdd");
        Evaluation forgetful = with(new Lesion(all, Quantity.FORGET_GATE, 0, 1, 3));
        awaitWords(robot, "lesionLesioned", words(forgetful));
        type(robot, "lesionSteps", "4-2");
        assertThat(find(robot, "lesionAdd").isDisabled()).isTrue();
    }

    @Test
    void theMemoryIsFoundAndSilenced(FxRobot robot) throws TimeoutException {
        train(robot, preset("gradientThroughTime"));
        showPlace(robot, "lesion");
        await(() -> !find(robot, "findBreaks").isDisabled());
        fire(robot, "lesionPart-FIND");
        fire(robot, "findBreaks");
        awaitWords(robot, "findResult", "the recall breaks. No smaller set does it.");
        fire(robot, "findApply");
        // In the place of what was lesioned
        fire(robot, "findApply");
        await(() -> ((ListView<?>) find(robot, "lesionList")).getItems().size() == 1);
        await(() -> text(robot, "lesionLesioned").startsWith("7 of 8")
                || text(robot, "lesionLesioned").startsWith("6"));
        robot.interact(() -> find(robot, "lesionList").requestFocus());
        robot.press(KeyCode.CONTROL).press(KeyCode.Z).release(KeyCode.Z).release(KeyCode.CONTROL);
        awaitWords(robot, "lesionLesioned", "8 of 8");
        Frames.letGoOn();
        fire(robot, "findKeeps");
        fire(robot, "findCancel");
        await(() -> !find(robot, "findKeeps").isDisabled());
        assertThat(((Labeled) find(robot, "findResult")).getText()).startsWith("Stopped after");
        robot.push(KeyCode.F8);
        awaitWords(robot, "findResult", "The network has changed since the search");
        assertThat(find(robot, "findApply").isDisabled()).isTrue();
    }

    @Test
    void lesionsStayWhileTheTrainingGoesOn(FxRobot robot) throws TimeoutException {
        Experiment base = preset("gradientThroughTime");
        open(robot, base.with(base.hyperparameters().with(Settings.EPOCHS, 1_000_000)));
        showPlace(robot, "lesion");
        await(() -> !text(robot, "lesionIntact").isEmpty());
        fire(robot, "lesionUnitsAll");
        fire(robot, "lesionAdd");
        Frames.letGoOn();
        robot.clickOn("#play");
        await(() -> text(robot, "lesionIntact").startsWith("8 of 8"));
        assertThat(text(robot, "lesionLesioned")).doesNotStartWith("8 of 8");
        assertThat(workspace.isTraining()).isTrue();
        showPlace(robot, "transplant");
        awaitWords(robot, "transplantSentence", "as A does");
        showPlace(robot, "twoSequences");
        awaitWords(robot, "twoSequencesSentence", "what differs is memory");
        String before = text(robot, "twoSequencesSentence");
        await(() -> !text(robot, "twoSequencesSentence").equals(before));
        robot.clickOn("#play");
        await(() -> !workspace.isTraining());
    }
}
