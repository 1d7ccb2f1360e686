package lab.carousel.picture.unit;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.chart.AxisPainter;
import lab.carousel.drawing.chart.ChartAxis;
import lab.carousel.drawing.chart.Legend;
import lab.carousel.drawing.chart.LineStyle;
import lab.carousel.drawing.chart.Plot;
import lab.carousel.drawing.chart.PlotPen;
import lab.carousel.drawing.chart.Signs;
import lab.carousel.drawing.chart.StepAxis;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.PictureFont;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.Trace;
import lab.carousel.model.trace.Traces;
import lab.carousel.picture.account.Digits;
import lab.carousel.text.Message;
import lab.carousel.text.Table;

/**
 * What a unit has over the steps of the sequences in a window: a panel for each sequence, all with the same axes.
 *
 * @param traces     the window
 * @param unit       counted from 0 through all layers
 * @param quantities what is drawn of what the cell has
 * @param symbol     the symbol at an index of the alphabet
 */
public record UnitPanels(Traces traces, int unit, Set<Quantity> quantities, IntFunction<String> symbol) {

    /** Copies the quantities. */
    public UnitPanels {
        quantities = Set.copyOf(quantities);
    }

    /**
     * The drawing of some of the stretches in the window.
     *
     * @param first    the first stretch, counted from 0
     * @param count    how many; fewer if there are not so many
     * @param sequence the sequence of the step that is pointed out, counted from 0
     * @param number   its number, counted from 1
     */
    public StepPanels drawing(int first, int count, int sequence, int number) {
        double high = high();
        List<StepPanels.Panel> panels = new ArrayList<>();
        int end = Math.min(first + count, traces.stretches().size());
        for (Traces.Stretch stretch : traces.stretches().subList(first, end)) {
            Trace trace = stretch.trace();
            int selected = stretch.sequence() == sequence ? number - 1 - trace.firstStep() : -1;
            List<String> symbols = IntStream.range(0, trace.steps())
                    .mapToObj(step -> symbol.apply(trace.input(step)))
                    .toList();
            panels.add(new StepPanels.Panel(
                    Message.text("unit.sequence", stretch.sequence() + 1),
                    lines(trace),
                    symbols,
                    trace.firstStep() + 1,
                    selected));
        }
        return new StepPanels(panels, isSigned() ? -high : 0, high, Digits.USUAL::text);
    }

    /** The place in the window's stretches of a sequence; 0 if it has none there. */
    public int stretchOf(int sequence) {
        return IntStream.range(0, traces.stretches().size())
                .filter(stretch -> traces.stretches().get(stretch).sequence() == sequence)
                .findFirst()
                .orElse(0);
    }

    private List<StepPanels.StepLine> lines(Trace trace) {
        List<Quantity> all = traces.layout().cell().quantities();
        return all.stream()
                .filter(quantities::contains)
                .map(quantity ->
                        new StepPanels.StepLine(quantity.letter(), values(trace, quantity), all.indexOf(quantity)))
                .toList();
    }

    private double[] values(Trace trace, Quantity quantity) {
        return IntStream.range(0, trace.steps())
                .mapToDouble(step -> trace.value(quantity, step, unit))
                .toArray();
    }

    private boolean isSigned() {
        return quantities.contains(Quantity.HIDDEN_STATE)
                || quantities.contains(Quantity.CELL_STATE)
                || quantities.contains(Quantity.CANDIDATE);
    }

    /** The upper end of the axis: 1, or a round number above the cell states, which know no bound. */
    private double high() {
        if (!quantities.contains(Quantity.CELL_STATE)) {
            return 1;
        }
        double largest = traces.stretches().stream()
                .flatMapToDouble(stretch -> IntStream.range(0, stretch.trace().steps())
                        .mapToDouble(step -> Math.abs(stretch.trace().value(Quantity.CELL_STATE, step, unit))))
                .max()
                .orElse(0);
        return Math.max(1, ColourScale.round(largest));
    }

    /**
     * Small multiples: lines over the steps of each of several sequences, one panel below the other, under one legend.
     *
     * @param panels all with the same lines, one at least
     * @param low    the lower end of the axis of values
     * @param high   its upper end, above {@code low}
     * @param number writes a value
     */
    public record StepPanels(List<Panel> panels, double low, double high, DoubleFunction<String> number)
            implements Drawing {

        private static final double TITLE = 20;
        private static final double TALLEST = 320;
        /** What lies at the left and at the right of the lines, in points. */
        private static final double LEFT = 44;

        private static final double RIGHT = 12;
        private static final double DOT = 5;
        /** Up to so many steps each value has a dot. */
        private static final int FEW = 40;

        /**
         * The lines of a sequence.
         *
         * @param title    which sequence it is
         * @param lines    over its steps
         * @param symbols  the input symbol at each step
         * @param first    the number of the first step
         * @param selected the step that is pointed out, counted from 0; -1 for none
         */
        public record Panel(String title, List<StepLine> lines, List<String> symbols, int first, int selected) {

            /** Copies the lists. */
            public Panel {
                lines = List.copyOf(lines);
                symbols = List.copyOf(symbols);
            }
        }

        /**
         * A line.
         *
         * @param name   in the legend
         * @param values at each step; NaN where there is none
         * @param style  which colour and dashes, counted from 0; lines differ in both
         */
        public record StepLine(String name, double[] values, int style) {}

        /** Copies the panels. */
        public StepPanels {
            panels = List.copyOf(panels);
            if (!(high > low)) {
                throw new IllegalArgumentException("no axis from " + low + " to " + high);
            }
        }

        private Legend legend() {
            return new Legend(panels.get(0).lines.stream()
                    .map(line -> Legend.Entry.line(line.name, palette -> LineStyle.series(line.style, palette)))
                    .toList());
        }

        /** The room of a panel's lines between the axes. */
        private Rectangle2D area(int panel, double width, double height) {
            double legend = legend().height(width);
            double pitch = Math.min(TALLEST, (height - legend) / panels.size());
            return new Rectangle2D.Double(
                    LEFT,
                    legend + panel * pitch + TITLE,
                    Math.max(1, width - LEFT - RIGHT),
                    Math.max(1, pitch - TITLE - StepAxis.HEIGHT - 4));
        }

        @Override
        public void draw(Graphics2D graphics, double width, double height, Palette palette) {
            for (int panel = 0; panel < panels.size(); panel++) {
                Rectangle2D area = area(panel, width, height);
                draw(graphics, panels.get(panel), area, palette);
                graphics.setFont(PictureFont.bold(Plot.FONT));
                graphics.setColor(palette.text());
                graphics.drawString(panels.get(panel).title, (float) area.getMinX(), (float) area.getMinY() - 6);
            }
            legend().draw(graphics, 0, 0, width, palette);
        }

        private void draw(Graphics2D graphics, Panel panel, Rectangle2D area, Palette palette) {
            int steps = panel.symbols.size();
            Plot plot = new Plot(ChartAxis.linear("", -0.5, steps - 0.5), ChartAxis.linear("", low, high), area);
            graphics.setFont(PictureFont.regular(Plot.FONT));
            new AxisPainter(graphics, plot, palette).up(0);
            new StepAxis(panel.symbols, step -> panel.first + step, -1).draw(graphics, area, 0, palette);
            graphics.setStroke(new BasicStroke(1));
            if (low < 0 && high > 0) {
                graphics.setColor(palette.muted());
                graphics.draw(new Line2D.Double(area.getMinX(), plot.y(0), area.getMaxX(), plot.y(0)));
            }
            if (panel.selected >= 0 && panel.selected < steps) {
                double x = plot.x(panel.selected);
                graphics.setColor(palette.accent());
                graphics.draw(new Line2D.Double(x, area.getMinY(), x, area.getMaxY()));
            }
            try (PlotPen pen = new PlotPen(graphics, plot)) {
                panel.lines.forEach(line -> draw(pen, line, palette));
            }
        }

        private void draw(PlotPen pen, StepLine line, Palette palette) {
            LineStyle style = LineStyle.series(line.style, palette);
            int count = line.values.length;
            double[] inside = Arrays.stream(line.values)
                    .map(value -> Math.max(low, Math.min(high, value)))
                    .toArray();
            pen.line(IntStream.range(0, count).asDoubleStream().toArray(), inside, style);
            for (int step = 0; step < count && count <= FEW; step++) {
                pen.sign(step, inside[step], Signs.of(0, DOT), style.colour());
            }
        }

        /** What stands at a place: the row is the panel, the column the step in it, both counted from 0. */
        @Override
        public Optional<Spot> at(double x, double y, double width, double height) {
            return IntStream.range(0, panels.size())
                    .mapToObj(panel -> at(x, y, panel, area(panel, width, height)))
                    .flatMap(Optional::stream)
                    .findFirst();
        }

        private Optional<Spot> at(double x, double y, int place, Rectangle2D area) {
            Panel panel = panels.get(place);
            int step = (int) Math.floor((x - area.getMinX()) / area.getWidth() * panel.symbols.size());
            if (!area.contains(x, y) || step < 0 || step >= panel.symbols.size()) {
                return Optional.empty();
            }
            String values = panel.lines.stream()
                    .filter(line -> !Double.isNaN(line.values[step]))
                    .map(line -> Message.text("picture.value", line.name, number.apply(line.values[step])))
                    .collect(Collectors.joining("\n"));
            String words = Message.text("picture.spot.step", panel.first + step, panel.symbols.get(step), values);
            return Optional.of(new Spot(place, step, words));
        }

        @Override
        public String csv() {
            record Row(Panel panel, int step) {}
            List<Row> rows = panels.stream()
                    .flatMap(panel -> IntStream.range(0, panel.symbols.size()).mapToObj(step -> new Row(panel, step)))
                    .toList();
            List<StepLine> lines = panels.get(0).lines;
            return Table.<Row>of(rows)
                    .column("panel", row -> row.panel.title)
                    .column("step", row -> row.panel.first + row.step)
                    .column("input", row -> row.panel.symbols.get(row.step))
                    .columns(
                            IntStream.range(0, lines.size()).boxed().toList(),
                            line -> lines.get(line).name,
                            (row, line) -> row.panel.lines.get(line).values[row.step])
                    .csv();
        }
    }
}
