package lab.carousel.picture.task;

import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.chart.ChartAxis;
import lab.carousel.drawing.chart.LineStyle;
import lab.carousel.drawing.chart.Plot;
import lab.carousel.drawing.chart.PlotMarkers;
import lab.carousel.drawing.chart.PlotPen;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.font.PictureFont;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Steps;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.text.Table;

/**
 * A sequence of numbers as curves over its steps, a panel for each channel: what is fed, and below it what is wanted.
 *
 * @param alphabet the names of the outputs, and after them those of the inputs
 */
public record ChannelDrawing(Steps steps, Alphabet alphabet, int outputs) implements Drawing {

    /** What a panel needs, in points. */
    public static final int PANEL = 36;

    /** Below the panels: the first and the last step. */
    public static final int FOOT = 18;

    private static final double LEFT = 84;
    private static final double RIGHT = 8;
    private static final double BETWEEN = 8;
    private static final double FONT = 12;
    private static final double DOT = 6;
    /** Up to this many values each has a dot. */
    private static final int FEW = 20;

    private int inputs() {
        return alphabet.size() - outputs;
    }

    private String name(int panel) {
        return panel < inputs()
                ? alphabet.symbol(outputs + panel)
                : Message.text("picture.channels.wanted", alphabet.symbol(panel - inputs()));
    }

    /** NaN where nothing is wanted. */
    private double value(int panel, int t) {
        return panel < inputs() ? steps.fed(t, panel) : steps.target(t).number(panel - inputs());
    }

    private DoubleStream values(int panel) {
        return IntStream.range(0, steps.size()).mapToDouble(t -> value(panel, t));
    }

    private Plot plot(int panel, double width, double height) {
        double[] known = values(panel)
                .filter(value -> !Double.isNaN(value))
                .map(Math::abs)
                .toArray();
        double high = ColourScale.round(DoubleStream.of(known).max().orElse(1));
        boolean isSigned = values(panel).anyMatch(value -> value < 0);
        double pitch = (height - FOOT) / alphabet.size();
        return new Plot(
                ChartAxis.linear("", 0.5, steps.size() + 0.5),
                ChartAxis.linear("", isSigned ? -high : 0, high),
                new Box(
                        LEFT,
                        panel * pitch + BETWEEN / 2,
                        Math.max(1, width - LEFT - RIGHT),
                        Math.max(1, pitch - BETWEEN)));
    }

    @Override
    public void draw(Marks marks, double width, double height) {
        for (int panel = 0; panel < alphabet.size(); panel++) {
            draw(marks, panel, plot(panel, width, height));
        }
        Lettering lettering = new Lettering(marks);
        marks.font(PictureFont.regular(FONT));
        marks.ink(Ink.MUTED);
        lettering.upTo(Message.text("picture.step"), LEFT - 6, height - 4, LEFT);
        lettering.from("1", LEFT, height - 4, LEFT);
        lettering.upTo(NumberText.whole(steps.size()), width - RIGHT, height - 4, width - LEFT);
    }

    private void draw(Marks marks, int panel, Plot plot) {
        Box area = plot.area();
        Lettering lettering = new Lettering(marks);
        marks.stroke(1);
        marks.ink(Ink.GRID);
        marks.draw(area);
        marks.line(area.x(), plot.y(0), area.right(), plot.y(0));
        marks.font(PictureFont.regular(FONT));
        marks.ink(Ink.TEXT);
        lettering.upTo(name(panel), LEFT - 6, area.middleY() - 2, LEFT - 6);
        marks.ink(Ink.MUTED);
        String ends = Message.text(
                "picture.channels.ends",
                NumberText.end(plot.up().from()),
                NumberText.end(plot.up().to()));
        lettering.upTo(ends, LEFT - 6, area.middleY() + FONT, LEFT - 6);
        LineStyle style = new LineStyle(panel < inputs() ? Ink.TEXT : Ink.ACCENT, panel < inputs() ? 1.2 : 2, null);
        double[] values = values(panel).toArray();
        boolean hasDots =
                DoubleStream.of(values).filter(value -> !Double.isNaN(value)).count() <= FEW;
        try (PlotPen pen = new PlotPen(marks, plot)) {
            pen.line(IntStream.rangeClosed(1, values.length).asDoubleStream().toArray(), values, style);
            for (int t = 0; t < values.length && hasDots; t++) {
                pen.sign(t + 1, values[t], PlotMarkers.of(0, DOT), style.ink());
            }
        }
        marks.spotColumns(area, values.length, t -> new Hit(panel, t, words(t)));
    }

    private String words(int t) {
        String values = IntStream.range(0, alphabet.size())
                .filter(each -> !Double.isNaN(value(each, t)))
                .mapToObj(
                        each -> Message.text("picture.value", name(each), NumberText.upToFourDecimals(value(each, t))))
                .collect(Collectors.joining("\n"));
        return Message.text("picture.channels.step", t + 1, values);
    }

    /** What is seen, in a sentence. */
    public String words() {
        return Message.text(
                "picture.channels.spoken",
                steps.size(),
                IntStream.range(0, alphabet.size()).mapToObj(this::name).collect(Collectors.joining(", ")));
    }

    @Override
    public Table<?> table() {
        return Table.ofPlaces(steps.size())
                .column("step", t -> t + 1)
                .columns(
                        IntStream.range(0, alphabet.size()).boxed().toList(),
                        this::name,
                        (t, panel) -> Table.known(value(panel, t)));
    }
}
