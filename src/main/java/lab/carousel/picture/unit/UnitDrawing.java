package lab.carousel.picture.unit;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.chart.AxisPainter;
import lab.carousel.drawing.chart.ChartAxis;
import lab.carousel.drawing.chart.Legend;
import lab.carousel.drawing.chart.LegendEntry;
import lab.carousel.drawing.chart.LineStyle;
import lab.carousel.drawing.chart.Plot;
import lab.carousel.drawing.chart.PlotMarkers;
import lab.carousel.drawing.chart.PlotPen;
import lab.carousel.drawing.chart.StepAxis;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.font.PictureFont;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.Trace;
import lab.carousel.model.trace.TracedSequence;
import lab.carousel.model.trace.Traces;
import lab.carousel.picture.account.Digits;
import lab.carousel.task.Target;
import lab.carousel.text.Message;
import lab.carousel.text.Table;

/**
 * What a unit has over the steps of the sequences in a window: a panel for each, one below the other, with lines on the same
 * axes under one legend. As many have a panel as there is height for, among them that of the step that is pointed out; the
 * table has all.
 *
 * @param unit       counted from 0 through all layers
 * @param sequence   the sequence of the step that is pointed out, counted from 0
 * @param number     its number, counted from 1
 */
public record UnitDrawing(
        Traces traces, int unit, Set<Quantity> quantities, Function<Target, String> symbol, int sequence, int number)
        implements Drawing {

    private static final double TITLE = 20;
    private static final double LEAST_PANEL = 100;
    private static final int MOST_PANELS = 8;
    private static final double TALLEST = 320;
    /** The margins of the lines at the left and at the right, in points. */
    private static final double LEFT = 44;

    private static final double RIGHT = 12;
    private static final double DOT = 5;
    /** Up to this many steps each value has a dot. */
    private static final int FEW = 40;

    public UnitDrawing {
        quantities = Set.copyOf(quantities);
    }

    /** How many panels there are in a height. */
    public int panels(double height) {
        int room = (int) Math.max(1, Math.min(MOST_PANELS, height / LEAST_PANEL));
        return Math.min(room, traces.stretches().size());
    }

    /** The first stretch of the window that has a panel, counted from 0. */
    private int first(int panels) {
        int pointedOut = IntStream.range(0, traces.stretches().size())
                .filter(stretch -> traces.stretches().get(stretch).sequence() == sequence)
                .findFirst()
                .orElse(0);
        return pointedOut / panels * panels;
    }

    private List<TracedSequence> shown(int panels) {
        int first = first(panels);
        return traces.stretches()
                .subList(first, Math.min(first + panels, traces.stretches().size()));
    }

    private static String title(TracedSequence stretch) {
        return Message.text("unit.sequence", stretch.sequence() + 1);
    }

    private String symbol(Trace trace, int step) {
        return symbol.apply(trace.fed(step));
    }

    private List<Quantity> lines() {
        return traces.layout().cell().quantities().stream()
                .filter(quantities::contains)
                .toList();
    }

    private LineStyle style(Quantity quantity) {
        return LineStyle.series(traces.layout().cell().quantities().indexOf(quantity));
    }

    private Legend legend() {
        return new Legend(lines().stream()
                .map(line -> LegendEntry.line(line.letter(), style(line)))
                .toList());
    }

    /** The axis of values: to 1, or to a round number above the cell states, which know no bound; from 0 or as far below. */
    ChartAxis up() {
        double high = 1;
        if (quantities.contains(Quantity.CELL_STATE)) {
            high = Math.max(
                    high,
                    ColourScale.round(IntStream.range(0, traces.columns())
                            .mapToDouble(column -> Math.abs(traces.value(Quantity.CELL_STATE, column, unit)))
                            .max()
                            .orElse(0)));
        }
        boolean isSigned = quantities.contains(Quantity.HIDDEN_STATE)
                || quantities.contains(Quantity.CELL_STATE)
                || quantities.contains(Quantity.CANDIDATE);
        return ChartAxis.linear("", isSigned ? -high : 0, high);
    }

    private Box area(int panel, int panels, double width, double height) {
        double legend = legend().height(width);
        double pitch = Math.min(TALLEST, (height - legend) / panels);
        return new Box(
                LEFT,
                legend + panel * pitch + TITLE,
                Math.max(1, width - LEFT - RIGHT),
                Math.max(1, pitch - TITLE - StepAxis.HEIGHT - 4));
    }

    @Override
    public void draw(Marks marks, double width, double height) {
        ChartAxis up = up();
        List<TracedSequence> shown = shown(panels(height));
        int all = traces.all().sequences();
        for (int panel = 0; panel < shown.size(); panel++) {
            TracedSequence stretch = shown.get(panel);
            Box area = area(panel, shown.size(), width, height);
            ChartAxis across = ChartAxis.linear("", -0.5, stretch.trace().steps() - 0.5);
            draw(marks, first(shown.size()) + panel, new Plot(across, up, area));
            marks.font(PictureFont.bold(Plot.FONT));
            marks.ink(Ink.TEXT);
            String title = shown.size() == all
                    ? title(stretch)
                    : Message.text("unit.sequence.of", stretch.sequence() + 1, all);
            marks.words(title, area.x(), area.y() - 6);
        }
        legend().draw(marks, 0, width);
    }

    /** The row of a spot is the stretch, the column the step in it, both counted from 0. */
    private void draw(Marks marks, int place, Plot plot) {
        TracedSequence stretch = traces.stretches().get(place);
        Trace trace = stretch.trace();
        Box area = plot.area();
        marks.font(PictureFont.regular(Plot.FONT));
        new AxisPainter(marks, plot).up();
        List<String> symbols = IntStream.range(0, trace.steps())
                .mapToObj(step -> symbol(trace, step))
                .toList();
        new StepAxis(symbols, step -> trace.firstStep() + 1 + step, -1).draw(marks, area);
        marks.stroke(1);
        if (plot.up().from() < 0) {
            marks.ink(Ink.MUTED);
            marks.line(area.x(), plot.y(0), area.right(), plot.y(0));
        }
        int selected = number - 1 - trace.firstStep();
        if (stretch.sequence() == sequence && selected >= 0 && selected < trace.steps()) {
            double x = plot.x(selected);
            marks.ink(Ink.ACCENT);
            marks.line(x, area.y(), x, area.bottom());
        }
        try (PlotPen pen = new PlotPen(marks, plot)) {
            lines().forEach(line -> draw(pen, trace, line, style(line)));
        }
        marks.spotColumns(area, trace.steps(), step -> new Hit(place, step, words(trace, step)));
    }

    private void draw(PlotPen pen, Trace trace, Quantity line, LineStyle style) {
        int steps = trace.steps();
        ChartAxis up = pen.plot().up();
        double[] inside = IntStream.range(0, steps)
                .mapToDouble(step -> Math.max(up.from(), Math.min(up.to(), trace.value(line, step, unit))))
                .toArray();
        pen.line(IntStream.range(0, steps).asDoubleStream().toArray(), inside, style);
        for (int step = 0; step < steps && steps <= FEW; step++) {
            pen.sign(step, inside[step], PlotMarkers.of(0, DOT), style.ink());
        }
    }

    private String words(Trace trace, int step) {
        String values = lines().stream()
                .map(line ->
                        Message.text("picture.value", line.letter(), Digits.USUAL.text(trace.value(line, step, unit))))
                .collect(Collectors.joining("\n"));
        return Message.text("picture.spot.step", trace.firstStep() + 1 + step, symbol(trace, step), values);
    }

    @Override
    public Table<?> table() {
        record Row(TracedSequence stretch, int step) {}
        List<Row> rows = traces.stretches().stream()
                .flatMap(
                        stretch -> IntStream.range(0, stretch.trace().steps()).mapToObj(step -> new Row(stretch, step)))
                .toList();
        return Table.<Row>of(rows)
                .column("panel", row -> title(row.stretch))
                .column("step", row -> row.stretch.trace().firstStep() + 1 + row.step)
                .column("input", row -> symbol(row.stretch.trace(), row.step))
                .columns(lines(), Quantity::letter, (row, line) -> row.stretch
                        .trace()
                        .value(line, row.step, unit));
    }
}
