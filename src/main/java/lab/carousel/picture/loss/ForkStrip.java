package lab.carousel.picture.loss;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.drawing.chart.AxisPainter;
import lab.carousel.drawing.chart.ChartAxis;
import lab.carousel.drawing.chart.LineEnd;
import lab.carousel.drawing.chart.LineStyle;
import lab.carousel.drawing.chart.Plot;
import lab.carousel.drawing.chart.PlotMarkers;
import lab.carousel.drawing.chart.PlotPen;
import lab.carousel.drawing.chart.PlotWords;
import lab.carousel.drawing.chart.ReducedLine;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.font.PictureFont;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.text.Message;
import lab.carousel.text.RoundNumber;
import lab.carousel.training.loss.LossCourse;

/**
 * The bits and the separation of the worst fork after each epoch, as curves from 0 to 1 under a loss chart, on its axis of
 * epochs; over 1 where the separation is.
 *
 * @param untrained separation that the untrained network has where the last one is measured, which is marked; NaN if there
 *     is none
 */
record ForkStrip(ReducedLine bits, ReducedLine separation, double untrained) {

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
    static double height(LossCourse history, double height) {
        boolean hasBits = history.size() > 0 && !Double.isNaN(history.bits(history.size() - 1));
        return !hasBits || height < LEAST_CHART ? 0 : WORDS + Math.max(LEAST, Math.min(MOST, SHARE * height));
    }

    /** The names of the curves, in a chart of a height. */
    static Stream<String> names(LossCourse history, double height) {
        return height(history, height) == 0
                ? Stream.of()
                : Stream.of(Message.text("loss.axis.bits"), Message.text("loss.axis.separation"));
    }

    static ForkStrip of(LossCourse history) {
        double[] epochs = values(history, history::epoch);
        // From 0 on: who has less has none
        double[] bits = values(history, point -> history.bits(point) < 0 ? 0 : history.bits(point));
        return new ForkStrip(
                new ReducedLine(epochs, bits),
                new ReducedLine(epochs, values(history, history::separation)),
                history.separationBefore(history.size() - 1));
    }

    /** Where it stands: so high a room at the bottom of a chart of a height. */
    Plot plot(Plot losses, double height, double room, String name) {
        double most = DoubleStream.concat(DoubleStream.of(1, untrained), Arrays.stream(separation.y()))
                .filter(Double::isFinite)
                .max()
                .orElseThrow();
        Box above = losses.area();
        Box area = new Box(above.x(), height - room + MARGIN, above.width(), room - 2 * MARGIN - WORDS);
        return new Plot(losses.across(), ChartAxis.linear(name, 0, RoundNumber.atLeast(most)), area);
    }

    /** Draws it into a room at the bottom of a chart of a size. */
    void draw(Marks marks, Plot losses, double width, double height, double room, String name) {
        Plot plot = plot(losses, height, room, name);
        LineStyle separationLine = LineStyle.separation();
        LineStyle bitsLine = new LineStyle(Ink.ACCENT, WIDTH, null);
        new AxisPainter(marks, plot).up();
        try (PlotPen pen = new PlotPen(marks, plot)) {
            pen.level(Verdict.LEAST_BITS, LineStyle.floor());
            pen.level(untrained, LineStyle.dashed(separationLine.ink(), 1));
            pen.sign(0, untrained, PlotMarkers.of(0, LossDrawing.DOT), separationLine.ink());
            pen.line(separation.x(), separation.y(), separationLine);
            pen.line(bits.x(), bits.y(), bitsLine);
        }
        PlotWords words = new PlotWords(marks, plot, width, untrained, Verdict.LEAST_BITS);
        words.ends(List.of(
                end("loss.axis.bits", bits, bitsLine, plot),
                end("loss.axis.separation", separation, separationLine, plot)));
        words.keepOff(bits);
        words.keepOff(separation);
        words.level(untrained, Message.text("loss.untrained", untrained));
        words.level(Verdict.LEAST_BITS, Message.text("loss.threshold", Verdict.LEAST_BITS));
        explain(marks, plot.area().x(), width, height);
    }

    /** Says below the curves what they are, in fewer words where there is little room. */
    private static void explain(Marks marks, double left, double width, double height) {
        marks.font(PictureFont.regular(12));
        marks.ink(Ink.MUTED);
        Lettering letters = new Lettering(marks);
        String bits = Message.text("loss.explain.bits");
        String separation = Message.text("loss.explain.separation");
        String fitting = Stream.of(bits + " " + separation, separation)
                .filter(words -> letters.width(words) <= width - left)
                .findFirst()
                .orElseGet(() -> Message.text("loss.explain.short"));
        // On a telephone it begins farther to the left than the curves
        double from = Math.max(0, Math.min(left, width - letters.width(fitting)));
        letters.from(fitting, from, height - 4, width - from);
    }

    private static LineEnd end(String key, ReducedLine line, LineStyle style, Plot plot) {
        int last = Plot.nearest(
                line.x().length, point -> line.x()[point], plot.across().to());
        return new LineEnd(Message.text(key), line.x()[last], line.y()[last], style);
    }

    private static double[] values(LossCourse history, IntToDoubleFunction value) {
        return IntStream.range(0, history.size()).mapToDouble(value).toArray();
    }
}
