package lab.carousel.ui.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import lab.carousel.ui.sound.LossTone.Oscillator;
import org.junit.jupiter.api.Test;

class OscillatorTest {

    private static final int RATE = 22_050;

    private final Oscillator oscillator = new Oscillator(RATE);

    @Test
    void hasThePitchThatIsWanted() {
        double[] heard = new double[2 * RATE];
        Arrays.setAll(heard, sample -> oscillator.next(220, true));
        // The second second: by then the tone is there
        long rises = IntStream.range(RATE, 2 * RATE)
                .filter(sample -> heard[sample - 1] < 0 && heard[sample] >= 0)
                .count();
        assertThat(rises).isCloseTo(220, within(1L));
    }

    @Test
    void neverJumpsAndBecomesSilent() {
        double before = 0;
        double loudest = 0;
        for (int sample = 0; sample < 2 * RATE; sample++) {
            double now = oscillator.next(sample % RATE < RATE / 2 ? 880 : 110, sample < RATE);
            assertThat(Math.abs(now - before)).isLessThan(0.08);
            loudest = Math.max(loudest, Math.abs(now));
            before = now;
        }
        assertThat(loudest).isBetween(0.05, Oscillator.LOUDNESS);
        assertThat(oscillator.isHeard()).isFalse();
        assertThat(Math.abs(before)).isLessThan(1e-4);
    }
}
