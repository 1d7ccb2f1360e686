package lab.carousel.engine.kernel;

import static lab.carousel.engine.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import lab.carousel.engine.Stretch;
import lab.carousel.engine.Trainer;
import lab.carousel.engine.dl4j.Dl4jEngine;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Output;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The two engines give the same curve from the same start. Deeplearning4j takes milliseconds for a step: so the recipe of
 * the reference and the one that mends it are held over the whole of a training, and what can be set over a few epochs of
 * it.
 */
class KernelAgainstDeeplearning4jTest {

    /** Of the reference, in which 250 epochs are 2,000 updates. */
    private static final int WHOLE_TRAINING = 250;

    private static final int SOME_EPOCHS = 6;

    static List<Hyperparameters> settings() {
        Hyperparameters online = Hyperparameters.reference();
        Hyperparameters whole = online.withUpdateInterval(UpdateInterval.WHOLE_SEQUENCE);
        return List.of(online, whole, online.withOutput(Output.SOFTMAX), whole.withOutput(Output.SOFTMAX));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void givesTheSameLossesAndWeightsOverTheReferencesUpdates(Hyperparameters hyperparameters) {
        assertSame(hyperparameters, hyperparameters.output() == Output.SIGMOID ? WHOLE_TRAINING : 50);
    }

    @ParameterizedTest
    @EnumSource
    void givesTheSameLossesAndWeightsWithEveryOptimiser(Optimiser optimiser) {
        for (Hyperparameters hyperparameters : settings()) {
            assertSame(hyperparameters.withOptimiser(optimiser), SOME_EPOCHS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesTheSameLossesAndWeightsWithWeightDecay(Optimiser optimiser) {
        for (Hyperparameters hyperparameters : settings()) {
            assertSame(hyperparameters.withOptimiser(optimiser).withWeightDecay(2), SOME_EPOCHS);
        }
    }

    static List<Hyperparameters> layersAndCells() {
        List<Hyperparameters> all = new ArrayList<>();
        for (Hyperparameters hyperparameters : settings()) {
            all.add(hyperparameters.withLayers(2));
            all.add(hyperparameters.withCell(Cell.RECURRENT));
            all.add(hyperparameters.withCell(Cell.RECURRENT).withLayers(2));
            all.add(hyperparameters.withCell(Cell.DENSE));
            all.add(hyperparameters.withCell(Cell.DENSE).withLayers(2));
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("layersAndCells")
    void givesTheSameLossesAndWeightsWithOtherLayersAndCells(Hyperparameters hyperparameters) {
        assertSame(hyperparameters, SOME_EPOCHS);
    }

    @ParameterizedTest
    @EnumSource(names = {"LSTM", "RECURRENT", "DENSE"})
    void givesTheSameLossesAndWeightsOverTheReferencesUpdatesWithTwoLayers(Cell cell) {
        assertSame(Hyperparameters.reference().withCell(cell).withLayers(2), 25);
    }

    static List<LossWeighting> weightings() {
        return List.of(LossWeighting.LAST_STEP, LossWeighting.lastStepWeighs(10), LossWeighting.lastStepWeighs(0.25));
    }

    @ParameterizedTest
    @MethodSource("weightings")
    void givesTheSameLossesAndWeightsWhenStepsDoNotAllCountTheSame(LossWeighting weighting) {
        for (Hyperparameters hyperparameters : settings()) {
            assertSame(hyperparameters.withLossWeighting(weighting), SOME_EPOCHS);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LSTM", "RECURRENT", "DENSE"})
    void givesTheSameLossesAndWeightsWithALag(Cell cell) {
        for (Hyperparameters hyperparameters : settings()) {
            assertSame(hyperparameters.withCell(cell).withLag(3), SOME_EPOCHS);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LSTM", "RECURRENT", "DENSE"})
    void givesTheSameLossesAndWeightsWithSlotsAndTwoLayersAndWeightsAndALagAtOnce(Cell cell) {
        for (Hyperparameters hyperparameters : settings()) {
            Hyperparameters all = hyperparameters
                    .withCell(cell)
                    .withLayers(2)
                    .withHiddenUnits(6)
                    .withLag(2)
                    .withLossWeighting(LossWeighting.lastStepWeighs(5));
            // Three steps in groups of two: one slot is left over
            assertSame(all.withBatchSize(2), SOME_EPOCHS);
            assertSame(all.withBatchSize(2).withUpdateInterval(new UpdateInterval(2)), SOME_EPOCHS);
        }
    }

    @Test
    void givesTheSameLossesAndWeightsWithFewerOutputsThanSymbols() {
        // The sequences end with one of the first two symbols, and only that step counts
        Experiment experiment = new Experiment(
                Task.parse("3 4 0 1 2", "3 0 1 2 3", "4 0 1 2 4"),
                Hyperparameters.reference()
                        .withLossWeighting(LossWeighting.LAST_STEP)
                        .withUpdateInterval(UpdateInterval.WHOLE_SEQUENCE),
                EngineName.KERNEL);
        ParameterLayout layout = new ParameterLayout(5, 2, 20, Cell.LSTM, 1);
        double[] values =
                new SplittableRandom(1).doubles(layout.size(), -0.3, 0.3).toArray();

        assertSame(experiment, Parameters.of(layout, values), SOME_EPOCHS);
    }

    private static void assertSame(Hyperparameters hyperparameters, int epochs) {
        Experiment experiment = Experiment.reference().with(hyperparameters);
        assertSame(experiment, InitialParameters.of(experiment), epochs);
    }

    private static void assertSame(Experiment experiment, Parameters initial, int epochs) {
        List<Stretch> epoch = Stretch.of(experiment);
        try (Trainer reference = new Dl4jEngine().start(experiment, initial);
                Trainer kernel = new KernelEngine().start(experiment, initial)) {
            for (int update = 0; update < epochs * epoch.size(); update++) {
                Stretch stretch = epoch.get(update % epoch.size());
                int number = update;
                assertNear(
                        stretch.update(kernel),
                        stretch.update(reference),
                        1e-9,
                        () -> "update " + number + " of " + experiment.hyperparameters());
                if (stretch.endsSequence()) {
                    kernel.resetState();
                    reference.resetState();
                }
            }
            assertNear(
                    kernel.parameters().toArray(),
                    reference.parameters().toArray(),
                    1e-7,
                    experiment.hyperparameters()::toString);
            assertThat(kernel.parameters()).isNotEqualTo(initial);
        }
    }
}
