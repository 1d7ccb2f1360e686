package lab.carousel.engine.kernel;

import static lab.carousel.engine.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.engine.CarriedLoss;
import lab.carousel.engine.Stretch;
import lab.carousel.engine.Trainer;
import lab.carousel.engine.UpdateRecord;
import lab.carousel.engine.dl4j.Dl4jTrainers;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.account.CellExplanation;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.RandomParameters;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.model.trace.ForwardPass;
import lab.carousel.model.trace.Trace;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Squared error of rows of any numbers, in both engines. */
class OutputsOfNumbersTest {

    private static final int CHANNELS = 3;
    private static final int STEPS = 6;

    /** One layout of a network, and how it is trained. */
    record Setup(Hyperparameters hyperparameters, int outputs) {

        ParameterLayout layout() {
            return new ParameterLayout(
                    CHANNELS,
                    outputs,
                    hyperparameters.get(Settings.HIDDEN_UNITS),
                    hyperparameters.get(Settings.CELL),
                    hyperparameters.get(Settings.LAYERS));
        }

        Parameters parameters() {
            return RandomParameters.of(layout(), 5);
        }

        /** The whole sequence in one update. */
        Stretch stretch() {
            SplittableRandom random = new SplittableRandom(3);
            double[][] rows = IntStream.range(0, STEPS)
                    .mapToObj(row -> random.doubles(CHANNELS, -1, 1).toArray())
                    .toArray(double[][]::new);
            Target[] targets = IntStream.range(0, STEPS)
                    .mapToObj(row ->
                            Target.ofNumbers(random.doubles(outputs, -1, 2).toArray()))
                    .toArray(Target[]::new);
            int first = hyperparameters.get(Settings.LAG) - 1;
            int slots = hyperparameters.get(Settings.BATCH_SIZE);
            return new Stretch(Steps.ofRows(rows, targets), first, (STEPS - first) / slots, slots, true);
        }
    }

    static Stream<Setup> setups() {
        return sample(all());
    }

    private static Stream<Setup> sample(Stream<Setup> of) {
        return Combinations.pairwise(8, of.toList(), Setup::hyperparameters, Setup::outputs);
    }

    private static Stream<Setup> all() {
        return Combinations.ofSmallNetworks()
                .with((values, value) -> values.with(Settings.OUTPUT, value), Output.LINEAR, Output.SQUARED)
                .with((values, value) -> values.with(Settings.LAG, value), 1, 2)
                .with((values, value) -> values.with(Settings.BATCH_SIZE, value), 1, 2)
                .with(
                        (values, value) -> values.with(Settings.LOSS_WEIGHTING, value),
                        LossWeighting.ALL_STEPS,
                        LossWeighting.LAST_STEP,
                        LossWeighting.lastStepWeighs(7))
                .all()
                .stream()
                .flatMap(settings -> Stream.of(1, 2).map(outputs -> new Setup(settings, outputs)));
    }

    @ParameterizedTest
    @MethodSource("setups")
    void theGradientIsThatOfDifferences(Setup setup) {
        Stretch stretch = setup.stretch();
        UpdateRecord update = stretch.made(new KernelTrainer(setup.hyperparameters, setup.parameters()));
        double[] expected = new CarriedLoss(setup.hyperparameters, setup.layout())
                .gradient(update.before().toArray(), stretch);
        // With a lag of 2 and two slots the last step has no time of its own
        boolean isLastSeen = stretch.lastStep() == STEPS - 1;
        boolean isLastOnly = setup.hyperparameters.get(Settings.LOSS_WEIGHTING).isLastStepOnly();
        assertThat(CarriedLoss.norm(expected) > 1e-3).isEqualTo(isLastSeen || !isLastOnly);
        double[] change = Arrays.stream(update.change()).map(slope -> -slope).toArray();
        assertNear(change, expected, 1e-6, setup::toString);
    }

    /** The forward pass, which knows nothing of an update. */
    @ParameterizedTest
    @MethodSource("setups")
    void theTraceTellsWhatTheKernelTrains(Setup setup) {
        Hyperparameters settings = setup.hyperparameters.with(Settings.LOSS_WEIGHTING, LossWeighting.ALL_STEPS);
        Stretch stretch = setup.stretch();
        Trace trace = Trace.of(setup.parameters(), settings, stretch.sequence());
        int steps = stretch.lastStep() - stretch.firstStep() + 1;
        double error = 0;
        double loss = 0;
        for (int step = 0; step < trace.steps(); step++) {
            loss += step < steps
                    ? CellExplanation.of(
                                            FedSteps.of(
                                                    setup.parameters(),
                                                    settings,
                                                    new Steps[] {stretch.sequence()},
                                                    false),
                                            0,
                                            trace.firstStep() + step + 1,
                                            0)
                                    .output()
                                    .loss()
                            / steps
                    : 0;
            Target target = stretch.sequence().target(stretch.firstStep() + step);
            // From 1 on no more is fed
            boolean isFed = error < 1;
            for (int k = 0; k < setup.outputs && isFed; k++) {
                error = Math.max(error, Math.abs(target.wanted(k) - trace.outputs(step)[k]));
            }
        }
        assertThat(stretch.update(new KernelTrainer(settings, setup.parameters())))
                .isEqualTo(loss, within(1e-12));
        assertThat(new ForwardPass(setup.parameters(), settings).largestError(stretch.sequence()))
                .isEqualTo(error);
    }

    static Stream<Setup> ofDeeplearning4j() {
        return sample(
                all().filter(each -> Settings.kernelOnly(each.hyperparameters).isEmpty())
                        // With a rate of 1 the second update throws some far off
                        .map(each -> new Setup(each.hyperparameters.with(Settings.LEARNING_RATE, 0.1), each.outputs)));
    }

    /** Twice, so that the second update starts from a state and, in part, from other weights. */
    @ParameterizedTest
    @MethodSource("ofDeeplearning4j")
    void deeplearning4jMakesTheSameUpdates(Setup setup) {
        Stretch stretch = setup.stretch();
        Trainer kernel = new KernelTrainer(setup.hyperparameters, setup.parameters());
        try (Trainer reference = Dl4jTrainers.of(setup.hyperparameters, setup.parameters())) {
            for (int update = 0; update < 2; update++) {
                assertThat(stretch.update(reference)).isEqualTo(stretch.update(kernel), within(1e-12));
            }
            assertThat(kernel.parameters().equals(setup.parameters()))
                    .isEqualTo(
                            setup.hyperparameters.get(Settings.LOSS_WEIGHTING).isLastStepOnly()
                                    && stretch.lastStep() != STEPS - 1);
            assertNear(reference.parameters(), kernel.parameters(), 1e-12, setup::toString);
        }
    }
}
