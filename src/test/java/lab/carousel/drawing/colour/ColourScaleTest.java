package lab.carousel.drawing.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColourScaleTest {

    @ParameterizedTest
    @CsvSource({
        "0.3, 0.3",
        "1, 1",
        "1.01, 1.5",
        "4.9, 5",
        "7, 8",
        "8.1, 10",
        "0.02, 0.02",
        "120, 150",
        "0, 1",
        "NaN, 1",
        "Infinity, 1"
    })
    void roundsUp(double size, double rounded) {
        assertThat(ColourScale.round(size)).isCloseTo(rounded, within(1e-12));
    }

    @Test
    void isCentredOnZeroWithSigns() {
        ColourScale scale = ColourScale.signed(2);
        assertThat(scale.colour(2, Palette.LIGHT)).isEqualTo(ColourScale.SIGNED.colour(1, Palette.LIGHT));
        assertThat(scale.colour(-2, Palette.LIGHT)).isEqualTo(ColourScale.SIGNED.colour(-1, Palette.LIGHT));
    }

    @Test
    void tellsItsEnds() {
        ColourScale signed = ColourScale.signed(1.5);
        assertThat(signed.highText() + " " + signed.middleText() + " " + signed.lowText())
                .isEqualTo("+1.5 0 −1.5");
        ColourScale share = ColourScale.SHARE;
        assertThat(share.highText() + " " + share.middleText() + " " + share.lowText())
                .isEqualTo("1 0.5 0");
        assertThat(ColourScale.signed(20_000).lowText()).isEqualTo("−20,000");
        assertThat(ColourScale.signed(1.5e8).highText()).isEqualTo("+1.5·10⁸");
        assertThat(ColourScale.upTo(0.004).highText()).isEqualTo("0.004");
        assertThat(ColourScale.upTo(0.3).highText()).isEqualTo("0.3");
        assertThat(ColourScale.signed(2).highText()).isEqualTo("+2");
        assertThat(ColourScale.signed(2).lowText()).isEqualTo("−2");
        assertThat(ColourScale.upTo(0.03).middleText()).isEqualTo("0.015");
    }
}
