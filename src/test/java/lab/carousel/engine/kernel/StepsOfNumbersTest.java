package lab.carousel.engine.kernel;

import static lab.carousel.engine.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.engine.CarriedLoss;
import lab.carousel.engine.Engine;
import lab.carousel.engine.Stretch;
import lab.carousel.engine.Trainer;
import lab.carousel.engine.UpdateRecord;
import lab.carousel.engine.dl4j.Dl4jEngine;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.account.CellExplanation;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.RandomParameters;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;
import lab.carousel.task.Task;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows of any numbers are fed, and targets of every kind wanted, as indices are. */
class StepsOfNumbersTest {

    private static final int SYMBOLS = 3;
    private static final Task TASK = Task.parse("0 1 2", "0 1 2 0 2 1");

    static Stream<Experiment> experiments() {
        return Combinations.pairwise(6, all());
    }

    private static Stream<Experiment> all() {
        return Combinations.ofSmallNetworks()
                .with((values, value) -> values.with(Settings.OUTPUT, value), Output.SIGMOID, Output.SOFTMAX)
                .with((values, value) -> values.with(Settings.LAG, value), 1, 2)
                .with((values, value) -> values.with(Settings.BATCH_SIZE, value), 1, 2)
                .all()
                .stream()
                .map(settings -> new Experiment(TASK, settings, EngineName.KERNEL));
    }

    private static double[][] rows(SplittableRandom random, int count) {
        return IntStream.range(0, count)
                .mapToObj(row -> random.doubles(SYMBOLS, -1, 1).toArray())
                .toArray(double[][]::new);
    }

    /** With softmax what is wanted adds up to 1. */
    private static Steps numbers(Experiment experiment) {
        SplittableRandom random = new SplittableRandom(3);
        boolean isSigmoid = experiment.hyperparameters().get(Settings.OUTPUT) == Output.SIGMOID;
        Target any = isSigmoid ? Target.ofNumbers(0.9, 0.2, 0.6) : Target.ofNumbers(0.5, 0.2, 0.3);
        Target set = isSigmoid ? Target.ofSet(IntStream.of(2, 0)) : Target.of(2);
        return Steps.ofRows(rows(random, 6), any, Target.of(1), set, any, Target.of(0), any);
    }

    private static Stretch whole(Experiment experiment, Steps steps) {
        int first = experiment.hyperparameters().get(Settings.LAG) - 1;
        int slots = experiment.hyperparameters().get(Settings.BATCH_SIZE);
        return new Stretch(steps, first, (steps.size() - first) / slots, slots, true);
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void theGradientIsThatOfDifferences(Experiment experiment) {
        Stretch stretch = whole(experiment, numbers(experiment));
        try (Trainer trainer = new KernelEngine().start(experiment, RandomParameters.of(experiment.layout(), 5))) {
            UpdateRecord update = stretch.made(trainer);
            double[] expected =
                    new CarriedLoss(experiment).gradient(update.before().toArray(), stretch);
            double[] change = update.change();
            assertThat(CarriedLoss.norm(expected)).isGreaterThan(1e-3);
            assertNear(change, Arrays.stream(expected).map(slope -> -slope).toArray(), 1e-6, experiment::toString);
        }
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void oneHotRowsAndTargetsAreIndices(Experiment experiment) {
        Steps indices = TASK.encoded()[0];
        double[][] rows = new double[indices.size()][SYMBOLS];
        Target[] targets = new Target[rows.length];
        for (int step = 0; step < rows.length; step++) {
            double[] wanted = new double[SYMBOLS];
            rows[step][indices.input(step)] = 1;
            wanted[indices.target(step).index()] = 1;
            targets[step] = Target.ofNumbers(wanted);
        }
        Parameters parameters = RandomParameters.of(experiment.layout(), 5);
        Steps numbers = Steps.ofRows(rows, targets);
        assertNear(
                updated(experiment, parameters, numbers),
                updated(experiment, parameters, indices),
                1e-12,
                experiment::toString);
        FedSteps both = FedSteps.of(parameters, experiment.hyperparameters(), new Steps[] {indices, numbers}, false);
        for (int t = both.first(); t < indices.size(); t++) {
            assertNear(both.outputs(1, t), both.outputs(0, t), 1e-14, experiment::toString);
            assertNear(loss(both, 1, t), loss(both, 0, t), 1e-14, experiment::toString);
        }
    }

    private static double loss(FedSteps fed, int s, int t) {
        return CellExplanation.of(fed, s, t + 1, 0).output().loss();
    }

    private static Parameters updated(Experiment experiment, Parameters parameters, Steps steps) {
        return updated(new KernelEngine(), experiment, parameters, steps);
    }

    private static Parameters updated(Engine engine, Experiment experiment, Parameters parameters, Steps steps) {
        try (Trainer trainer = engine.start(experiment, parameters)) {
            whole(experiment, steps).update(trainer);
            return trainer.parameters();
        }
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void aStepThatIsNotScoredHasNoErrorSignal(Experiment experiment) {
        Parameters parameters = RandomParameters.of(experiment.layout(), 5);
        Steps none = numbers(experiment).with(ScoredSteps.NONE);
        assertThat(updated(experiment, parameters, none)).isEqualTo(parameters);
    }

    static Stream<Experiment> deeplearning4js() {
        return Combinations.pairwise(
                6,
                all().filter(each -> Settings.kernelOnly(each.hyperparameters()).isEmpty())
                        .filter(each -> each.hyperparameters().get(Settings.CELL) == Cell.LSTM)
                        .filter(each -> each.hyperparameters().get(Settings.LAG) == 1));
    }

    @ParameterizedTest
    @MethodSource("deeplearning4js")
    void deeplearning4jMakesTheSameUpdate(Experiment experiment) {
        Parameters parameters = RandomParameters.of(experiment.layout(), 5);
        Steps steps = numbers(experiment);
        assertNear(
                updated(new Dl4jEngine(), experiment, parameters, steps),
                updated(experiment, parameters, steps),
                1e-12,
                experiment::toString);
    }

    static Stream<Experiment> sets() {
        Task task = Task.parse("0 1 2 3", "0 1 2 0 2 1", "0 1 3 0 2 2", "0 1 2 0 1 1", "1 1 0")
                .withSets(true);
        return Combinations.pairwise(
                6,
                new Combinations(List.of(Hyperparameters.reference().with(Settings.HIDDEN_UNITS, 3)))
                                .with(
                                        (values, value) -> values.with(Settings.CELL, value),
                                        Cell.LSTM,
                                        Cell.RECURRENT,
                                        Cell.DENSE)
                                .with((values, value) -> values.with(Settings.LAG, value), 1, 2)
                                .with((values, value) -> values.with(Settings.BATCH_SIZE, value), 1, 2)
                                .with(
                                        (values, value) -> values.with(Settings.UPDATE_INTERVAL, value),
                                        Combinations.INTERVALS)
                                .with(
                                        (values, value) -> values.with(Settings.LOSS_WEIGHTING, value),
                                        LossWeighting.ALL_STEPS,
                                        LossWeighting.LAST_STEP,
                                        LossWeighting.lastStepWeighs(7))
                                .all()
                                .stream()
                                .filter(settings ->
                                        Settings.kernelOnly(settings).isEmpty())
                                .map(settings -> new Experiment(task, settings, EngineName.KERNEL)));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void deeplearning4jTrainsTheSameWhereEverySymbolThatMayFollowCounts(Experiment experiment) {
        Parameters parameters = RandomParameters.of(experiment.layout(), 5);
        try (Trainer kernel = new KernelEngine().start(experiment, parameters);
                Trainer reference = new Dl4jEngine().start(experiment, parameters)) {
            for (Stretch stretch : Stretch.of(experiment)) {
                double loss = stretch.update(kernel);
                assertNear(stretch.update(reference), loss, 1e-12, experiment::toString);
                if (stretch.endsSequence()) {
                    kernel.resetState();
                    reference.resetState();
                }
            }
            assertNear(reference.parameters(), kernel.parameters(), 1e-12, experiment::toString);
        }
    }
}
