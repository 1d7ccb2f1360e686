package lab.carousel.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Output;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Cells;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.RandomParameters;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.model.trace.ForwardPass;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;
import lab.carousel.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IntegratedGradientsTest {

    private static final Task TASK = Task.parse("a b c d", "a b c d a b", "b a c d b a");
    private static final int OUTPUT = 1;
    private static final Hyperparameters SMALL = Hyperparameters.reference().with(Settings.HIDDEN_UNITS, 3);

    static Stream<Hyperparameters> settings() {
        return Stream.concat(Cell.all().stream(), Stream.of(Cells.MINIMAL))
                .flatMap(cell -> Stream.of(Output.SIGMOID, Output.SOFTMAX)
                        .flatMap(output -> Stream.of(1, 2).map(layers -> SMALL.with(Settings.CELL, cell)
                                .with(Settings.OUTPUT, output)
                                .with(Settings.LAYERS, layers))));
    }

    private static Experiment experiment(Hyperparameters settings) {
        return new Experiment(TASK, settings, EngineName.KERNEL);
    }

    private static IntegratedGradients of(Experiment experiment, Parameters parameters, int sequence, int number) {
        return IntegratedGradients.of(FedSteps.of(experiment, parameters), TASK.step(sequence, number), OUTPUT);
    }

    /** The output at a step when the symbols before it and its own are fed as so much of one each. */
    private static double output(Experiment experiment, Parameters parameters, int number, double[] amounts) {
        double[][] rows = new double[number][TASK.alphabet().size()];
        for (int t = 0; t < number; t++) {
            rows[t][TASK.indices()[0][t]] = amounts[t];
        }
        double[] found = new double[1];
        Steps steps = Steps.ofRows(
                rows, IntStream.range(0, number).mapToObj(t -> Target.of(0)).toArray(Target[]::new));
        new ForwardPass(parameters, experiment.hyperparameters())
                .feed(steps, (t, target, loss, outputs, state) -> found[0] = outputs[OUTPUT]);
        return found[0];
    }

    private static double[] all(int number, double amount) {
        double[] amounts = new double[number];
        Arrays.fill(amounts, amount);
        return amounts;
    }

    @ParameterizedTest
    @MethodSource("settings")
    void allPartsTogetherAreTheDifferenceOfTheOutputs(Hyperparameters settings) {
        Experiment experiment = experiment(settings);
        for (long seed = 1; seed <= 10; seed++) {
            Parameters parameters = RandomParameters.of(experiment.layout(), seed);
            for (int number : List.of(1, 3, 5)) {
                IntegratedGradients parts = of(experiment, parameters, 0, number);
                double fed = output(experiment, parameters, number, all(number, 1));
                double zero = output(experiment, parameters, number, all(number, 0));
                assertThat(parts.output()).isCloseTo(fed, within(1e-12));
                assertThat(parts.baseline()).isCloseTo(zero, within(1e-12));
                assertThat(parts.isClose()).isTrue();
                assertThat(parts.sum()).isCloseTo(fed - zero, within(0.01 * Math.abs(fed - zero)));
            }
        }
    }

    /** Its own sum, of differences of outputs, at the same points of the way. */
    @ParameterizedTest
    @MethodSource("settings")
    void aPartIsTheMeanSlopeOfTheOutputOnTheWay(Hyperparameters settings) {
        Experiment experiment = experiment(settings);
        Parameters parameters = RandomParameters.of(experiment.layout(), 3);
        IntegratedGradients parts = of(experiment, parameters, 0, 4);
        int n = parts.points();
        for (int place = 0; place < 4; place++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                double[] more = all(4, (i + 0.5) / n);
                double[] less = more.clone();
                more[place] += 1e-5;
                less[place] -= 1e-5;
                sum += output(experiment, parameters, 4, more) - output(experiment, parameters, 4, less);
            }
            assertThat(parts.parts()[place]).isCloseTo(sum / 2e-5 / n, within(1e-8));
        }
    }

    @Test
    void takesMorePointsWhereTheOutputBendsAndSaysHowFarItIsWhereTheyAreNotEnough() {
        Experiment experiment = experiment(SMALL);
        Parameters gentle = RandomParameters.of(experiment.layout(), 1);
        double[] steep =
                Arrays.stream(gentle.toArray()).map(weight -> 40 * weight).toArray();
        IntegratedGradients bent = of(experiment, Parameters.of(experiment.layout(), steep), 0, 5);
        assertThat(of(experiment, gentle, 0, 5).points()).isLessThan(bent.points());
        assertThat(bent.points()).isEqualTo(IntegratedGradients.MOST_POINTS);
        assertThat(bent.isClose()).isFalse();
        assertThat(bent.error()).isGreaterThan(0.05).isEqualTo(Math.abs(bent.sum() - bent.difference()));
    }

    @Test
    void whatTheStateDoesNotCarryAddsNothing() {
        Experiment reset = experiment(SMALL.with(Settings.RESET_POLICY, ResetPolicy.EVERY_STEP));
        IntegratedGradients parts = of(reset, RandomParameters.of(reset.layout(), 2), 0, 4);
        assertThat(parts.parts()[3]).isNotZero();
        assertThat(Arrays.copyOf(parts.parts(), 3)).containsOnly(0);
    }

    /** What a sequence before left in the state is no input: it is there with zero inputs too. */
    @Test
    void startsFromTheStateThatIsCarriedOver() {
        Experiment carried = experiment(SMALL.with(Settings.RESET_POLICY, ResetPolicy.NEVER));
        Parameters parameters = RandomParameters.of(carried.layout(), 2);
        IntegratedGradients parts = of(carried, parameters, 1, 1);
        double zero = output(carried, parameters, 1, new double[] {0});
        assertThat(parts.baseline()).isNotCloseTo(zero, within(1e-6));
        assertThat(parts.sum()).isCloseTo(parts.difference(), within(0.01 * Math.abs(parts.difference())));
    }

    @Test
    void withALagASymbolCountsEachTimeThatItIsFed() {
        Experiment experiment = experiment(SMALL.with(Settings.LAG, 2));
        IntegratedGradients parts = of(experiment, RandomParameters.of(experiment.layout(), 4), 0, 4);
        assertThat(parts.isClose()).isTrue();
        assertThat(parts.parts()).hasSize(4).doesNotContain(0);
    }
}
