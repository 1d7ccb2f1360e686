package lab.carousel.picture.probe;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.drawing.Chart;
import lab.carousel.drawing.chart.ChartAxis;
import lab.carousel.drawing.chart.Legend;
import lab.carousel.drawing.chart.LegendEntry;
import lab.carousel.drawing.chart.LineStyle;
import lab.carousel.drawing.chart.Plot;
import lab.carousel.drawing.chart.PlotMarkers;
import lab.carousel.drawing.chart.PlotPen;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.drawing.mark.Point;
import lab.carousel.study.ClueProbe;
import lab.carousel.study.ProbedStep;
import lab.carousel.task.Alphabet;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.text.Table;

/**
 * How often a probe reads the clue, over the steps since it was fed, with its interval; beside it with shuffled values, and by
 * chance. The step where the clue decides stands at the right, where sequences differ in length. If nothing can be held out, a
 * bar for each clue shows how many sequences there are, below how many it takes. The column of a spot is the place of its point
 * or bar.
 */
public record ClueProbeDrawing(ClueProbe probe, Alphabet alphabet) implements Chart {

    private static final int BAND = 44;
    private static final double DOT = 7;
    private static final int MOST_DOTS = 30;
    private static final double BAR = 0.3;
    private static final int SHUFFLED = 1;
    /** The room for what stands at the right, as a share of the steps. */
    private static final double ASIDE = 0.08;

    private boolean isTooSmall() {
        return probe.points().isEmpty();
    }

    private String clue(int place) {
        return alphabet.symbol(probe.values().get(place));
    }

    @Override
    public ChartAxis across() {
        if (isTooSmall()) {
            return ChartAxis.categories(
                    Message.text("clueProbe.axis.clue"),
                    IntStream.range(0, probe.values().size())
                            .mapToObj(this::clue)
                            .toList());
        }
        double last = line().isEmpty() ? 0 : line().get(line().size() - 1).after();
        return ChartAxis.whole(Message.text("clueProbe.axis.after"), 0, end() > last ? end() * (1 + ASIDE / 2) : last);
    }

    @Override
    public ChartAxis up(double height) {
        int most = probe.counts().stream().reduce(ClueProbe.FEWEST, Math::max);
        return isTooSmall()
                ? ChartAxis.whole(Message.text("clueProbe.axis.sequences"), 0, most)
                : ChartAxis.linear(Message.text("clueProbe.axis.accuracy"), 0, 1);
    }

    private List<ProbedStep> line() {
        return probe.points().stream().filter(point -> !point.isEnd()).toList();
    }

    private double end() {
        double last = line().isEmpty() ? 0 : line().get(line().size() - 1).after();
        boolean isAside = probe.points().stream().anyMatch(ProbedStep::isEnd);
        return isAside ? last + Math.max(1, ASIDE * last) : last;
    }

    private double x(ProbedStep point) {
        return point.isEnd() ? end() : point.after();
    }

    @Override
    public Legend legend(double width, double height) {
        if (isTooSmall()) {
            return new Legend(List.of(LegendEntry.line(Message.text("clueProbe.legend.needed"), LineStyle.floor())));
        }
        Stream<LegendEntry> lines = Stream.of(
                LegendEntry.line(Message.text("clueProbe.legend.read"), LineStyle.series(0)),
                LegendEntry.line(Message.text("clueProbe.legend.shuffled"), LineStyle.series(SHUFFLED)),
                LegendEntry.line(Message.text("clueProbe.legend.chance"), LineStyle.floor()));
        Stream<LegendEntry> end = probe.points().stream()
                .filter(ProbedStep::isEnd)
                .map(point -> LegendEntry.sign(Message.text("clueProbe.legend.end"), PlotMarkers.of(0, DOT), Ink.TEXT));
        return new Legend(Stream.concat(lines, end).toList());
    }

    @Override
    public void draw(Marks marks, double width, double height) {
        // Without a clue there is no chart: words say why
        if (!probe.values().isEmpty()) {
            Chart.super.draw(marks, width, height);
        }
    }

    @Override
    public void draw(PlotPen pen) {
        if (isTooSmall()) {
            for (int place = 0; place < probe.values().size(); place++) {
                double[] edges = {place - BAR / 2, place + BAR / 2};
                double count = probe.counts().get(place);
                pen.band(edges, new double[] {0, 0}, new double[] {count, count}, Ink.ACCENT);
            }
            pen.level(ClueProbe.FEWEST, LineStyle.floor());
            return;
        }
        pen.level(probe.chance(), LineStyle.floor());
        draw(pen, SHUFFLED, ProbedStep::shuffledMean, ProbedStep::shuffledLow, ProbedStep::shuffledHigh);
        draw(pen, 0, ProbedStep::accuracy, ProbedStep::low, ProbedStep::high);
    }

    private void draw(
            PlotPen pen,
            int series,
            ToDoubleFunction<ProbedStep> value,
            ToDoubleFunction<ProbedStep> low,
            ToDoubleFunction<ProbedStep> high) {
        LineStyle style = LineStyle.series(series);
        Ink colour = style.ink();
        double[] x = values(line(), this::x);
        pen.band(x, values(line(), low), values(line(), high), colour.veiled(BAND));
        pen.line(x, values(line(), value), style);
        for (ProbedStep point : probe.points()) {
            if (point.isEnd()) {
                List<ProbedStep> end = List.of(point);
                pen.intervals(values(end, this::x), values(end, low), values(end, high), colour);
            }
            if (point.isEnd() || line().size() <= MOST_DOTS) {
                pen.sign(x(point), value.applyAsDouble(point), PlotMarkers.of(series, DOT), colour);
            }
        }
    }

    private static double[] values(List<ProbedStep> points, ToDoubleFunction<ProbedStep> value) {
        return points.stream().mapToDouble(value).toArray();
    }

    @Override
    public Optional<Hit> at(Plot plot, Point place) {
        double across = plot.acrossAt(place.x());
        if (isTooSmall()) {
            int bar = (int) Math.round(across);
            return bar < 0 || bar >= probe.values().size()
                    ? Optional.empty()
                    : Optional.of(new Hit(
                            -1,
                            bar,
                            Message.text(
                                    "clueProbe.count", clue(bar), probe.counts().get(bar))));
        }
        int nearest =
                Plot.nearest(probe.points().size(), point -> x(probe.points().get(point)), across);
        return nearest < 0
                ? Optional.empty()
                : Optional.of(new Hit(-1, nearest, words(probe.points().get(nearest))));
    }

    private static String words(ProbedStep point) {
        String read = Message.text(
                "clueProbe.spot",
                NumberText.percent(point.accuracy()),
                NumberText.percent(point.low()),
                NumberText.percent(point.high()),
                NumberText.percent(point.shuffledMean()),
                NumberText.percent(point.shuffledLow()),
                NumberText.percent(point.shuffledHigh()),
                point.groups());
        return point.isEnd()
                ? Message.text("clueProbe.spot.end", read)
                : Message.text("clueProbe.spot.after", point.after(), read);
    }

    /** A line for each step that was probed; if nothing can be held out, for each clue. */
    @Override
    public Table<?> table() {
        if (isTooSmall()) {
            return Table.ofPlaces(probe.values().size())
                    .column("clue", this::clue)
                    .column("sequences", probe.counts()::get);
        }
        return Table.of(probe.points())
                .column("after", point -> point.isEnd() ? "end" : Integer.toString(point.after()))
                .column("sequences of each value", ProbedStep::groups)
                .column("accuracy", ProbedStep::accuracy)
                .column("low", ProbedStep::low)
                .column("high", ProbedStep::high)
                .column("shuffled", ProbedStep::shuffledMean)
                .column("shuffled low", ProbedStep::shuffledLow)
                .column("shuffled high", ProbedStep::shuffledHigh);
    }
}
