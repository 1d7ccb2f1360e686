package lab.carousel.ui.window.microscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import lab.carousel.drawing.MatrixDrawing;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.picture.probe.ContrastDrawing;
import lab.carousel.study.Contrast;
import lab.carousel.study.Lesion;
import lab.carousel.study.StateDifference;
import lab.carousel.study.Transplant;
import lab.carousel.text.NumberText;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;

/** Two sequences, transplant and lesion in the window, on a network that remembers. */
class MainWindowOperateTest extends MainWindowFixture {

    private static final Experiment REMEMBERS = preset("gradientThroughTime");

    private static void awaitWords(String id, String part) {
        await(() -> text(id).contains(part));
    }

    /** How A and B differ at the last step. */
    private StateDifference difference(Quantity quantity) {
        return Contrast.ofSequences(
                        FedSteps.of(network().experiment(), network().parameters()), 0, 1, quantity, 0)
                .difference(3, quantity);
    }

    @Test
    void twoSequencesShowWhatIsRememberedWhereTheInputsAgree() {
        train(REMEMBERS);
        showPlace("twoSequences");
        StateDifference fork = difference(Quantity.CELL_STATE);
        awaitWords("twoSequencesSentence", NumberText.inLine(fork.sum()));
        assertThat(text("twoSequencesSentence")).startsWith("At steps 2–4 the inputs are the same");
        ContrastDrawing drawing = drawing("twoSequencesDrawing");
        MatrixDrawing matrix = drawing.differences().orElseThrow();
        assertThat(matrix.pointedOut()).singleElement().satisfies(mark -> {
            assertThat(mark.from()).isEqualTo(1);
            assertThat(mark.to()).isEqualTo(3);
        });
        fire("twoSequencesQuantity-HIDDEN_STATE");
        StateDifference hidden = difference(Quantity.HIDDEN_STATE);
        awaitWords("twoSequencesSentence", NumberText.inLine(hidden.sum()));
        assertThat(export("microscope-csv", "twoSequences.csv")).content().contains(Double.toString(hidden.sum()));
        // The value under the pointer, and a click that selects its unit for the whole window
        Node node = find("twoSequencesDrawing");
        Bounds view = node.localToScreen(node.getLayoutBounds());
        robot.clickOn(view.getMinX() + view.getWidth() / 2, view.getMaxY() - 60);
        await(() -> find("twoSequencesDrawingWords").isVisible());
        assertThat(text("twoSequencesDrawingWords")).matches("sequence 1, step \\d, unit \\d+: \\d.*");
        awaitStart("stateReadout", "unit ");
    }

    @Test
    void withAllOfTheStateTheAnswerIsTransplanted() {
        train(REMEMBERS);
        showPlace("transplant");
        awaitWords("transplantSentence", "B now answers 3 like A, no longer 4");
        assertThat(text("transplantSentence"))
                .contains("the memory moved with h and c", "From step 2 on, all outputs are exactly those of A.");
        ContrastDrawing drawing = drawing("transplantDrawing");
        assertThat(drawing.steps().get(3).isChanged()).isTrue();
        type("transplantStep", "4");
        awaitWords("transplantSentence", "From step 4 on");
        for (String typed : List.of("abc", "", "99", "1")) {
            type("transplantStep", typed);
            awaitText("transplantStepProblem", "The step must be a whole number from 2 to 4.");
        }
        assertThat(text("transplantSentence")).contains("From step 4 on");
        fire("transplantUnitsNone");
        awaitWords("transplantSentence", "B still answers 4");
        type("transplantUnitsField", "1-10");
        awaitText("transplantUnitsCount", "10 of 20 units chosen");
        type("transplantUnitsField", "1-99");
        awaitWords("transplantUnitsCount", "1-99");
    }

    @Test
    void otherCellsOfferWhatTheyHave() {
        train(REMEMBERS.with(all ->
                all.with(Settings.CELL, Cell.GRU).with(Settings.LAYERS, 2).with(Settings.HIDDEN_UNITS, 6)));
        showPlace("transplant");
        awaitWords("transplantSentence", "From step 2 on, all outputs are exactly those of A.");
        assertThat(isThere("transplantStates-CELL_STATE")).isFalse();
        assertThat(text("transplantUnitsField")).isEqualTo("1.1–1.6, 2.1–2.6");
        showPlace("lesion");
        await(() -> !text("lesionIntact").isEmpty());
        assertThat(isThere("lesionQuantity-UPDATE_GATE")).isTrue();
        assertThat(isThere("lesionQuantity-CELL_STATE")).isFalse();
        open(REMEMBERS.with(all -> all.with(Settings.CELL, Cell.DENSE)));
        showPlace("transplant");
        await(() -> find("transplantEmpty").isVisible());
        assertThat(text("transplantEmpty")).startsWith("A dense network carries nothing");
        showPlace("twoSequences");
        awaitWords("twoSequencesSentence", "the network does not know which sequence it is in");
    }

    private Evaluation with(Lesion lesion) {
        return new Evaluator(network().experiment())
                .evaluate(
                        network().parameters(),
                        Lesion.operation(List.of(lesion), network().parameters().layout()));
    }

    private static String words(Evaluation evaluation) {
        return String.format("%d of 8 right, margin %+.4f", evaluation.right(), evaluation.margin())
                .replace('-', '−');
    }

    @Test
    void aLesionIsMadeUndoneAndRedone() {
        train(REMEMBERS);
        showPlace("lesion");
        Evaluation intact = network().evaluation();
        awaitWords("lesionIntact", words(intact));
        assertThat(text("lesionLesioned")).isEqualTo(text("lesionIntact"));
        assertThat(find("lesionAdd").isDisabled()).isTrue();
        type("lesionUnitsField", "99");
        assertThat(text("lesionUnitsCount")).contains("99");
        assertThat(find("lesionAdd").isDisabled()).as("no such unit").isTrue();
        type("lesionUnitsField", "9");
        assertThat(find("lesionAdd").isDisabled()).isFalse();
        fire("lesionQuantity-CELL_STATE");
        fire("lesionUnitsAll");
        fire("lesionAdd");
        Set<Integer> all = Transplant.allUnits(network().parameters().layout());
        Evaluation silenced = with(Lesion.silence(all, Quantity.CELL_STATE));
        assertThat(silenced.right()).isLessThan(8);
        awaitWords("lesionLesioned", words(silenced));
        assertThat(text("lesionSentence")).startsWith("Changed predictions: sequence ");
        assertThat(text("lesionIntact")).startsWith(words(intact));
        assertThat(network().evaluation()).isEqualTo(intact);
        undo();
        awaitWords("lesionLesioned", words(intact));
        assertThat(item("editMenu", "redo").getText()).isEqualTo("Redo: added lesion");
        redo();
        awaitWords("lesionLesioned", words(silenced));
        assertThat(export("microscope-csv", "lesion.csv")).content().contains("With lesions: predicted");
        fire("lesionRemove");
        awaitWords("lesionLesioned", words(intact));
        fire("lesionQuantity-FORGET_GATE");
        type("lesionSteps", "2-4");
        fire("lesionAdd");
        awaitWords("lesionLesioned", words(with(new Lesion(all, Quantity.FORGET_GATE, 0, 1, 3))));
        type("lesionSteps", "4-2");
        assertThat(find("lesionAdd").isDisabled()).isTrue();
    }

    @Test
    void theMemoryIsFoundAndSilenced() {
        train(REMEMBERS);
        showPlace("lesion");
        fire("lesionPart-FIND");
        fire("findBreaks");
        awaitWords("findResult", "breaks recall. No smaller set does it.");
        fire("findApply");
        // In the place of what was lesioned
        fire("findApply");
        await(() -> ((ListView<?>) find("lesionList")).getItems().size() == 1);
        await(() -> text("lesionLesioned").matches("[67] of 8.*"));
        focus("lesionList");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        awaitWords("lesionLesioned", "8 of 8");
        Frames.letGoOn();
        fire("findKeeps");
        fire("findCancel");
        await(() -> !find("findKeeps").isDisabled());
        assertThat(text("findResult")).startsWith("Stopped after");
        robot.push(KeyCode.F8);
        awaitWords("findResult", "The network has changed since the search");
        assertThat(find("findApply").isDisabled()).isTrue();
    }

    @Test
    void lesionsStayWhileTheTrainingGoesOn() {
        open(REMEMBERS.with(all -> all.with(Settings.EPOCHS, 1_000_000)));
        showPlace("lesion");
        await(() -> !text("lesionIntact").isEmpty());
        fire("lesionUnitsAll");
        fire("lesionAdd");
        Frames.letGoOn();
        fire("play");
        awaitStart("lesionIntact", "8 of 8");
        assertThat(text("lesionLesioned")).doesNotStartWith("8 of 8");
        assertThat(workspace.run().isTraining()).isTrue();
        showPlace("transplant");
        awaitWords("transplantSentence", "like A");
        showPlace("twoSequences");
        awaitWords("twoSequencesSentence", "any difference is memory");
        String before = text("twoSequencesSentence");
        await(() -> !text("twoSequencesSentence").equals(before));
        fire("play");
    }
}
