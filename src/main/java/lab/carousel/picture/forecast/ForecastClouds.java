package lab.carousel.picture.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import lab.carousel.drawing.Chart;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.chart.ChartAxis;
import lab.carousel.drawing.chart.LineStyle;
import lab.carousel.drawing.chart.Plot;
import lab.carousel.drawing.chart.PlotMarkers;
import lab.carousel.drawing.chart.PlotPen;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.drawing.mark.Point;
import lab.carousel.task.series.TestPart;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.text.Table;

/**
 * Two clouds: the forecast against the truth, and against the last value that was known. A good forecast lies on the diagonal of the
 * first, an echo on that of the second.
 *
 * @param rows names of the rows of the series
 */
public record ForecastClouds(TestPart part, List<String> rows) implements Drawing {

    private static final double DOT = 6;
    private static final int VEIL = 150;
    private static final double GAP = 12;
    /** In points, how far from a dot it is still meant. */
    private static final double NEAR = 12;

    private record Cloud(ForecastClouds of, boolean isOfTruth) implements Chart {

        private double[] dots() {
            return isOfTruth ? of.part.truth() : of.part.last();
        }

        private double least() {
            return all().min().orElse(0);
        }

        private double most() {
            return all().max().orElse(1);
        }

        /** Both clouds have the same axes. */
        private DoubleStream all() {
            return Stream.of(of.part.truth(), of.part.last(), of.part.forecast())
                    .flatMapToDouble(Arrays::stream);
        }

        @Override
        public ChartAxis across() {
            return ChartAxis.linear(Message.text(isOfTruth ? "forecast.truth" : "forecast.last"), least(), most());
        }

        @Override
        public ChartAxis up(double height) {
            return ChartAxis.linear(Message.text("forecast.forecast"), least(), most());
        }

        @Override
        public void draw(PlotPen pen) {
            pen.stroke(least(), least(), most(), most(), LineStyle.floor());
            double[] x = dots();
            for (int place = 0; place < x.length; place++) {
                pen.sign(
                        x[place],
                        of.part.forecast()[place],
                        PlotMarkers.of(isOfTruth ? 0 : 3, DOT),
                        Ink.series(isOfTruth ? 0 : 1).veiled(VEIL));
            }
        }

        @Override
        public Optional<Hit> at(Plot plot, Point at) {
            double[] x = dots();
            int nearest = -1;
            double least = NEAR * NEAR;
            for (int place = 0; place < x.length; place++) {
                double right = plot.x(x[place]) - at.x();
                double down = plot.y(of.part.forecast()[place]) - at.y();
                if (right * right + down * down < least) {
                    least = right * right + down * down;
                    nearest = place;
                }
            }
            return nearest < 0 ? Optional.empty() : Optional.of(of.hit(nearest));
        }

        @Override
        public Table<?> table() {
            return of.table();
        }
    }

    /** Its column is the row. */
    private Hit hit(int place) {
        int row = part.places()[place];
        return new Hit(
                -1,
                row,
                Message.text(
                        "forecast.spot.cloud",
                        rows.get(row),
                        NumberText.significant(part.truth()[place]),
                        NumberText.significant(part.forecast()[place]),
                        NumberText.significant(part.last()[place])));
    }

    /** Side by side, or one below the other where there is more height than width. */
    @Override
    public void draw(Marks marks, double width, double height) {
        boolean isWide = width >= height;
        double across = isWide ? (width - GAP) / 2 : width;
        double down = isWide ? height : (height - GAP) / 2;
        new Cloud(this, true).draw(marks, new Box(0, 0, across, down));
        new Cloud(this, false).draw(marks, new Box(width - across, height - down, across, down));
    }

    @Override
    public Table<?> table() {
        List<List<?>> lines = new ArrayList<>();
        for (int place = 0; place < part.places().length; place++) {
            lines.add(List.of(
                    rows.get(part.places()[place]), part.truth()[place], part.last()[place], part.forecast()[place]));
        }
        return Table.ofFields(List.of("row", "truth", "last", "forecast"), lines);
    }
}
