package lab.carousel.picture.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.chart.AxisPainter;
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
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.text.Table;

/**
 * A series with its test part shaded, the forecast and the echo over it, and below it the errors of both. Of a long training part only
 * the end is shown. The column of a spot is the place of its row in the series.
 *
 * @param series what came, by place; NaN where that is missing
 * @param names  of the places; empty: they are numbered from 1
 * @param from   the place where the test part begins
 * @param lines  of what was said of the test part, by place; NaN where nothing was
 */
public record ForecastDrawing(double[] series, List<String> names, int from, List<Line> lines) implements Drawing {

    /** So many times the test part are shown of what was before it. */
    private static final int MOST_BEFORE = 3;

    private static final int LEAST_BEFORE = 24;
    private static final double UPPER = 0.62;
    private static final double MARGIN = 0.05;
    private static final int SHADE = 26;
    /** With more points to a point of the picture dashes are not seen. */
    private static final double DENSE = 2;

    /** What somebody said of each place, such as a forecast. */
    public record Line(Message name, double[] said) {

        /** @param values at some places of a series of a length */
        public static Line at(Message name, int[] places, double[] values, int length) {
            double[] said = new double[length];
            Arrays.fill(said, Double.NaN);
            IntStream.range(0, values.length).forEach(at -> said[places[at]] = values[at]);
            return new Line(name, said);
        }
    }

    public ForecastDrawing {
        names = List.copyOf(names);
        lines = List.copyOf(lines);
    }

    private int first() {
        return Math.max(0, from - Math.max(LEAST_BEFORE, MOST_BEFORE * (series.length - from)));
    }

    private double[] errors(Line line) {
        return IntStream.range(0, series.length)
                .mapToDouble(t -> line.said()[t] - series[t])
                .toArray();
    }

    @Override
    public void draw(Marks marks, double width, double height) {
        Legend legend = legend();
        legend.draw(marks, Plot.ROW / 2, width - Plot.ROW);
        double top = legend.height(width - Plot.ROW) + 4;
        double upper = Math.max(1, (height - top) * UPPER);
        ChartAxis rows = ChartAxis.whole("", first() + 0.5, series.length + 0.5);
        Stream<double[]> said = lines.stream().map(Line::said);
        Plot values = plot(
                new Box(0, top, width, upper),
                rows,
                "forecastPicture.value",
                Stream.concat(Stream.of(series), said).map(this::seen));
        Plot errors = plot(
                new Box(0, top + upper, width, Math.max(1, height - top - upper)),
                ChartAxis.whole(Message.text("forecastPicture.row"), rows.from(), rows.to()),
                "forecastPicture.error",
                Stream.concat(Stream.of(new double[1]), lines.stream().map(line -> seen(errors(line)))));
        // So that both have the same rows at the same places
        double left = Math.max(values.area().x(), errors.area().x());
        draw(marks, moved(values, left), true);
        draw(marks, moved(errors, left), false);
    }

    private Legend legend() {
        LegendEntry truth = LegendEntry.line(Message.text("forecastPicture.truth"), truth());
        return new Legend(Stream.concat(
                        Stream.of(truth),
                        IntStream.range(0, lines.size())
                                .mapToObj(line ->
                                        LegendEntry.line(lines.get(line).name().text(), LineStyle.series(line))))
                .toList());
    }

    private static LineStyle truth() {
        return new LineStyle(Ink.TEXT, 1.4, null);
    }

    private double[] seen(double[] all) {
        return Arrays.copyOfRange(all, Math.min(first(), all.length - 1), all.length);
    }

    private static Plot plot(Box room, ChartAxis across, String axis, Stream<double[]> values) {
        double[] known = values.flatMapToDouble(DoubleStream::of)
                .filter(Double::isFinite)
                .toArray();
        double least = DoubleStream.of(known).min().orElse(0);
        double most = DoubleStream.of(known).max().orElse(1);
        double margin = most > least ? MARGIN * (most - least) : Math.max(1, Math.abs(most)) / 2;
        return Plot.within(room, across, ChartAxis.linear(Message.text(axis), least - margin, most + margin));
    }

    private static Plot moved(Plot plot, double left) {
        Box area = plot.area();
        return new Plot(plot.across(), plot.up(), Box.between(left, area.y(), area.right(), area.bottom()));
    }

    private void draw(Marks marks, Plot plot, boolean isOfValues) {
        double test = plot.x(from + 0.5);
        marks.ink(Ink.MUTED.veiled(SHADE));
        marks.fill(Box.between(
                test, plot.area().y(), plot.area().right(), plot.area().bottom()));
        new AxisPainter(marks, plot).draw();
        double[] rows = IntStream.rangeClosed(1, series.length).asDoubleStream().toArray();
        boolean isDense = series.length - first() > DENSE * plot.area().width();
        UnaryOperator<LineStyle> look = style -> isDense ? style.rough() : style;
        try (PlotPen pen = new PlotPen(marks, plot)) {
            if (isOfValues) {
                pen.line(rows, series, look.apply(truth()));
            } else {
                pen.level(0, LineStyle.floor());
            }
            // What was named first lies above
            for (int line = lines.size() - 1; line >= 0; line--) {
                Line drawn = lines.get(line);
                pen.line(rows, isOfValues ? drawn.said() : errors(drawn), look.apply(LineStyle.series(line)));
            }
        }
        marks.spots(plot.withAxes(), place -> Optional.of(spot((int) Math.round(plot.acrossAt(place.x())) - 1)));
    }

    private Hit spot(int nearest) {
        int row = Math.max(first(), Math.min(series.length - 1, nearest));
        Stream<String> values = Stream.concat(
                Stream.of(value(Message.text("forecastPicture.truth"), series[row])),
                lines.stream().map(line -> value(line.name().text(), line.said()[row])));
        String name = names.isEmpty() ? "" : names.get(row);
        return new Hit(
                -1,
                row,
                Message.text(
                        name.isEmpty() ? "forecastPicture.spot" : "forecastPicture.spot.named",
                        row + 1,
                        values.filter(words -> !words.isEmpty())
                                .reduce((one, more) -> one + "\n" + more)
                                .orElse(""),
                        name));
    }

    private static String value(String name, double value) {
        return Double.isNaN(value) ? "" : Message.text("picture.value", name, NumberText.loss(value));
    }

    @Override
    public Table<Integer> table() {
        Table<Integer> table = Table.ofPlaces(series.length).column("row", row -> row + 1);
        if (!names.isEmpty()) {
            table.column("name", names::get);
        }
        return table.column("truth", row -> Table.known(series[row]))
                .columns(lines, line -> line.name().text(), (row, line) -> Table.known(line.said()[row]));
    }
}
