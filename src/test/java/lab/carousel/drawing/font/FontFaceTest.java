package lab.carousel.drawing.font;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lab.carousel.drawing.export.PixelFonts;
import org.junit.jupiter.api.Test;

class FontFaceTest {

    private static final int TEXTS = 1_000;
    private static final double MOST_OFF = 0.0002;

    /** As a pen draws that does not round to whole pixels. */
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    @Test
    void theTableIsThatOfTheFontsFiles() throws IOException {
        assertThat(new FontWidths().table())
                .as("made anew by FontWidths, in src/test/tools")
                .isEqualTo(FontFace.table());
    }

    @Test
    void theItalicFaceIsAsWideAsTheRegularOne() {
        Font italic = FontWidths.font("Italic");
        assertThat(FontWidths.signs(italic)).hasSize(1_919).allSatisfy(sign -> assertThat(
                        FontFace.ITALIC.width(Character.toString(sign), 2048))
                .isEqualTo(FontWidths.width(italic, sign)));
        assertThat(FontFace.ITALIC.width("separation 😀", 13)).isEqualTo(FontFace.REGULAR.width("separation 😀", 13));
    }

    @Test
    void widthsAreThoseOfJava2D() {
        int[] signs = FontWidths.signs(FontWidths.font("Regular"))
                .filter(FontFaceTest::standsAlone)
                .toArray();
        SplittableRandom random = new SplittableRandom(44);
        for (int number = 0; number < TEXTS; number++) {
            String text = drawn(random, signs);
            // Java2D rounds sizes to a 64th
            double size = 8 + random.nextInt(24 * 64 + 1) / 64.0;
            boolean isBold = random.nextBoolean();
            Font font = PixelFonts.of(isBold ? PictureFont.bold(size) : PictureFont.regular(size));
            double theirs = font.getStringBounds(text, EXACT).getWidth();
            assertThat((isBold ? FontFace.BOLD : FontFace.REGULAR).width(text, size))
                    .as("%s in %s", text, font)
                    .isCloseTo(theirs, within(MOST_OFF * theirs));
        }
    }

    /** A mark can make another sign of the one before it, and beside one a soft hyphen is hidden. */
    private static boolean standsAlone(int sign) {
        return !FontWidths.isMark(sign) && Character.getType(sign) != Character.FORMAT;
    }

    /** Letters and digits, now and then of a whole text any signs. */
    private static String drawn(SplittableRandom random, int[] signs) {
        int upTo = random.nextInt(4) == 0 ? signs.length : '~' - ' ' + 1;
        return IntStream.rangeClosed(0, random.nextInt(40))
                .map(each -> signs[random.nextInt(upTo)])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void pairsOfLettersAreNotKerned() {
        assertThat(FontFace.REGULAR.width("AV", 16))
                .isEqualTo(FontFace.REGULAR.width("A", 16) + FontFace.REGULAR.width("V", 16));
        assertThat(FontFace.REGULAR.width("Wave AV To 0.0693", 12)).isEqualTo(116.291015625);
        assertThat(FontFace.BOLD.width("Wave AV To 0.0693", 12)).isEqualTo(117.76171875);
        assertThat(FontFace.BOLD.width("", 12)).isZero();
    }

    @Test
    void aSignThatTheFontLacksCountsOneEm() {
        assertThat(FontFace.REGULAR.width("あ", 13)).isEqualTo(13);
        assertThat(FontFace.BOLD.width("漢字", 13)).isEqualTo(26);
        assertThat(FontFace.ITALIC.width("\uD840\uDC00", 13)).isEqualTo(13);
        assertThat(FontFace.REGULAR.width("\uDBFF\uDFFF", 13)).isEqualTo(13);
        assertThat(FontFace.REGULAR.width("\uD840", 13)).isEqualTo(13);
    }

    @Test
    void whatStandsOnSignsOrJoinsThemTakesNoRoom() {
        assertThat(FontFace.REGULAR.width("e\u0301", 20)).isEqualTo(FontFace.REGULAR.width("é", 20));
        assertThat(FontFace.BOLD.width("x\u0323", 20)).isEqualTo(FontFace.BOLD.width("x", 20));
        assertThat(FontFace.REGULAR.width("👩🏽‍🔬", 20)).isEqualTo(2 * FontFace.REGULAR.width("😀", 20));
        assertThat(FontFace.REGULAR.width("⚠\uFE0F", 20)).isEqualTo(FontFace.REGULAR.width("⚠", 20));
    }

    @Test
    void linesAreAsHighAsJava2Ds() {
        for (double size = 8; size <= 32; size += 0.5) {
            LineMetrics lines = PixelFonts.of(PictureFont.bold(size)).getLineMetrics("x", EXACT);
            assertThat(FontFace.ascent(size)).isCloseTo(lines.getAscent(), within(0.01));
            assertThat(FontFace.descent(size)).isCloseTo(lines.getDescent(), within(0.01));
        }
        assertThat(FontFace.ascent(32)).isEqualTo(31);
        assertThat(FontFace.descent(32)).isEqualTo(7.71875);
    }
}
