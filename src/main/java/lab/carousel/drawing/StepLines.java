package lab.carousel.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.drawing.chart.AxisPainter;
import lab.carousel.drawing.chart.ChartAxis;
import lab.carousel.drawing.chart.Legend;
import lab.carousel.drawing.chart.LineStyle;
import lab.carousel.drawing.chart.Plot;
import lab.carousel.drawing.chart.PlotPen;
import lab.carousel.drawing.chart.Signs;
import lab.carousel.drawing.chart.StepAxis;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.FittedText;
import lab.carousel.drawing.label.PictureFont;
import lab.carousel.text.Message;
import lab.carousel.text.Table;

/**
 * Lines over the steps of a sequence, with a legend above and the symbols below.
 *
 * @param lines    what is drawn, all of one length
 * @param symbols  the input symbol at each step
 * @param first    the number of the first step
 * @param low      the lower end of the axis of values
 * @param high     its upper end, above {@code low}
 * @param number   writes a value
 * @param marks    stretches of steps that are pointed out, counted from 0
 * @param selected the step that is pointed out, counted from 0; -1 for none
 */
public record StepLines(
        List<StepLine> lines,
        List<String> symbols,
        int first,
        double low,
        double high,
        DoubleFunction<String> number,
        List<Mark> marks,
        int selected)
        implements Drawing {

    /** What lies at the left of the area of the lines, in points. */
    public static final double LEFT = 44;

    /** What lies at its right. */
    public static final double RIGHT = 12;

    private static final double DOT = 5;
    /** Up to so many steps each value has a dot. */
    private static final int FEW = 40;

    /**
     * A line.
     *
     * @param name   in the legend
     * @param values at each step; NaN where there is none
     * @param style  which colour and dashes, counted from 0; lines differ in both
     */
    public record StepLine(String name, double[] values, int style) {}

    /** Copies the lists. */
    public StepLines {
        lines = List.copyOf(lines);
        symbols = List.copyOf(symbols);
        marks = List.copyOf(marks);
        if (!(high > low)) {
            throw new IllegalArgumentException("no axis from " + low + " to " + high);
        }
    }

    /** The legend above the lines. */
    Legend legend() {
        return new Legend(lines.stream()
                .map(line -> Legend.Entry.line(line.name(), palette -> LineStyle.series(line.style(), palette)))
                .toList());
    }

    /** Where the area inside the axes is. */
    private Rectangle2D area(double width, double height) {
        double top = Math.max(Legend.ROW, legend().height(width)) + 4;
        return new Rectangle2D.Double(
                LEFT, top, Math.max(1, width - LEFT - RIGHT), Math.max(1, height - top - StepAxis.HEIGHT));
    }

    private Plot plot(Rectangle2D area) {
        return new Plot(ChartAxis.linear("", -0.5, symbols.size() - 0.5), ChartAxis.linear("", low, high), area);
    }

    @Override
    public void draw(Graphics2D graphics, double width, double height, Palette palette) {
        if (symbols.isEmpty()) {
            return;
        }
        drawPlot(graphics, area(width, height), palette);
        legend().draw(graphics, 0, 0, width, palette);
    }

    /** Draws all but the legend, with the axes around an area. */
    void drawPlot(Graphics2D graphics, Rectangle2D area, Palette palette) {
        Plot plot = plot(area);
        graphics.setFont(PictureFont.regular(Plot.FONT));
        drawMarks(graphics, plot, palette);
        new AxisPainter(graphics, plot, palette).up(0);
        new StepAxis(symbols, step -> first + step, -1).draw(graphics, area, 0, palette);
        graphics.setStroke(new BasicStroke(1));
        if (low < 0 && high > 0) {
            graphics.setColor(palette.muted());
            graphics.draw(new Line2D.Double(area.getMinX(), plot.y(0), area.getMaxX(), plot.y(0)));
        }
        if (selected >= 0 && selected < symbols.size()) {
            graphics.setColor(palette.accent());
            graphics.draw(new Line2D.Double(plot.x(selected), area.getMinY(), plot.x(selected), area.getMaxY()));
        }
        try (PlotPen pen = new PlotPen(graphics, plot)) {
            lines.forEach(line -> draw(pen, line, palette));
        }
    }

    private void drawMarks(Graphics2D graphics, Plot plot, Palette palette) {
        Rectangle2D area = plot.area();
        for (int number = 0; number < marks.size(); number++) {
            Mark mark = marks.get(number);
            double from = plot.x(mark.from() - 0.5);
            boolean isLast = number == marks.size() - 1;
            double end = isLast ? area.getMaxX() : plot.x(marks.get(number + 1).from() - 0.5) - Mark.GAP;
            double to = plot.x(mark.to() + 0.5);
            Color accent = palette.accent();
            graphics.setColor(new Color(accent.getRed(), accent.getGreen(), accent.getBlue(), 28));
            graphics.fill(new Rectangle2D.Double(from, area.getMinY(), to - from, area.getHeight()));
            graphics.setColor(accent);
            String words = FittedText.of(mark.words(), end - from, graphics.getFontMetrics()::stringWidth);
            graphics.drawString(words, (float) from + 4, (float) area.getMinY() + 14);
        }
    }

    private void draw(PlotPen pen, StepLine line, Palette palette) {
        LineStyle style = LineStyle.series(line.style(), palette);
        double[] steps = IntStream.range(0, symbols.size()).asDoubleStream().toArray();
        double[] inside = Arrays.stream(line.values())
                .map(value -> Math.max(low, Math.min(high, value)))
                .toArray();
        pen.line(steps, inside, style);
        for (int step = 0; step < symbols.size() && symbols.size() <= FEW; step++) {
            pen.sign(step, inside[step], Signs.of(0, DOT), style.colour());
        }
    }

    @Override
    public Optional<Spot> at(double x, double y, double width, double height) {
        return spotIn(x, y, area(width, height));
    }

    /** What stands at a place of a plot whose axes are around an area. */
    Optional<Spot> spotIn(double x, double y, Rectangle2D area) {
        int step = (int) Math.floor((x - area.getMinX()) / area.getWidth() * symbols.size());
        if (!area.contains(x, y) || step < 0 || step >= symbols.size()) {
            return Optional.empty();
        }
        String values = lines.stream()
                .filter(line -> !Double.isNaN(line.values()[step]))
                .map(line -> Message.text("picture.value", line.name(), number.apply(line.values()[step])))
                .collect(Collectors.joining("\n"));
        return Optional.of(
                new Spot(-1, step, Message.text("picture.spot.step", first + step, symbols.get(step), values)));
    }

    @Override
    public String csv() {
        return Table.ofPlaces(symbols.size())
                .column("step", step -> first + step)
                .column("input", symbols::get)
                .columns(lines, StepLine::name, (step, line) -> line.values()[step])
                .csv();
    }
}
