package lab.carousel.engine.kernel;

import static lab.carousel.engine.Near.assertNear;
import static lab.carousel.model.ErrorFlow.CELL_STATE_ONLY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import lab.carousel.engine.Stretch;
import lab.carousel.engine.Trainer;
import lab.carousel.engine.UpdateRecord;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Network;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Cells;
import lab.carousel.model.layout.LayerLayout;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.layout.RandomParameters;
import lab.carousel.task.Task;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The truncation of 1997 against the way the paper computes it (Hochreiter and Schmidhuber 1997, appendix A.1): forward, with the
 * derivative of each cell state by each weight carried along; an error at a gate reaches no cell state, through a peephole neither. Against differences, with layers, lags and slots, it is held in
 * {@link UpdateContractTest}.
 */
class ErrorFlowTest {

    private static final Task TASK = Task.parse("0 1 2", "0 1 2 0 2 1 1 0", "2 1 0");
    private static final int UNITS = 4;

    private static Experiment experiment(Cell cell, UpdateInterval interval) {
        return new Experiment(
                TASK,
                Hyperparameters.reference()
                        .with(Settings.CELL, cell)
                        .with(Settings.HIDDEN_UNITS, UNITS)
                        .with(Settings.UPDATE_INTERVAL, interval)
                        .with(Settings.OPTIMISER, Optimiser.SGD)
                        .with(Settings.LEARNING_RATE, 0.5),
                EngineName.KERNEL);
    }

    private static Experiment truncated(Experiment experiment) {
        return experiment.with(settings -> settings.with(Settings.ERROR_FLOW, CELL_STATE_ONLY));
    }

    private static Trainer start(Experiment experiment) {
        return new KernelEngine().start(experiment, RandomParameters.of(experiment.layout(), 5));
    }

    @ParameterizedTest
    @CsvSource({"LSTM, 2", "LSTM, 5000", "LSTM1997, 3", "LSTM1997, 5000", "PEEPHOLE, 2", "PEEPHOLE, 5000"})
    void isWhatThePaperComputesForward(String name, int interval) {
        Cell cell = Cells.named(name);
        Experiment experiment = truncated(experiment(cell, new UpdateInterval(interval)));
        NetworkState carried = new NetworkState(experiment.layout());
        try (Trainer trainer = start(experiment)) {
            for (Stretch stretch : Stretch.of(experiment)) {
                UpdateRecord update = stretch.made(trainer);
                Forward forward = new Forward(update.before(), carried);
                for (int step = stretch.firstStep(); step <= stretch.lastStep(); step++) {
                    forward.step(
                            stretch.sequence().input(step),
                            stretch.sequence().target(step).index());
                }
                double[] change = update.change();
                for (int index = 0; index < change.length; index++) {
                    int number = index;
                    assertNear(
                            change[index], -0.5 * forward.gradient[index], 1e-14, () -> cell + " parameter " + number);
                }
            }
        }
    }

    /** The forward recursion for one layer of cells with a cell state; carries no error, but slopes of c. */
    private static final class Forward {

        private final Parameters parameters;
        private final ParameterLayout layout;
        private final LayerLayout layer;
        private final NetworkState state;
        private final double[] gradient;
        /** dc/dw of the weights into the net inputs of one's own gates and candidate, in the places of the weights. */
        private final double[] slopes;

        Forward(Parameters parameters, NetworkState state) {
            this.parameters = parameters;
            this.layout = parameters.layout();
            this.layer = layout.layer(0);
            this.state = state;
            this.gradient = new double[layout.size()];
            this.slopes = new double[layout.size()];
        }

        void step(int symbol, int target) {
            double[] h = state.h.clone();
            double[] c = state.c.clone();
            Network.step(parameters, symbol, state);
            double[] errors = errors(target);
            for (int unit = 0; unit < UNITS; unit++) {
                Map<Quantity, Double> gates = new EnumMap<>(Quantity.class);
                layer.cell().gates().forEach(gate -> gates.put(gate, 0.0));
                for (Quantity gate : gates.keySet()) {
                    gates.put(gate, state.get(gate)[unit]);
                }
                unit(unit, gates, symbol, h, c[unit], errors[unit]);
            }
        }

        private void unit(int unit, Map<Quantity, Double> gates, int symbol, double[] h, double c, double error) {
            double i = gates.get(Quantity.INPUT_GATE);
            double f = gates.getOrDefault(Quantity.FORGET_GATE, 1.0);
            double g = gates.get(Quantity.CANDIDATE);
            double o = gates.get(Quantity.OUTPUT_GATE);
            double squashed = Math.tanh(state.c[unit]);
            double outputNet = squashed * o * (1 - o);
            double byCell = o * (1 - squashed * squashed);
            for (Quantity gate : layer.cell().gates()) {
                double cellNet =
                        switch (gate) {
                            case INPUT_GATE -> g * i * (1 - i);
                            case FORGET_GATE -> c * f * (1 - f);
                            case CANDIDATE -> i * (1 - g * g);
                            default -> 0;
                        };
                boolean isOutput = gate == Quantity.OUTPUT_GATE;
                int column = layer.column(gate) + unit;
                for (int k = 0; k < layout.symbols(); k++) {
                    weight(layer.inputKernel() + k * layer.gateWidth() + column, k == symbol ? 1 : 0, cellNet, f);
                }
                for (int row = 0; row < UNITS; row++) {
                    weight(layer.recurrentKernel() + row * layer.gateWidth() + column, h[row], cellNet, f);
                }
                weight(layer.bias() + column, 1, cellNet, f);
                if (layer.cell().looks().contains(gate)) {
                    weight(peephole(gate, unit), isOutput ? state.c[unit] : c, cellNet, f);
                }
                add(gate, unit, symbol, h, isOutput ? 0 : error * byCell, isOutput ? error * outputNet : 0);
            }
        }

        private int peephole(Quantity gate, int unit) {
            return layer.peepholes() + layer.cell().looks().indexOf(gate) * UNITS + unit;
        }

        /** What was there decays with f; what comes in through the net input is added. */
        private void weight(int index, double from, double net, double f) {
            slopes[index] = f * slopes[index] + net * from;
        }

        /** Adds the error at c times the slopes, or, of the output gate, the error at its net input times what was fed. */
        private void add(Quantity gate, int unit, int symbol, double[] h, double atCell, double atOutput) {
            int column = layer.column(gate) + unit;
            for (int k = 0; k < layout.symbols(); k++) {
                add(layer.inputKernel() + k * layer.gateWidth() + column, atCell, atOutput * (k == symbol ? 1 : 0));
            }
            for (int row = 0; row < UNITS; row++) {
                add(layer.recurrentKernel() + row * layer.gateWidth() + column, atCell, atOutput * h[row]);
            }
            add(layer.bias() + column, atCell, atOutput);
            if (layer.cell().looks().contains(gate)) {
                add(peephole(gate, unit), atCell, atOutput * state.c[unit]);
            }
        }

        private void add(int index, double atCell, double direct) {
            gradient[index] += atCell * slopes[index] + direct;
        }

        /** The gradient of the output weights, added; gives that of h. */
        private double[] errors(int target) {
            double[] y = new double[layout.outputs()];
            Network.outputNetInputs(parameters, state, y);
            Output.SIGMOID.activate(y);
            double[] errors = new double[UNITS];
            for (int k = 0; k < y.length; k++) {
                double dz = (y[k] - (k == target ? 1 : 0)) / y.length;
                gradient[layout.outputBias() + k] += dz;
                for (int unit = 0; unit < UNITS; unit++) {
                    int index = layout.outputKernel() + unit * y.length + k;
                    gradient[index] += dz * state.h[unit];
                    errors[unit] += dz * parameters.get(index);
                }
            }
            return errors;
        }
    }

    /** And the error at c is what each step's own outputs say of it, times all forget gates on the way. */
    @ParameterizedTest
    @MethodSource("lab.carousel.model.layout.Cells#ofOutputGate")
    void isToldStepByStep(Cell cell) {
        Experiment experiment = truncated(experiment(cell, UpdateInterval.WHOLE_SEQUENCE));
        try (Trainer trainer = start(experiment)) {
            UpdateRecord update = Stretch.of(experiment).get(0).made(trainer);
            GradientReach reach = UpdateTrace.of(experiment, update, 0).reach();
            double[] fromLater = new double[UNITS];
            for (int step = update.times() - 1; step >= 0; step--) {
                StepAccount account = UpdateTrace.of(experiment, update, step).step();
                double[] dh = new double[UNITS];
                for (int unit = 0; unit < UNITS; unit++) {
                    for (int k = 0; k < 3; k++) {
                        int weight = experiment.layout().outputKernel() + unit * 3 + k;
                        dh[unit] += update.before().get(weight) * account.outputGradient()[k];
                    }
                    double squashed = Math.tanh(account.cell()[unit]);
                    double o = account.gates().get(Quantity.OUTPUT_GATE)[unit];
                    double dc = dh[unit] * o * (1 - squashed * squashed) + fromLater[unit];
                    assertNear(account.cellGradient()[unit], dc, 1e-15, () -> "dc");
                    double[] forget = account.gates().get(Quantity.FORGET_GATE);
                    fromLater[unit] = dc * (forget == null ? 1 : forget[unit]);
                }
                assertNear(account.hiddenGradient(), dh, 1e-15, () -> "dh");
                assertNear(reach.hidden()[0][step], norm(dh), 1e-15, () -> "|dh|");
                assertNear(reach.cell()[0][step], norm(account.cellGradient()), 1e-15, () -> "|dc|");
            }
        }
    }

    private static double norm(double[] vector) {
        double sum = 0;
        for (double value : vector) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    private static Parameters trained(Experiment experiment) {
        try (Trainer trainer = start(experiment)) {
            Stretch.of(experiment).forEach(stretch -> stretch.update(trainer));
            return trainer.parameters();
        }
    }

    /** Except where the output gate looks at the c of the step itself. */
    @ParameterizedTest
    @MethodSource("lab.carousel.model.layout.Cells#all")
    void changesNothingWithAnUpdateForEachStep(Cell cell) {
        Experiment experiment = experiment(cell, UpdateInterval.ONE_STEP).with(all -> all.with(Settings.LAYERS, 2));
        assertThat(trained(truncated(experiment)).equals(trained(experiment)))
                .isEqualTo(!cell.looks().contains(Quantity.OUTPUT_GATE));
    }

    @ParameterizedTest
    @MethodSource("lab.carousel.model.layout.Cells#all")
    void changesACellThatHasACellStateAndNoOther(Cell cell) {
        Experiment experiment = experiment(cell, UpdateInterval.WHOLE_SEQUENCE);
        boolean isSame = trained(truncated(experiment)).equals(trained(experiment));
        assertThat(isSame).isEqualTo(!cell.hasCellState());
        assertThat(Settings.ERROR_FLOW.obstacle(experiment.hyperparameters()).isEmpty())
                .isEqualTo(cell.hasCellState());
    }

    /** How much an output hangs on what was fed is a matter of the network, not of how it is trained. */
    @ParameterizedTest
    @ValueSource(ints = {0, 6})
    void aGradientOfOutputsTakesAllPaths(int step) {
        Experiment experiment = experiment(Cell.PEEPHOLE, UpdateInterval.WHOLE_SEQUENCE);
        Parameters parameters = RandomParameters.of(experiment.layout(), 5);
        BackwardPass.Flow all = flow(parameters, experiment, step);
        BackwardPass.Flow truncated = flow(parameters, truncated(experiment), step);
        assertThat(truncated.input()).isDeepEqualTo(all.input());
        assertThat(truncated.cell()).isDeepEqualTo(all.cell());
    }

    private static BackwardPass.Flow flow(Parameters parameters, Experiment experiment, int step) {
        return new BackwardPass(parameters, experiment.hyperparameters())
                .from(new NetworkState(experiment.layout()), TASK.encoded()[0], step, z -> new double[] {1, 0, 0});
    }
}
