package lab.carousel.ui.toolbar;

import static org.assertj.core.api.Assertions.assertThat;

import lab.carousel.training.Pace;
import org.junit.jupiter.api.Test;

class SpeedScaleTest {

    @Test
    void goesFromOneUpdatePerSecondToAsFastAsItGoes() {
        assertThat(SpeedScale.at(0)).isEqualTo(new Pace(1));
        assertThat(SpeedScale.at(SpeedScale.fastest())).isEqualTo(Pace.FASTEST);
    }

    @Test
    void namesThePace() {
        assertThat(SpeedScale.words(SpeedScale.at(0))).isEqualTo("1/s");
        assertThat(SpeedScale.words(Pace.FASTEST)).isEqualTo("fastest");
    }
}
