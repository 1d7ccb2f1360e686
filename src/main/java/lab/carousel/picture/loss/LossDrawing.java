package lab.carousel.picture.loss;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.drawing.Chart;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.chart.AxisPainter;
import lab.carousel.drawing.chart.ChartAxis;
import lab.carousel.drawing.chart.Decimator;
import lab.carousel.drawing.chart.LineStyle;
import lab.carousel.drawing.chart.Plot;
import lab.carousel.drawing.chart.PlotMarkers;
import lab.carousel.drawing.chart.PlotPen;
import lab.carousel.drawing.chart.PlotWords;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.label.PictureFont;
import lab.carousel.model.Experiment;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.text.Message;
import lab.carousel.text.RoundNumber;
import lab.carousel.training.loss.LossCsv;
import lab.carousel.training.loss.LossHistory;

/**
 * The loss chart of a run: the mean over each epoch, a line for each sequence, each with its name at its end; the memoryless
 * floor with its name, the zone below it, and where the loss goes through it. Below it on the same axis the bits and the
 * separation of the worst fork, where the task has any.
 *
 * @param labels  what the chart says in words
 * @param onSlide whether it must be understood without the window around it: then its axes have their names
 */
public record LossDrawing(LossHistory.View history, LossLabels labels, LossRange range, LossRange all, boolean onSlide)
        implements Chart {

    private static final double DOT = 6;
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
        double names = PlotWords.beside(Stream.concat(lineNames(width), ForkStrip.names(history, height)));
        double left = onSlide ? 0 : LEFT;
        double across = Math.max(1, width - left - names + Plot.RIGHT);
        double up = Math.max(1, height - ForkStrip.height(history, height));
        return Plot.within(new Rectangle2D.Double(left, 0, across, up), across(), up(height));
    }

    /** The names of the lines, as long as there is room for. */
    private Stream<String> lineNames(double width) {
        return Stream.<IntFunction<String>>of(labels::line, labels::shortLine, labels::shortestLine)
                .map(names ->
                        IntStream.range(0, labels.namedLines()).mapToObj(names).toList())
                .filter(names -> PlotWords.beside(names.stream()) <= NAMES * width)
                .findFirst()
                .orElseGet(() -> IntStream.range(0, labels.namedLines())
                        .mapToObj(labels::shortestLine)
                        .toList())
                .stream();
    }

    @Override
    public void draw(Graphics2D graphics, double width, double height, Palette palette) {
        Plot plot = plot(width, height);
        try (PlotPen pen = new PlotPen(graphics, plot)) {
            double[] edges = {range.firstEpoch(), range.lastEpoch()};
            double floor = labels.floor();
            pen.band(edges, new double[] {-1, -1}, new double[] {floor, floor}, PlotPen.veiled(palette.accent(), ZONE));
        }
        new AxisPainter(graphics, plot, palette).draw(0);
        ReducedLosses losses =
                new ReducedLosses(history, range, (int) plot.area().getWidth());
        try (PlotPen pen = new PlotPen(graphics, plot)) {
            draw(pen, losses, palette);
        }
        write(new PlotWords(graphics, plot, width, palette), losses, width, palette);
        if (!onSlide) {
            nameEpochs(graphics, plot, width, palette);
        }
        double strip = ForkStrip.height(history, height);
        if (strip > 0) {
            String name = onSlide ? Message.text("loss.axis.fork") : "";
            ForkStrip.of(history).draw(graphics, plot, width, height, strip, name, palette);
        }
    }

    /** Beside the last number, where it takes no row of its own. */
    private static void nameEpochs(Graphics2D graphics, Plot plot, double width, Palette palette) {
        graphics.setColor(palette.muted());
        Lettering lettering = new Lettering(graphics);
        String name = Message.text("loss.axis.epoch");
        double room = width - plot.area().getMaxX() - Plot.ROW;
        if (lettering.width(name) <= room) {
            lettering.upTo(name, width - 2, plot.area().getMaxY() + Plot.ROW - 3, room);
        }
    }

    private void write(PlotWords words, ReducedLosses losses, double width, Palette palette) {
        List<String> names = lineNames(width).toList();
        List<PlotWords.LineEnd> ends = new ArrayList<>();
        if (!onSlide) {
            words.keepOff(new Rectangle2D.Double(width - CORNER_WIDTH, 0, CORNER_WIDTH, CORNER_HEIGHT));
        }
        for (int line = 0; line < names.size(); line++) {
            Decimator.ReducedLine shown = losses.line(line);
            words.keepOff(shown);
            int last = last(shown.x());
            if (last >= 0) {
                LineStyle style = LineStyle.of(line, history.lines(), palette);
                ends.add(new PlotWords.LineEnd(names.get(line), shown.x()[last], shown.y()[last], style));
            }
        }
        String more = labels.linesBeyond(names.size());
        if (!more.isEmpty() && !ends.isEmpty()) {
            // Under all others
            ends.add(new PlotWords.LineEnd(more, ends.get(0).x(), range.leastLoss(), null));
        }
        words.ends(ends);
        labels.below(history)
                .ifPresent(below -> words.flag(below.epoch(), labels.floor(), labels.words(below), palette.accent()));
        words.level(labels.floor(), labels.floorNames());
        if (labels.floor() > 0) {
            words.zone(Math.max(0, range.leastLoss()), labels.floor(), labels.zone(range.bend()));
        }
        labels.floors().stream()
                .skip(1)
                .filter(floor -> floor.loss() > 0)
                .forEach(floor -> words.level(floor.loss(), labels.name(floor)));
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
    public void draw(PlotPen pen, Palette palette) {
        draw(pen, new ReducedLosses(history, range, (int) pen.plot().area().getWidth()), palette);
    }

    private void draw(PlotPen pen, ReducedLosses losses, Palette palette) {
        for (Experiment.Floor floor : labels.floors()) {
            double width = floor.loss() == labels.floor() ? FLOOR : LOWER_FLOOR;
            pen.level(floor.loss() > 0 ? floor.loss() : Double.NaN, LineStyle.dashed(palette.muted(), width));
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
        return LossCsv.of(history);
    }

    /**
     * The bits and the separation of the worst fork after each epoch, as curves from 0 to 1 under a loss chart, on its axis of
     * epochs; over 1 where the separation is.
     *
     * @param untrained separation that the untrained network has where the last one is measured, which is marked; NaN if there
     *     is none
     */
    record ForkStrip(Decimator.ReducedLine bits, Decimator.ReducedLine separation, double untrained) {

        /** With less there is room for the losses only. */
        private static final double LEAST_CHART = 180;

        private static final double SHARE = 0.22;
        private static final double LEAST = 52;
        private static final double MOST = 120;
        /** Above the curves, and below them. */
        private static final double MARGIN = 6;

        private static final double WIDTH = 2;
        /** Below them, what the curves are. */
        private static final double WORDS = 15;

        /** The room that it takes of a chart, in points; 0 if there are no bits, or too little room. */
        static double height(LossHistory.View history, double height) {
            boolean hasBits = history.size() > 0 && !Double.isNaN(history.bits(history.size() - 1));
            return !hasBits || height < LEAST_CHART ? 0 : WORDS + Math.max(LEAST, Math.min(MOST, SHARE * height));
        }

        /** The names of the curves, in a chart of a height. */
        static Stream<String> names(LossHistory.View history, double height) {
            return height(history, height) == 0
                    ? Stream.of()
                    : Stream.of(Message.text("loss.axis.bits"), Message.text("loss.axis.separation"));
        }

        static ForkStrip of(LossHistory.View history) {
            double[] epochs = values(history, history::epoch);
            // From 0 on: who has less has none
            double[] bits = values(history, point -> history.bits(point) < 0 ? 0 : history.bits(point));
            return new ForkStrip(
                    new Decimator.ReducedLine(epochs, bits),
                    new Decimator.ReducedLine(epochs, values(history, history::separation)),
                    history.separationBefore(history.size() - 1));
        }

        /** Where it stands: so high a room at the bottom of a chart of a height. */
        private Plot plot(Plot losses, double height, double room, String name) {
            double most = DoubleStream.concat(DoubleStream.of(1, untrained), Arrays.stream(separation.y()))
                    .filter(Double::isFinite)
                    .max()
                    .orElseThrow();
            Rectangle2D above = losses.area();
            Rectangle2D area = new Rectangle2D.Double(
                    above.getX(), height - room + MARGIN, above.getWidth(), room - 2 * MARGIN - WORDS);
            return new Plot(losses.across(), ChartAxis.linear(name, 0, RoundNumber.atLeast(most)), area);
        }

        /** Draws it into a room at the bottom of a chart of a size. */
        void draw(
                Graphics2D graphics,
                Plot losses,
                double width,
                double height,
                double room,
                String name,
                Palette palette) {
            Plot plot = plot(losses, height, room, name);
            LineStyle separationLine = LineStyle.separation(palette);
            LineStyle bitsLine = new LineStyle(palette.accent(), WIDTH, null);
            new AxisPainter(graphics, plot, palette).up(0);
            try (PlotPen pen = new PlotPen(graphics, plot)) {
                pen.level(Verdict.LEAST_BITS, LineStyle.floor(palette));
                pen.level(untrained, LineStyle.dashed(separationLine.colour(), 1));
                pen.sign(0, untrained, PlotMarkers.of(0, DOT), separationLine.colour());
                pen.line(separation.x(), separation.y(), separationLine);
                pen.line(bits.x(), bits.y(), bitsLine);
            }
            PlotWords words = new PlotWords(graphics, plot, width, palette, untrained, Verdict.LEAST_BITS);
            words.ends(List.of(
                    end("loss.axis.bits", bits, bitsLine, plot),
                    end("loss.axis.separation", separation, separationLine, plot)));
            words.keepOff(bits);
            words.keepOff(separation);
            words.level(untrained, Message.text("loss.untrained", untrained));
            words.level(Verdict.LEAST_BITS, Message.text("loss.threshold", Verdict.LEAST_BITS));
            explain(graphics, plot.area().getX(), width, height, palette);
        }

        /** Says below the curves what they are, in fewer words where there is little room. */
        private static void explain(Graphics2D graphics, double left, double width, double height, Palette palette) {
            graphics.setFont(PictureFont.regular(12));
            graphics.setColor(palette.muted());
            Lettering letters = new Lettering(graphics);
            String words = Message.text("loss.explain.bits") + " " + Message.text("loss.explain.separation");
            String fitting = letters.width(words) <= width - left ? words : Message.text("loss.explain.short");
            letters.from(fitting, left, height - 4, Double.POSITIVE_INFINITY);
        }

        private static PlotWords.LineEnd end(String key, Decimator.ReducedLine line, LineStyle style, Plot plot) {
            int last = Plot.nearest(
                    line.x().length, point -> line.x()[point], plot.across().to());
            return new PlotWords.LineEnd(Message.text(key), line.x()[last], line.y()[last], style);
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
