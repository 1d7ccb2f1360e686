package lab.carousel.drawing.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ColoursTest {

    /** More than ten times what can just be seen. */
    private static final double TOLD_APART = 12;

    static Stream<Palette> palettes() {
        return Stream.of(Colours.values())
                .flatMap(colours -> Stream.of(colours.palette(false), colours.palette(true)))
                .flatMap(palette -> Stream.of(palette, palette.highContrast()));
    }

    @Test
    void theDifferenceIsThatOfThePublishedExamples() {
        // Sharma, Wu and Dalal (2005), table 1, pairs 1, 7, 17 and 25
        assertThat(CieDe2000.difference(lab(50, 2.6772, -79.7751), lab(50, 0, -82.7485)))
                .isCloseTo(2.0425, within(1e-4));
        assertThat(CieDe2000.difference(lab(50, 0, 0), lab(50, -1, 2))).isCloseTo(2.3669, within(1e-4));
        assertThat(CieDe2000.difference(lab(50, 2.5, 0), lab(73, 25, -18))).isCloseTo(27.1492, within(1e-4));
        assertThat(CieDe2000.difference(lab(60.2574, -34.0099, 36.2677), lab(60.4626, -34.1751, 39.4387)))
                .isCloseTo(1.2644, within(1e-4));
    }

    private static double[] lab(double lightness, double a, double b) {
        return new double[] {lightness, a, b};
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void neighbouringLinesCanBeToldApartByAllEyes(Palette palette) {
        List<Color> lines = palette.series();
        for (ColourVision eyes : ColourVision.values()) {
            for (int line = 0; line < lines.size(); line++) {
                Color next = lines.get((line + 1) % lines.size());
                assertThat(eyes.difference(lines.get(line), next))
                        .as("%s, lines %d and %d", eyes, line + 1, (line + 1) % lines.size() + 1)
                        .isGreaterThan(TOLD_APART);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void rightAndWrongCanBeToldApartByAllEyes(Palette palette) {
        for (ColourVision eyes : ColourVision.values()) {
            assertThat(eyes.difference(palette.right(), palette.wrong()))
                    .as("%s", eyes)
                    .isGreaterThan(TOLD_APART);
        }
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void whatIsFaintIsSeen(Palette palette) {
        assertThat(ContrastRatio.of(palette.colour(Ink.FAINT), palette.background()))
                .isBetween(3.0, ContrastRatio.of(palette.muted(), palette.background()));
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void linesStandOutFromTheBackground(Palette palette) {
        assertThat(palette.series()).allSatisfy(line -> assertThat(ContrastRatio.of(line, palette.background()))
                .isGreaterThan(3));
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void whatIsWrittenCanBeRead(Palette palette) {
        assertThat(List.of(palette.text(), palette.muted(), palette.accent(), palette.right(), palette.wrong()))
                .allSatisfy(ink ->
                        assertThat(ContrastRatio.of(ink, palette.background())).isGreaterThan(4.5));
    }

    @ParameterizedTest
    @EnumSource(Colours.class)
    void inARoomTheContrastOfWordsIsAtLeastSeven(Colours colours) {
        for (boolean dark : new boolean[] {false, true}) {
            Palette room = colours.palette(dark).highContrast();
            assertThat(List.of(room.text(), room.muted(), room.accent(), room.right(), room.wrong()))
                    .allSatisfy(ink ->
                            assertThat(ContrastRatio.of(ink, room.background())).isGreaterThanOrEqualTo(7));
            assertThat(room.background()).isEqualTo(dark ? Color.BLACK : Color.WHITE);
        }
    }

    @ParameterizedTest
    @EnumSource(Colours.class)
    void theMapForSharesGetsLighterAtEveryStepForAllEyes(Colours colours) {
        ColourMap map = colours.palette(false).sequential();
        for (ColourVision eyes : ColourVision.values()) {
            for (int row = 16; row < ColourMap.SIZE; row += 16) {
                assertThat(lightness(eyes, map.row(row)))
                        .as("%s, row %d", eyes, row)
                        .isGreaterThan(lightness(eyes, map.row(row - 16)) + 1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Colours.class)
    void theMapForSignsIsNearestToItsGroundAtZeroAndItsEndsDifferForAllEyes(Colours colours) {
        for (boolean dark : new boolean[] {false, true}) {
            ColourMap map = colours.palette(dark).diverging();
            int towardsZero = dark ? -1 : 1;
            for (ColourVision eyes : ColourVision.values()) {
                for (int row = 16; row < ColourMap.SIZE / 2; row += 16) {
                    int above = ColourMap.SIZE - 1 - row;
                    double below = lightness(eyes, map.row(row)) - lightness(eyes, map.row(row - 16));
                    double beyond = lightness(eyes, map.row(above)) - lightness(eyes, map.row(above + 16));
                    assertThat(towardsZero * below).isPositive();
                    assertThat(towardsZero * beyond).isPositive();
                }
                assertThat(eyes.difference(new Color(map.argb(-0.5, -1, 1)), new Color(map.argb(0.5, -1, 1))))
                        .as("%s, half of the way", eyes)
                        .isGreaterThan(TOLD_APART);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Colours.class)
    void anyNumberOnAColourOfTheMapForSignsCanBeRead(Colours colours) {
        for (boolean dark : new boolean[] {false, true}) {
            ColourMap map = colours.palette(dark).diverging();
            for (int row = 0; row < ColourMap.SIZE; row++) {
                Color ground = new Color(map.row(row));
                assertThat(ContrastRatio.of(ContrastRatio.ink(ground), ground)).isGreaterThan(4.5);
            }
        }
    }

    private static double lightness(ColourVision eyes, int argb) {
        return eyes.lab(new Color(argb))[0];
    }
}
