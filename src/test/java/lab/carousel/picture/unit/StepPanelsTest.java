package lab.carousel.picture.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.picture.unit.UnitPanels.StepPanels;
import org.junit.jupiter.api.Test;

class StepPanelsTest {

    private final StepPanels panels = of(-1, panel("A", 0.25), panel("B", 0.75));

    private static StepPanels of(double low, StepPanels.Panel... panels) {
        return new StepPanels(List.of(panels), low, -low, value -> String.format(Locale.ROOT, "%.2f", value));
    }

    private static StepPanels.Panel panel(String title, double value) {
        return new StepPanels.Panel(
                title,
                List.of(
                        new StepPanels.StepLine("c", new double[] {value, 1}, 0),
                        new StepPanels.StepLine("h", new double[] {-0.5, Double.NaN}, 1)),
                List.of("3", "0"),
                1,
                0);
    }

    @Test
    void thePointerFindsPanelAndStep() {
        // Legend 20; then two panels of 140 with a title of 20 above their lines and 40 of axis below
        assertThat(panels.at(60, 60, 400, 300)).get().satisfies(spot -> {
            assertThat(spot.row()).isZero();
            assertThat(spot.column()).isZero();
            assertThat(spot.words()).isEqualTo("step 1, in 3\nc\u00a0=\u00a00.25\nh\u00a0=\u00a0-0.50");
        });
        assertThat(panels.at(60, 210, 400, 300)).get().satisfies(spot -> {
            assertThat(spot.row()).isEqualTo(1);
            assertThat(spot.words()).contains("c\u00a0=\u00a00.75");
        });
        assertThat(panels.at(300, 210, 400, 300)).get().satisfies(spot -> {
            assertThat(spot.column()).isEqualTo(1);
            assertThat(spot.words()).isEqualTo("step 2, in 0\nc\u00a0=\u00a01.00");
        });
        assertThat(panels.at(60, 165, 400, 300)).as("between the panels").isEmpty();
    }

    @Test
    void writesAllPanelsAsCsv() {
        assertThat(panels.csv())
                .isEqualTo(
                        """
                panel,step,input,c,h
                A,1,3,0.25,-0.5
                A,2,0,1.0,NaN
                B,1,3,0.75,-0.5
                B,2,0,1.0,NaN
                """);
    }

    @Test
    void drawsEachLineInItsColour() {
        BufferedImage image = PictureExport.image(new DrawnPicture("t", "", panels, Palette.LIGHT, 432, 300), 1);
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
    void aLowChartHasTwoNumbersOnItsAxisAtLeast() {
        StepPanels low = of(-8, panel("A", -7));
        byte[] svg = PictureExport.svg(new DrawnPicture("t", "", low, Palette.LIGHT, 300, 150));
        String text = new String(svg, StandardCharsets.UTF_8);
        assertThat(text).contains(">5<").contains(">−5<");
    }
}
