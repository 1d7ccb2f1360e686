package lab.carousel.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import lab.carousel.training.Run.Stopwatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StopwatchTest {

    private static final long MILLISECOND = 1_000_000;

    /** The time; starts below 0, as {@link System#nanoTime} may. */
    private long now = -5_000 * MILLISECOND;

    private final Stopwatch stopwatch = new Stopwatch(() -> now);

    private void passMilliseconds(long milliseconds) {
        now += milliseconds * MILLISECOND;
    }

    /** Runs for some time from an update on. */
    private void runFrom(long update, long milliseconds) {
        stopwatch.start(update);
        passMilliseconds(milliseconds);
    }

    @Test
    void knowsNothingAtFirst() {
        assertThat(stopwatch.timeFor(0, 100)).isEmpty();
        stopwatch.start(1);
        assertThat(stopwatch.timeFor(1, 100)).isEmpty();
    }

    @Test
    void atFullSpeedExpectsTheRestToGoAsFastAsWhatWasMeasured() {
        runFrom(1, 100);
        // 50 updates in 100 ms
        assertThat(stopwatch.timeFor(51, 1_000)).contains(Duration.ofSeconds(2));
    }

    @Test
    void atASlowPaceKnowsTheTimeBeforeAnythingIsMeasured() {
        stopwatch.setPace(new Pace(1));
        stopwatch.start(1);
        assertThat(stopwatch.timeFor(1, 60)).contains(Duration.ofMinutes(1));
        passMilliseconds(1_000);
        assertThat(stopwatch.timeFor(2, 59)).contains(Duration.ofSeconds(59));
    }

    @ParameterizedTest
    @CsvSource({
        // An engine slower than the pace sets the time
        "100, 1000, 20, 2",
        // Steps by hand do not make the pace faster
        "1, 100, 60, 60"
    })
    void theSlowerOfPaceAndEngineSetsTheTime(double pace, int passed, long updates, long seconds) {
        stopwatch.setPace(new Pace(pace));
        runFrom(0, passed);
        assertThat(stopwatch.timeFor(10, updates)).contains(Duration.ofSeconds(seconds));
    }

    @Test
    void aNewPaceForgetsTheOldRate() {
        runFrom(0, 1_000);
        assertThat(stopwatch.timeFor(500, 500)).contains(Duration.ofSeconds(1));
        stopwatch.setPace(new Pace(5));
        assertThat(stopwatch.timeFor(500, 500)).contains(Duration.ofSeconds(100));
        stopwatch.setPace(Pace.FASTEST);
        assertThat(stopwatch.timeFor(500, 500)).isEmpty();
    }

    @Test
    void pausesDoNotCount() {
        runFrom(0, 100);
        assertThat(stopwatch.timeFor(10, 10)).contains(Duration.ofMillis(100));
        stopwatch.stop();
        passMilliseconds(60_000);
        assertThat(stopwatch.timeFor(10, 10)).contains(Duration.ofMillis(100));
        runFrom(11, 100);
        assertThat(stopwatch.timeFor(21, 10)).contains(Duration.ofMillis(100));
    }

    @Test
    void followsTheEngineWithinSecondsAndDoesNotJumpBetween() {
        stopwatch.start(0);
        long updates = 0;
        for (int tick = 0; tick < 100; tick++) {
            passMilliseconds(100);
            updates += 10;
            assertThat(stopwatch.timeFor(updates, 100)).contains(Duration.ofSeconds(1));
        }
        // Ten times slower from now on: known after five seconds
        for (int tick = 0; tick < 50; tick++) {
            passMilliseconds(100);
            updates += 1;
            assertThat(stopwatch.timeFor(updates, 100).orElseThrow())
                    .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(10));
        }
        assertThat(stopwatch.timeFor(updates, 100)).contains(Duration.ofSeconds(10));
    }

    @Test
    void anEstimateIsBounded() {
        stopwatch.setPace(new Pace(1e-300));
        assertThat(stopwatch.timeFor(0, Long.MAX_VALUE)).contains(Duration.ofSeconds(1_000_000_000));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void aPaceIsAboveZero(double updatesPerSecond) {
        assertThatThrownBy(() -> new Pace(updatesPerSecond)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPaceIsATimeBetweenUpdates() {
        assertThat(new Pace(4).nanosPerUpdate()).isEqualTo(250 * MILLISECOND);
        assertThat(Pace.FASTEST.nanosPerUpdate()).isZero();
    }

    @Test
    void atFirstTheReferenceTakesEightToTenSeconds() {
        double seconds = 250 / Pace.FIRST.perSecond();
        assertThat(seconds).isBetween(8.0, 10.0);
        assertThat(Pace.FIRST.unit()).isEqualTo(PaceUnit.EPOCHS);
    }

    @Test
    void epochsAreAsManyUpdatesAsTheyHave() {
        assertThat(Pace.epochs(30).inUpdates(8)).isEqualTo(new Pace(240));
        assertThat(new Pace(5).inUpdates(8)).isEqualTo(new Pace(5));
        assertThat(Pace.FASTEST.inUpdates(8)).isEqualTo(Pace.FASTEST);
    }
}
