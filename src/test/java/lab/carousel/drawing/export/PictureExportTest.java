package lab.carousel.drawing.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import javax.imageio.ImageIO;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.font.PictureFont;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.drawing.mark.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class PictureExportTest {

    /** A square at the top left, a line, and texts in both weights. */
    private static final Picture PICTURE = new PlainPicture(120, 80, "", PictureExportTest::draw);

    private static void draw(Marks marks) {
        marks.ink(Ink.ACCENT);
        marks.fill(new Box(0, 0, 10, 10));
        marks.draw(new Path().from(1.0 / 3, 40).to(100, 41.987654321).to(110, 1e-9));
        marks.font(PictureFont.bold(16));
        marks.words("a & b < c", 10, 30);
        marks.font(PictureFont.regular(12));
        marks.words("“😀” 10⁻⁶", 10, 60);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void drawsAPngAtScale(int scale) throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(PictureExport.png(PICTURE, scale)));
        assertThat(image.getWidth()).isEqualTo(120 * scale);
        assertThat(image.getHeight()).isEqualTo(80 * scale);
        assertThat(new Color(image.getRGB(9 * scale, 9 * scale))).isEqualTo(Palette.LIGHT.accent());
        assertThat(image.getRGB(11 * scale, 11 * scale) >>> 24)
                .as("opacity beside the square")
                .isZero();
    }

    @Test
    void writesAnSvgOfTheSizeOfThePictureInPixels() throws Exception {
        SvgReader svg = SvgReader.of(PictureExport.svg(PICTURE));
        assertThat(svg.document().getDocumentElement().getAttribute("width")).isEqualTo("120");
        assertThat(svg.document().getDocumentElement().getAttribute("height")).isEqualTo("80");
        assertThat(svg.document().getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 120 80");
    }

    @Test
    void writesTextsAsTextsWhateverSignsAreInThem() throws Exception {
        SvgReader svg = SvgReader.of(PictureExport.svg(PICTURE));
        assertThat(svg.texts()).containsExactly("a & b < c", "“😀” 10⁻⁶");
        assertThat(svg.document().getDocumentElement().getAttribute("font-family"))
                .isEqualTo("'Carousel Sans', Inter, Arial, sans-serif");
        Element first = svg.elements("text").get(0);
        assertThat(first.getAttribute("font-size")).isEqualTo("16");
        assertThat(first.getAttribute("font-weight")).isEqualTo("bold");
        assertThat(first.getAttribute("x")).isEqualTo("10");
        assertThat(first.getAttribute("fill")).isEqualTo("#0969da");
        assertThat(svg.elements("text").get(1).getAttribute("font-size")).isEqualTo("12");
        assertThat(svg.elements("text").get(1).hasAttribute("font-weight")).isFalse();
    }

    @Test
    void writesShapesWithShortNumbers() throws Exception {
        SvgReader svg = SvgReader.of(PictureExport.svg(PICTURE));
        assertThat(svg.elements("path")).hasSize(1);
        assertThat(svg.elements("path").get(0).getAttribute("d")).isEqualTo("M0.33 40L100 41.99L110 0");
        assertThat(svg.elements("image")).isEmpty();
    }

    @Test
    void keepsASignThatIsWiderThanItsRoom() throws Exception {
        Picture narrow = new PlainPicture(40, 40, "", marks -> {
            marks.font(PictureFont.regular(12));
            new Lettering(marks).around("🐱", 20, 20, 10);
            new Lettering(marks).around("🐱", 20, 20, 5);
        });
        assertThat(SvgReader.of(PictureExport.svg(narrow)).texts()).containsExactly("🐱");
    }

    @Test
    void takesWhatItsFontDoesNotHaveFromTheFontsOfTheSystem() {
        String arabic = "سلام";
        int system = new Font(Font.DIALOG, Font.PLAIN, 13).canDisplayUpTo(arabic);
        assertThat(PixelFonts.of(PictureFont.regular(13)).canDisplayUpTo(arabic))
                .isEqualTo(system);
        assertThat(PixelFonts.of(PictureFont.bold(13)).canDisplayUpTo(arabic)).isEqualTo(system);
    }

    @Test
    void knowsItsFont() {
        Font font = PixelFonts.of(PictureFont.regular(13));
        assertThat(font.getFamily()).isEqualTo(PictureFont.FAMILY);
        assertThat(font.getSize2D()).isEqualTo(13);
        assertThat(font.canDisplayUpTo("ä€≥⁻😀")).isEqualTo(-1);
        assertThat(PixelFonts.of(PictureFont.bold(13)).getFontName(Locale.ROOT)).isEqualTo("Carousel Sans Bold");
    }
}
