package lab.carousel.picture.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColourScaleTest {

    @ParameterizedTest
    @CsvSource({"0.3, 0.5", "1, 1", "1.01, 2", "4.9, 5", "7, 10", "0.02, 0.02", "0, 1", "NaN, 1", "Infinity, 1"})
    void roundsToOneTwoFive(double size, double rounded) {
        assertThat(ColourScale.round(size)).isCloseTo(rounded, org.assertj.core.data.Offset.offset(1e-12));
    }

    @Test
    void isCentredOnZeroWithSigns() {
        ColourScale scale = ColourScale.signed(2);
        assertThat(scale.colour(2)).isEqualTo(ColourScale.SIGNED.colour(1));
        assertThat(scale.colour(-2)).isEqualTo(ColourScale.SIGNED.colour(-1));
    }
}
