package lab.carousel.ui.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lab.carousel.ui.sound.LossTone.Pitch;
import org.junit.jupiter.api.Test;

class PitchTest {

    @Test
    void fallsByAnOctaveForEachQuarterOfTheLoss() {
        assertThat(Pitch.of(0.7)).isEqualTo(880);
        assertThat(Pitch.of(0.7 / 4)).isCloseTo(440, within(1e-9));
        assertThat(Pitch.of(0.7 / 16)).isCloseTo(220, within(1e-9));
    }

    @Test
    void staysWhereItCanBeHeard() {
        assertThat(Pitch.of(0)).isEqualTo(Pitch.LOWEST);
        assertThat(Pitch.of(1e9)).isEqualTo(Pitch.HIGHEST);
        assertThat(Pitch.of(Double.NaN)).isEqualTo(Pitch.HIGHEST);
    }
}
