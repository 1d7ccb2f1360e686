package lab.carousel.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import lab.carousel.engine.Engine;
import lab.carousel.engine.UpdateRecord;
import lab.carousel.engine.choice.Engines;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A training that is watched tells how its last update was made. */
class WatchedUpdateTest {

    @ParameterizedTest
    @EnumSource
    void isWhatTheTrainingMade(EngineName engine) {
        Experiment experiment = Experiment.reference()
                .with(all -> all.with(Settings.BATCH_SIZE, 3).with(Settings.HIDDEN_UNITS, 4));
        try (Training training = watched(experiment, Engines.named(engine))) {
            for (int number = 0; number < 4; number++) {
                Parameters before = training.snapshot().parameters();
                training.advance();
                UpdateRecord update = training.snapshot().update().orElseThrow();
                assertThat(update.before()).isEqualTo(before);
                assertThat(update.after()).isEqualTo(training.snapshot().parameters());
            }
        }
    }

    private static Training watched(Experiment experiment, Engine engine) {
        Training training = new Training(experiment, engine);
        training.watchUpdates(true);
        return training;
    }

    @Test
    void aLearningRateChangedOnTheWayIsTold() {
        try (Training training = watched(Experiment.reference(), new KernelEngine())) {
            training.advance();
            training.setLearningRate(0.5);
            training.advance();
            assertThat(training.snapshot().update().map(UpdateRecord::learningRate))
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
                .with(Hyperparameters.reference().with(Settings.HIDDEN_UNITS, 4).with(Settings.EPOCHS, 3));
        try (Run run = new Run(experiment, new KernelEngine(), Optional.empty())) {
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
