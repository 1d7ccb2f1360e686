package lab.carousel.ui.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OscillatorTest {

    private static final int RATE = 22_050;

    @Test
    void hasThePitchThatIsWanted() {
        Oscillator oscillator = new Oscillator(RATE);
        int rises = 0;
        double before = 0;
        for (int sample = 0; sample < 2 * RATE; sample++) {
            double now = oscillator.next(220, true);
            // The second second: by then the tone is there
            rises += sample >= RATE && before < 0 && now >= 0 ? 1 : 0;
            before = now;
        }
        assertThat(rises).isCloseTo(220, within(1));
    }

    @Test
    void neverJumpsAndBecomesSilent() {
        Oscillator oscillator = new Oscillator(RATE);
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
