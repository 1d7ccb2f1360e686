package lab.carousel.engine.kernel;

import static lab.carousel.engine.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import lab.carousel.engine.CarriedLoss;
import lab.carousel.engine.Stretch;
import lab.carousel.engine.Trainer;
import lab.carousel.model.Clipping;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Output;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.RandomParameters;
import lab.carousel.task.Task;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradient of every parameter against differences of the loss, in every combination of settings. */
class GradientTest {

    /** Four steps and two; with a lag of 2 three and one, so that a group of two slots is not always full. */
    private static final Task TASK = Task.parse("0 1 2", "0 1 2 0 2", "2 1 0");
    /** Shorter than every gradient here. */
    private static final double SHORT = 0.02;

    static List<Hyperparameters> combinations() {
        return Combinations.ofSmallNetworks()
                .with(Hyperparameters::withOutput, Output.values())
                .with(
                        Hyperparameters::withLossWeighting,
                        LossWeighting.ALL_STEPS,
                        LossWeighting.LAST_STEP,
                        LossWeighting.lastStepWeighs(3))
                .with(
                        Hyperparameters::withUpdateInterval,
                        UpdateInterval.ONE_STEP,
                        new UpdateInterval(2),
                        UpdateInterval.WHOLE_SEQUENCE)
                .with(Hyperparameters::withClipping, Clipping.NONE, new Clipping(SHORT))
                .with(Hyperparameters::withLag, 1, 2)
                .with(Hyperparameters::withBatchSize, 1, 2)
                .all();
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void isThatOfTheLossFromTheCarriedStates(Hyperparameters hyperparameters) {
        Experiment experiment = new Experiment(TASK, hyperparameters, EngineName.KERNEL);
        Parameters initial = random(experiment);
        CarriedLoss loss = new CarriedLoss(experiment);
        try (Trainer trainer = new KernelEngine().start(experiment, initial)) {
            // No reset: the state goes from one sequence into the next
            for (Stretch stretch : Stretch.of(experiment)) {
                double[] before = trainer.parameters().toArray();
                double[] expected = loss.gradient(before, stretch);
                assertThat(hasErrorSignal(hyperparameters, stretch)).isEqualTo(CarriedLoss.norm(expected) > 0);
                if (CarriedLoss.norm(expected) > 0
                        && !hyperparameters.clipping().isNone()) {
                    assertThat(CarriedLoss.norm(expected)).isCloseTo(SHORT, within(1e-12));
                }
                stretch.update(trainer);
                assertSame(before, trainer.parameters().toArray(), expected);
                loss.carry(before, stretch);
            }
        }
    }

    private static void assertSame(double[] before, double[] after, double[] expected) {
        for (int index = 0; index < expected.length; index++) {
            double gradient = before[index] - after[index];
            // Below a millionth the differences themselves are not that exact
            double size = Math.max(Math.abs(expected[index]), 1e-6);
            int number = index;
            assertNear(
                    (gradient - expected[index]) / size,
                    0,
                    1e-6,
                    () -> "parameter " + number + ": " + gradient + " for " + expected[number]);
        }
    }

    private static boolean hasErrorSignal(Hyperparameters hyperparameters, Stretch stretch) {
        return !hyperparameters.lossWeighting().isLastStepOnly() || stretch.endsSequence();
    }

    private static Parameters random(Experiment experiment) {
        return RandomParameters.of(experiment.layout(), 5);
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void aGradientThatIsShortEnoughIsNotClipped(Hyperparameters hyperparameters) {
        double[] free = afterAnEpoch(hyperparameters.withClipping(Clipping.NONE));
        double[] clipped = afterAnEpoch(hyperparameters.withClipping(new Clipping(1_000)));
        assertThat(Arrays.equals(clipped, free)).isTrue();
    }

    private static double[] afterAnEpoch(Hyperparameters hyperparameters) {
        Experiment experiment = new Experiment(TASK, hyperparameters, EngineName.KERNEL);
        try (Trainer trainer = new KernelEngine().start(experiment, random(experiment))) {
            Stretch.of(experiment).forEach(stretch -> stretch.update(trainer));
            return trainer.parameters().toArray();
        }
    }
}
