package lab.carousel.ui.toolbar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Evaluations;
import lab.carousel.training.ParameterHistory;
import lab.carousel.training.Position;
import lab.carousel.training.RunState;
import lab.carousel.training.RunStatus;
import lab.carousel.training.Snapshot;
import lab.carousel.training.loss.LossHistory;
import org.junit.jupiter.api.Test;

class ProgressWordsTest {

    private static final Experiment REFERENCE = Experiment.reference();

    @Test
    void tellsEpochSequenceStepAndTimeLeft() {
        ProgressWords words = words(RunState.RUNNING, new Position(137, 2, 3, 1_103), Duration.ofMillis(75_200));
        assertThat(words)
                .isEqualTo(new ProgressWords("137 of 250 epochs", "sequence 2, step 3", "1 min 16 s left", 0.548));
    }

    @Test
    void roundsTheTimeLeftUpToWholeSeconds() {
        assertThat(words(RunState.RUNNING, new Position(1, 1, 1, 9), Duration.ofMillis(1))
                        .time())
                .isEqualTo("1 s left");
        assertThat(words(RunState.RUNNING, new Position(1, 1, 1, 9), Duration.ofSeconds(601))
                        .time())
                .isEqualTo("11 min left");
        assertThat(words(RunState.RUNNING, new Position(1, 1, 1, 9), Duration.ofMinutes(125))
                        .time())
                .isEqualTo("2 h 5 min left");
    }

    @Test
    void tellsWhatARunDoesThatIsNotUnderWay() {
        assertThat(words(RunState.PAUSED, Position.START, null).place()).isEqualTo("ready");
        assertThat(words(RunState.PAUSED, Position.START, Duration.ofSeconds(9)).time())
                .isEmpty();
        assertThat(words(RunState.FINISHED, new Position(250, 2, 4, 2_000), Duration.ZERO))
                .isEqualTo(new ProgressWords("250 of 250 epochs", "finished", "", 1));
        assertThat(words(RunState.DIVERGED, new Position(3, 1, 1, 17), null).place())
                .isEqualTo("diverged");
    }

    private static ProgressWords words(RunState state, Position position, Duration left) {
        Evaluation evaluation = Evaluations.of(0.1, new double[] {0.1, 0.1}, 7, 8, 2, 0.3, -0.1);
        Snapshot snapshot = new Snapshot(
                REFERENCE,
                position,
                InitialParameters.of(REFERENCE),
                evaluation,
                0.07,
                new LossHistory(2).view(),
                Optional.empty(),
                new ParameterHistory(REFERENCE).view(),
                Optional.empty(),
                Optional.empty());
        return ProgressWords.of(
                new RunStatus(
                        state, Optional.of(snapshot), Optional.empty(), Optional.empty(), Optional.ofNullable(left)),
                REFERENCE);
    }
}
