package lab.carousel.picture.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.drawing.Chart;
import lab.carousel.drawing.chart.ChartAxis;
import lab.carousel.drawing.chart.Legend;
import lab.carousel.drawing.chart.LegendEntry;
import lab.carousel.drawing.chart.LineStyle;
import lab.carousel.drawing.chart.Plot;
import lab.carousel.drawing.chart.PlotPen;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Point;
import lab.carousel.study.forecast.FreeForecast;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.text.Table;

/** The error over the horizon: a line for the network that runs free, one for each floor. */
public record HorizonDrawing(FreeForecast free) implements Chart {

    private String name(int line) {
        return line == 0
                ? Message.text("forecast.forecast")
                : free.floors().get(line - 1).name();
    }

    private double[] errors(int line) {
        return line == 0 ? free.errors() : free.floors().get(line - 1).errors();
    }

    private IntStream lines() {
        return IntStream.rangeClosed(0, free.floors().size());
    }

    @Override
    public ChartAxis across() {
        return ChartAxis.whole(Message.text("forecast.horizon.axis"), 1, free.errors().length);
    }

    @Override
    public ChartAxis up(double height) {
        double most = lines().mapToObj(this::errors)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        return ChartAxis.linear(Message.text("forecast.rmse.axis"), 0, ColourScale.round(most));
    }

    @Override
    public Legend legend(double width, double height) {
        return new Legend(lines().mapToObj(line -> LegendEntry.line(name(line), LineStyle.series(line)))
                .toList());
    }

    @Override
    public void draw(PlotPen pen) {
        double[] x =
                IntStream.rangeClosed(1, free.errors().length).asDoubleStream().toArray();
        for (int line = free.floors().size(); line >= 0; line--) {
            pen.line(x, errors(line), LineStyle.series(line));
        }
    }

    @Override
    public Optional<Hit> at(Plot plot, Point place) {
        int horizon = (int) Math.round(plot.acrossAt(place.x()));
        if (horizon < 1 || horizon > free.errors().length) {
            return Optional.empty();
        }
        String values = lines().mapToObj(line ->
                        Message.text("picture.value", name(line), NumberText.significant(errors(line)[horizon - 1])))
                .collect(Collectors.joining("\n"));
        return Optional.of(new Hit(-1, -1, Message.text("forecast.spot.horizon", horizon, values)));
    }

    @Override
    public Table<?> table() {
        List<String> names = new ArrayList<>(List.of("horizon"));
        lines().mapToObj(line ->
                        line == 0 ? "forecast" : free.floors().get(line - 1).key())
                .forEach(names::add);
        List<List<?>> rows = new ArrayList<>();
        for (int horizon = 1; horizon <= free.errors().length; horizon++) {
            int place = horizon - 1;
            List<Object> row = new ArrayList<>(List.of(horizon));
            lines().mapToObj(line -> errors(line)[place]).forEach(row::add);
            rows.add(row);
        }
        return Table.ofFields(names, rows);
    }
}
