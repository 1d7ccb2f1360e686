package lab.carousel.picture.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import lab.carousel.drawing.chart.ChartAxis;
import lab.carousel.drawing.chart.Plot;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.drawing.export.PixelPen;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Mark;
import lab.carousel.drawing.mark.Point;
import lab.carousel.picture.study.DotStrips.Strip;
import lab.carousel.picture.study.LineChart.Form;
import lab.carousel.picture.study.LineChart.Line;
import org.junit.jupiter.api.Test;

/** What the charts of a study tell under the pointer, and in words. */
class StudyChartsTest {

    private static final int WIDTH = 600;
    private static final int HEIGHT = 300;

    private static Optional<Hit> at(StudyChart content, double across, double down) {
        Box area = new Box(100, 50, 400, 200);
        Plot plot = new Plot(content.across(), content.up(HEIGHT), area);
        double x = 100 + 400 * across;
        double y = 50 + 200 * down;
        return plot.includes(x, y) ? content.at(plot, new Point(x, y)) : Optional.empty();
    }

    private static Line line(String name, double... y) {
        double[] x = {1, 10, 100};
        double[] low = Arrays.stream(y).map(value -> value - 1).toArray();
        double[] high = Arrays.stream(y).map(value -> value + 1).toArray();
        return new Line(name, 0, x, y, low, high);
    }

    private static LineChart chart(ChartAxis across, Form form, Line... lines) {
        ChartAxis up = ChartAxis.linear("Runs (%)", 0, 100);
        return new LineChart("Runs that remember", "5 runs", across, up, List.of(lines), List.of(), List.of(), form);
    }

    @Test
    void tellsTheValuesOfAllLinesAtTheNearestPlace() {
        LineChart chart = chart(
                ChartAxis.logarithmic("Lag", 1, 100),
                Form.BAND,
                line("LSTM", 90, 80, Double.NaN),
                line("GRU", 70, 60, 50));
        assertThat(at(chart, 0.3, 0.9).orElseThrow().words())
                .isEqualTo("Lag 10\nLSTM: 80 (79 to 81)\nGRU: 60 (59 to 61)");
        assertThat(at(chart, 0.99, 0.5).orElseThrow().words()).isEqualTo("Lag 100\nGRU: 50 (49 to 51)");
        assertThat(at(chart, 1.1, 0.5)).isEmpty();
    }

    @Test
    void tellsThePointUnderThePointerOnly() {
        LineChart chart = chart(ChartAxis.linear("Rate", 0, 200), Form.POINTS, line("", 20, 40, 50));
        assertThat(at(chart, 0.5, 0.5).orElseThrow().words()).isEqualTo("Rate 100: 50 % of runs remember (49 to 51 %)");
        assertThat(at(chart, 0.5, 0.6)).isEmpty();
    }

    @Test
    void tellsACellOfAHeatmap() {
        double[][] percent = {{0, 5}, {Double.NaN, 95}};
        ShareGrid heatmap = new ShareGrid("", "", "Epoch", "Units", List.of("10", "20"), List.of("1", "2"), percent);
        assertThat(at(heatmap, 0.9, 0.1).orElseThrow().words()).isEqualTo("Units 1, Epoch 20: 5 %");
        assertThat(at(heatmap, 0.9, 0.9).orElseThrow().words()).isEqualTo("Units 2, Epoch 20: 95 %");
        assertThat(at(heatmap, 0.1, 0.9)).isEmpty();
    }

    /** Whatever its place among the dots, a run is found where it is drawn. */
    @Test
    void findsTheRunThatIsDrawnAtAPlace() {
        Strip first = new Strip("one", new int[] {0, 2}, new double[] {10, 1_000}, Double.NaN, Double.NaN);
        Strip second = new Strip("two", new int[] {5}, new double[] {100}, Double.NaN, Double.NaN);
        DotStrips strips = new DotStrips(
                "", "", ChartAxis.logarithmic("Sequences", 5, 5_000), List.of(first, second), "median", "");
        StudyPicture picture = new StudyPicture("success", strips, Palette.LIGHT);
        BufferedImage pixels = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = PictureExport.smooth(pixels);
        graphics.setColor(Palette.LIGHT.background());
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        List<Mark> marks = strips.marks(WIDTH, HEIGHT);
        new PixelPen(graphics, Palette.LIGHT).draw(marks);
        graphics.dispose();
        Box area = strips.plot(WIDTH, HEIGHT).area();
        int found = 0;
        for (int y = (int) area.y() + 2; y < area.bottom() - 2; y++) {
            for (int x = (int) area.x() + 2; x < area.right() - 2; x++) {
                if (isColoured(pixels.getRGB(x, y))) {
                    found++;
                    int run = Hit.at(marks, x, y)
                            .map(spot -> StudyPicture.run(picture.chart(), spot))
                            .orElse(OptionalInt.empty())
                            .orElse(-1);
                    boolean isLeft = x < area.middleX();
                    boolean isAbove = y < area.middleY();
                    assertThat(run).as("%d, %d", x, y).isEqualTo(!isAbove ? 5 : isLeft ? 0 : 2);
                }
            }
        }
        assertThat(found).isGreaterThan(30);
    }

    private static boolean isColoured(int rgb) {
        int red = rgb >> 16 & 255;
        int blue = rgb & 255;
        return Math.abs(red - blue) > 60;
    }

    private static String summary(Line... lines) {
        return chart(ChartAxis.linear("Lag", 0, 100), Form.BAND, lines).summary();
    }

    @Test
    void tellsWhereEachLineBeginsAndEnds() {
        assertThat(summary(line("LSTM", 90, 80, 70), line("GRU", Double.NaN, 60, Double.NaN)))
                .isEqualTo("Runs that remember. 5 runs. LSTM: from 90 at Lag 1 to 70 at 100. GRU: 60 at 10.");
        assertThat(summary(line("none", Double.NaN, Double.NaN, Double.NaN))).endsWith("5 runs. ");
        assertThat(summary(Collections.nCopies(11, line("LSTM", 1, 2, 3)).toArray(Line[]::new)))
                .endsWith("And 3 more.");
    }

    @Test
    void tellsTheRangeOfEachStrip() {
        List<Strip> strips = List.of(
                new Strip("LSTM", new int[] {0, 1, 2}, new double[] {0.5, 0.1, 0.2}, 0.2, Double.NaN),
                new Strip("GRU", new int[0], new double[0], Double.NaN, Double.NaN));
        assertThat(new DotStrips("Margins", "3 runs", ChartAxis.linear("Runs (%)", 0, 100), strips, "", "").summary())
                .isEqualTo("Margins. 3 runs. LSTM: 3 runs from 0.1 to 0.5, median 0.2.");
    }

    @Test
    void tellsTheHighestAndTheLowestCell() {
        double[][] percent = {{20, 50}, {Double.NaN, 95}};
        ShareGrid heatmap =
                new ShareGrid("Success", "of runs", "units", "lag", List.of("5", "10"), List.of("2", "4"), percent);
        assertThat(heatmap.summary())
                .isEqualTo("Success. of runs. Highest at lag 4, units 10: 95 %, lowest at lag 2, units 5: 20 %.");
    }
}
