package lab.carousel.drawing.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.drawing.export.PixelPen;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Marks;
import org.junit.jupiter.api.Test;

class PlotTest {

    private static final Box ROOM = new Box(0, 0, 400, 200);
    private static final ChartAxis EPOCHS = ChartAxis.whole("Epoch", 0, 100);

    @Test
    void leavesRoomForNumbersAndNames() {
        Plot plain = Plot.within(ROOM, EPOCHS, ChartAxis.linear("", 0, 1));
        Plot named = Plot.within(ROOM, EPOCHS, ChartAxis.linear("Loss", 0, 1));
        assertThat(named.area().x()).isEqualTo(plain.area().x() + Plot.ROW);
        assertThat(plain.area().right()).isEqualTo(400 - Plot.RIGHT);
        assertThat(plain.area().bottom()).isEqualTo(200 - 2 * Plot.ROW);
        Plot longNames = Plot.within(ROOM, EPOCHS, ChartAxis.categories("", List.of("x".repeat(500))));
        assertThat(longNames.area().x()).as("names take 40 % at most").isEqualTo(160 + 6);
    }

    @Test
    void whatIsDrawnAtAPlaceIsFoundThere() {
        Plot plot = new Plot(EPOCHS, ChartAxis.logarithmic("", 0.01, 1), new Box(50, 10, 200, 100));
        assertThat(plot.x(25)).isEqualTo(100);
        assertThat(plot.acrossAt(100)).isEqualTo(25);
        assertThat(plot.y(0.1)).isEqualTo(60, within(1e-9));
        assertThat(plot.upAt(60)).isEqualTo(0.1, within(1e-12));
        assertThat(plot.includes(50, 110)).isTrue();
        assertThat(plot.includes(49, 110)).isFalse();
        assertThat(plot.includes(Double.NaN, 60)).isFalse();
    }

    @Test
    void namesStandFromAbove() {
        Plot plot = new Plot(EPOCHS, ChartAxis.categories("", List.of("a", "b")), new Box(0, 0, 100, 100));
        assertThat(plot.y(0)).isEqualTo(25);
        assertThat(plot.upAt(75)).isEqualTo(1);
    }

    /** Drawn through all points or through those that can be told apart, a line covers the same pixels. */
    @Test
    void aLineOfManyPointsIsDrawnThroughItsExtremes() {
        int size = 20_000;
        double[] x = new double[size];
        double[] y = new double[size];
        for (int point = 0; point < size; point++) {
            x[point] = 100.0 * point / size;
            y[point] = 0.5;
        }
        y[7_777] = 1;
        y[15_000] = Double.NaN;
        BufferedImage image = new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = PictureExport.smooth(image);
        Plot plot = new Plot(EPOCHS, ChartAxis.linear("", 0, 1), new Box(0, 0, 400, 200));
        Marks marks = new Marks();
        try (PlotPen pen = new PlotPen(marks, plot)) {
            pen.line(x, y, new LineStyle(Ink.WHITE, 3, null));
        }
        new PixelPen(graphics, Palette.LIGHT).draw(marks.list());
        assertThat(image.getRGB(155, 20) & 255).as("the one high value").isGreaterThan(60);
        assertThat(image.getRGB(100, 100) & 255).isEqualTo(255);
        assertThat(image.getRGB(250, 20) & 255).isZero();
    }
}
