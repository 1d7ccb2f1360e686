package lab.carousel.picture.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.drawing.Chart;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.chart.ChartAxis;
import lab.carousel.drawing.chart.Legend;
import lab.carousel.drawing.chart.LegendEntry;
import lab.carousel.drawing.chart.LineStyle;
import lab.carousel.drawing.chart.Plot;
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
 * The curve of a series with its test part shaded, forecast and a floor over it, and the errors of both below.
 *
 * @param series whole, or as much of it as there is; NaN where a value is missing
 * @param rows   names of its rows
 * @param first  the first row that is shown
 * @param part   without a forecast the floor alone is drawn
 * @param floor  its place among those of the part
 */
public record ForecastDrawing(double[] series, List<String> rows, int first, TestPart part, int floor)
        implements Drawing {

    private static final double UPPER = 0.64;
    private static final double BETWEEN = 6;
    /** In points; with less room the errors are left out, so that the curve can be seen. */
    private static final double LEAST_FOR_BOTH = 230;

    private static final int SHADE = 26;

    private static final LineStyle TRUTH = new LineStyle(Ink.TEXT, 1.6, null);
    private static final LineStyle FORECAST = LineStyle.series(0);
    private static final LineStyle FLOOR = LineStyle.series(1);

    public ForecastDrawing {
        rows = List.copyOf(rows);
    }

    private String floorName() {
        return part.floors().get(floor).name().text();
    }

    /** What is forecast; none where there is nothing but floors. */
    private Stream<double[]> forecasts() {
        return part.hasForecast() ? Stream.of(part.forecast()) : Stream.of();
    }

    private String forecast(int place) {
        return part.hasForecast() ? number(part.forecast()[place]) : "–";
    }

    /**
     * One of the two charts.
     *
     * @param left where its area begins at the earliest, so that the rows of both stand below each other
     */
    private record Panel(ForecastDrawing of, boolean isOfErrors, double left) implements Chart {

        @Override
        public Plot plot(double width, double height) {
            Plot own = Chart.super.plot(width, height);
            Box area = own.area();
            double x = Math.max(left, area.x());
            return new Plot(own.across(), own.up(), new Box(x, area.y(), area.right() - x, area.height()));
        }

        @Override
        public ChartAxis across() {
            List<String> names = of.rows.subList(of.first, of.rows.size());
            return ChartAxis.named(isOfErrors ? Message.text("forecast.rows.axis") : "", names);
        }

        @Override
        public ChartAxis up(double height) {
            double[] shown = lines().flatMapToDouble(Arrays::stream)
                    .filter(Double::isFinite)
                    .toArray();
            double least = Arrays.stream(shown).min().orElse(0);
            double most = Arrays.stream(shown).max().orElse(1);
            double slack = 0.04 * (most - least);
            return ChartAxis.linear(
                    Message.text(isOfErrors ? "forecast.error.axis" : "forecast.value.axis"),
                    least - slack,
                    most + slack);
        }

        private Stream<double[]> lines() {
            double[] floor = of.part.said()[of.floor];
            return isOfErrors
                    ? Stream.concat(of.forecasts().map(this::errors), Stream.of(errors(floor), new double[1]))
                    : Stream.concat(
                            of.forecasts(),
                            Stream.of(Arrays.copyOfRange(of.series, of.first, of.series.length), floor));
        }

        private double[] errors(double[] said) {
            double[] errors = said.clone();
            Arrays.setAll(errors, place -> said[place] - of.part.truth()[place]);
            return errors;
        }

        @Override
        public Legend legend(double width, double height) {
            if (isOfErrors) {
                return new Legend(List.of());
            }
            return new Legend(List.of(
                    LegendEntry.line(Message.text("forecast.truth"), TRUTH),
                    LegendEntry.line(Message.text("forecast.forecast"), FORECAST),
                    LegendEntry.line(of.floorName(), FLOOR),
                    LegendEntry.sign(
                            Message.text("forecast.test"), new Box(-8, -6, 16, 12), Ink.MUTED.veiled(SHADE * 3))));
        }

        @Override
        public void draw(PlotPen pen) {
            int[] places = of.part.places();
            double[] x = IntStream.of(places).mapToDouble(row -> row - of.first).toArray();
            if (places.length > 0) {
                double low = pen.plot().up().from();
                double high = pen.plot().up().to();
                double[] ends = {x[0] - 0.5, x[x.length - 1] + 0.5};
                pen.band(ends, new double[] {low, low}, new double[] {high, high}, Ink.MUTED.veiled(SHADE));
            }
            if (isOfErrors) {
                pen.level(0, LineStyle.floor());
                pen.line(x, errors(of.part.said()[of.floor]), FLOOR);
                of.forecasts().forEach(said -> pen.line(x, errors(said), FORECAST));
                return;
            }
            double[] all = DoubleStream.iterate(0, row -> row + 1)
                    .limit(of.series.length - of.first)
                    .toArray();
            pen.line(all, Arrays.copyOfRange(of.series, of.first, of.series.length), TRUTH);
            pen.line(x, of.part.said()[of.floor], FLOOR);
            of.forecasts().forEach(said -> pen.line(x, said, FORECAST));
        }

        @Override
        public Optional<Hit> at(Plot plot, Point place) {
            int row = of.first + (int) Math.round(plot.acrossAt(place.x()));
            return row < of.first || row >= of.rows.size() ? Optional.empty() : Optional.of(of.hit(row));
        }

        @Override
        public Table<?> table() {
            return of.table();
        }
    }

    /** What stands at a row; its column is the row. */
    private Hit hit(int row) {
        int place = Arrays.binarySearch(part.places(), row);
        String truth = number(series[row]);
        return new Hit(
                -1,
                row,
                place < 0
                        ? Message.text("forecast.spot", rows.get(row), truth)
                        : Message.text(
                                "forecast.spot.test",
                                rows.get(row),
                                truth,
                                forecast(place),
                                floorName(),
                                number(part.said()[floor][place])));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "–" : NumberText.significant(value);
    }

    @Override
    public void draw(Marks marks, double width, double height) {
        if (height < LEAST_FOR_BOTH) {
            new Panel(this, false, 0).draw(marks, new Box(0, 0, width, height));
            return;
        }
        double upper = UPPER * height;
        Box curve = new Box(0, 0, width, upper - BETWEEN);
        Box errors = new Box(0, upper, width, height - upper);
        double left = Math.max(left(false, curve), left(true, errors));
        new Panel(this, false, left).draw(marks, curve);
        new Panel(this, true, left).draw(marks, errors);
    }

    private double left(boolean isOfErrors, Box room) {
        return new Panel(this, isOfErrors, 0)
                .plot(room.width(), room.height())
                .area()
                .x();
    }

    @Override
    public Table<?> table() {
        List<List<?>> lines = new ArrayList<>();
        for (int row = first; row < series.length; row++) {
            int place = Arrays.binarySearch(part.places(), row);
            lines.add(
                    place < 0
                            ? List.of(rows.get(row), series[row], "", "")
                            : List.of(
                                    rows.get(row),
                                    series[row],
                                    part.hasForecast() ? part.forecast()[place] : "",
                                    part.said()[floor][place]));
        }
        return Table.ofFields(
                List.of("row", "truth", "forecast", part.floors().get(floor).key()), lines);
    }
}
