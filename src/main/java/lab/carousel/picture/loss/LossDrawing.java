package lab.carousel.picture.loss;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.drawing.Chart;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.chart.AxisPainter;
import lab.carousel.drawing.chart.ChartAxis;
import lab.carousel.drawing.chart.Decimator;
import lab.carousel.drawing.chart.Legend;
import lab.carousel.drawing.chart.LineStyle;
import lab.carousel.drawing.chart.Plot;
import lab.carousel.drawing.chart.PlotMarkers;
import lab.carousel.drawing.chart.PlotPen;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.model.Experiment;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.text.Message;
import lab.carousel.text.RoundNumber;
import lab.carousel.training.loss.LossCsv;
import lab.carousel.training.loss.LossHistory;

/**
 * The loss chart of a run: the mean over each epoch, a line for each sequence, and the floors. Below it on the same axis the
 * bits and the separation of the worst fork, where the task has any.
 *
 * @param labels  what the chart says in words
 * @param onSlide whether it must be understood without the window around it: then nothing is left out of its legend
 */
public record LossDrawing(LossHistory.View history, LossLabels labels, LossRange range, LossRange all, boolean onSlide)
        implements Chart {

    private static final double DOT = 6;
    /** Below this height the loss axis has a short label, and the legend one row. */
    private static final int LOW = 400;
    /** How many heights of the chart a line may go up and down before it counts as rough. */
    private static final double ROUGH = 12;

    private static final int LEAST_NAMED = 2;

    /** The whole history, on a slide. */
    public static DrawnPicture slide(
            LossHistory.View history, Experiment experiment, boolean logarithmic, Palette palette) {
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
        double legend = legend(width, height).height(width - Plot.ROW);
        double top = legend == 0 ? 0 : legend + BELOW_LEGEND;
        double room = Math.max(1, height - top - ForkStrip.height(history, height));
        return Plot.within(new Rectangle2D.Double(0, top, width, room), across(), up(height));
    }

    @Override
    public void draw(Graphics2D graphics, double width, double height, Palette palette) {
        Chart.super.draw(graphics, width, height, palette);
        if (ForkStrip.height(history, height) > 0) {
            ForkStrip.draw(graphics, history, labels.untrained(), plot(width, height), height, palette);
        }
    }

    @Override
    public ChartAxis across() {
        return ChartAxis.whole(Message.text("loss.axis.epoch"), range.firstEpoch(), range.lastEpoch());
    }

    @Override
    public ChartAxis up(double height) {
        String label = onSlide || height >= LOW ? labels.lossAxis() : Message.text("loss.axis.short");
        return range.logarithmic()
                ? ChartAxis.logarithmic(label, range.leastLoss(), range.largestLoss())
                : ChartAxis.linear(label, range.leastLoss(), range.largestLoss());
    }

    @Override
    public void draw(PlotPen pen, Palette palette) {
        ReducedLosses losses =
                new ReducedLosses(history, range, (int) pen.plot().area().getWidth());
        for (double floor : labels.floors()) {
            pen.level(floor, LineStyle.floor(palette));
        }
        if (history.wentOnAt() > 0) {
            pen.stroke(
                    history.wentOnAt(),
                    range.leastLoss(),
                    history.wentOnAt(),
                    range.largestLoss(),
                    LineStyle.joint(palette));
        }
        for (int line = history.lines() - 1; line >= 0; line--) {
            draw(pen, line, losses, palette);
        }
    }

    private void draw(PlotPen pen, int line, ReducedLosses losses, Palette palette) {
        LineStyle style = LineStyle.of(line, history.lines(), palette);
        Decimator.ReducedLine shown = losses.line(line);
        if (shown.x().length == 1) {
            // A line needs two points; after the first epoch there is one
            pen.sign(shown.x()[0], shown.y()[0], PlotMarkers.of(0, DOT), style.colour());
        } else {
            pen.line(shown.x(), shown.y(), losses.rise(line, range) > ROUGH ? style.rough() : style);
        }
    }

    /** As many names as have room, at least those of the first lines; in short before one is left out. */
    @Override
    public Legend legend(double width, double height) {
        double room = width - Plot.ROW;
        int rows = height < LOW ? 2 : 3;
        int named = labels.namedLines();
        // What is cut off would be the numbers
        boolean isWhole = onSlide
                || Legend.Entry.line(labels.floorText(), LineStyle::floor).fits(room);
        String floor = isWhole ? labels.floorText() : labels.shortFloorText();
        boolean hasStrip = ForkStrip.height(history, height) > 0;
        Legend legend =
                legend(named, labels::line, floor, hasStrip ? ForkStrip.names(history, labels.untrained()) : List.of());
        List<Legend.Entry> strip = hasStrip ? ForkStrip.names(history, Double.NaN) : List.of();
        Stream<Supplier<Legend>> inShort = Stream.of(
                () -> legend(named, labels::shortLine, floor, strip),
                () -> legend(named, labels::shortestLine, floor, strip));
        Stream<Supplier<Legend>> fewer = Stream.of(strip, List.<Legend.Entry>of())
                .flatMap(curves -> IntStream.rangeClosed(0, Math.max(0, named - LEAST_NAMED))
                        .mapToObj(less ->
                                () -> legend(named - less, labels::shortestLine, labels.shortFloorText(), curves)));
        Iterator<Supplier<Legend>> next = Stream.concat(inShort, fewer).iterator();
        while (!onSlide && legend.fitting(room, rows) < legend.entries().size() && next.hasNext()) {
            legend = next.next().get();
        }
        return legend;
    }

    private Legend legend(int named, IntFunction<String> names, String floor, List<Legend.Entry> strip) {
        List<Legend.Entry> entries = new ArrayList<>();
        for (int line = 0; line < named; line++) {
            int shown = line;
            entries.add(Legend.Entry.line(names.apply(line), palette -> LineStyle.of(shown, history.lines(), palette)
                    .sample()));
        }
        String more = labels.linesBeyond(named);
        if (!more.isEmpty()) {
            entries.add(Legend.Entry.words(more));
        }
        entries.addAll(strip);
        // Not at its line, where curves would cross it
        entries.add(Legend.Entry.line(floor, LineStyle::floor));
        LossLabels.wentOn(history).ifPresent(words -> entries.add(Legend.Entry.line(words, LineStyle::joint)));
        return new Legend(entries);
    }

    /** The losses after the epoch that is nearest to a place; the column of the spot is the point of the history. */
    @Override
    public Optional<Hit> at(Plot plot, double x, double y) {
        if (history.size() == 0) {
            return Optional.empty();
        }
        LossReadout readout = LossReadout.nearest(history, labels, plot.acrossAt(x));
        return Optional.of(new Hit(-1, readout.point(), readout.words()));
    }

    /** All points, shown or not, as {@link LossCsv} writes them. */
    @Override
    public String csv() {
        return LossCsv.of(history, labels.untrained());
    }

    /**
     * The bits and the separation of the worst fork after each epoch, as curves from 0 to 1 under a loss chart, on its axis of
     * epochs; over 1 where the separation is.
     */
    static final class ForkStrip {

        /** With less there is room for the losses only. */
        private static final double LEAST_HEIGHT = 180;

        private static final double HEIGHT = 44;
        private static final double HIGH = 72;
        /** Above the curves, and below them. */
        private static final double MARGIN = 6;

        private static final double TALL = 400;
        private static final double WIDTH = 2;

        private ForkStrip() {}

        /** The room that it takes of a chart, in points; 0 if there are no bits, or too little room. */
        static double height(LossHistory.View history, double height) {
            boolean hasBits = history.size() > 0 && !Double.isNaN(history.bits(history.size() - 1));
            return !hasBits || height < LEAST_HEIGHT ? 0 : height < TALL ? HEIGHT : HIGH;
        }

        private static LineStyle bitsLine(Palette palette) {
            return new LineStyle(palette.accent(), WIDTH, null);
        }

        /**
         * The names of the curves.
         *
         * @param untrained separation of the untrained network; NaN if it is not told
         */
        static List<Legend.Entry> names(LossHistory.View history, double untrained) {
            List<Legend.Entry> names = new ArrayList<>();
            names.add(Legend.Entry.line(Message.text("loss.axis.bits"), ForkStrip::bitsLine));
            if (!Double.isNaN(history.separation(history.size() - 1))) {
                String name = Double.isNaN(untrained)
                        ? Message.text("loss.axis.separation")
                        : Message.text("loss.axis.separation.untrained", untrained);
                names.add(Legend.Entry.line(name, LineStyle::separation));
            }
            return names;
        }

        /**
         * Draws it.
         *
         * @param untrained separation of the untrained network, which is marked; NaN if there is none
         * @param height    of the whole chart, in points
         */
        static void draw(
                Graphics2D graphics,
                LossHistory.View history,
                double untrained,
                Plot losses,
                double height,
                Palette palette) {
            double room = height(history, height);
            double[] separations = values(history, history::separation);
            double most = DoubleStream.concat(DoubleStream.of(1, untrained), Arrays.stream(separations))
                    .filter(Double::isFinite)
                    .max()
                    .orElseThrow();
            Rectangle2D above = losses.area();
            Rectangle2D area =
                    new Rectangle2D.Double(above.getX(), height - room + MARGIN, above.getWidth(), room - 2 * MARGIN);
            Plot plot = new Plot(losses.across(), ChartAxis.linear("", 0, RoundNumber.atLeast(most)), area);
            new AxisPainter(graphics, plot, palette).up(0);
            try (PlotPen pen = new PlotPen(graphics, plot)) {
                pen.level(Verdict.LEAST_BITS, LineStyle.floor(palette));
                double[] epochs = values(history, history::epoch);
                LineStyle separation = LineStyle.separation(palette);
                pen.level(untrained, LineStyle.dashed(separation.colour(), 1));
                pen.sign(0, untrained, PlotMarkers.of(0, DOT), separation.colour());
                pen.line(epochs, separations, separation);
                // From 0 on: who has less has none
                pen.line(
                        epochs,
                        values(history, point -> history.bits(point) < 0 ? 0 : history.bits(point)),
                        bitsLine(palette));
            }
        }

        private static double[] values(LossHistory.View history, IntToDoubleFunction value) {
            return IntStream.range(0, history.size()).mapToDouble(value).toArray();
        }
    }

    /**
     * The lines of a loss chart, reduced to what the chart can show. So what drawing costs depends
     * on the pixels, not on the epochs.
     */
    static final class ReducedLosses {

        /** The most points over all lines, about. */
        static final int POINTS = 8_000;

        private final List<Decimator.ReducedLine> lines;
        private final double least;

        /**
         * Reduces the lines.
         *
         * @param columns the width of the chart, in points
         */
        ReducedLosses(LossHistory.View history, LossRange range, int columns) {
            List<Decimator.ReducedLine> reduced = new ArrayList<>(history.lines());
            int points = POINTS;
            for (int line = 0; line < history.lines(); line++) {
                // The mean may take a quarter of them, if that many are left for the others
                int linesLeft = history.lines() - line;
                int share = line == 0 ? Math.max(points / linesLeft, points / 4) : points / linesLeft;
                int shareColumns = Math.max(1, Math.min(columns, share / 2 - 3));
                Decimator.ReducedLine shown =
                        Decimator.reduce(samples(history, line), range.firstEpoch(), range.lastEpoch(), shareColumns);
                points -= shown.x().length;
                reduced.add(shown);
            }
            this.lines = reduced;
            this.least = range.logarithmic() ? LossRange.TINIEST_LOSS : Double.NEGATIVE_INFINITY;
        }

        private static Decimator.PointSource samples(LossHistory.View history, int line) {
            return new Decimator.PointSource(
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
        Decimator.ReducedLine line(int line) {
            Decimator.ReducedLine shown = lines.get(line);
            return new Decimator.ReducedLine(
                    shown.x(),
                    Arrays.stream(shown.y()).map(loss -> Math.max(least, loss)).toArray());
        }
    }
}
