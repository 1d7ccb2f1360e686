package lab.carousel.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class UpdatePacerTest {

    private static final long MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);

    private final UpdatePacer beat = new UpdatePacer();

    @Test
    void whatWasSleptTooLongIsMadeUpFor() {
        beat.start(0);
        assertThat(beat.untilDue(4 * MILLISECOND, MILLISECOND)).isEqualTo(3 * MILLISECOND);
        beat.next(4 * MILLISECOND, 6 * MILLISECOND);
        assertThat(beat.untilDue(4 * MILLISECOND, 6 * MILLISECOND)).isEqualTo(2 * MILLISECOND);
    }

    @Test
    void aPaceThatTheEngineCannotKeepIsNotMadeUpFor() {
        beat.start(0);
        beat.next(MILLISECOND, 1_000 * MILLISECOND);
        long due = 1_000 * MILLISECOND - UpdatePacer.MOST_CATCH_UP + 200 * MILLISECOND;
        assertThat(beat.untilDue(200 * MILLISECOND, 1_000 * MILLISECOND)).isEqualTo(due - 1_000 * MILLISECOND);
    }

    @Test
    void doesNotWaitForLessThanAThreadCanSleep() {
        beat.start(0);
        assertThat(beat.untilDue(UpdatePacer.SHORTEST_WAIT - 1, 0)).isZero();
        assertThat(beat.untilDue(0, MILLISECOND)).isZero();
    }
}
