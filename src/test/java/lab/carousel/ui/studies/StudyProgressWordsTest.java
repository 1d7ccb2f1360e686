package lab.carousel.ui.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import lab.carousel.study.many.StudyProgress;
import lab.carousel.study.many.StudyState;
import org.junit.jupiter.api.Test;

class StudyProgressWordsTest {

    private static String running(long millis) {
        return StudyProgressWords.of(
                new StudyProgress(StudyState.RUNNING, 12, 1_000, 0, Optional.of(Duration.ofMillis(millis))));
    }

    private static String ended(StudyState state, int diverged) {
        return StudyProgressWords.of(new StudyProgress(state, 12, 1_000, diverged, Optional.empty()));
    }

    @Test
    void tellsHowLongItWillStillTake() {
        assertThat(running(100)).isEqualTo("12 of 1,000 runs, 1 s left");
        assertThat(running(59_000)).endsWith(", 59 s left");
        assertThat(running(61_000)).endsWith(", 1 min 1 s left");
        assertThat(running(301_000)).endsWith(", 6 min left");
        assertThat(running(7_260_000)).endsWith(", 2 h 1 min left");
    }

    @Test
    void saysNothingOfTimeBeforeTheFirstRunHasEnded() {
        assertThat(ended(StudyState.RUNNING, 0)).isEqualTo("12 of 1,000 runs");
    }

    @Test
    void tellsHowItEnded() {
        assertThat(ended(StudyState.CANCELLED, 0)).isEqualTo("cancelled: 12 of 1,000 runs ended and are kept");
        assertThat(ended(StudyState.FAILED, 3))
                .isEqualTo("stopped by an error: 12 of 1,000 runs ended and are kept; 3 diverged");
        assertThat(ended(StudyState.DONE, 2)).isEqualTo("all 1,000 runs are done; 2 diverged");
    }
}
