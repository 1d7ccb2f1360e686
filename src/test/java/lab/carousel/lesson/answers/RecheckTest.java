package lab.carousel.lesson.answers;

import static org.assertj.core.api.Assertions.assertThat;

import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.lesson.LessonResult;
import lab.carousel.lesson.LessonRun;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.training.SampleSnapshot;
import lab.carousel.training.Snapshot;
import lab.carousel.training.Training;
import org.junit.jupiter.api.Test;

class RecheckTest {

    private static final Recheck RECHECK = new Recheck(new KernelEngine(), () -> false);

    @Test
    void theNetworkOfARunIsMadeAnewToTheLastBit() {
        Experiment experiment =
                Experiment.reference().with(all -> all.with(Settings.SEED, 77L).with(Settings.EPOCHS, 60));
        try (Training training = new Training(experiment, new KernelEngine())) {
            while (training.epoch() < 40) {
                training.advance();
            }
            Snapshot there = training.snapshot();
            LessonRun run = new LessonRun("a", experiment, 40, LessonResult.of(there.evaluation()));
            assertThat(RECHECK.network(run)).contains(TrainedNetwork.of(there));
            assertThat(RECHECK.network(new LessonRun("a", experiment, 39, run.result())))
                    .as("an epoch before")
                    .isPresent()
                    .isNotEqualTo(RECHECK.network(run));
        }
    }

    @Test
    void whatWouldTakeTooLongIsNotMade() {
        Experiment experiment = Experiment.reference().with(all -> all.with(Settings.EPOCHS, 10_000_000));
        Snapshot any = SampleSnapshot.reference(1);
        assertThat(RECHECK.network(new LessonRun("a", experiment, 10_000_000, LessonResult.of(any.evaluation()))))
                .isEmpty();
    }
}
