package lab.carousel.model.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Output;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.layout.RandomParameters;
import lab.carousel.model.trace.Trace;
import lab.carousel.task.Task;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Accounts against what the network computes: the same numbers to the last bit, so no digit shown can differ. */
class CellExplanationTest {

    private static final Task TASK = Task.parse("a b c", "a b c a c", "c b b a b c a");

    static Stream<Hyperparameters> networks() {
        return Stream.of(Cell.values()).flatMap(cell -> Stream.of(1, 3).flatMap(layers -> Stream.of(1, 3)
                .flatMap(lag -> Stream.of(ResetPolicy.AFTER_SEQUENCE, ResetPolicy.EVERY_STEP)
                        .map(reset -> Hyperparameters.reference()
                                .with(Settings.HIDDEN_UNITS, 4)
                                .with(Settings.CELL, cell)
                                .with(Settings.LAYERS, layers)
                                .with(Settings.LAG, lag)
                                .with(Settings.OUTPUT, lag == 1 ? Output.SIGMOID : Output.SOFTMAX)
                                .with(Settings.RESET_POLICY, reset)))));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void accountsForEveryNumberOfTheTrace(Hyperparameters hyperparameters) {
        Experiment experiment = new Experiment(TASK, hyperparameters, EngineName.KERNEL);
        Parameters parameters = RandomParameters.of(experiment.layout(), 5);
        CellExplanation accountant = new CellExplanation(experiment);
        int[][] sequences = TASK.encoded();
        for (int s = 0; s < sequences.length; s++) {
            Trace trace = Trace.of(parameters, hyperparameters, sequences[s]);
            for (int step = 0; step < trace.steps(); step++) {
                for (int unit = 0; unit < experiment.layout().allUnits(); unit++) {
                    int number = trace.firstStep() + step + 1;
                    check(accountant.account(parameters, s, number, unit), trace, step, unit);
                }
            }
        }
    }

    private static void check(ForwardAccount account, Trace trace, int step, int unit) {
        assertThat(account.unit().h()).isEqualTo(trace.value(Quantity.HIDDEN_STATE, step, unit));
        if (account.unit().cell().hasCellState()) {
            assertThat(account.unit().c()).isEqualTo(trace.value(Quantity.CELL_STATE, step, unit));
        }
        for (GateAccount gate : account.unit().gates()) {
            Quantity quantity = gate.gate();
            if (trace.quantities().contains(quantity)) {
                assertThat(gate.value()).as(gate.gate().name()).isEqualTo(trace.value(quantity, step, unit));
            }
        }
        assertThat(account.output().y()).isEqualTo(trace.outputs(step));
        assertThat(account.output().loss()).isEqualTo(trace.loss(step));
        assertThat(account.output().target()).isEqualTo(trace.target(step));
        assertThat(account.step().input()).isEqualTo(trace.input(step));
    }
}
