package lab.carousel.engine.kernel;

import static lab.carousel.engine.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.Sample;
import lab.carousel.engine.CarriedLoss;
import lab.carousel.engine.Stretch;
import lab.carousel.engine.Trainer;
import lab.carousel.engine.TrainerMemory;
import lab.carousel.engine.UpdateRecord;
import lab.carousel.engine.dl4j.Dl4jEngine;
import lab.carousel.model.EngineName;
import lab.carousel.model.ErrorFlow;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Optimisers;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.RandomParameters;
import lab.carousel.task.Task;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for the updates of every cell and setting: the gradient is that of differences of the loss, what is told of
 * the update is what was made, and Deeplearning4j does the same wherever it can. That a loop is what its cell declares, is
 * in {@link CellContractTest}.
 */
class UpdateContractTest {

    /** Four steps and two; with a lag of 2 three and one, so that a group of two slots is not always full. */
    private static final Task TASK = Task.parse("0 1 2", "0 1 2 0 2", "2 1 0");
    /** Shorter than every gradient here. */
    private static final double SHORT = 0.02;

    static Stream<Experiment> experiments() {
        return Combinations.pairwise(17, all());
    }

    private static Stream<Experiment> all() {
        List<Hyperparameters> all = Combinations.ofSmallNetworks()
                .with((values, value) -> values.with(Settings.OUTPUT, value), Output.SIGMOID, Output.SOFTMAX)
                .with(
                        (values, value) -> values.with(Settings.LOSS_WEIGHTING, value),
                        LossWeighting.ALL_STEPS,
                        LossWeighting.LAST_STEP,
                        LossWeighting.lastStepWeighs(3))
                .with((values, value) -> values.with(Settings.UPDATE_INTERVAL, value), Combinations.INTERVALS)
                .with((values, value) -> values.with(Settings.CLIPPING, value), Settings.NO_CLIPPING, SHORT)
                .with((values, value) -> values.with(Settings.LAG, value), 1, 2)
                .with((values, value) -> values.with(Settings.BATCH_SIZE, value), 1, 2)
                .all();
        return Stream.concat(
                Stream.concat(all.stream(), truncated())
                        .map(settings -> new Experiment(TASK, settings, EngineName.KERNEL)),
                withManyOutputs());
    }

    /** With the truncation of 1997, where a gradient goes from one time step to another. */
    private static Stream<Hyperparameters> truncated() {
        return Combinations.ofSmallNetworks()
                .with(
                        (values, value) -> values.with(Settings.UPDATE_INTERVAL, value),
                        new UpdateInterval(2),
                        UpdateInterval.WHOLE_SEQUENCE)
                .with((values, value) -> values.with(Settings.LAG, value), 1, 2)
                .with((values, value) -> values.with(Settings.BATCH_SIZE, value), 1, 2)
                .all()
                .stream()
                .filter(settings -> settings.get(Settings.CELL).hasCellState())
                .map(settings -> settings.with(Settings.ERROR_FLOW, ErrorFlow.CELL_STATE_ONLY));
    }

    /** So many that they are computed all at a time. */
    private static Stream<Experiment> withManyOutputs() {
        String alphabet = IntStream.range(0, 33).mapToObj(String::valueOf).collect(Collectors.joining(" "));
        Task task = Task.parse(alphabet, "3 32 1 17 17", "4 8 31");
        return new Combinations(List.of(Hyperparameters.reference()
                        .with(Settings.HIDDEN_UNITS, 2)
                        .with(Settings.OPTIMISER, Optimiser.SGD)
                        .with(Settings.LEARNING_RATE, 1.0)))
                        .with((values, value) -> values.with(Settings.OUTPUT, value), Output.SIGMOID, Output.SOFTMAX)
                        .with((values, value) -> values.with(Settings.UPDATE_INTERVAL, value), Combinations.INTERVALS)
                        .with((values, value) -> values.with(Settings.CLIPPING, value), Settings.NO_CLIPPING, SHORT)
                        .all()
                        .stream()
                        .map(settings -> new Experiment(task, settings, EngineName.KERNEL));
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void goesDownTheGradientOfTheLossFromTheCarriedStatesAndIsToldSo(Experiment experiment) {
        Hyperparameters settings = experiment.hyperparameters();
        CarriedLoss loss = new CarriedLoss(experiment);
        try (Trainer trainer = new KernelEngine().start(experiment, RandomParameters.of(experiment.layout(), 5))) {
            // No reset: the state goes from one sequence into the next
            for (Stretch stretch : Stretch.of(experiment)) {
                UpdateRecord update = stretch.made(trainer);
                double[] before = update.before().toArray();
                double[] expected = loss.gradient(before, stretch);
                double norm = CarriedLoss.norm(expected);
                boolean hasErrorSignal =
                        !settings.get(Settings.LOSS_WEIGHTING).isLastStepOnly() || stretch.endsSequence();
                assertThat(norm > 0).isEqualTo(hasErrorSignal);
                if (norm > 0 && settings.get(Settings.CLIPPING) < Settings.NO_CLIPPING) {
                    assertNear(norm, SHORT, 1e-12, () -> "norm");
                }
                if (settings.get(Settings.LOSS_WEIGHTING).equals(LossWeighting.ALL_STEPS)) {
                    assertNear(update.loss(), loss.of(before, stretch) / stretch.times(), 1e-12, () -> "loss");
                }
                // What is told does not depend on the output, nor on how much the last step weighs
                Optional<UpdateTrace> account = settings.get(Settings.OUTPUT) == Output.SIGMOID
                                && !settings.get(Settings.LOSS_WEIGHTING).equals(LossWeighting.lastStepWeighs(3))
                        // A step that took no part stands for the last that did
                        ? Optional.of(UpdateTrace.of(experiment, update, 99))
                        : Optional.empty();
                for (int index = 0; index < expected.length; index++) {
                    int number = index;
                    double made = before[index] - update.after().get(index);
                    // Below a millionth the differences themselves are not that exact
                    double size = Math.max(Math.abs(expected[index]), 1e-6);
                    assertNear((made - expected[index]) / size, 0, 1e-6, () -> "parameter " + number + ": " + made);
                    account.ifPresent(
                            all -> assertNear(all.factor() * all.gradient()[number], made, 1e-12, () -> "told"));
                }
                loss.carry(before, stretch);
                account.ifPresent(all -> assertTold(all, stretch, loss, hasErrorSignal));
            }
        }
    }

    /** Of the last step of a stretch. */
    private static void assertTold(UpdateTrace trace, Stretch stretch, CarriedLoss loss, boolean hasErrorSignal) {
        StepAccount step = trace.step();
        assertThat(step.step()).isEqualTo(stretch.lastStep());
        assertThat(step.isScored()).isEqualTo(hasErrorSignal);
        assertThat(Double.isNaN(step.loss())).isEqualTo(!hasErrorSignal);
        assertThat(trace.norm() > 0).isEqualTo(hasErrorSignal);
        NetworkState state = loss.carried(stretch.slots() - 1);
        assertNear(step.hidden(), state.h, 1e-12, () -> "h");
        assertNear(step.cell(), state.c, 1e-12, () -> "c");
        step.gates().forEach((gate, values) -> assertNear(values, state.get(gate), 1e-12, gate::name));
        GradientReach reach = trace.reach();
        int units = state.h.length / reach.hidden().length;
        for (int layer = 0; layer < reach.hidden().length; layer++) {
            int first = layer * units;
            double[] dh = Arrays.copyOfRange(step.hiddenGradient(), first, first + units);
            assertNear(reach.hidden()[layer][reach.times() - 1], CarriedLoss.norm(dh), 1e-12, () -> "dh");
            double[] dc = Arrays.copyOfRange(step.cellGradient(), first, first + units);
            double expected = reach.cell().length > 0 ? reach.cell()[layer][reach.times() - 1] : 0;
            assertNear(expected, CarriedLoss.norm(dc), 1e-12, () -> "dc");
        }
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void aGradientThatIsShortEnoughIsNotClipped(Experiment experiment) {
        double[] free = afterAnEpoch(experiment.with(all -> all.with(Settings.CLIPPING, Settings.NO_CLIPPING)));
        assertThat(afterAnEpoch(experiment.with(all -> all.with(Settings.CLIPPING, 1_000.0))))
                .isEqualTo(free);
    }

    private static double[] afterAnEpoch(Experiment experiment) {
        try (Trainer trainer = new KernelEngine().start(experiment, RandomParameters.of(experiment.layout(), 5))) {
            Stretch.of(experiment).forEach(stretch -> stretch.update(trainer));
            return trainer.parameters().toArray();
        }
    }

    static Stream<Experiment> deeplearning4js() {
        return Combinations.pairwise(
                17,
                all().filter(each -> Settings.kernelOnly(each.hyperparameters()).isEmpty())
                        .filter(each -> each.hyperparameters()
                                .get(Settings.LOSS_WEIGHTING)
                                .equals(LossWeighting.ALL_STEPS)));
    }

    @ParameterizedTest
    @MethodSource("deeplearning4js")
    void isThatOfDeeplearning4j(Experiment experiment) {
        assertSame(experiment, RandomParameters.of(experiment.layout(), 5), 1);
    }

    /** The two recipes of the manual with both outputs. */
    private static List<Hyperparameters> recipes() {
        return new Combinations(List.of(Hyperparameters.reference()))
                .with(
                        (values, value) -> values.with(Settings.UPDATE_INTERVAL, value),
                        UpdateInterval.ONE_STEP,
                        UpdateInterval.WHOLE_SEQUENCE)
                .with((values, value) -> values.with(Settings.OUTPUT, value), Output.SIGMOID, Output.SOFTMAX)
                .all();
    }

    /** Trainings of some hundred updates, among all of them one of 2,000; each optimiser, with decay and without; each cell with all else at once. */
    static Stream<Arguments> trainings() {
        List<Arguments> all = new ArrayList<>();
        for (Hyperparameters settings : recipes()) {
            all.add(Arguments.of(
                    settings, Sample.isExhaustive() && settings.equals(Hyperparameters.reference()) ? 250 : 50));
            for (Optimiser optimiser : Optimisers.ofDeeplearning4j().toList()) {
                all.add(Arguments.of(settings.with(Settings.OPTIMISER, optimiser), 6));
                all.add(Arguments.of(
                        settings.with(Settings.OPTIMISER, optimiser).with(Settings.WEIGHT_DECAY, 2.0), 6));
            }
            for (Cell cell : List.of(Cell.LSTM, Cell.RECURRENT, Cell.DENSE)) {
                // Three steps in groups of two: one slot is left over
                Hyperparameters slots = settings.with(Settings.CELL, cell)
                        .with(Settings.LAYERS, 2)
                        .with(Settings.HIDDEN_UNITS, 6)
                        .with(Settings.LAG, 2)
                        .with(Settings.LOSS_WEIGHTING, LossWeighting.lastStepWeighs(5))
                        .with(Settings.BATCH_SIZE, 2);
                all.add(Arguments.of(slots, 6));
                all.add(Arguments.of(slots.with(Settings.UPDATE_INTERVAL, new UpdateInterval(2)), 6));
            }
        }
        return Combinations.pairwise(17, all, each -> (Hyperparameters) each.get()[0]);
    }

    @ParameterizedTest
    @MethodSource("trainings")
    void staysThatOfDeeplearning4jOverAWholeTraining(Hyperparameters settings, int epochs) {
        Experiment experiment = Experiment.reference().with(settings);
        assertSame(experiment, InitialParameters.of(experiment), epochs);
    }

    /** Long stretches; and fewer outputs than symbols: the sequences end with one of the first two, which alone count. */
    @ParameterizedTest
    @MethodSource("lab.carousel.model.Outputs#ofSymbols")
    void longStretchesAndFewOutputsGoAsDeeplearning4js(Output output) {
        String symbols = IntStream.rangeClosed(0, 71)
                .mapToObj(step -> String.valueOf(step * step % 7 % 5))
                .collect(Collectors.joining(" "));
        Hyperparameters whole = Hyperparameters.reference()
                .with(Settings.OUTPUT, output)
                .with(Settings.HIDDEN_UNITS, 6)
                .with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE);
        for (int batch : new int[] {1, 3}) {
            Experiment experiment = new Experiment(
                    Task.parse("0 1 2 3 4", symbols, "4 0 1 2"),
                    whole.with(Settings.BATCH_SIZE, batch),
                    EngineName.KERNEL);
            assertSame(experiment, InitialParameters.of(experiment), 3);
        }
        Experiment few = new Experiment(
                Task.parse("3 4 0 1 2", "3 0 1 2 3", "4 0 1 2 4"),
                whole.with(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP),
                EngineName.KERNEL);
        assertSame(few, RandomParameters.of(new ParameterLayout(5, 2, 6, Cell.LSTM, 1), 1), 6);
    }

    /** Losses, parameters, and what is remembered; the learning rate falls on the way. */
    private static void assertSame(Experiment experiment, Parameters initial, int epochs) {
        double rate = experiment.hyperparameters().get(Settings.LEARNING_RATE);
        try (Trainer reference = new Dl4jEngine().start(experiment, initial);
                Trainer kernel = new KernelEngine().start(experiment, initial)) {
            for (int epoch = 0; epoch < epochs; epoch++) {
                for (Stretch stretch : Stretch.of(experiment)) {
                    UpdateRecord made = stretch.made(kernel);
                    UpdateRecord expected = stretch.made(reference);
                    assertNear(made.loss(), expected.loss(), 1e-9, experiment::toString);
                    assertNear(made.change(), expected.change(), 1e-7, experiment::toString);
                    if (stretch.endsSequence() && epochs > 1) {
                        kernel.resetState();
                        reference.resetState();
                    }
                }
                if (epoch == epochs - 3) {
                    kernel.setLearningRate(rate / 2);
                    reference.setLearningRate(rate / 2);
                }
            }
            assertNear(reference.parameters(), kernel.parameters(), 1e-7, experiment::toString);
            assertThat(kernel.parameters()).isNotEqualTo(initial);
            assertRemembersTheSame(
                    reference.memory().orElseThrow(), kernel.memory().orElseThrow(), experiment);
        }
    }

    private static void assertRemembersTheSame(TrainerMemory reference, TrainerMemory kernel, Experiment experiment) {
        assertThat(kernel.moments()).hasSize(TrainerMemory.moments(experiment.hyperparameters()));
        assertThat(reference.moments()).hasSameSizeAs(kernel.moments());
        for (int moment = 0; moment < kernel.moments().size(); moment++) {
            assertNear(reference.moments().get(moment), kernel.moments().get(moment), 1e-9, experiment::toString);
        }
        for (int slot = 0; slot < experiment.hyperparameters().get(Settings.BATCH_SIZE); slot++) {
            assertNear(reference.carried().hidden()[slot], kernel.carried().hidden()[slot], 1e-7, experiment::toString);
            assertNear(reference.carried().cell()[slot], kernel.carried().cell()[slot], 1e-7, experiment::toString);
        }
        if (experiment.hyperparameters().get(Settings.OPTIMISER) == Optimiser.ADAM) {
            assertThat(reference.updates()).isEqualTo(kernel.updates()).isPositive();
        }
    }
}
