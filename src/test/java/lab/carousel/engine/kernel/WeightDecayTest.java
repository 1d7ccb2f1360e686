package lab.carousel.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import lab.carousel.engine.Stretch;
import lab.carousel.engine.Trainer;
import lab.carousel.model.Clipping;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Optimiser;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Weight decay is what AdamW makes of it: beside the gradient, for every optimiser. */
class WeightDecayTest {

    private static final double RATE = 0.1;
    private static final double DECAY = 0.5;

    private static double[] afterEachOf(Updater updater, double... gradients) {
        Updater decaying = new WeightDecay(DECAY, updater);
        double[] weights = {2};
        double[] after = new double[gradients.length];
        for (int update = 0; update < gradients.length; update++) {
            decaying.begin(RATE);
            decaying.change(weights, 0, 1, new double[] {gradients[update]});
            after[update] = weights[0];
        }
        return after;
    }

    @Test
    void aWeightShrinksBeforeItGoesDownItsGradient() {
        // 2 * 0.95 - 0.1, then 1.8 * 0.95 + 0.2, then 1.91 * 0.95
        assertThat(afterEachOf(new Updater.Sgd(), 1, -2, 0))
                .containsExactly(new double[] {1.8, 1.91, 1.8145}, within(1e-15));
    }

    static Stream<Hyperparameters> settings() {
        Hyperparameters reference = Hyperparameters.reference().withHiddenUnits(3);
        Hyperparameters whole = reference.withUpdateInterval(UpdateInterval.WHOLE_SEQUENCE);
        return Stream.of(
                reference,
                whole,
                whole.withClipping(new Clipping(0.01)),
                whole.withCell(Cell.GRU).withLayers(2),
                reference.withCell(Cell.RECURRENT),
                reference.withCell(Cell.DENSE),
                reference.withOptimiser(Optimiser.SGD).withMomentum(0.5),
                reference.withOptimiser(Optimiser.RMSPROP),
                // No step of the first update has an error signal
                reference.withLossWeighting(LossWeighting.LAST_STEP));
    }

    /** The gradient of the first update is the same with and without: p - r d p - change is all that there is. */
    @ParameterizedTest
    @MethodSource("settings")
    void everyParameterShrinksOnceInAnUpdate(Hyperparameters settings) {
        Parameters before = InitialParameters.of(Experiment.reference().with(settings));
        double[] without = afterOneUpdate(settings).toArray();
        double[] with = afterOneUpdate(settings.withWeightDecay(DECAY)).toArray();
        double[] expected = new double[without.length];
        for (int index = 0; index < expected.length; index++) {
            expected[index] = without[index] - settings.learningRate() * DECAY * before.get(index);
        }
        assertThat(with).containsExactly(expected, within(1e-15)).isNotEqualTo(without);
    }

    private static Parameters afterOneUpdate(Hyperparameters settings) {
        Experiment experiment = Experiment.reference().with(settings);
        List<Stretch> epoch = Stretch.of(experiment);
        try (Trainer trainer = new KernelEngine().start(experiment, InitialParameters.of(experiment))) {
            epoch.get(0).update(trainer);
            return trainer.parameters();
        }
    }

    /** AdamW as its paper has it, over many updates, with the gradients of a parabola. */
    @Test
    void withAdamItIsAdamW() {
        Updater updater = Updater.of(Hyperparameters.reference().withWeightDecay(DECAY), new ParameterLayout(2, 1));
        double[] weights = {2};
        double p = 2;
        double m = 0;
        double v = 0;
        for (int t = 1; t <= 100; t++) {
            updater.begin(RATE);
            updater.change(weights, 0, 1, new double[] {weights[0] - 1});
            double g = p - 1;
            m = 0.9 * m + 0.1 * g;
            v = 0.999 * v + 0.001 * g * g;
            double rate = RATE * Math.sqrt(1 - Math.pow(0.999, t)) / (1 - Math.pow(0.9, t));
            p = p - RATE * DECAY * p - rate * m / (Math.sqrt(v) + 1e-7);
            assertThat(weights[0]).as("update %d", t).isCloseTo(p, within(1e-12));
        }
    }
}
