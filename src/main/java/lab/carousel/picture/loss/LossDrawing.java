package lab.carousel.picture.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.drawing.Chart;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.chart.AxisPainter;
import lab.carousel.drawing.chart.ChartAxis;
import lab.carousel.drawing.chart.Decimator;
import lab.carousel.drawing.chart.LineEnd;
import lab.carousel.drawing.chart.LineStyle;
import lab.carousel.drawing.chart.Plot;
import lab.carousel.drawing.chart.PlotMarkers;
import lab.carousel.drawing.chart.PlotPen;
import lab.carousel.drawing.chart.PlotWords;
import lab.carousel.drawing.chart.PointSource;
import lab.carousel.drawing.chart.ReducedLine;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.drawing.mark.Point;
import lab.carousel.model.Experiment;
import lab.carousel.model.LossFloor;
import lab.carousel.text.Message;
import lab.carousel.text.Table;
import lab.carousel.training.loss.LossCourse;
import lab.carousel.training.loss.LossCsv;

/**
 * The loss chart of a run: the mean over each epoch, a line for each sequence, each with its name at its end; the memoryless
 * floor with its name, the zone below it, and where the loss goes through it. Below it on the same axis the bits and the
 * separation of the worst fork, where the task has any.
 *
 * @param labels  what the chart says in words
 * @param onSlide whether it must be understood without the window around it: then its axes have their names
 */
public record LossDrawing(LossCourse history, LossLabels labels, LossRange range, LossRange all, boolean onSlide)
        implements Chart {

    static final double DOT = 6;
    /** From this height on, in points, the loss axis says which loss it is. */
    private static final int HIGH = 400;
    /** How many heights of the chart a line may go up and down before it counts as rough. */
    private static final double ROUGH = 12;
    /** What of the width names at the ends of lines may take, if shorter ones will do. */
    private static final double NAMES = 0.2;

    private static final double FLOOR = 1.6;
    private static final double LOWER_FLOOR = 0.6;
    /** Before the numbers of an axis without a name, in points. */
    private static final double LEFT = 6;
    /** How far what lies over the corner of the chart in the window reaches, in points. */
    private static final double CORNER_WIDTH = 176;

    private static final double CORNER_HEIGHT = 32;
    /** Of the zone below the floor, from 0 to 255. */
    private static final int ZONE = 22;
    /** Of the band around the mean. */
    private static final int BAND = 40;

    /** More than a screen has columns. */
    private static final int BAND_POINTS = 2_048;

    /** The whole history, on a slide. */
    public static DrawnPicture slide(LossCourse history, Experiment experiment, boolean logarithmic, Palette palette) {
        LossLabels labels = new LossLabels(experiment);
        LossRange all = LossRange.all(history, labels.floor(), logarithmic);
        return new LossDrawing(history, labels, all, all, true).slide(palette);
    }

    /** The same part of the history on a slide, with its title and how the network was trained. */
    public DrawnPicture slide(Palette palette) {
        return DrawnPicture.slide(
                Message.text("loss.picture.title"),
                labels.recipe(history),
                new LossDrawing(history, labels, range, all, true),
                palette);
    }

    @Override
    public Plot plot(double width, double height) {
        double names = PlotWords.beside(Stream.concat(lineNames(width), ForkStrip.names(history, height)));
        double left = onSlide ? 0 : LEFT;
        double across = Math.max(1, width - left - names + Plot.RIGHT);
        double up = Math.max(1, height - ForkStrip.height(history, height));
        return Plot.within(new Box(left, 0, across, up), across(), up(height));
    }

    /** What has the axis of epochs: the losses, and below them bits and separation where there are any. */
    public List<Box> areas(double width, double height) {
        Plot losses = plot(width, height);
        double strip = ForkStrip.height(history, height);
        return strip == 0
                ? List.of(losses.area())
                : List.of(
                        losses.area(),
                        ForkStrip.of(history).plot(losses, height, strip, "").area());
    }

    /** The names of the lines, as long as there is room for. */
    private Stream<String> lineNames(double width) {
        return Stream.<IntFunction<String>>of(labels::line, labels::shortLine, labels::shortestLine)
                .map(names -> IntStream.range(0, labels.lines()).mapToObj(names).toList())
                .filter(names -> PlotWords.beside(names.stream()) <= NAMES * width)
                .findFirst()
                .orElseGet(() -> IntStream.range(0, labels.lines())
                        .mapToObj(labels::shortestLine)
                        .toList())
                .stream();
    }

    @Override
    public void draw(Marks marks, double width, double height) {
        Plot plot = plot(width, height);
        try (PlotPen pen = new PlotPen(marks, plot)) {
            double[] edges = {range.firstEpoch(), range.lastEpoch()};
            double floor = labels.floor();
            pen.band(edges, new double[] {-1, -1}, new double[] {floor, floor}, Ink.ACCENT.veiled(ZONE));
        }
        new AxisPainter(marks, plot).draw();
        ReducedLosses losses = new ReducedLosses(
                history, labels.lines(), range, (int) plot.area().width());
        try (PlotPen pen = new PlotPen(marks, plot)) {
            draw(pen, losses);
        }
        write(new PlotWords(marks, plot, width, levels()), losses, width);
        if (!onSlide) {
            nameEpochs(marks, plot, width);
        }
        double strip = ForkStrip.height(history, height);
        if (strip > 0) {
            String name = onSlide ? Message.text("loss.axis.fork") : "";
            ForkStrip.of(history).draw(marks, plot, width, height, strip, name);
        }
        marks.spots(plot.withAxes(), place -> at(plot, place));
    }

    private double[] levels() {
        return labels.floors().stream()
                .mapToDouble(LossFloor::onFixed)
                .filter(loss -> loss > 0)
                .toArray();
    }

    /** Beside the last number, where it takes no row of its own. */
    private static void nameEpochs(Marks marks, Plot plot, double width) {
        marks.ink(Ink.MUTED);
        Lettering lettering = new Lettering(marks);
        String name = Message.text("loss.axis.epoch");
        double room = width - plot.area().right() - Plot.ROW;
        if (lettering.width(name) <= room) {
            lettering.upTo(name, width - 2, plot.area().bottom() + Plot.ROW - 3, room);
        }
    }

    private void write(PlotWords words, ReducedLosses losses, double width) {
        List<String> names = lineNames(width).toList();
        List<LineEnd> ends = new ArrayList<>();
        if (!onSlide) {
            words.keepOff(new Box(width - CORNER_WIDTH, 0, CORNER_WIDTH, CORNER_HEIGHT));
        }
        for (int line = 0; line < names.size(); line++) {
            ReducedLine shown = losses.line(line);
            words.keepOff(shown);
            int last = last(shown.x());
            if (last >= 0) {
                LineStyle style = LineStyle.of(line);
                ends.add(new LineEnd(names.get(line), shown.x()[last], shown.y()[last], style));
            }
        }
        if (labels.hasSpread() && !ends.isEmpty()) {
            // Under all others
            ends.add(new LineEnd(labels.spread(), ends.get(0).x(), range.leastLoss(), null));
        }
        words.ends(ends);
        labels.below(history)
                .ifPresent(below -> words.flag(below.epoch(), labels.floor(), labels.words(below), Ink.ACCENT));
        words.level(labels.floor(), labels.floorNames());
        if (labels.floor() > 0) {
            words.zone(Math.max(0, range.leastLoss()), labels.floor(), labels.zone(range.bend()));
        }
        labels.floors().stream()
                .filter(floor -> floor.onFixed() > 0 && floor.onFixed() != labels.floor())
                .forEach(floor -> words.level(floor.onFixed(), labels.name(floor)));
        LossLabels.wentOn(history).ifPresent(name -> words.joint(name, history.wentOnAt()));
    }

    /** The last point that is shown; -1 if none is. */
    private int last(double[] epochs) {
        int last = epochs.length - 1;
        while (last >= 0 && epochs[last] > range.lastEpoch()) {
            last--;
        }
        return last;
    }

    @Override
    public ChartAxis across() {
        return ChartAxis.whole(onSlide ? Message.text("loss.axis.epoch") : "", range.firstEpoch(), range.lastEpoch());
    }

    @Override
    public ChartAxis up(double height) {
        String label = onSlide || height >= HIGH ? labels.lossAxis() : "";
        return range.logarithmic()
                ? ChartAxis.logarithmic(label, range.leastLoss(), range.largestLoss())
                : ChartAxis.bent(label, range.leastLoss(), range.largestLoss(), range.bend());
    }

    @Override
    public void draw(PlotPen pen) {
        draw(pen, new ReducedLosses(history, labels.lines(), range, (int)
                pen.plot().area().width()));
    }

    private void draw(PlotPen pen, ReducedLosses losses) {
        for (LossFloor floor : labels.floors()) {
            double width = floor.onFixed() == labels.floor() ? FLOOR : LOWER_FLOOR;
            pen.level(floor.onFixed() > 0 ? floor.onFixed() : Double.NaN, LineStyle.dashed(Ink.MUTED, width));
        }
        if (history.wentOnAt() > 0) {
            pen.stroke(
                    history.wentOnAt(), range.leastLoss(), history.wentOnAt(), range.largestLoss(), LineStyle.joint());
        }
        if (labels.hasSpread()) {
            band(
                    pen,
                    point -> true,
                    point -> ofSequences(point, history::leastLoss).min().orElse(Double.NaN),
                    point -> ofSequences(point, history::largestLoss).max().orElse(Double.NaN));
        }
        // What holds the mean of all sequences in 95 of 100 draws, where a loss is that of some
        band(
                pen,
                point -> Double.isFinite(history.sample(point).error()),
                point -> edge(point, -1),
                point -> edge(point, 1));
        for (int line = labels.lines() - 1; line >= 0; line--) {
            draw(pen, line, losses);
        }
    }

    /** From one loss to another at the points that have both, thinned to what a screen can show. */
    private void band(PlotPen pen, IntPredicate isKnown, IntToDoubleFunction low, IntToDoubleFunction high) {
        int every = Math.max(1, history.size() / BAND_POINTS);
        int[] points = IntStream.range(0, history.size())
                .filter(point -> point % every == 0 || point == history.size() - 1)
                .filter(isKnown)
                .toArray();
        double least = range.logarithmic() ? LossRange.TINIEST_LOSS : 0;
        pen.band(
                Arrays.stream(points).mapToDouble(history::epoch).toArray(),
                Arrays.stream(points)
                        .mapToDouble(point -> Math.max(least, low.applyAsDouble(point)))
                        .toArray(),
                Arrays.stream(points).mapToDouble(high).toArray(),
                Ink.TEXT.veiled(BAND));
    }

    private DoubleStream ofSequences(int point, LossOfLine loss) {
        return IntStream.range(1, history.lines())
                .mapToDouble(line -> loss.at(line, point))
                .filter(Double::isFinite);
    }

    /** A loss of a line at a point. */
    @FunctionalInterface
    private interface LossOfLine {
        double at(int line, int point);
    }

    private double edge(int point, int side) {
        return history.loss(0, point) + side * history.sample(point).band();
    }

    private void draw(PlotPen pen, int line, ReducedLosses losses) {
        LineStyle style = LineStyle.of(line);
        ReducedLine shown = losses.line(line);
        if (shown.x().length == 1) {
            // A line needs two points; after the first epoch there is one
            pen.sign(shown.x()[0], shown.y()[0], PlotMarkers.of(0, DOT), style.ink());
        } else {
            pen.line(shown.x(), shown.y(), losses.rise(line, range) > ROUGH ? style.rough() : style);
        }
    }

    /** The losses after the epoch that is nearest to a place; the column of the spot is the point of the history. */
    @Override
    public Optional<Hit> at(Plot plot, Point place) {
        if (history.size() == 0) {
            return Optional.empty();
        }
        LossReadout readout = LossReadout.nearest(history, labels, plot.acrossAt(place.x()));
        return Optional.of(new Hit(-1, readout.point(), readout.words()));
    }

    /** All points, shown or not, as {@link LossCsv} writes them. */
    @Override
    public Table<?> table() {
        return LossCsv.of(history);
    }

    /**
     * The lines of a loss chart, reduced to what the chart can show. So what drawing costs depends
     * on the pixels, not on the epochs.
     */
    static final class ReducedLosses {

        /** The most points over all lines, about. */
        static final int POINTS = 8_000;

        private final List<ReducedLine> lines;
        private final double least;

        /**
         * Reduces the lines.
         *
         * @param lines   how many, the mean and the first sequences
         * @param columns the width of the chart, in points
         */
        ReducedLosses(LossCourse history, int lines, LossRange range, int columns) {
            List<ReducedLine> reduced = new ArrayList<>(lines);
            int points = POINTS;
            for (int line = 0; line < lines; line++) {
                // The mean may take a quarter of them, if that many are left for the others
                int linesLeft = lines - line;
                int share = line == 0 ? Math.max(points / linesLeft, points / 4) : points / linesLeft;
                int shareColumns = Math.max(1, Math.min(columns, share / 2 - 3));
                ReducedLine shown =
                        Decimator.reduce(samples(history, line), range.firstEpoch(), range.lastEpoch(), shareColumns);
                points -= shown.x().length;
                reduced.add(shown);
            }
            this.lines = reduced;
            this.least = range.logarithmic() ? LossRange.TINIEST_LOSS : Double.NEGATIVE_INFINITY;
        }

        private static PointSource samples(LossCourse history, int line) {
            return new PointSource(
                    history.size(),
                    history::epoch,
                    point -> history.loss(line, point),
                    point -> history.leastLoss(line, point),
                    point -> history.largestLoss(line, point));
        }

        /** How far a line goes up and down in all, in heights of the chart. */
        double rise(int line, LossRange range) {
            double[] losses = lines.get(line).y();
            double rise = 0;
            for (int point = 1; point < losses.length; point++) {
                rise += Math.abs(range.lossShare(losses[point]) - range.lossShare(losses[point - 1]));
            }
            return rise;
        }

        /** A line as it is shown, with no loss that a logarithmic axis has no place for. */
        ReducedLine line(int line) {
            ReducedLine shown = lines.get(line);
            return new ReducedLine(
                    shown.x(),
                    Arrays.stream(shown.y()).map(loss -> Math.max(least, loss)).toArray());
        }
    }
}
