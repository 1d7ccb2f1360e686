package lab.carousel.engine.kernel;

import static lab.carousel.engine.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.engine.CarriedLoss;
import lab.carousel.engine.Engine;
import lab.carousel.engine.Stretch;
import lab.carousel.engine.Trainer;
import lab.carousel.engine.TrainerMemory;
import lab.carousel.engine.UpdateRecord;
import lab.carousel.engine.dl4j.Dl4jEngine;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Optimisers;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.Settings.Trains;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.RandomParameters;
import lab.carousel.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where only the output learns: the layers stay as they are to the last bit, and the outputs go down their own gradient. */
class OutputOnlyTest {

    private static final Task TASK = Task.parse("0 1 2", "0 1 2 0 2", "2 1 0");
    /** Shorter than every gradient of the outputs here. */
    private static final double SHORT = 0.02;

    static Stream<Experiment> descending() {
        return Combinations.pairwise(
                2,
                Combinations.ofSmallNetworks()
                        .with((values, value) -> values.with(Settings.OUTPUT, value), Output.SIGMOID, Output.SOFTMAX)
                        .with((values, value) -> values.with(Settings.UPDATE_INTERVAL, value), Combinations.INTERVALS)
                        .with((values, value) -> values.with(Settings.CLIPPING, value), Settings.NO_CLIPPING, SHORT)
                        .with((values, value) -> values.with(Settings.BATCH_SIZE, value), 1, 2)
                        .all()
                        .stream()
                        .map(settings -> new Experiment(
                                TASK, settings.with(Settings.TRAINS, Trains.OUTPUT_ONLY), EngineName.KERNEL)));
    }

    @ParameterizedTest
    @MethodSource("descending")
    void theOutputsGoDownTheirGradientWhichAloneIsClippedAndToldOf(Experiment experiment) {
        int first = experiment.layout().outputKernel();
        double clipping = experiment.hyperparameters().get(Settings.CLIPPING);
        CarriedLoss loss = new CarriedLoss(experiment.with(all -> all.with(Settings.CLIPPING, Settings.NO_CLIPPING)));
        try (Trainer trainer = new KernelEngine().start(experiment, RandomParameters.of(experiment.layout(), 5))) {
            for (Stretch stretch : Stretch.of(experiment)) {
                UpdateRecord update = stretch.made(trainer);
                double[] before = update.before().toArray();
                double[] expected = loss.gradient(before, stretch);
                Arrays.fill(expected, 0, first, 0);
                double norm = CarriedLoss.norm(expected);
                assertThat(norm).isGreaterThan(SHORT);
                double factor = Math.min(1, clipping / norm);
                UpdateTrace told = UpdateTrace.of(experiment, update, 99);
                assertNear(told.norm(), norm, 1e-6, () -> "norm");
                assertNear(told.gradient(), expected, 1e-6, () -> "gradient");
                double[] change = update.change();
                for (int index = 0; index < change.length; index++) {
                    double made = change[index];
                    assertNear(made, -factor * expected[index], index < first ? 0 : 1e-6, experiment::toString);
                }
                loss.carry(before, stretch);
            }
        }
    }

    static Stream<Experiment> trained() {
        List<Hyperparameters> all = new Combinations(List.of(Hyperparameters.reference()
                        .with(Settings.HIDDEN_UNITS, 3)
                        .with(Settings.LAYERS, 2)
                        .with(Settings.MOMENTUM, 0.5)
                        .with(Settings.LEARNING_RATE, 0.1)))
                .with(
                        (values, value) -> values.with(Settings.CELL, value),
                        Cell.all().toArray(Cell[]::new))
                .with(
                        (values, value) -> values.with(Settings.OPTIMISER, value),
                        Optimiser.all().toArray(Optimiser[]::new))
                .with((values, value) -> values.with(Settings.WEIGHT_DECAY, value), 0.0, 2.0)
                .all();
        return Combinations.pairwise(
                2, all.stream().map(settings -> new Experiment(TASK, settings, EngineName.KERNEL)));
    }

    @ParameterizedTest
    @MethodSource("trained")
    void theLayersStayToTheLastBitWhateverTheOptimiserAndWhatItKeepsOfEarlierTraining(Experiment everything) {
        assertStays(everything);
    }

    /** So many that the rows of symbols that are not fed are changed later. */
    @Test
    void theLayersStayInALargeAlphabet() {
        String alphabet = IntStream.range(0, 80).mapToObj(String::valueOf).collect(Collectors.joining(" "));
        assertStays(new Experiment(
                Task.parse(alphabet, "3 59 1 2 17 17", "4 8 31 2 4"), Hyperparameters.reference(), EngineName.KERNEL));
    }

    private static void assertStays(Experiment everything) {
        Engine kernel = new KernelEngine();
        TrainerMemory memory;
        Parameters trained;
        try (Trainer trainer = kernel.start(everything, RandomParameters.of(everything.layout(), 5))) {
            Stretch.of(everything).forEach(stretch -> stretch.update(trainer));
            memory = trainer.memory().orElseThrow();
            trained = trainer.parameters();
        }
        Experiment experiment = everything.with(all -> all.with(Settings.TRAINS, Trains.OUTPUT_ONLY));
        try (Trainer trainer = kernel.start(experiment, trained)) {
            trainer.remember(memory);
            Stretch.of(experiment).forEach(stretch -> stretch.update(trainer));
            int first = experiment.layout().outputKernel();
            double[] before = trained.toArray();
            double[] after = trainer.parameters().toArray();
            assertThat(Arrays.copyOf(after, first)).isEqualTo(Arrays.copyOf(before, first));
            for (int index = first; index < after.length; index++) {
                assertThat(after[index]).as("parameter %d", index).isNotEqualTo(before[index]);
            }
        }
    }

    static Stream<Experiment> deeplearning4js() {
        return Combinations.pairwise(
                2,
                new Combinations(List.of(Hyperparameters.reference()
                                .with(Settings.HIDDEN_UNITS, 4)
                                .with(Settings.LAYERS, 2)
                                .with(Settings.BATCH_SIZE, 2)
                                .with(Settings.TRAINS, Trains.OUTPUT_ONLY)))
                                .with(
                                        (values, value) -> values.with(Settings.CELL, value),
                                        Cell.LSTM,
                                        Cell.RECURRENT,
                                        Cell.DENSE)
                                .with(
                                        (values, value) -> values.with(Settings.OPTIMISER, value),
                                        Optimisers.ofDeeplearning4j().toArray(Optimiser[]::new))
                                .with((values, value) -> values.with(Settings.WEIGHT_DECAY, value), 0.0, 2.0)
                                .all()
                                .stream()
                                .map(settings -> new Experiment(TASK, settings, EngineName.KERNEL)));
    }

    /** What it remembers takes another trainer on in the same way; the rate falls between the two. */
    @ParameterizedTest
    @MethodSource("deeplearning4js")
    void isThatOfDeeplearning4j(Experiment experiment) {
        Parameters initial = RandomParameters.of(experiment.layout(), 5);
        Parameters expected = twoEpochs(new KernelEngine(), experiment, initial);
        assertNear(twoEpochs(new Dl4jEngine(), experiment, initial), expected, 1e-9, experiment::toString);
        int first = experiment.layout().outputKernel();
        assertThat(Arrays.copyOf(expected.toArray(), first)).isEqualTo(Arrays.copyOf(initial.toArray(), first));
    }

    private static Parameters twoEpochs(Engine engine, Experiment experiment, Parameters initial) {
        TrainerMemory memory;
        Parameters trained;
        try (Trainer trainer = engine.start(experiment, initial)) {
            Stretch.of(experiment).forEach(stretch -> stretch.update(trainer));
            memory = trainer.memory().orElseThrow();
            trained = trainer.parameters();
        }
        try (Trainer trainer = engine.start(experiment, trained)) {
            trainer.remember(memory);
            trainer.setLearningRate(0.5 * experiment.hyperparameters().get(Settings.LEARNING_RATE));
            Stretch.of(experiment).forEach(stretch -> stretch.update(trainer));
            return trainer.parameters();
        }
    }
}
