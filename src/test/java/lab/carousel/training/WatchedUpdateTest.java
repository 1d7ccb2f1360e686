package lab.carousel.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lab.carousel.engine.CarriedState;
import lab.carousel.engine.Engine;
import lab.carousel.engine.MadeUpdate;
import lab.carousel.engine.dl4j.Dl4jEngine;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.engine.kernel.UpdateAccount;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A training that is watched tells how its last update was made. */
class WatchedUpdateTest {

    static List<Hyperparameters> settings() {
        Hyperparameters small = Hyperparameters.reference().withHiddenUnits(4);
        return List.of(
                small,
                small.withUpdateInterval(new UpdateInterval(2)).withLayers(2),
                small.withBatchSize(3),
                small.withCell(Cell.RECURRENT).withLag(2),
                small.withCell(Cell.DENSE));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void bothEnginesTellTheSame(Hyperparameters hyperparameters) {
        Experiment experiment = Experiment.reference().with(hyperparameters);
        try (Training kernel = watched(experiment, new KernelEngine());
                Training reference = watched(experiment, new Dl4jEngine())) {
            for (int number = 0; number < 12; number++) {
                double[] before = kernel.snapshot().parameters().toArray();
                kernel.advance();
                reference.advance();
                MadeUpdate mine = kernel.snapshot().update().orElseThrow();
                MadeUpdate theirs = reference.snapshot().update().orElseThrow();
                assertThat(mine.before().toArray()).isEqualTo(before);
                assertThat(mine.after()).isEqualTo(kernel.snapshot().parameters());
                assertSame(mine.change(), theirs.change());
                assertThat(theirs.loss()).isCloseTo(mine.loss(), within(1e-12));
                assertThat(theirs.firstStep()).isEqualTo(mine.firstStep());
                assertSame(mine.carried(), theirs.carried());
                assertSame(
                        UpdateAccount.of(experiment, mine, 1).gradient(),
                        UpdateAccount.of(experiment, theirs, 1).gradient());
            }
        }
    }

    private static Training watched(Experiment experiment, Engine engine) {
        Training training = new Training(experiment, engine);
        training.watchUpdates(true);
        return training;
    }

    private static void assertSame(CarriedState mine, CarriedState theirs) {
        for (int slot = 0; slot < mine.hidden().length; slot++) {
            assertSame(mine.hidden()[slot], theirs.hidden()[slot]);
            assertSame(mine.cell()[slot], theirs.cell()[slot]);
        }
    }

    private static void assertSame(double[] mine, double[] theirs) {
        assertThat(theirs).containsExactly(mine, within(1e-9));
    }

    @Test
    void whatIsCarriedIsWhatTheStepsBeforeLeft() {
        Experiment experiment = Experiment.reference();
        try (Training training = watched(experiment, new KernelEngine())) {
            training.advance();
            MadeUpdate first = training.snapshot().update().orElseThrow();
            assertThat(Arrays.stream(first.carried().hidden()[0]).allMatch(h -> h == 0))
                    .isTrue();
            training.advance();
            MadeUpdate second = training.snapshot().update().orElseThrow();
            UpdateAccount account = UpdateAccount.of(experiment, first, 0);
            assertThat(second.carried().hidden()[0]).isEqualTo(account.step().hidden());
            assertThat(second.carried().cell()[0]).isEqualTo(account.step().cell());
            assertThat(first.loss()).isEqualTo(account.step().loss());
        }
    }

    @Test
    void aLearningRateChangedOnTheWayIsTold() {
        try (Training training = watched(Experiment.reference(), new KernelEngine())) {
            training.advance();
            training.setLearningRate(0.5);
            training.advance();
            assertThat(training.snapshot().update().map(MadeUpdate::learningRate))
                    .isEqualTo(Optional.of(0.5));
        }
    }

    private static void awaitPaused(Run run, long updates) {
        Await.until(
                "it pauses after " + updates + " updates",
                () -> run.status().snapshot().orElseThrow().position().updates() == updates
                        && run.status().state() == RunState.PAUSED);
    }

    @Test
    void aRunTellsOfASingleUpdateAndOfTheLastOfAll() {
        Experiment experiment = Experiment.reference()
                .with(Hyperparameters.reference().withHiddenUnits(4).withEpochs(3));
        try (Run run = new Run(experiment, new KernelEngine())) {
            Await.until("it is ready", () -> run.status().state() == RunState.PAUSED);
            run.epochOnce();
            awaitPaused(run, 8);
            assertThat(run.status().snapshot().orElseThrow().update()).isEmpty();
            run.stepOnce();
            awaitPaused(run, 9);
            assertThat(run.status().snapshot().orElseThrow().update()).isPresent();
            run.play();
            Await.until("it has finished", () -> run.status().state() == RunState.FINISHED);
            assertThat(run.status().snapshot().orElseThrow().update()).isPresent();
        }
    }
}
