package lab.carousel.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Presets;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.FixedGap;
import lab.carousel.task.drawn.NoisyGap;
import org.junit.jupiter.api.Test;

/** Training of tasks that draw their sequences. */
class DrawnTaskTest {

    private static Experiment noisyGap(int q, int epochs) {
        Hyperparameters hyperparameters = Presets.named("paper2cShort")
                .hyperparameters()
                .with(Settings.EPOCHS, epochs)
                .with(Settings.CHRONO_SPAN, q + 10);
        return new Experiment(Task.drawn(NoisyGap.of(q, q)), hyperparameters, EngineName.KERNEL);
    }

    private static Snapshot train(Experiment experiment) {
        return RecordedRuns.end(experiment);
    }

    @Test
    void aLongMemoryIsLearnedAndTheRunEndsThere() {
        Snapshot end = train(noisyGap(20, 1_000));

        Criterion criterion = end.criterion().orElseThrow();
        assertThat(criterion.isSolved()).isTrue();
        assertThat(criterion.inARow()).isEqualTo(10_000);
        assertThat(criterion.largestError()).isLessThan(0.2);
        assertThat(criterion.trained())
                .isBetween(50L, 2_000L)
                .isEqualTo(10L * end.position().epoch());
        assertThat(end.verdict()).isEqualTo(Verdict.REMEMBERS);
        assertThat(end.evaluation().steps()).isEqualTo(200);
        assertThat(end.evaluation().right()).isEqualTo(200);
        assertThat(end.evaluation().sequenceLoss()).isEmpty();
        assertThat(end.floor()).isCloseTo(Math.log(2), within(1e-15));
        assertThat(end.history().lines()).isEqualTo(1);
        assertThat(end.history().size()).isEqualTo(end.position().epoch());
    }

    @Test
    void anEpochIsTenFreshSequences() {
        RecordingEngine engine = new RecordingEngine();
        try (Training training = new Training(noisyGap(20, 2), engine)) {
            assertThat(training.updatesLeft()).isEqualTo(20);
            List<Position> positions = new ArrayList<>();
            List<Boolean> ends = new ArrayList<>();
            while (!training.isFinished()) {
                training.advance();
                positions.add(training.position());
                ends.add(training.isAtEndOfEpoch());
            }
            assertThat(positions).hasSize(20);
            assertThat(positions.get(9).epoch()).isEqualTo(1);
            assertThat(positions.get(9).sequence()).isEqualTo(10);
            assertThat(positions.get(10).sequence()).isEqualTo(1);
            assertThat(positions.get(19).updates()).isEqualTo(20);
            assertThat(ends.get(9)).isTrue();
            assertThat(ends.get(10)).isFalse();
            assertThat(training.snapshot().criterion().orElseThrow().isSolved()).isFalse();
        }
    }

    @Test
    void aFixedGapIsExaminedAtEveryStep() {
        Experiment gap = new Experiment(
                Task.drawn(FixedGap.of(5)),
                Hyperparameters.reference()
                        .with(Settings.LEARNING_RATE, 0.01)
                        .with(Settings.EPOCHS, 1_000)
                        .with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE),
                EngineName.KERNEL);

        Snapshot end = train(gap);

        assertThat(end.criterion().orElseThrow().isSolved()).isTrue();
        // Both sequences that there are
        assertThat(end.evaluation().steps()).isEqualTo(10);
        assertThat(end.verdict()).isEqualTo(Verdict.REMEMBERS);
    }
}
