package lab.carousel.engine.dl4j;

import static lab.carousel.engine.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.stream.Stream;
import lab.carousel.engine.Engine;
import lab.carousel.engine.TrainerMemory;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Optimiser;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.layout.Cell;
import lab.carousel.training.PausedRun;
import lab.carousel.training.Training;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Deeplearning4j's trainer remembers, against itself and against the kernel. */
class TrainerMemoryTest {

    private static final int BEFORE = 27;
    private static final int AFTER = 30;

    static Stream<Hyperparameters> settings() {
        Hyperparameters small = Hyperparameters.reference()
                .withHiddenUnits(4)
                .withLearningRate(0.02)
                .withEpochs(20);
        return Stream.of(
                small,
                small.withOptimiser(Optimiser.RMSPROP),
                small.withOptimiser(Optimiser.SGD).withMomentum(0),
                small.withLayers(2).withResetPolicy(ResetPolicy.NEVER),
                small.withCell(Cell.RECURRENT).withBatchSize(2),
                small.withCell(Cell.DENSE));
    }

    private static Training advanced(Training training, int updates) {
        for (int update = 0; update < updates; update++) {
            training.advance();
        }
        return training;
    }

    @ParameterizedTest
    @MethodSource("settings")
    void aTrainerThatTakesItOverGoesOnInTheSameWay(Hyperparameters hyperparameters) {
        Experiment experiment = new Experiment(Experiment.reference().task(), hyperparameters, EngineName.DL4J);
        Engine engine = new Dl4jEngine();
        try (Training training = advanced(new Training(experiment, engine), BEFORE)) {
            PausedRun paused = new PausedRun(training.snapshot(), Optional.empty(), training.memory());
            double[] uninterrupted =
                    advanced(training, AFTER).snapshot().parameters().toArray();
            try (Training resumed = new Training(paused, engine)) {
                assertNear(
                        advanced(resumed, AFTER).snapshot().parameters().toArray(),
                        uninterrupted,
                        1e-13,
                        () -> "parameters");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void isThatOfTheKernel(Hyperparameters hyperparameters) {
        Experiment experiment = new Experiment(Experiment.reference().task(), hyperparameters, EngineName.DL4J);
        try (Training one = advanced(new Training(experiment, new Dl4jEngine()), BEFORE);
                Training other = advanced(new Training(experiment, new KernelEngine()), BEFORE)) {
            TrainerMemory deeplearning4j = one.memory().orElseThrow();
            TrainerMemory kernel = other.memory().orElseThrow();
            assertThat(kernel.moments()).hasSize(TrainerMemory.moments(hyperparameters));
            assertThat(deeplearning4j.moments()).hasSize(kernel.moments().size());
            for (int moment = 0; moment < kernel.moments().size(); moment++) {
                int number = moment;
                assertNear(
                        deeplearning4j.moments().get(moment).toArray(),
                        kernel.moments().get(moment).toArray(),
                        1e-12,
                        () -> "moment " + number);
            }
            for (int slot = 0; slot < hyperparameters.batchSize(); slot++) {
                assertThat(deeplearning4j.carried().hidden()[slot])
                        .containsExactly(kernel.carried().hidden()[slot], within(1e-12));
                assertThat(deeplearning4j.carried().cell()[slot])
                        .containsExactly(kernel.carried().cell()[slot], within(1e-12));
            }
            if (hyperparameters.optimiser() == Optimiser.ADAM) {
                assertThat(deeplearning4j.updates()).isEqualTo(kernel.updates()).isEqualTo(BEFORE);
            }
        }
    }
}
