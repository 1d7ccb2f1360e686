package lab.carousel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShareTest {

    /** Newcombe (1998), table I, gives Wilson's intervals of four shares to four digits. */
    @Test
    void hasWilsonsIntervalAsPublished() {
        assertInterval(new Share(81, 263), 0.2553, 0.3662);
        assertInterval(new Share(15, 148), 0.0624, 0.1605);
        assertInterval(new Share(0, 20), 0, 0.1611);
        assertInterval(new Share(1, 29), 0.0061, 0.1718);
    }

    private static void assertInterval(Share share, double low, double high) {
        assertThat(share.low()).isCloseTo(low, within(5e-5));
        assertThat(share.high()).isCloseTo(high, within(5e-5));
    }

    /** The ends are where p lies z standard errors, taken at that end, away: (p - q)² = z² q (1 - q) / n. */
    @Test
    void solvesWilsonsEquation() {
        double z = 1.959963984540054;
        for (Share share : new Share[] {new Share(38, 100), new Share(154, 400), new Share(1, 2)}) {
            for (double end : new double[] {share.low(), share.high()}) {
                double distance = share.value() - end;
                assertThat(distance * distance).isCloseTo(z * z * end * (1 - end) / share.of(), within(1e-15));
            }
        }
    }

    @Test
    void knowsItsBounds() {
        assertThat(new Share(0, 5).low()).isZero();
        assertThat(new Share(5, 5).high()).isEqualTo(1);
        // z² / (5 + z²) with z² = 3.841459
        assertThat(new Share(0, 5).high()).isCloseTo(3.841459 / 8.841459, within(1e-6));
        assertThat(new Share(0, 0).low()).isZero();
        assertThat(new Share(0, 0).high()).isEqualTo(1);
        assertThat(new Share(0, 0).value()).isNaN();
        assertThatThrownBy(() -> new Share(3, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
