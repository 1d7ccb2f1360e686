package lab.carousel.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.FittedText;
import lab.carousel.drawing.label.PictureFont;
import lab.carousel.drawing.label.TextMeasure;
import lab.carousel.drawing.label.Thinning;
import lab.carousel.text.Csv;
import lab.carousel.text.Message;

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
        List<Line> lines,
        List<String> symbols,
        int first,
        double low,
        double high,
        DoubleFunction<String> number,
        List<Mark> marks,
        int selected)
        implements Drawing {

    static final double FONT = 12;
    static final double LEGEND = 20;
    static final double LABEL = 18;
    /** What lies at the left of the area of the lines, in points. */
    public static final double LEFT = 44;

    /** What lies at its right. */
    public static final double RIGHT = 12;

    private static final double SAMPLE = 20;
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
    public record Line(String name, double[] values, int style) {}

    /** Copies the lists. */
    public StepLines {
        lines = List.copyOf(lines);
        symbols = List.copyOf(symbols);
        marks = List.copyOf(marks);
        if (!(high > low)) {
            throw new IllegalArgumentException("no axis from " + low + " to " + high);
        }
    }

    /** Where the area inside the axes is. */
    private Rectangle2D area(double width, double height) {
        double top = LEGEND * legendRows(width);
        return new Rectangle2D.Double(
                LEFT, top + 4, Math.max(1, width - LEFT - RIGHT), Math.max(1, height - top - 4 - 2 * LABEL));
    }

    private double x(double step, Rectangle2D area) {
        return area.getMinX() + (step + 0.5) / symbols.size() * area.getWidth();
    }

    private double y(double value, Rectangle2D area) {
        double inside = Math.max(low, Math.min(high, value));
        return area.getMaxY() - (inside - low) / (high - low) * area.getHeight();
    }

    @Override
    public void draw(Graphics2D graphics, double width, double height, Palette palette) {
        if (symbols.isEmpty()) {
            return;
        }
        drawPlot(graphics, area(width, height), palette);
        drawLegend(graphics, width, palette);
    }

    /** Draws all but the legend, with the axes around an area. */
    void drawPlot(Graphics2D graphics, Rectangle2D area, Palette palette) {
        graphics.setFont(PictureFont.regular(FONT));
        drawMarks(graphics, area, palette);
        drawValueAxis(graphics, area, palette);
        drawStepAxis(graphics, area, palette);
        if (selected >= 0 && selected < symbols.size()) {
            graphics.setColor(palette.accent());
            graphics.setStroke(new BasicStroke(1));
            graphics.draw(new Line2D.Double(x(selected, area), area.getMinY(), x(selected, area), area.getMaxY()));
        }
        for (Line line : lines) {
            draw(graphics, line, area, palette);
        }
    }

    private void drawMarks(Graphics2D graphics, Rectangle2D area, Palette palette) {
        for (int number = 0; number < marks.size(); number++) {
            Mark mark = marks.get(number);
            double from = x(mark.from() - 0.5, area);
            boolean isLast = number == marks.size() - 1;
            double end = isLast ? area.getMaxX() : x(marks.get(number + 1).from() - 0.5, area) - Mark.GAP;
            double to = x(mark.to() + 0.5, area);
            Color accent = palette.accent();
            graphics.setColor(new Color(accent.getRed(), accent.getGreen(), accent.getBlue(), 28));
            graphics.fill(new Rectangle2D.Double(from, area.getMinY(), to - from, area.getHeight()));
            graphics.setColor(accent);
            String words = FittedText.of(mark.words(), end - from, graphics.getFontMetrics()::stringWidth);
            graphics.drawString(words, (float) from + 4, (float) area.getMinY() + 14);
        }
    }

    /** As many as have room, and two at least: a single number tells no scale. */
    private List<AxisTicks.Tick> ticks(double height) {
        int most = Math.max(2, (int) (height / 32));
        List<AxisTicks.Tick> ticks = AxisTicks.linear(low, high, most, false);
        while (ticks.size() < 2) {
            most++;
            ticks = AxisTicks.linear(low, high, most, false);
        }
        return ticks;
    }

    private void drawValueAxis(Graphics2D graphics, Rectangle2D area, Palette palette) {
        FontMetrics metrics = graphics.getFontMetrics();
        graphics.setStroke(new BasicStroke(1));
        for (AxisTicks.Tick tick : ticks(area.getHeight())) {
            double y = y(tick.value(), area);
            graphics.setColor(tick.value() == 0 ? palette.muted() : palette.grid());
            graphics.draw(new Line2D.Double(area.getMinX(), y, area.getMaxX(), y));
            graphics.setColor(palette.muted());
            graphics.drawString(
                    tick.label(), (float) (area.getMinX() - 6 - metrics.stringWidth(tick.label())), (float) y + 4);
        }
    }

    private void drawStepAxis(Graphics2D graphics, Rectangle2D area, Palette palette) {
        FontMetrics metrics = graphics.getFontMetrics();
        double pitch = area.getWidth() / symbols.size();
        String last = Integer.toString(first + symbols.size() - 1);
        Thinning numbers = Thinning.of(pitch, metrics.stringWidth(last) + 6.0);
        double widest = symbols.stream().mapToDouble(metrics::stringWidth).max().orElse(0);
        boolean named = pitch >= Math.min(widest, 60) + 2;
        graphics.setColor(palette.muted());
        for (int step = 0; step < symbols.size(); step++) {
            double middle = x(step, area);
            if (numbers.shows(step + 1)) {
                centred(graphics, Integer.toString(first + step), middle, area.getMaxY() + 2 * LABEL - 4);
            }
            if (named) {
                String symbol = FittedText.of(symbols.get(step), 60, metrics::stringWidth);
                centred(graphics, symbol, middle, area.getMaxY() + LABEL - 4);
            }
        }
        // At the left edge, where the number at the lower end of the other axis does not reach
        if (named) {
            graphics.drawString(Message.text("picture.in"), 0f, (float) (area.getMaxY() + LABEL - 4));
        }
        graphics.drawString(Message.text("picture.step"), 0f, (float) (area.getMaxY() + 2 * LABEL - 4));
    }

    private static void centred(Graphics2D graphics, String words, double middle, double baseline) {
        double width = graphics.getFontMetrics().stringWidth(words);
        graphics.drawString(words, (float) (middle - width / 2), (float) baseline);
    }

    private void draw(Graphics2D graphics, Line line, Rectangle2D area, Palette palette) {
        SeriesStyle.apply(graphics, line.style(), palette);
        Path2D path = new Path2D.Double();
        boolean open = false;
        for (int step = 0; step < symbols.size(); step++) {
            double value = line.values()[step];
            if (Double.isNaN(value)) {
                open = false;
            } else if (open) {
                path.lineTo(x(step, area), y(value, area));
            } else {
                path.moveTo(x(step, area), y(value, area));
                open = true;
            }
        }
        graphics.draw(path);
        for (int step = 0; step < symbols.size() && symbols.size() <= FEW; step++) {
            if (!Double.isNaN(line.values()[step])) {
                graphics.fill(new Ellipse2D.Double(
                        x(step, area) - DOT / 2, y(line.values()[step], area) - DOT / 2, DOT, DOT));
            }
        }
    }

    private double entry(Line line, FontMetrics metrics) {
        return SAMPLE + 4 + metrics.stringWidth(line.name()) + 12;
    }

    int legendRows(double width) {
        FontMetrics metrics = TextMeasure.of(PictureFont.regular(FONT));
        int rows = 1;
        double x = 0;
        for (Line line : lines) {
            double needed = entry(line, metrics);
            if (x > 0 && x + needed > width) {
                rows++;
                x = 0;
            }
            x += needed;
        }
        return rows;
    }

    void drawLegend(Graphics2D graphics, double width, Palette palette) {
        FontMetrics metrics = graphics.getFontMetrics();
        double x = 0;
        double y = LEGEND / 2;
        for (Line line : lines) {
            double needed = entry(line, metrics);
            if (x > 0 && x + needed > width) {
                x = 0;
                y += LEGEND;
            }
            SeriesStyle.apply(graphics, line.style(), palette);
            graphics.draw(new Line2D.Double(x, y, x + SAMPLE, y));
            graphics.setColor(palette.text());
            graphics.drawString(line.name(), (float) (x + SAMPLE + 4), (float) y + 4);
            x += needed;
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
        List<String> header = new ArrayList<>(List.of("step", "input"));
        lines.forEach(line -> header.add(line.name()));
        Csv csv = new Csv(header);
        IntStream.range(0, symbols.size()).forEach(step -> {
            List<Object> fields = new ArrayList<>(List.of(first + step, symbols.get(step)));
            lines.forEach(line -> fields.add(line.values()[step]));
            csv.add(fields);
        });
        return csv.toString();
    }
}
