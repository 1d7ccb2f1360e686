package lab.carousel.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Operation;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.account.CellExplanation;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Cells;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.layout.RandomParameters;
import lab.carousel.model.trace.ColumnWindow;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.model.trace.Trace;
import lab.carousel.model.trace.Traces;
import lab.carousel.task.Step;
import lab.carousel.task.Steps;
import lab.carousel.task.Task;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What looks into a network shows it in the slots and with the state that it has in training, and all show the same. */
class AsTrainedTest {

    private static final Task TASK = Task.parse("a b c d", "a b c d a b c", "d b a c b", "b a d c a d");

    private static Experiment experiment(Cell cell, int batchSize, int lag, ResetPolicy resets) {
        return new Experiment(
                TASK,
                Hyperparameters.reference()
                        .with(Settings.HIDDEN_UNITS, 3)
                        .with(Settings.LAYERS, 2)
                        .with(Settings.CELL, cell)
                        .with(Settings.BATCH_SIZE, batchSize)
                        .with(Settings.LAG, lag)
                        .with(Settings.RESET_POLICY, resets),
                EngineName.KERNEL);
    }

    private static Parameters random(Experiment experiment) {
        return RandomParameters.of(experiment.layout(), 5);
    }

    @ParameterizedTest
    @CsvSource({
        "LSTM, 1, 1, AFTER_SEQUENCE",
        "LSTM, 3, 1, AFTER_SEQUENCE",
        "LSTM, 2, 2, AFTER_EPOCH",
        "GRU, 1, 1, NEVER",
        "RECURRENT, 2, 1, NEVER",
        "LSTM, 2, 1, EVERY_STEP"
    })
    void allLooksAreOfOneNetwork(String name, int batchSize, int lag, ResetPolicy resets) {
        Cell cell = Cells.named(name);
        Experiment experiment = experiment(cell, batchSize, lag, resets);
        Parameters parameters = random(experiment);
        FedSteps fed = FedSteps.of(experiment, parameters);
        Traces traces = Traces.of(experiment, parameters, ColumnWindow.START);
        Steps[] encoded = TASK.encoded();
        for (int column = 0; column < traces.columns(); column++) {
            Step step = traces.step(column);
            double[] outputs = traces.outputs(column);
            assertThat(CellExplanation.of(fed, step.sequence(), step.number(), 4)
                            .unit()
                            .h())
                    .isEqualTo(traces.value(Quantity.HIDDEN_STATE, column, 4));
            assertThat(Saliency.of(fed, step, 1).value()).isEqualTo(outputs[1]);
            Trace alone = fed.trace(step.sequence(), step.number() - 1, 1);
            assertThat(alone.outputs(0)).isEqualTo(outputs);
        }
        Contrast compared = Contrast.ofSequences(FedSteps.of(experiment, parameters), 0, 2, Quantity.HIDDEN_STATE, 0);
        int second = traces.all().firstOf(2);
        for (int column = 0; column < compared.steps().size(); column++) {
            assertThat(compared.difference(column, Quantity.HIDDEN_STATE).ofUnits()[2])
                    .isEqualTo(traces.value(Quantity.HIDDEN_STATE, second + column, 2)
                            - traces.value(Quantity.HIDDEN_STATE, column, 2));
        }
        List<Integer> first =
                Arrays.stream(encoded[0].inputs()).boxed().toList().subList(0, 4);
        assertThat(FreeRun.of(experiment, parameters, first, 1, FreeRun.Draw.LARGEST)
                        .steps()
                        .get(0)
                        .outputs())
                .isEqualTo(traces.outputs(4 - lag));
    }

    @ParameterizedTest
    @CsvSource({"1, AFTER_SEQUENCE", "2, AFTER_SEQUENCE", "3, AFTER_EPOCH", "2, NEVER"})
    void aTransplantOfAllThatIsCarriedMakesTheDonor(int batchSize, ResetPolicy resets) {
        Experiment experiment = experiment(Cell.LSTM, batchSize, 1, resets);
        Task agreeing = Task.parse("a b c d", "a b c d a b", "d a c d a b");
        Experiment two = new Experiment(agreeing, experiment.hyperparameters(), EngineName.KERNEL);
        Parameters parameters = random(two);
        Transplant moved = Transplant.of(
                FedSteps.of(two, parameters),
                1,
                0,
                2,
                Transplant.carriedBy(Cell.LSTM).stream().collect(Collectors.toSet()),
                Transplant.allUnits(two.layout()));
        assertThat(moved.sameUntil()).isEqualTo(5);
        assertThat(moved.isExactlyTheDonor()).isTrue();
        assertThat(moved.before().outputs(2)).isNotEqualTo(moved.after().outputs(2));
        assertThat(moved.before().outputs(1)).isEqualTo(moved.after().outputs(1));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, NEVER", "2, 1, AFTER_SEQUENCE", "2, 2, AFTER_EPOCH"})
    void saliencyIsTheGradientThroughTheSlot(int batchSize, int lag, ResetPolicy resets) {
        Experiment experiment = experiment(Cell.LSTM, batchSize, lag, resets);
        Parameters parameters = random(experiment);
        FedSteps fed = FedSteps.of(experiment, parameters);
        Step at = TASK.step(2, 5);
        Saliency saliency = Saliency.of(fed, at, 1);
        double nudge = 1e-5;
        int before = 4 - batchSize;
        for (int unit = 0; unit < 6; unit++) {
            double slope = (pushed(fed, at, unit, nudge) - pushed(fed, at, unit, -nudge)) / (2 * nudge);
            assertThat(saliency.afterStep(false, before)[unit]).isCloseTo(slope, within(1e-8));
        }
        if (batchSize == 2) {
            assertThat(saliency.afterStep(false, 3)).containsOnly(Double.NaN);
            assertThat(saliency.strengths()[lag == 1 ? 3 : 0]).isZero();
        }
    }

    private static double pushed(FedSteps fed, Step at, int unit, double by) {
        int step = at.number() - 1;
        Operation push = new Operation() {
            @Override
            public void beforeStep(int t, NetworkState state) {
                state.get(Quantity.HIDDEN_STATE)[unit] += t == step ? by : 0;
            }
        };
        return fed.with(push, at.sequence()).outputs(at.sequence(), step)[1];
    }
}
