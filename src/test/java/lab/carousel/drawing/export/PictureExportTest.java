package lab.carousel.drawing.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.label.PictureFont;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureExportTest {

    /** A red square at the top left, a line, and texts in both weights. */
    private static final Picture PICTURE = new PlainPicture(120, 80, "", PictureExportTest::draw);

    private static void draw(Graphics2D graphics) {
        graphics.setPaint(Color.RED);
        graphics.fill(new Rectangle(0, 0, 10, 10));
        Path2D line = new Path2D.Double();
        line.moveTo(1.0 / 3, 40);
        line.lineTo(100, 41.987654321);
        line.lineTo(110, 1e-9);
        graphics.draw(line);
        graphics.setFont(PictureFont.bold(16));
        graphics.drawString("a & b < c", 10, 30);
        graphics.setFont(PictureFont.regular(12));
        graphics.drawString("“😀” 10⁻⁶", 10, 60);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void drawsAPngAtScale(int scale) throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(PictureExport.png(PICTURE, scale)));
        assertThat(image.getWidth()).isEqualTo(120 * scale);
        assertThat(image.getHeight()).isEqualTo(80 * scale);
        assertThat(new Color(image.getRGB(9 * scale, 9 * scale))).isEqualTo(Color.RED);
        assertThat(image.getRGB(11 * scale, 11 * scale) >>> 24)
                .as("opacity beside the square")
                .isZero();
    }

    @Test
    void writesAnSvgOfTheSizeOfThePictureInPixels() throws Exception {
        SvgReader svg = SvgReader.of(PictureExport.svg(PICTURE));
        assertThat(svg.document().getDocumentElement().getAttribute("width")).isEqualTo("120px");
        assertThat(svg.document().getDocumentElement().getAttribute("height")).isEqualTo("80px");
        assertThat(svg.document().getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 120 80");
    }

    @Test
    void writesTextsAsTextsWhateverSignsAreInThem() throws Exception {
        SvgReader svg = SvgReader.of(PictureExport.svg(PICTURE));
        assertThat(svg.texts()).containsExactly("a & b < c", "“😀” 10⁻⁶");
        assertThat(svg.elements("text").get(0).getAttribute("style"))
                .contains("font-family:'Carousel Sans', Inter, Arial, sans-serif;")
                .contains("font-size:16.0px;")
                .contains("font-weight:bold;");
        assertThat(svg.elements("text").get(1).getAttribute("style"))
                .contains("font-size:12.0px;")
                .doesNotContain("bold");
    }

    @Test
    void writesShapesWithShortNumbers() throws Exception {
        SvgReader svg = SvgReader.of(PictureExport.svg(PICTURE));
        assertThat(svg.elements("path")).hasSize(1);
        assertThat(svg.elements("path").get(0).getAttribute("d")).isEqualTo("M0.33,40 L100.0,41.99 L110.0,0");
        assertThat(svg.elements("image")).isEmpty();
    }

    @Test
    void keepsASignThatIsWiderThanItsRoom() throws Exception {
        Picture narrow = new PlainPicture(40, 40, "", graphics -> {
            graphics.setFont(PictureFont.regular(12));
            new Lettering(graphics).around("🐱", 20, 20, 10);
            new Lettering(graphics).around("🐱", 20, 20, 5);
        });
        assertThat(SvgReader.of(PictureExport.svg(narrow)).texts()).containsExactly("🐱");
    }

    @Test
    void takesWhatItsFontDoesNotHaveFromTheFontsOfTheSystem() {
        String arabic = "سلام";
        int system = new Font(Font.DIALOG, Font.PLAIN, 13).canDisplayUpTo(arabic);
        assertThat(PictureFont.regular(13).canDisplayUpTo(arabic)).isEqualTo(system);
        assertThat(PictureFont.bold(13).canDisplayUpTo(arabic)).isEqualTo(system);
    }

    @Test
    void knowsItsFont() {
        assertThat(PictureFont.regular(13).getFamily()).isEqualTo(PictureFont.FAMILY);
        assertThat(PictureFont.regular(13).getSize2D()).isEqualTo(13);
        assertThat(PictureFont.regular(13).canDisplayUpTo("ä€≥⁻😀")).isEqualTo(-1);
        assertThat(PictureFont.isBold(PictureFont.bold(13))).isTrue();
        assertThat(PictureFont.isBold(PictureFont.regular(13))).isFalse();
    }
}
