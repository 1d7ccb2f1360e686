package lab.carousel.model.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Network;
import lab.carousel.model.NetworkBuilder;
import lab.carousel.model.Output;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.account.CellExplanation;
import lab.carousel.model.account.ForwardAccount;
import lab.carousel.model.account.GateAccount;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.layout.RandomParameters;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;
import lab.carousel.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for the trace of every network: it is what the network computes, step after step, a stretch of it is the
 * same as in the whole, and what is told of it, by the heatmap and unit by unit, are its numbers to the last bit.
 */
class TraceContractTest {

    private static final Task TASK = Task.parse("a b c", "a b c a c", "c b b a b c a");

    static Stream<Hyperparameters> networks() {
        return Cell.all().stream().flatMap(cell -> Stream.of(1, 3).flatMap(layers -> Stream.of(1, 3)
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
    void isWhatTheNetworkComputes(Hyperparameters settings) {
        Experiment experiment = new Experiment(TASK, settings, EngineName.KERNEL);
        Parameters parameters = RandomParameters.of(experiment.layout(), 5);
        FedSteps fed = FedSteps.of(experiment, parameters);
        Traces columns = Traces.of(experiment, parameters, ColumnWindow.START);
        int column = 0;
        for (int s = 0; s < 2; s++) {
            Steps sequence = TASK.encoded()[s];
            Trace trace = Trace.of(parameters, settings, sequence);
            double[] losses = new double[sequence.size()];
            new ForwardPass(parameters, settings)
                    .feed(sequence.with(ScoredSteps.ALL), (t, target, loss, outputs, now) -> losses[t] = loss);
            NetworkState state = new NetworkState(experiment.layout());
            int first = settings.get(Settings.LAG) - 1;
            assertThat(trace.firstStep()).isEqualTo(first);
            assertThat(trace.steps()).isEqualTo(sequence.size() - first);
            assertThat(trace.quantities())
                    .containsExactlyInAnyOrderElementsOf(
                            settings.get(Settings.CELL).quantities());
            for (int step = 0; step < trace.steps(); step++, column++) {
                if (settings.get(Settings.RESET_POLICY) == ResetPolicy.EVERY_STEP) {
                    state.reset();
                }
                double[] cBefore = state.c.clone();
                for (int symbol = step; symbol <= step + first; symbol++) {
                    Network.step(parameters, sequence.input(symbol), state);
                }
                assertStep(trace, step, state, cBefore, parameters);
                assertStretch(trace, fed(parameters, settings, sequence).trace(0, first + step, 1), step);
                assertColumn(columns, column, trace, step, settings.get(Settings.CELL));
                for (int unit = 0; unit < experiment.layout().allUnits(); unit++) {
                    ForwardAccount account = CellExplanation.of(fed, s, first + step + 1, unit);
                    assertAccount(account, trace, step, unit);
                    assertThat(account.output().loss()).isEqualTo(losses[first + step]);
                }
            }
        }
    }

    private static FedSteps fed(Parameters parameters, Hyperparameters settings, Steps sequence) {
        return FedSteps.of(parameters, settings, new Steps[] {sequence}, false);
    }

    private static void assertStep(Trace trace, int step, NetworkState state, double[] cBefore, Parameters parameters) {
        trace.quantities()
                .forEach(quantity -> assertThat(trace.values(quantity, step)).isEqualTo(state.get(quantity)));
        if (trace.quantities().contains(Quantity.CELL_STATE)) {
            double[] changes = IntStream.range(0, cBefore.length)
                    .mapToDouble(unit -> state.c[unit] - cBefore[unit])
                    .toArray();
            assertThat(trace.cellChanges(step)).isEqualTo(changes);
        } else {
            assertThatThrownBy(() -> trace.cellChanges(step)).isInstanceOf(IllegalStateException.class);
        }
        double[] z = new double[3];
        Network.outputNetInputs(parameters, state, z);
        Output output = trace.firstStep() == 0 ? Output.SIGMOID : Output.SOFTMAX;
        output.activate(z);
        assertThat(trace.outputs(step)).isEqualTo(z);
        assertThat(trace.predicted(step)).isEqualTo(Target.of(Output.argmax(z)));
    }

    private static void assertStretch(Trace whole, Trace stretch, int step) {
        assertThat(stretch.steps()).isEqualTo(1);
        assertThat(stretch.firstStep()).isEqualTo(whole.firstStep() + step);
        assertThat(stretch.outputs(0)).isEqualTo(whole.outputs(step));
        assertThat(stretch.fed(0)).isEqualTo(whole.fed(step));
        assertThat(stretch.target(0)).isEqualTo(whole.target(step));
        whole.quantities()
                .forEach(quantity -> assertThat(stretch.values(quantity, 0)).isEqualTo(whole.values(quantity, step)));
    }

    private static void assertColumn(Traces columns, int column, Trace trace, int step, Cell cell) {
        for (HeatmapLayer layer : HeatmapLayer.of(cell)) {
            double[] expected = layer == HeatmapLayer.OUTPUTS
                    ? trace.outputs(step)
                    : layer == HeatmapLayer.CELL_CHANGE
                            ? trace.cellChanges(step)
                            : trace.values(layer.quantity().orElseThrow(), step);
            assertThat(layer.values(columns, column)).isEqualTo(expected).hasSize(layer.rows(columns.layout()));
        }
        assertThat(columns.step(column).fed()).isEqualTo(trace.fed(step));
        assertThat(columns.step(column).target()).isEqualTo(trace.target(step));
        assertThat(columns.predicted(column)).isEqualTo(trace.predicted(step));
        assertThat(columns.probability(column))
                .isEqualTo(trace.outputs(step)[trace.predicted(step).index()]);
        assertThat(columns.isRight(column)).isEqualTo(trace.predicted(step).equals(trace.target(step)));
    }

    private static void assertAccount(ForwardAccount account, Trace trace, int step, int unit) {
        assertThat(account.unit().h()).isEqualTo(trace.value(Quantity.HIDDEN_STATE, step, unit));
        if (account.unit().cell().hasCellState()) {
            assertThat(account.unit().c()).isEqualTo(trace.value(Quantity.CELL_STATE, step, unit));
        }
        for (GateAccount gate : account.unit().gates()) {
            if (trace.quantities().contains(gate.gate())) {
                assertThat(gate.value()).isEqualTo(trace.value(gate.gate(), step, unit));
            }
        }
        assertThat(account.output().y()).isEqualTo(trace.outputs(step));
        assertThat(account.step().fed()).isEqualTo(trace.fed(step));
    }

    @Test
    void aStretchLiesWithinTheSequenceAndBeginsNoEarlierThanTheFirstWholeLag() {
        Parameters drawn = RandomParameters.of(Experiment.reference().layout(), 1);
        Steps sequence = Steps.of(3, 0, 1, 2, 3);
        for (int[] wrong : new int[][] {{1, 2, 3}, {1, -1, 2}, {3, 1, 1}}) {
            Hyperparameters lag = Hyperparameters.reference().with(Settings.LAG, wrong[0]);
            assertThatThrownBy(() -> fed(drawn, lag, sequence).trace(0, wrong[1], wrong[2]))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void theHeatmapOffersWhatEachCellHas() {
        assertThat(Stream.of(Cell.LSTM, Cell.GRU, Cell.RECURRENT, Cell.DENSE).map(cell -> HeatmapLayer.of(cell).stream()
                        .map(HeatmapLayer::letter)
                        .toList()))
                .containsExactly(
                        List.of("h", "c", "i", "f", "o", "g", "Δc", "y"),
                        List.of("h", "z", "r", "g", "y"),
                        List.of("h", "y"),
                        List.of("h", "y"));
    }

    /** Unit 5 writes 1 at the symbol 3 and -1 at 4, and holds it; unit 0 is 1 at the symbol 0 and forgets it. */
    @Test
    void aCarouselIsShownByHand() {
        Experiment experiment = Experiment.reference().with(all -> all.with(Settings.HIDDEN_UNITS, 6));
        Traces traces = Traces.of(experiment, NetworkBuilder.ofFirstSymbol(1).build(), ColumnWindow.START);
        assertThat(rows(traces, HeatmapLayer.CELL_STATE, 5)).containsExactly(1, 1, 1, 1, -1, -1, -1, -1);
        assertThat(rows(traces, HeatmapLayer.CELL_CHANGE, 5)).containsExactly(1, 0, 0, 0, -1, 0, 0, 0);
        assertThat(rows(traces, HeatmapLayer.CANDIDATE, 5)).containsExactly(1, 0, 0, 0, -1, 0, 0, 0);
        assertThat(rows(traces, HeatmapLayer.INPUT_GATE, 5)).containsExactly(1, 0, 0, 0, 1, 0, 0, 0);
        assertThat(rows(traces, HeatmapLayer.FORGET_GATE, 5)).containsOnly(1);
        assertThat(rows(traces, HeatmapLayer.CELL_CHANGE, 0)).containsExactly(0, 1, -1, 0, 0, 1, -1, 0);
    }

    private static double[] rows(Traces traces, HeatmapLayer layer, int row) {
        double[] values = new double[traces.columns()];
        Arrays.setAll(values, column -> layer.values(traces, column)[row]);
        return values;
    }
}
