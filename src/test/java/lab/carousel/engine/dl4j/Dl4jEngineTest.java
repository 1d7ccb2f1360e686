package lab.carousel.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import lab.carousel.engine.Trainer;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.study.TrainedNetworks;
import lab.carousel.training.Snapshot;
import lab.carousel.training.Training;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes of whole trainings with Deeplearning4j. */
class Dl4jEngineTest {

    private static Snapshot train(Hyperparameters hyperparameters) {
        return TrainedNetworks.train(Experiment.reference().with(hyperparameters), new Dl4jEngine());
    }

    @Test
    void hasTheNameThatStandsInFiles() {
        assertThat(new Dl4jEngine().name()).isEqualTo(EngineName.DL4J);
    }

    @Test
    void startsFromTheGivenParameters() {
        Experiment experiment = Experiment.reference();
        Parameters initial = InitialParameters.of(experiment);
        try (Trainer trainer = new Dl4jEngine().start(experiment, initial)) {
            assertThat(trainer.parameters()).isEqualTo(initial);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void remembersWhenTheGradientTravelsThroughTheSequence(long seed) {
        Snapshot end = train(Hyperparameters.reference()
                .withUpdateInterval(UpdateInterval.WHOLE_SEQUENCE)
                .withEpochs(400)
                .withSeed(seed));

        assertThat(end.verdict()).isEqualTo(Verdict.REMEMBERS);
        assertThat(end.evaluation().right()).isEqualTo(8);
        assertThat(end.evaluation().margin()).isGreaterThan(0.5);
        assertThat(end.evaluation().loss()).isLessThan(0.0693);
    }

    @Test
    void neverGetsAllStepsRightWhenTheStateIsResetAtEveryStep() {
        Hyperparameters stateless = Hyperparameters.reference()
                .withResetPolicy(ResetPolicy.EVERY_STEP)
                .withLearningRate(0.01)
                .withEpochs(100);
        int most = 0;
        try (Training training = new Training(Experiment.reference().with(stateless), new Dl4jEngine())) {
            while (!training.isFinished()) {
                training.advance();
                most = Math.max(most, training.snapshot().evaluation().right());
            }
            assertThat(training.snapshot().evaluation().loss()).isBetween(0.0693, 0.08);
        }
        assertThat(most).isEqualTo(7);
    }

    @ParameterizedTest
    @EnumSource
    void givesTheSameParametersForTheSameSeed(ResetPolicy policy) {
        Hyperparameters hyperparameters =
                Hyperparameters.reference().withResetPolicy(policy).withEpochs(10);

        Parameters parameters = train(hyperparameters).parameters();

        assertThat(train(hyperparameters).parameters()).isEqualTo(parameters);
        assertThat(train(hyperparameters.withSeed(2)).parameters()).isNotEqualTo(parameters);
    }

    @Test
    void givesDifferentParametersForEachResetPolicy() {
        List<Parameters> results = IntStream.range(0, ResetPolicy.values().length)
                .mapToObj(index -> train(Hyperparameters.reference()
                                .withResetPolicy(ResetPolicy.values()[index])
                                .withEpochs(2))
                        .parameters())
                .toList();

        assertThat(results).doesNotHaveDuplicates();
    }

    @Test
    void trainsOnSeveralThreadsAtOnceAsOnOne() throws Exception {
        Hyperparameters hyperparameters = Hyperparameters.reference().withEpochs(10);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<Parameters>> results = IntStream.range(0, 3)
                    .mapToObj(
                            index -> threads.submit(() -> train(hyperparameters).parameters()))
                    .toList();
            Parameters expected = train(hyperparameters).parameters();
            for (Future<Parameters> result : results) {
                assertThat(result.get(60, TimeUnit.SECONDS)).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
