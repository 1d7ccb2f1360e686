package lab.carousel.ui.window.microscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.account.CellExplanation;
import lab.carousel.model.account.ForwardAccount;
import lab.carousel.model.account.Term;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Quantity;
import lab.carousel.picture.account.Digits;
import lab.carousel.training.RunState;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The cell view in the window: what stands there is what the network computes. */
class MainWindowCellTest extends MainWindowFixture {

    @Test
    void showsTheFirstUnitAtTheFirstDecidingStepUntilSomethingIsSelected(FxRobot robot) throws TimeoutException {
        await(() -> text(robot, "cellTitle").equals("Unit 1 at step 4 of sequence 1"));
        assertThat(text(robot, "cellSubtitle")).isEqualTo("in 2, expected 3, epoch 0. Click in the heatmap.");
        checkNumbers(robot, 0, 4, 0);
    }

    @Test
    void followsTheSelectionAndTheTrainingToTheLastDigit(FxRobot robot) throws TimeoutException {
        await(() -> robot.lookup("#account-FORGET_GATE").tryQuery().isPresent());
        robot.interact(() -> find(robot, "stateHeatmap").requestFocus());
        robot.push(KeyCode.HOME);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.RIGHT);
        await(() -> text(robot, "cellTitle").equals("Unit 2 at step 2 of sequence 1"));
        robot.clickOn("#play");
        await(() -> workspace.state() == RunState.FINISHED
                && text(robot, "cellSubtitle").equals("in 0, expected 1, epoch 250"));
        checkNumbers(robot, 0, 2, 1);
        robot.interact(() -> select(robot, "cellDigits", 2));
        Digits six = Digits.CHOICES.get(2);
        String forget = six.text(account(0, 2, 1).unit().value(Quantity.FORGET_GATE));
        await(() -> row(robot, "FORGET_GATE-value").endsWith(" " + forget));
    }

    @Test
    void aGateUnfoldsIntoItsWeightsAndATermLeadsToItsUnit(FxRobot robot) throws TimeoutException {
        await(() -> robot.lookup("#account-INPUT_GATE").tryQuery().isPresent());
        robot.clickOn("#account-INPUT_GATE");
        await(() -> robot.lookup("#account-INPUT_GATE-BEFORE-2").tryQuery().isPresent());
        ForwardAccount account = account(0, 4, 0);
        double product =
                account.unit().gate(Quantity.INPUT_GATE).input().terms().get(4).product();
        assertThat(row(robot, "INPUT_GATE-BEFORE-2")).startsWith("h 3").endsWith(Digits.USUAL.text(product));
        robot.clickOn("#account-INPUT_GATE-BEFORE-2");
        await(() -> text(robot, "cellTitle").equals("Unit 3 at step 4 of sequence 1"));
        double input = account(0, 4, 2).unit().value(Quantity.INPUT_GATE);
        await(() -> row(robot, "INPUT_GATE-value").endsWith(" " + Digits.USUAL.text(input)));
        robot.interact(() -> ((CheckBox) find(robot, "cellBySize")).setSelected(true));
        await(() -> largestFirst(robot));
    }

    @Test
    void theKeyboardFoldsToo(FxRobot robot) throws TimeoutException {
        await(() -> robot.lookup("#account-INPUT_GATE").tryQuery().isPresent());
        robot.interact(() -> {
            ListView<?> list = (ListView<?>) find(robot, "account");
            list.requestFocus();
            list.getSelectionModel().clearAndSelect(1);
        });
        robot.push(KeyCode.ENTER);
        await(() -> robot.lookup("#account-INPUT_GATE-SYMBOL-2").tryQuery().isPresent());
        robot.push(KeyCode.LEFT);
        await(() -> robot.lookup("#account-INPUT_GATE-SYMBOL-2").tryQuery().isEmpty());
    }

    @Test
    void otherCellsHaveTheirOwnEquations(FxRobot robot) throws TimeoutException {
        Experiment reference = Experiment.reference();
        for (Cell cell : new Cell[] {Cell.GRU, Cell.RECURRENT, Cell.DENSE}) {
            // A dense cell remembers nothing: no step of it is a deciding one, and the first step stands there
            int step = cell == Cell.DENSE ? 2 : 4;
            open(
                    robot,
                    new Experiment(
                            reference.task(),
                            reference
                                    .hyperparameters()
                                    .with(Settings.CELL, cell)
                                    .with(Settings.LAG, 2),
                            EngineName.KERNEL));
            await(() -> workspace
                            .snapshot()
                            .filter(shown ->
                                    shown.experiment().hyperparameters().get(Settings.CELL) == cell)
                            .isPresent()
                    && text(robot, "cellSubtitle").contains("last of 2 symbols")
                    && row(robot, "CANDIDATE-value")
                            .endsWith(" "
                                    + Digits.USUAL.text(
                                            account(0, step, 0).unit().value(Quantity.CANDIDATE))));
        }
    }

    @Test
    void theExportHasEveryTerm(FxRobot robot) throws Exception {
        await(() -> robot.lookup("#account-INPUT_GATE").tryQuery().isPresent());
        String csv = Files.readString(export(robot, "microscope-csv", "cell.csv"));
        assertThat(csv.lines().findFirst()).contains("of,term,weight,value,result");
        assertThat(csv)
                .contains("f,h 20 before,", "\nh,h,,," + account(0, 4, 0).unit().h() + "\n");
        assertThat(Files.readString(export(robot, "microscope-svg", "cell.svg")))
                .contains("Unit 1 at step 4 of sequence 1");
    }

    private ForwardAccount account(int sequence, int step, int unit) {
        Snapshot shown = workspace.snapshot().orElseThrow();
        return new CellExplanation(shown.experiment()).account(shown.parameters(), sequence, step, unit);
    }

    /** All gates and the cell state, as the network computes them, at the digits shown at first. */
    private void checkNumbers(FxRobot robot, int sequence, int step, int unit) throws TimeoutException {
        ForwardAccount account = account(sequence, step, unit);
        for (Quantity gate : Cell.LSTM.gates()) {
            String value = Digits.USUAL.text(account.unit().value(gate));
            await(() -> row(robot, gate.name() + "-value").endsWith(" " + value));
        }
        robot.interact(() -> ((ListView<?>) find(robot, "account")).scrollTo(12));
        await(() -> row(robot, "c-value")
                .endsWith(" " + Digits.USUAL.text(account.unit().c())));
        robot.interact(() -> ((ListView<?>) find(robot, "account")).scrollTo(0));
    }

    /** The words of a row that is on the screen, with ordinary spaces. */
    private static String row(FxRobot robot, String key) {
        return robot.lookup("#account-" + key)
                .tryQuery()
                .map(row -> row.getAccessibleText().replace('\u00a0', ' ').strip())
                .orElse("");
    }

    /** Whether the terms of the gate i stand in the order of their size. */
    private boolean largestFirst(FxRobot robot) {
        List<String> expected = account(0, 4, 2).unit().gate(Quantity.INPUT_GATE).terms().stream()
                .filter(term -> term.from() == Term.From.BEFORE)
                .sorted(Comparator.comparingDouble(term -> -Math.abs(term.product())))
                .map(term -> "INPUT_GATE.BEFORE." + term.index())
                .toList();
        List<?> shown = ((ListView<?>) find(robot, "account")).getItems();
        return shown.stream()
                .filter(key -> ((String) key).startsWith("INPUT_GATE.BEFORE."))
                .toList()
                .equals(expected);
    }
}
