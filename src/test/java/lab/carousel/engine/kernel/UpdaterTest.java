package lab.carousel.engine.kernel;

import static lab.carousel.engine.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import lab.carousel.engine.Stretch;
import lab.carousel.engine.Trainer;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Optimisers;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Deeplearning4j does not have: momentum, and decay of every cell. */
class UpdaterTest {

    private static final Offset<Double> EXACT = within(1e-15);
    private static final double DECAY = 0.5;
    private static final Hyperparameters REFERENCE = Hyperparameters.reference();

    private static double[] afterEachOf(Hyperparameters hyperparameters, double... gradients) {
        Updater updater = new Updater(hyperparameters, new ParameterLayout(2, 1));
        double[] weights = {0, 0, 0, 0};
        double[] after = new double[gradients.length];
        for (int update = 0; update < gradients.length; update++) {
            updater.begin(0.1);
            // Twice half of it, in the last column of the second row; the first row has another gradient
            updater.change(new double[4], 0, 1, new double[] {9, 9, 9, 9});
            updater.change(weights, 1, 0.5, new double[] {7, 7, 7, 2 * gradients[update]});
            after[update] = weights[3];
        }
        return after;
    }

    private static Hyperparameters with(Optimiser optimiser, double momentum) {
        return REFERENCE.with(Settings.OPTIMISER, optimiser).with(Settings.MOMENTUM, momentum);
    }

    @Test
    void theChangeIsTheGradientTimesTheLearningRateAndMomentumKeepsAPartOfTheLastOne() {
        assertThat(afterEachOf(with(Optimiser.SGD, 0), 1, 1, -2)).containsExactly(new double[] {-0.1, -0.2, 0}, EXACT);
        // v = -0.1, then 0.9 * -0.1 - 0.1 = -0.19, then 0.9 * -0.19 + 0.2 = 0.029
        assertThat(afterEachOf(with(Optimiser.SGD, 0.9), 1, 1, -2))
                .containsExactly(new double[] {-0.1, -0.29, -0.261}, EXACT);
        for (Optimiser other : new Optimiser[] {Optimiser.ADAM, Optimiser.RMSPROP}) {
            assertThat(afterEachOf(with(other, 0.9), 1, 1, -2)).containsExactly(afterEachOf(with(other, 0), 1, 1, -2));
        }
    }

    /** As a new one would, which nothing else names. */
    @Test
    void anOptimiserThatIsOnlyDeclaredTrains() {
        assertThat(afterEachOf(with(Optimisers.ADAGRAD, 0), 1, 2, -2))
                .containsExactly(
                        new double[] {-0.1, -0.1 - 0.2 / Math.sqrt(5), -0.1 - 0.2 / Math.sqrt(5) + 0.2 / 3},
                        within(1e-6));
        Experiment experiment = Experiment.reference()
                .with(all -> all.with(Settings.OPTIMISER, Optimisers.ADAGRAD).with(Settings.LEARNING_RATE, 0.1));
        try (Trainer trainer = new KernelEngine().start(experiment, InitialParameters.of(experiment))) {
            List<Stretch> epoch = Stretch.of(experiment);
            double first = epoch.stream()
                    .mapToDouble(stretch -> stretch.update(trainer))
                    .sum();
            for (int repeated = 0; repeated < 100; repeated++) {
                epoch.forEach(stretch -> stretch.update(trainer));
            }
            assertThat(epoch.stream()
                            .mapToDouble(stretch -> stretch.update(trainer))
                            .sum())
                    .isLessThan(0.2 * first);
            assertThat(trainer.memory().orElseThrow().moments()).hasSize(1);
        }
    }

    static Stream<Hyperparameters> decaying() {
        Hyperparameters small = REFERENCE.with(Settings.HIDDEN_UNITS, 3);
        Hyperparameters whole = small.with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE);
        return Stream.concat(
                Cell.all().stream().map(cell -> small.with(Settings.CELL, cell)),
                Stream.of(
                        whole.with(Settings.CLIPPING, 0.01),
                        whole.with(Settings.CELL, Cell.GRU).with(Settings.LAYERS, 2),
                        small.with(Settings.OPTIMISER, Optimiser.SGD).with(Settings.MOMENTUM, 0.5),
                        small.with(Settings.OPTIMISER, Optimiser.RMSPROP),
                        // No step of the first update has an error signal
                        small.with(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP)));
    }

    /** The gradient of the first update is the same with and without: p - r d p - change is all that there is. */
    @ParameterizedTest
    @MethodSource("decaying")
    void everyParameterShrinksOnceInAnUpdate(Hyperparameters settings) {
        Parameters before = InitialParameters.of(Experiment.reference().with(settings));
        double[] without = afterOneUpdate(settings);
        double[] with = afterOneUpdate(settings.with(Settings.WEIGHT_DECAY, DECAY));
        assertThat(with).isNotEqualTo(without);
        for (int index = 0; index < with.length; index++) {
            double shrunk = settings.get(Settings.LEARNING_RATE) * DECAY * before.get(index);
            assertNear(with[index], without[index] - shrunk, 1e-15, settings::toString);
        }
    }

    private static double[] afterOneUpdate(Hyperparameters settings) {
        Experiment experiment = Experiment.reference().with(settings);
        try (Trainer trainer = new KernelEngine().start(experiment, InitialParameters.of(experiment))) {
            Stretch.of(experiment).get(0).update(trainer);
            return trainer.parameters().toArray();
        }
    }
}
