package lab.carousel.engine.kernel;

import static lab.carousel.engine.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import lab.carousel.engine.CarriedLoss;
import lab.carousel.engine.CarriedState;
import lab.carousel.engine.Stretch;
import lab.carousel.engine.Trainer;
import lab.carousel.engine.UpdateRecord;
import lab.carousel.model.EngineName;
import lab.carousel.model.ErrorFlow;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Operation;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Cells;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.ForwardPass;
import lab.carousel.task.Steps;
import lab.carousel.task.Task;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradient at every state, before the update and in it, against differences of the update's loss. */
class GradientReachTest {

    private static final double DISTANCE = 1e-4;

    static Stream<Hyperparameters> combinations() {
        List<Hyperparameters> all = new Combinations(
                        List.of(Hyperparameters.reference().with(Settings.HIDDEN_UNITS, 3)))
                .with(
                        (values, value) -> values.with(Settings.CELL, value),
                        Cell.all().toArray(Cell[]::new))
                .with((values, value) -> values.with(Settings.LAYERS, value), 1, 2)
                .with((values, value) -> values.with(Settings.OUTPUT, value), Output.SIGMOID, Output.SOFTMAX)
                .with((values, value) -> values.with(Settings.LAG, value), 1, 2)
                .with((values, value) -> values.with(Settings.UPDATE_INTERVAL, value), Combinations.INTERVALS)
                .all();
        return Combinations.pairwise(9, all, each -> each);
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void isThatOfTheLoss(Hyperparameters hyperparameters) {
        Experiment experiment = UpdateTraceTest.experiment(hyperparameters);
        Parameters parameters = UpdateTraceTest.random(experiment);
        try (Trainer trainer = new KernelEngine().start(experiment, parameters)) {
            // So that the carried states are those of one network
            trainer.setLearningRate(0);
            for (Stretch stretch : Stretch.of(experiment)) {
                UpdateRecord update = stretch.made(trainer);
                GradientReach reach = UpdateTrace.of(experiment, update, 0).reach();
                int before = stretch.firstStep() - (hyperparameters.get(Settings.LAG) - 1);
                assertThat(reach.cut()).isEqualTo(before * hyperparameters.get(Settings.LAG));
                assertThat(reach.times()).isEqualTo((before + stretch.times()) * hyperparameters.get(Settings.LAG));
                assertReach(experiment, update, reach);
                if (stretch.endsSequence()) {
                    trainer.resetState();
                }
            }
        }
    }

    /** The table of the manual on vanishing gradients: what is left of the last step's gradient at the first of 101. */
    @ParameterizedTest
    @CsvSource({
        "RECURRENT, 0, ALL_PATHS, 1.7e-13, 4.3e-9, 2.1e-5",
        "LSTM1997, 0, CELL_STATE_ONLY, 1, 1, 1",
        "LSTM1997, 0, ALL_PATHS, 0.0068, 3.5, 99",
        "LSTM, 0, CELL_STATE_ONLY, 2.43e-14, 4.86e-13, 1.75e-11",
        "LSTM, 0, ALL_PATHS, 3.5e-11, 5.0e-9, 2.8e-6",
        "LSTM, 101, ALL_PATHS, 0.032, 0.21, 0.35",
        "GRU, 0, ALL_PATHS, 4.4e-26, 7.0e-22, 1.5e-17"
    })
    void vanishesButNotAlongTheCellStateOf1997(
            String name, int chrono, ErrorFlow flow, double least, double median, double most) {
        Cell cell = Cells.named(name);
        String middle = " a b c d".repeat(25);
        Task task = Task.parse("x y a b c d", "x" + middle + " x", "y" + middle + " y");
        double[] left = LongStream.rangeClosed(1, 40)
                .mapToDouble(seed -> left(new Experiment(
                        task,
                        Hyperparameters.reference()
                                .with(Settings.CELL, cell)
                                .with(Settings.HIDDEN_UNITS, 10)
                                .with(Settings.CHRONO_SPAN, chrono)
                                .with(Settings.ERROR_FLOW, flow)
                                .with(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP)
                                .with(Settings.SEED, seed),
                        EngineName.KERNEL)))
                .sorted()
                .toArray();

        assertThat(left[0]).isCloseTo(least, withinPercentage(2));
        assertThat((left[19] + left[20]) / 2).isCloseTo(median, withinPercentage(2));
        assertThat(left[39]).isCloseTo(most, withinPercentage(2));
    }

    /** The gradient at c, or at h where there is none, at the first step over that at the last. */
    private static double left(Experiment experiment) {
        Steps sequence = experiment.task().encoded()[0];
        Parameters parameters = InitialParameters.of(experiment);
        double[][] zero = {new double[parameters.layout().layer(0).units()]};
        UpdateRecord whole = new UpdateRecord(
                sequence, 0, sequence.size(), 1, 0, new CarriedState(zero, zero), parameters, parameters, 0);
        GradientReach reach = UpdateTrace.of(experiment, whole, 0).reach();
        double[] norms = reach.cell().length > 0 ? reach.cell()[0] : reach.hidden()[0];
        return norms[0] / norms[norms.length - 1];
    }

    private static void assertReach(Experiment experiment, UpdateRecord update, GradientReach reach) {
        boolean hasCell = experiment.hyperparameters().get(Settings.CELL).hasCellState();
        assertThat(reach.cell()).hasDimensions(hasCell ? reach.hidden().length : 0, reach.times());
        for (int layer = 0; layer < reach.hidden().length; layer++) {
            for (int time = 0; time < reach.times(); time++) {
                close(reach.hidden()[layer][time], norm(experiment, update, layer, time, Quantity.HIDDEN_STATE));
                if (hasCell) {
                    close(reach.cell()[layer][time], norm(experiment, update, layer, time, Quantity.CELL_STATE));
                }
            }
        }
    }

    private static void close(double told, double expected) {
        assertNear(told, expected, Math.max(1e-5 * expected, 1e-10), () -> "length");
    }

    private static double norm(Experiment experiment, UpdateRecord update, int layer, int time, Quantity quantity) {
        double[] slopes = new double[experiment.layout().units()];
        Arrays.setAll(slopes, unit -> {
            DoubleUnaryOperator loss =
                    by -> loss(experiment, update, push(experiment, layer, time, quantity, unit, by));
            DoubleUnaryOperator difference = by -> loss.applyAsDouble(by) - loss.applyAsDouble(-by);
            return (8 * difference.applyAsDouble(DISTANCE) - difference.applyAsDouble(2 * DISTANCE)) / (12 * DISTANCE);
        });
        return CarriedLoss.norm(slopes);
    }

    /** The loss of the steps of the update. */
    private static double loss(Experiment experiment, UpdateRecord update, Operation operation) {
        double[] loss = {0};
        new ForwardPass(update.before(), experiment.hyperparameters(), operation)
                .feed(
                        update.steps(),
                        (t, target, stepLoss, outputs, state) -> loss[0] += update.includes(t, 1) ? stepLoss : 0);
        return loss[0];
    }

    /** Moves the new h or c of a unit at a time step, counted by the first layer. */
    private static Operation push(
            Experiment experiment, int layer, int time, Quantity pushed, int unit, double distance) {
        Quantity first = experiment.layout().cell().equations().get(0).quantity();
        int[] now = {-1};
        return new Operation() {
            @Override
            public void onQuantity(int step, Quantity quantity, double[] values, int of) {
                now[0] += of == 0 && quantity == first ? 1 : 0;
                values[unit] += quantity == pushed && now[0] == time && of == layer ? distance : 0;
            }
        };
    }

    private static UpdateRecord last(Experiment experiment, Parameters parameters) {
        try (Trainer trainer = new KernelEngine().start(experiment, parameters)) {
            trainer.setLearningRate(0);
            UpdateRecord last = null;
            for (Stretch stretch : Stretch.of(experiment)) {
                boolean isFull = stretch.slots() == experiment.hyperparameters().get(Settings.BATCH_SIZE);
                last = isFull ? stretch.made(trainer) : last;
            }
            return Objects.requireNonNull(last);
        }
    }

    /** So far back that the states before what is told were fed in several chunks. */
    @ParameterizedTest
    @CsvSource({"1, 1, 0", "2, 1, 0", "1, 2, 0", "1, 2, 1"})
    void farBackItIsThatOfAPassThroughAllThatTheSlotWasFed(int lag, int batch, int slot) {
        SplittableRandom random = new SplittableRandom(2);
        String[] symbols = new String[3_101];
        Arrays.setAll(symbols, t -> Integer.toString(random.nextInt(3)));
        Hyperparameters hyperparameters = Hyperparameters.reference()
                .with(Settings.HIDDEN_UNITS, 3)
                .with(Settings.LAYERS, 2)
                .with(Settings.LAG, lag)
                .with(Settings.BATCH_SIZE, batch)
                // Remembers so long that the gradient is still there after a thousand steps
                .with(Settings.FORGET_GATE_BIAS, 5.0)
                .with(Settings.INPUT_GATE_BIAS, -4.0);
        Experiment experiment =
                new Experiment(Task.parse("0 1 2", String.join(" ", symbols)), hyperparameters, EngineName.KERNEL);
        Parameters parameters = InitialParameters.of(experiment);
        UpdateRecord last = last(experiment, parameters);
        UpdateTrace account = UpdateTrace.of(experiment, last, last.firstStep() + slot);
        GradientReach reach = account.reach();
        BackwardPass pass = new BackwardPass(parameters, hyperparameters);
        NetworkState zero = new NetworkState(experiment.layout());
        // A pass made before leaves nothing behind
        pass.from(zero, Steps.of(2, 2, 2, 2, 2, 2), 4, z -> new double[] {1, 1, 1});
        BackwardPass.Flow flow =
                pass.from(zero, experiment.task().encoded()[0], last.firstStep() + slot, z -> account.step()
                        .outputGradient());
        assertThat(reach.cut()).isEqualTo(GradientReach.MOST_EARLIER);
        int units = experiment.layout().units();
        int earlier = flow.symbols().length - reach.times();
        assertThat(earlier).isGreaterThan(256);
        for (int time = 0; time < reach.times() - 1; time++) {
            assertThat(reach.symbols()[time]).isEqualTo(flow.symbols()[earlier + time]);
            // What comes before the next time step comes after this one; in the upper layer nothing else is added to it
            double expected = CarriedLoss.norm(Arrays.copyOfRange(flow.hidden()[earlier + time + 1], units, 2 * units));
            assertThat(reach.hidden()[1][time]).isCloseTo(expected, within(1e-9 * expected));
        }
        assertThat(reach.hidden()[1][0]).isGreaterThan(1e-8);
    }
}
