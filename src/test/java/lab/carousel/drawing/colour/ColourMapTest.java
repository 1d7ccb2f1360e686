package lab.carousel.drawing.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import org.junit.jupiter.api.Test;

class ColourMapTest {

    /** 0 (black) to 100 (white): how light a colour looks. */
    private static double lightness(int argb) {
        return ColourVision.USUAL.lab(new Color(argb))[0];
    }

    @Test
    void theSequentialMapGetsLighterAtEveryStepAndEvenly() {
        double first = lightness(ColourMap.SEQUENTIAL.row(0));
        double last = lightness(ColourMap.SEQUENTIAL.row(255));
        assertThat(last - first).isGreaterThan(60);
        for (int row = 8; row < 256; row += 8) {
            double step = lightness(ColourMap.SEQUENTIAL.row(row)) - lightness(ColourMap.SEQUENTIAL.row(row - 8));
            assertThat(step).isBetween(1.0, 4.0);
        }
    }

    @Test
    void theDivergingMapIsEquallyLightOnBothSides() {
        for (int row = 0; row < 128; row++) {
            assertThat(lightness(ColourMap.DIVERGING.row(row)))
                    .isCloseTo(lightness(ColourMap.DIVERGING.row(255 - row)), within(6.0));
        }
    }

    @Test
    void zeroIsNeutralAndTheEndsAreBlueAndOrange() {
        int zero = ColourMap.DIVERGING.argb(0, -1, 1);
        int red = zero >> 16 & 0xff;
        assertThat(zero >> 8 & 0xff).isCloseTo(red, within(2));
        assertThat(zero & 0xff).isCloseTo(red, within(2));
        int low = ColourMap.DIVERGING.argb(-1, -1, 1);
        int high = ColourMap.DIVERGING.argb(1, -1, 1);
        assertThat((low & 0xff) - (low >> 16 & 0xff)).isGreaterThan(100);
        assertThat((high >> 16 & 0xff) - (high & 0xff)).isGreaterThan(100);
    }

    @Test
    void mapsTheRangeOntoTheTable() {
        ColourMap map = ColourMap.SEQUENTIAL;
        assertThat(map.argb(0, 0, 1)).isEqualTo(map.row(0));
        assertThat(map.argb(0.5, 0, 1)).isEqualTo(map.row(128));
        assertThat(map.argb(1, 0, 1)).isEqualTo(map.row(255));
        assertThat(map.argb(15, 10, 20)).isEqualTo(map.row(128));
    }

    @Test
    void valuesOutsideGetTheColourOfTheEndAndNoNumberAGrey() {
        ColourMap map = ColourMap.DIVERGING;
        assertThat(map.argb(-7, -1, 1)).isEqualTo(map.row(0));
        assertThat(map.argb(Double.POSITIVE_INFINITY, -1, 1)).isEqualTo(map.row(255));
        assertThat(map.argb(Double.NaN, -1, 1)).isEqualTo(0xff808080);
    }

    @Test
    void allColoursAreOpaque() {
        for (int row = 0; row < ColourMap.SIZE; row++) {
            assertThat(ColourMap.SEQUENTIAL.row(row) >>> 24).isEqualTo(255);
            assertThat(ColourMap.DIVERGING.row(row) >>> 24).isEqualTo(255);
        }
    }
}
