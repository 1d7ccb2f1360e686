package lab.carousel.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import lab.carousel.drawing.chart.ChartAxis;
import lab.carousel.drawing.chart.Legend;
import lab.carousel.drawing.chart.LegendEntry;
import lab.carousel.drawing.chart.LineStyle;
import lab.carousel.drawing.chart.Plot;
import lab.carousel.drawing.chart.PlotPen;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Point;
import lab.carousel.text.Message;
import lab.carousel.text.Table;

/**
 * Curves over epochs on common axes, and levels across them.
 *
 * @param levels      values that are drawn as dashed lines across, such as a floor
 * @param logarithmic whether the axis of values is; values that are not positive are left out then
 */
public record Curves(
        List<Curve> curves, List<Level> levels, String axis, boolean logarithmic, DoubleFunction<String> number)
        implements Chart {

    /**
     * @param x      epochs, rising
     * @param y      the value at each; NaN where there is none
     * @param style  its colour and dashes, see {@link LineStyle#series}
     */
    public record Curve(String name, double[] x, double[] y, int style) {

        /** The index of the point nearest to an epoch; -1 if there is none. */
        int nearest(double epoch) {
            return Plot.nearest(x.length, point -> x[point], epoch);
        }
    }

    public record Level(String name, double value) {}

    @Override
    public ChartAxis across() {
        double last = curves.stream()
                .mapToDouble(curve -> curve.x().length == 0 ? 0 : curve.x()[curve.x().length - 1])
                .max()
                .orElse(1);
        return ChartAxis.whole(Message.text("picture.epoch"), 0, Math.max(1, last));
    }

    @Override
    public ChartAxis up(double height) {
        double[] shown = DoubleStream.concat(
                        curves.stream().flatMapToDouble(curve -> Arrays.stream(curve.y())),
                        levels.stream().mapToDouble(Level::value))
                .filter(value -> Double.isFinite(value) && (!logarithmic || value > 0))
                .toArray();
        double least = Arrays.stream(shown).min().orElse(0.1);
        double most = Arrays.stream(shown).max().orElse(1);
        if (logarithmic) {
            double high = most * 1.2;
            return ChartAxis.logarithmic(axis, Math.min(least / 1.2, high / 2), high);
        }
        return ChartAxis.linear(axis, Math.min(0, least * 1.05), most <= 0 ? 1 : ColourScale.round(most));
    }

    /** The levels alone: what the curves are stands beside the chart. */
    @Override
    public Legend legend(double width, double height) {
        return new Legend(levels.stream()
                .map(level -> LegendEntry.line(level.name(), LineStyle.floor()))
                .toList());
    }

    @Override
    public void draw(PlotPen pen) {
        levels.forEach(level -> pen.level(level.value(), LineStyle.floor()));
        for (Curve curve : curves) {
            double[] shown = Arrays.stream(curve.y())
                    .map(value -> logarithmic && value <= 0 ? Double.NaN : value)
                    .toArray();
            pen.line(curve.x(), shown, LineStyle.series(curve.style()));
        }
    }

    @Override
    public Optional<Hit> at(Plot plot, Point place) {
        if (curves.isEmpty()) {
            return Optional.empty();
        }
        long epoch = Math.round(plot.acrossAt(place.x()));
        String values = curves.stream()
                .filter(curve -> curve.nearest((double) epoch) >= 0 && epoch <= curve.x()[curve.x().length - 1])
                .map(curve -> Message.text(
                        "picture.value", curve.name(), number.apply(curve.y()[curve.nearest((double) epoch)])))
                .collect(Collectors.joining("\n"));
        return Optional.of(new Hit(-1, -1, Message.text("picture.spot.epoch", epoch, values)));
    }

    @Override
    public Table<?> table() {
        List<List<?>> points = new ArrayList<>();
        for (Curve curve : curves) {
            for (int point = 0; point < curve.x().length; point++) {
                points.add(List.of(curve.name(), (long) curve.x()[point], curve.y()[point]));
            }
        }
        return Table.ofFields(List.of("curve", "epoch", axis), points);
    }
}
