package lab.carousel.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Settings;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.NoisyGap;
import org.junit.jupiter.api.Test;

/** Runs that are put aside; how they go on is in {@link SameRunTest}. */
class PausedRunTest {

    private static Experiment forgetful() {
        Hyperparameters hyperparameters = Hyperparameters.reference()
                .with(Settings.OPTIMISER, Optimiser.SGD)
                .with(Settings.MOMENTUM, 0.0)
                .with(Settings.LEARNING_RATE, 0.5)
                .with(Settings.EPOCHS, 40);
        return Experiment.reference().with(hyperparameters);
    }

    private static Snapshot after(Training training, int epochs) {
        while (training.position().epoch() < epochs) {
            training.advance();
        }
        return training.snapshot();
    }

    @Test
    void aFinishedAndADivergedRunStayWhatTheyAre() {
        Experiment experiment = forgetful();
        try (Training training = new Training(experiment, new KernelEngine())) {
            Snapshot end = after(training, 40);
            Divergence where = new Divergence(41, 1, 1);
            try (Training finished = new Training(new PausedRun(end, Optional.empty()), new KernelEngine());
                    Training diverged = new Training(new PausedRun(end, Optional.of(where)), new KernelEngine())) {
                assertThat(finished.isFinished()).isTrue();
                assertThat(finished.divergence()).isEmpty();
                assertThat(diverged.divergence()).contains(where);
            }
        }
    }

    @Test
    void refusesAPlaceWhereNoRunIsEver() {
        Snapshot impossible = SampleSnapshot.reference(3);
        PausedRun paused = new PausedRun(impossible, Optional.empty());
        assertThat(paused.isPossible()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Training(paused, new KernelEngine()));
    }

    @Test
    void aRunOfADrawnTaskHasACriterionAndNoOtherHas() {
        Experiment drawn = new Experiment(
                Task.drawn(NoisyGap.of(5, 5)),
                forgetful().hyperparameters(),
                Experiment.reference().engine());
        try (Training training = new Training(drawn, new KernelEngine())) {
            Snapshot there = after(training, 2);
            assertThat(new PausedRun(there, Optional.empty()).isPossible()).isTrue();
            Snapshot without = new Snapshot(
                    there.experiment(),
                    there.position(),
                    there.parameters(),
                    there.evaluation(),
                    there.floor(),
                    there.history(),
                    Optional.empty(),
                    there.recorded(),
                    there.origin(),
                    there.update());
            assertThat(new PausedRun(without, Optional.empty()).isPossible()).isFalse();
        }
    }
}
