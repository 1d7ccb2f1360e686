package lab.carousel.ui.toolbar;

import static org.assertj.core.api.Assertions.assertThat;

import lab.carousel.training.Pace;
import lab.carousel.ui.toolbar.SpeedControl.SpeedScale;
import org.junit.jupiter.api.Test;

class SpeedScaleTest {

    @Test
    void goesFromOneUpdatePerSecondToAsFastAsItGoes() {
        assertThat(SpeedScale.at(0)).isEqualTo(new Pace(1));
        assertThat(SpeedScale.at(-1)).isEqualTo(new Pace(1));
        assertThat(SpeedScale.at(SpeedScale.fastest())).isEqualTo(Pace.FASTEST);
        assertThat(SpeedScale.at(SpeedScale.fastest() + 1)).isEqualTo(Pace.FASTEST);
    }

    @Test
    void everyPaceHasItsPlace() {
        for (int place = 0; place <= SpeedScale.fastest(); place++) {
            assertThat(SpeedScale.placeOf(SpeedScale.at(place))).isEqualTo(place);
        }
        assertThat(SpeedScale.at(SpeedScale.placeOf(Pace.epochs(50)))).isEqualTo(Pace.FIRST);
        assertThat(SpeedScale.placeOf(Pace.epochs(0.1))).isZero();
    }

    @Test
    void namesThePace() {
        assertThat(SpeedScale.words(SpeedScale.at(0))).isEqualTo("1 update/s");
        assertThat(SpeedScale.words(new Pace(5))).isEqualTo("5 updates/s");
        assertThat(SpeedScale.words(Pace.FIRST)).isEqualTo("30 epochs/s");
        assertThat(SpeedScale.words(Pace.FASTEST)).isEqualTo("fastest");
    }
}
