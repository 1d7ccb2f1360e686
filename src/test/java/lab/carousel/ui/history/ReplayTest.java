package lab.carousel.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import lab.carousel.ui.history.TimeTravel.Replay;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private static final long BEGIN = -5;

    private static long seconds(double seconds) {
        return BEGIN + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
    }

    @Test
    void showsTwentyEpochsInASecond() {
        Replay replay = Replay.begin(30, 280, BEGIN);
        assertThat(replay.placeAt(BEGIN)).isEqualTo(30);
        assertThat(replay.placeAt(seconds(0.049))).isEqualTo(30);
        assertThat(replay.placeAt(seconds(0.051))).isEqualTo(31);
        assertThat(replay.placeAt(seconds(12.51))).isEqualTo(280);
    }

    @Test
    void aLongHistoryTakesFifteenSeconds() {
        Replay replay = Replay.begin(0, 2_047, BEGIN);
        assertThat(replay.placeAt(seconds(7.5))).isBetween(1_022, 1_024);
        assertThat(replay.placeAt(seconds(15.001))).isEqualTo(2_047);
    }
}
