package lab.carousel.ui.window.microscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import lab.carousel.model.account.CellExplanation;
import lab.carousel.model.account.ForwardAccount;
import lab.carousel.model.account.Term;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.picture.account.Digits;
import lab.carousel.picture.account.TermRow;
import lab.carousel.ui.controls.DropDown;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;

/** The cell view in the window: what stands there is what the network computes. */
class MainWindowCellTest extends MainWindowFixture {

    @Test
    void showsTheFirstDecidingStepAndFollowsTheSelectionAndTheTrainingToTheLastDigit() {
        awaitText("cellTitle", "Unit 1 at step 4 of sequence 1");
        assertThat(text("cellSubtitle")).isEqualTo("input 2, expected 3, epoch 0. Click in the heatmap.");
        checkNumbers(4, 0);
        focus("stateHeatmap");
        robot.push(KeyCode.HOME).push(KeyCode.DOWN).push(KeyCode.RIGHT);
        awaitText("cellTitle", "Unit 2 at step 2 of sequence 1");
        train();
        awaitText("cellSubtitle", "input 0, expected 1, epoch 250");
        checkNumbers(2, 1);
        select("cellDigits", 2);
        String forget = Digits.CHOICES.get(2).text(account(2, 1).unit().value(Quantity.FORGET_GATE));
        await(() -> formula("f").endsWith(" " + forget));
    }

    @Test
    void theTermsOfAGateAreListedAndOneLeadsToItsUnit() {
        await(() -> !terms().getItems().isEmpty());
        robot.interact(() -> ((DropDown<?>) find("cellSum")).getSelectionModel().select(1));
        awaitStart("cellSumText", "net input of i: ");
        List<Term> expected = account(4, 0).unit().gate(Quantity.INPUT_GATE).terms();
        await(() -> terms().getItems().stream().map(TermRow::term).toList().equals(expected));
        focus("cellTerms");
        robot.push(KeyCode.DIGIT4).push(KeyCode.DIGIT4);
        assertThat(terms().getItems())
                .extracting(row -> Math.abs(row.term().product()))
                .isSortedAccordingTo(Comparator.reverseOrder());
        robot.interact(() -> terms().getItems().stream()
                .filter(row -> row.name().equals("h 3"))
                .forEach(terms().getSelectionModel()::select));
        robot.push(KeyCode.ENTER);
        awaitText("cellTitle", "Unit 3 at step 4 of sequence 1");
        double input = account(4, 2).unit().value(Quantity.INPUT_GATE);
        await(() -> formula("i").endsWith(" " + Digits.USUAL.text(input)));
        robot.interact(() -> ((DropDown<?>) find("cellSum")).getSelectionModel().select(8));
        awaitStart("cellSumText", "net input of output 4: ");
        await(() -> formula("output 4").contains(" = σ("));
    }

    @SuppressWarnings("unchecked")
    private static TableView<TermRow> terms() {
        return (TableView<TermRow>) find("cellTerms");
    }

    /** Of the first sequence. */
    private ForwardAccount account(int step, int unit) {
        return CellExplanation.of(FedSteps.of(network().experiment(), network().parameters()), 0, step, unit);
    }

    /** All gates and the cell state, as the network computes them, at the digits shown at first. */
    private void checkNumbers(int step, int unit) {
        ForwardAccount account = account(step, unit);
        for (Quantity gate : Cell.LSTM.gates()) {
            String value = Digits.USUAL.text(account.unit().value(gate));
            await(() -> formula(gate.letter()).endsWith(" " + value));
        }
        await(() ->
                formula("c′").endsWith(" " + Digits.USUAL.text(account.unit().c())));
    }

    /** What is said of a quantity in the formulas. */
    private static String formula(String name) {
        return IntStream.range(0, 8)
                .filter(place -> isThere("cellFormula-" + place))
                .mapToObj(place -> text("cellFormula-" + place))
                .filter(text -> text.startsWith(name + " = "))
                .findFirst()
                .orElse("");
    }
}
