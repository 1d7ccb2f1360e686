package lab.carousel.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RulerTest {

    @Test
    void writesRoundNumbersBetweenThoseOfTheColumns() {
        Ruler epochs = new Ruler(new double[] {0, 68, 144, 220}, true);
        assertThat(epochs.marks(4)).extracting(Ruler.RulerTick::words).containsExactly("0", "100", "200");
        assertThat(epochs.marks(4))
                .extracting(Ruler.RulerTick::place)
                .containsExactly(0.0, 1 + 32 / 76.0, 2 + 56 / 76.0);
    }

    @Test
    void goesDownWhereTheRowsDo() {
        Ruler weights = new Ruler(new double[] {1.44, 0.48, -0.48, -1.44}, false);
        assertThat(weights.marks(3)).extracting(Ruler.RulerTick::words).containsExactly("−1", "0", "1");
        assertThat(weights.marks(3).get(1).place()).isEqualTo(1.5);
    }
}
