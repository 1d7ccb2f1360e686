package lab.carousel.file.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.EngineName;
import lab.carousel.model.ErrorFlow;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Output;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.model.UnusualSettings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.function.Activation;
import lab.carousel.model.function.Logarithm;
import lab.carousel.model.layout.Cell;
import lab.carousel.task.Task;
import lab.carousel.training.Snapshot;
import lab.carousel.training.Training;
import lab.carousel.training.loss.LossCourse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The page's arithmetic against the program's: the same seed gives the same curve. */
class PageArithmeticTest {

    /** The loss and the separation after every so many epochs, as the page computes them. */
    private static final String CURVE = "(function (experiment, epochs, every) {"
            + " const run = startRun(experiment); const found = []; const memory = memoryOf(experiment);"
            + " for (let epoch = 1; epoch <= epochs; epoch++) { trainEpoch(run); if (epoch % every === 0) {"
            + " const result = evaluate(experiment, memory, trace(experiment, run.net));"
            + " found.push(result.loss, result.separation); } }"
            + " return found; })";

    private static PageScripts scripts;

    @BeforeAll
    static void load() {
        scripts = new PageScripts("random", "numbers", "tape", "network", "learn", "forks");
    }

    @AfterAll
    static void close() {
        scripts.close();
    }

    /** A task with the settings that tests type into the page: 9 units, rate 0.02, the whole sequence, 150 epochs, seed 77. */
    static Experiment typed(Task task) {
        return new Experiment(
                task,
                Hyperparameters.reference()
                        .with(Settings.HIDDEN_UNITS, 9)
                        .with(Settings.LEARNING_RATE, 0.02)
                        .with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE)
                        .with(Settings.EPOCHS, 150)
                        .with(Settings.SEED, 77L),
                EngineName.KERNEL);
    }

    static Snapshot trained(Experiment experiment) {
        try (Training training = new Training(experiment, new KernelEngine())) {
            while (!training.isFinished()) {
                training.advance();
            }
            return training.snapshot();
        }
    }

    /** The largest difference of a loss or a separation of a whole run, looked at after every so many epochs. */
    private static double difference(Experiment experiment, int every) {
        LossCourse history = trained(experiment).history();
        double[] ours = IntStream.range(0, history.size())
                .filter(point -> (point + 1) % every == 0)
                .mapToObj(point -> DoubleStream.of(history.loss(0, point), history.separation(point)))
                .flatMapToDouble(values -> values)
                .toArray();
        double[] theirs = scripts.numbers(
                CURVE + "(" + new PageExperiment(experiment).json() + ", " + history.size() + ", " + every + ")");
        assertThat(theirs).hasSameSizeAs(ours).isNotEmpty();
        return IntStream.range(0, ours.length)
                .mapToDouble(point -> Math.abs(ours[point] - theirs[point]))
                .max()
                .orElseThrow();
    }

    @Test
    void drawsTheNumbersOfJava() {
        double[] expected = new SplittableRandom(9_007_199_254_740_991L)
                .split()
                .doubles(200)
                .toArray();
        assertThat(scripts.numbers("(() => { const random = splittableRandom(whole64(9007199254740991)).split();"
                        + " return Array.from({ length: 200 }, () => random.nextDouble()); })()"))
                .isEqualTo(expected);
    }

    @Test
    void itsFunctionsAreThoseOfTheProgramToTheLastBit() {
        double[] few = new SplittableRandom(1).doubles(300).toArray();
        hasSameValues("sigmoid", Activation::sigmoid, Arrays.stream(few).map(x -> 80 * x - 40));
        hasSameValues("tanh", Activation::tanh, Arrays.stream(few).map(x -> 6 * x - 3));
        // One last digit of a coefficient shows in one of a thousand values
        double[] many = new SplittableRandom(2).doubles(3_000).toArray();
        hasSameValues("tanh", Activation::tanh, Arrays.stream(many).map(x -> 1.3 * x - 0.65));
        hasSameValues("log1p", Logarithm::ofOnePlus, Arrays.stream(few).map(x -> Math.pow(x, 5) * 9));
        hasSameValues("softplus", Activation::softplus, Arrays.stream(few).map(x -> 60 * x - 30));
        hasSameValues("log", StrictMath::log, Arrays.stream(few).map(x -> 1 - x));
        hasSameValues("cos", StrictMath::cos, Arrays.stream(few).map(x -> 2 * Math.PI * x));
        double[] quarters =
                IntStream.range(0, 9).mapToDouble(n -> n * Math.PI / 4).toArray();
        hasSameValues("cos", StrictMath::cos, Arrays.stream(quarters));
        hasSameValues("cos", StrictMath::cos, Arrays.stream(quarters).map(Math::nextUp));
    }

    private static void hasSameValues(String name, DoubleUnaryOperator ours, DoubleStream at) {
        double[] places = at.toArray();
        assertThat(scripts.numbers(Arrays.toString(places) + ".map(" + name + ")"))
                .as(name)
                .isEqualTo(Arrays.stream(places).map(ours).toArray());
    }

    @Test
    void theTutorialHasTheSameCurve() {
        assertThat(difference(Experiment.reference(), 10)).isZero();
    }

    static Stream<Setting<?>> decimals() {
        return UnusualSettings.decimals().stream()
                .filter(setting -> new PageExperiment(with(setting, Output.SIGMOID)).isTrained());
    }

    private static Experiment with(Setting<?> setting, Output output) {
        return Experiment.reference()
                .with(UnusualSettings.with(Hyperparameters.reference().with(Settings.OUTPUT, output), setting));
    }

    @ParameterizedTest
    @MethodSource("decimals")
    void everySettingThatThePageTrainsWithHasTheSameCurve(Setting<?> setting) {
        for (Output output : Output.values()) {
            assertThat(difference(with(setting, output), 50)).as(output.name()).isZero();
        }
    }

    /** To the last bit where the program has no loop of its own, or one with the same sums. */
    @ParameterizedTest
    @MethodSource("lab.carousel.model.layout.Cells#withMemory")
    void everyCellHasTheSameCurve(Cell cell) {
        for (int interval : new int[] {1, 3}) {
            Hyperparameters settings = Hyperparameters.reference()
                    .with(Settings.CELL, cell)
                    .with(Settings.HIDDEN_UNITS, 6)
                    .with(Settings.LEARNING_RATE, 0.01)
                    .with(Settings.CLIPPING, 1.0)
                    .with(Settings.UPDATE_INTERVAL, new UpdateInterval(interval));
            assertThat(difference(Experiment.reference().with(settings), 10))
                    .isLessThanOrEqualTo(cell == Cell.GRU ? 1e-9 : 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereOnlyTheOutputLearnsItHasTheSameCurve(Output output) {
        for (int interval : new int[] {1, 3}) {
            Hyperparameters settings = Hyperparameters.reference()
                    .with(Settings.OUTPUT, output)
                    .with(Settings.TRAINS, Settings.Trains.OUTPUT_ONLY)
                    .with(Settings.LEARNING_RATE, 0.1)
                    .with(Settings.CLIPPING, 0.1)
                    .with(Settings.UPDATE_INTERVAL, new UpdateInterval(interval));
            assertThat(difference(Experiment.reference().with(settings), 20)).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("lab.carousel.model.layout.Cells#withCellState")
    void whereErrorsAreTruncatedItHasTheSameCurve(Cell cell) {
        for (UpdateInterval interval : new UpdateInterval[] {new UpdateInterval(3), UpdateInterval.WHOLE_SEQUENCE}) {
            Experiment all = Experiment.reference().with(settings -> settings.with(Settings.CELL, cell)
                    .with(Settings.HIDDEN_UNITS, 6)
                    .with(Settings.UPDATE_INTERVAL, interval));
            Experiment truncated = all.with(settings -> settings.with(Settings.ERROR_FLOW, ErrorFlow.CELL_STATE_ONLY));
            assertThat(difference(truncated, 20)).isZero();
        }
    }

    @Test
    void theNumbersOfAdamAreThoseThatTheProgramWritesIntoThePage() {
        Experiment reference = Experiment.reference();
        for (String number : new String[] {"beta1", "beta2", "epsilon"}) {
            ObjectNode other = new PageExperiment(reference).json();
            other.withObject("/adam").put(number, 0.5);
            double[] changed = scripts.numbers(CURVE + "(" + other + ", 10, 10)");
            double[] usual = scripts.numbers(CURVE + "(" + new PageExperiment(reference).json() + ", 10, 10)");
            assertThat(changed).as(number).isNotEqualTo(usual);
        }
    }
}
