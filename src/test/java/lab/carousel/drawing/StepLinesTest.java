package lab.carousel.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PictureExport;
import org.junit.jupiter.api.Test;

class StepLinesTest {

    private final StepLines lines = new StepLines(
            List.of(
                    new StepLines.StepLine("c", new double[] {0.5, 1, Double.NaN}, 0),
                    new StepLines.StepLine("h", new double[] {-0.5, 0, 0.25}, 1)),
            List.of("3", "0", "1"),
            1,
            -1,
            1,
            value -> String.format(java.util.Locale.ROOT, "%.2f", value),
            List.of(new Mark(1, 2, "the same")),
            1);

    @Test
    void tellsTheValuesOfTheStepUnderThePointer() {
        // The area inside the axes goes from 44 to 388 points
        assertThat(lines.at(60, 100, 400, 240)).get().satisfies(spot -> {
            assertThat(spot.column()).isZero();
            assertThat(spot.words()).isEqualTo("step 1, in 3\nc\u00a0=\u00a00.50\nh\u00a0=\u00a0-0.50");
        });
        assertThat(lines.at(380, 100, 400, 240).orElseThrow().words()).isEqualTo("step 3, in 1\nh\u00a0=\u00a00.25");
        assertThat(lines.at(20, 100, 400, 240)).isEmpty();
    }

    @Test
    void drawsEachLineInItsColour() {
        BufferedImage image = PictureExport.image(new DrawnPicture("t", "", lines, Palette.LIGHT, 432, 300), 1);
        int[] found = new int[2];
        for (int y = 80; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                for (int line = 0; line < 2; line++) {
                    found[line] += image.getRGB(x, y)
                                    == Palette.LIGHT.series().get(line).getRGB()
                            ? 1
                            : 0;
                }
            }
        }
        assertThat(found[0]).isGreaterThan(20);
        assertThat(found[1]).isGreaterThan(20);
    }

    @Test
    void writesItsNumbersAsCsv() {
        assertThat(lines.csv()).isEqualTo("step,input,c,h\n1,3,0.5,-0.5\n2,0,1.0,0.0\n3,1,NaN,0.25\n");
    }

    @Test
    void aLowChartHasTwoNumbersOnItsAxisAtLeast() {
        StepLines low = new StepLines(
                List.of(new StepLines.StepLine("c", new double[] {-7, 7}, 0)),
                List.of("a", "b"),
                1,
                -8,
                8,
                Double::toString,
                List.of(),
                -1);
        byte[] svg = PictureExport.svg(new DrawnPicture("t", "", low, Palette.LIGHT, 300, 150));
        String text = new String(svg, java.nio.charset.StandardCharsets.UTF_8);
        assertThat(text).contains(">5<").contains(">−5<");
    }
}
