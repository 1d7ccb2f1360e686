package lab.carousel.ui.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.carousel.training.Position;
import lab.carousel.ui.status.Readout.Rates;
import org.junit.jupiter.api.Test;

class RatesTest {

    private static final long MILLI = 1_000_000;

    private static Position at(int epoch) {
        return new Position(epoch, 2, 4, 8L * epoch);
    }

    @Test
    void tellsOncePerSecondHowFastItWas() {
        Rates rates = new Rates();
        List<Rates.Second> told = new ArrayList<>();
        // 20 ms a frame, in which an epoch is trained; one frame takes 120 ms
        long time = 0;
        for (int frame = 0; frame <= 95; frame++) {
            rates.frame(time, at(frame)).ifPresent(told::add);
            time += frame == 10 ? 120 * MILLI : 20 * MILLI;
        }
        assertThat(told).hasSize(2).first().isEqualTo(new Rates.Second(8 * 45, 45, 45, 120));
        assertThat(told.get(1)).isEqualTo(new Rates.Second(8 * 50, 50, 50, 20));
    }

    @Test
    void aRunThatBeginsAnewIsMeasuredFromThere() {
        Rates rates = new Rates();
        rates.frame(0, at(100));
        assertThat(rates.frame(900 * MILLI, at(0))).isEmpty();
        assertThat(rates.frame(1_800 * MILLI, at(9))).isEmpty();
        assertThat(rates.frame(1_900 * MILLI, at(10))).contains(new Rates.Second(80, 10, 2, 900));
    }

    @Test
    void whatNobodySawIsForgotten() {
        Rates rates = new Rates();
        rates.frame(0, at(0));
        rates.forget();
        assertThat(rates.frame(60_000 * MILLI, at(600))).isEqualTo(Optional.empty());
    }

    @Test
    void saysItInALine() {
        assertThat(new Rates.Second(240.4, 30.04, 59.6, 18.2).words(130L << 20, 400L << 20))
                .isEqualTo("240 updates/s · 30 epochs/s · 60 frames/s, longest 18 ms · heap 130 of 400 MB");
        assertThat(new Rates.Second(3.2, 0.44, 60, 17).words(1L << 20, 400L << 20))
                .startsWith("3 updates/s · 0.4 epochs/s");
    }
}
