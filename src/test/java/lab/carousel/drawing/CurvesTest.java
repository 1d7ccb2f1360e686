package lab.carousel.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import lab.carousel.drawing.chart.Plot;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.drawing.mark.Box;
import org.junit.jupiter.api.Test;

class CurvesTest {

    private static final Curves.Curve ONE =
            new Curves.Curve("one", new double[] {0, 10, 20}, new double[] {0.8, 0.4, 0.1}, 0);
    private static final Curves.Curve OTHER =
            new Curves.Curve("other", new double[] {0, 5}, new double[] {0.7, Double.NaN}, 1);

    private static Curves curves(boolean logarithmic) {
        return new Curves(
                List.of(ONE, OTHER), List.of(new Curves.Level("floor", 0.07)), "loss", logarithmic, Double::toString);
    }

    @Test
    void tellsTheValuesAtTheNearestEpoch() {
        // The area inside the axes goes from epoch 0 to 20
        Box area = curves(false).plot(400, 240).area();
        assertThat(area.right()).isEqualTo(400 - Plot.RIGHT);
        assertThat(curves(false)
                        .at(area.x() + area.width() * 0.48, 50, 400, 240)
                        .orElseThrow()
                        .words())
                .isEqualTo("epoch 10\none\u00a0=\u00a00.4");
        assertThat(curves(false).at(area.x() + 1, 50, 400, 240).orElseThrow().words())
                .isEqualTo("epoch 0\none\u00a0=\u00a00.8\nother\u00a0=\u00a00.7");
        assertThat(curves(false).at(10, 50, 400, 240)).isEmpty();
    }

    @Test
    void findsTheNearestPoint() {
        assertThat(ONE.nearest(-1)).isZero();
        assertThat(ONE.nearest(4)).isZero();
        assertThat(ONE.nearest(6)).isEqualTo(1);
        assertThat(ONE.nearest(99)).isEqualTo(2);
        assertThat(new Curves.Curve("none", new double[0], new double[0], 0).nearest(1))
                .isEqualTo(-1);
    }

    @Test
    void drawsOnLinearAndLogarithmicAxes() {
        for (boolean logarithmic : new boolean[] {false, true}) {
            BufferedImage image =
                    PictureExport.image(new DrawnPicture("t", "", curves(logarithmic), Palette.LIGHT, 432, 300), 1);
            int blue = 0;
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    blue += image.getRGB(x, y) == Palette.LIGHT.series().get(0).getRGB() ? 1 : 0;
                }
            }
            assertThat(blue).isGreaterThan(100);
        }
    }

    @Test
    void writesEveryPointAsCsv() {
        assertThat(curves(false).csv())
                .isEqualTo("curve,epoch,loss\none,0,0.8\none,10,0.4\none,20,0.1\nother,0,0.7\nother,5,NaN\n");
    }
}
