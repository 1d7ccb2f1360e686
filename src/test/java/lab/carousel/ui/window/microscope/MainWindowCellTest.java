package lab.carousel.ui.window.microscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import lab.carousel.model.account.CellExplanation;
import lab.carousel.model.account.ForwardAccount;
import lab.carousel.model.account.TermSource;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Quantity;
import lab.carousel.picture.account.Digits;
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
        await(() -> row("FORGET_GATE-value").endsWith(" " + forget));
    }

    @Test
    void aGateUnfoldsIntoItsWeightsAndATermLeadsToItsUnit() {
        await(() -> isThere("account-INPUT_GATE"));
        robot.interact(() -> {
            ListView<?> list = (ListView<?>) find("account");
            list.requestFocus();
            list.getSelectionModel().clearAndSelect(3);
        });
        robot.push(KeyCode.ENTER);
        await(() -> isThere("account-INPUT_GATE-SYMBOL-2"));
        robot.push(KeyCode.LEFT);
        await(() -> !isThere("account-INPUT_GATE-SYMBOL-2"));
        robot.clickOn("#account-INPUT_GATE");
        await(() -> isThere("account-INPUT_GATE-BEFORE-2"));
        double product = account(4, 0)
                .unit()
                .gate(Quantity.INPUT_GATE)
                .input()
                .terms()
                .get(4)
                .product();
        assertThat(row("INPUT_GATE-BEFORE-2")).startsWith("h 3").endsWith(Digits.USUAL.text(product));
        robot.clickOn("#account-INPUT_GATE-BEFORE-2");
        awaitText("cellTitle", "Unit 3 at step 4 of sequence 1");
        double input = account(4, 2).unit().value(Quantity.INPUT_GATE);
        await(() -> row("INPUT_GATE-value").endsWith(" " + Digits.USUAL.text(input)));
        robot.interact(() -> ((CheckBox) find("cellBySize")).setSelected(true));
        await(this::isLargestFirst);
    }

    /** Of the first sequence. */
    private ForwardAccount account(int step, int unit) {
        return new CellExplanation(network().experiment()).account(network().parameters(), 0, step, unit);
    }

    /** All gates and the cell state, as the network computes them, at the digits shown at first. */
    private void checkNumbers(int step, int unit) {
        ForwardAccount account = account(step, unit);
        for (Quantity gate : Cell.LSTM.gates()) {
            String value = Digits.USUAL.text(account.unit().value(gate));
            await(() -> row(gate.name() + "-value").endsWith(" " + value));
        }
        robot.interact(() -> ((ListView<?>) find("account")).scrollTo(12));
        await(() ->
                row("c-value").endsWith(" " + Digits.USUAL.text(account.unit().c())));
        robot.interact(() -> ((ListView<?>) find("account")).scrollTo(0));
    }

    /** The words of a row that is on the screen, with ordinary spaces. */
    private static String row(String key) {
        return robot.lookup("#account-" + key)
                .tryQuery()
                .map(row -> row.getAccessibleText().replace('\u00a0', ' ').strip())
                .orElse("");
    }

    /** Whether the terms of the gate i stand in the order of their size. */
    private boolean isLargestFirst() {
        List<String> expected = account(4, 2).unit().gate(Quantity.INPUT_GATE).terms().stream()
                .filter(term -> term.from() == TermSource.BEFORE)
                .sorted(Comparator.comparingDouble(term -> -Math.abs(term.product())))
                .map(term -> "INPUT_GATE.BEFORE." + term.index())
                .toList();
        return ((ListView<?>) find("account"))
                .getItems().stream()
                        .filter(key -> ((String) key).startsWith("INPUT_GATE.BEFORE."))
                        .toList()
                        .equals(expected);
    }
}
