package lab.carousel.picture.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import lab.carousel.drawing.chart.ChartAxis;
import lab.carousel.picture.study.DotStrips.Strip;
import lab.carousel.picture.study.LineChart.Form;
import lab.carousel.picture.study.LineChart.Line;
import org.junit.jupiter.api.Test;

class StudySummaryTest {

    private static final ChartAxis LAG = ChartAxis.linear("Lag", 0, 100);
    private static final ChartAxis SHARE = ChartAxis.linear("Runs (%)", 0, 100);

    private static Line line(String name, double... y) {
        return new Line(name, 0, new double[] {1, 10, 100}, y, y, y);
    }

    private static String of(Line... lines) {
        return new LineChart(
                        "Runs that remember", "5 runs", LAG, SHARE, List.of(lines), List.of(), List.of(), Form.BAND)
                .summary();
    }

    @Test
    void tellsWhereEachLineBeginsAndEnds() {
        assertThat(of(line("LSTM", 90, 80, 70), line("GRU", Double.NaN, 60, Double.NaN)))
                .isEqualTo("Runs that remember. 5 runs. LSTM: from 90 at Lag 1 to 70 at 100. GRU: 60 at 10.");
        assertThat(of(line("none", Double.NaN, Double.NaN, Double.NaN))).endsWith("5 runs. ");
        assertThat(of(Collections.nCopies(11, line("LSTM", 1, 2, 3)).toArray(Line[]::new)))
                .endsWith("And 3 more.");
    }

    @Test
    void tellsTheRangeOfEachStrip() {
        List<Strip> strips = List.of(
                new Strip("LSTM", new int[] {0, 1, 2}, new double[] {0.5, 0.1, 0.2}, 0.2, Double.NaN),
                new Strip("GRU", new int[0], new double[0], Double.NaN, Double.NaN));
        assertThat(new DotStrips("Margins", "3 runs", SHARE, strips, "", "").summary())
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
