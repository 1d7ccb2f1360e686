package lab.carousel.picture.update;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.chart.AxisPainter;
import lab.carousel.drawing.chart.ChartAxis;
import lab.carousel.drawing.chart.Legend;
import lab.carousel.drawing.chart.LegendEntry;
import lab.carousel.drawing.chart.LineStyle;
import lab.carousel.drawing.chart.Plot;
import lab.carousel.drawing.chart.PlotMarkers;
import lab.carousel.drawing.chart.StepAxis;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.text.Table;

/**
 * How large the gradient is that arrives at each step, as bars on a logarithmic axis. What belongs to the update is
 * filled; what would have flowed further back is faint, behind the line where the update cuts it.
 *
 * @param symbols  the symbol fed at each time step
 * @param steps    the number of its step, counted from 1
 * @param cut      the first time step of the update
 * @param hidden   the norm of dLoss/dh at each time step
 * @param cell     the norm of dLoss/dc at each time step; empty if there is no c
 * @param selected the time step that is pointed out; -1 for none
 * @param paths    those that the gradient takes
 */
public record ReachDrawing(
        List<String> symbols, int[] steps, int cut, double[] hidden, double[] cell, int selected, Paths paths)
        implements Drawing {

    /** The ways of a gradient back through the layers. */
    public enum Paths {
        ALL,
        /** From step to step through c alone. */
        CELL_STATE,
        /** Only the output learns. */
        NONE
    }

    private static final double LEFT = 52;
    private static final double RIGHT = 8;
    private static final double STRIPE = 2.5;
    private static final double SAMPLE = 12;
    private static final int FAINT = 56;
    /** Below this share of the largest bar nothing is told apart. */
    private static final double LEAST_SHARE = 1e-9;

    private static final double MOST_PITCH = 160;

    /** Where everything stands: a place for each step, and a logarithmic axis. */
    private Plot plot(double width, double height) {
        double top = 2 * Plot.ROW + 4;
        double bottom = Math.max(top + 1, height - StepAxis.HEIGHT - 2);
        double pitch = Math.min(MOST_PITCH, Math.max(1, width - LEFT - RIGHT) / Math.max(1, steps.length));
        double largest = Math.max(max(hidden), max(cell));
        double least = largest * LEAST_SHARE;
        double smallest = Math.max(least, Math.min(min(hidden, least), min(cell, least)));
        double high = largest > 0 ? Math.pow(10, Math.ceil(Math.log10(largest) - 1e-9)) : 1;
        double low = largest > 0 ? Math.min(high / 100, Math.pow(10, Math.floor(Math.log10(smallest)) - 1)) : 0.01;
        return new Plot(
                ChartAxis.linear("", -0.5, steps.length - 0.5),
                ChartAxis.logarithmic("", low, high),
                new Box(LEFT, top, Math.max(1, pitch * steps.length), bottom - top));
    }

    private double pitch(Plot plot) {
        return plot.area().width() / Math.max(1, steps.length);
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElse(0);
    }

    private static double min(double[] values, double above) {
        return Arrays.stream(values).filter(value -> value > above).min().orElse(Double.POSITIVE_INFINITY);
    }

    /** Whether the update has no use for the gradient at a time step. */
    boolean isCutOff(int time) {
        return time < cut || paths == Paths.NONE;
    }

    private boolean isSilent() {
        return max(hidden) == 0 && max(cell) == 0;
    }

    @Override
    public void draw(Marks marks, double width, double height) {
        Plot plot = plot(width, height);
        legend().draw(marks, 0, width);
        new AxisPainter(marks, plot).up();
        marks.line(LEFT, plot.area().bottom(), plot.area().right(), plot.area().bottom());
        new StepAxis(symbols, time -> steps[time], selected).draw(marks, plot.area());
        for (int time = 0; time < steps.length; time++) {
            drawBars(marks, plot, time);
        }
        drawCut(marks, plot, width);
        if (isSilent()) {
            marks.ink(Ink.MUTED);
            String words = new Lettering(marks).fitted(text("silent"), width - LEFT);
            marks.words(words, LEFT + 8, plot.area().middleY());
        }
        Box all = Box.between(LEFT, plot.area().y(), plot.area().right(), height);
        marks.spotColumns(all, steps.length, time -> new Hit(-1, time, words(time)));
    }

    private String words(int time) {
        String spot = paths == Paths.NONE ? "spot.frozen" : isCutOff(time) ? "spot.uncut" : "spot";
        String where = text(spot, steps[time], symbols.get(time));
        String values = Message.text("picture.value", text("hidden"), NumberText.loss(hidden[time]));
        if (cell.length > 0) {
            values += "\n" + Message.text("picture.value", text("cell"), NumberText.loss(cell[time]));
        }
        return where + "\n" + values;
    }

    private static String text(String key, Object... arguments) {
        return Message.text("update.reach." + key, arguments);
    }

    private Legend legend() {
        List<LegendEntry> entries = new ArrayList<>();
        entries.add(LegendEntry.sign(text("hidden"), PlotMarkers.of(1, SAMPLE), Ink.series(0)));
        if (cell.length > 0) {
            entries.add(new LegendEntry(text("cell"), SAMPLE, (marks, x, middle) -> {
                marks.ink(Ink.series(1));
                marks.fill(sample(x, middle));
                stripe(marks, sample(x, middle));
            }));
        }
        if (isCutOff(0)) {
            entries.add(new LegendEntry(text("uncut"), SAMPLE, (marks, x, middle) -> {
                marks.ink(Ink.MUTED.veiled(FAINT));
                marks.fill(sample(x, middle));
                marks.ink(Ink.MUTED);
                marks.stroke(1);
                marks.draw(new Box(x + 0.5, middle - SAMPLE / 2 + 0.5, SAMPLE - 1, SAMPLE - 1));
            }));
        }
        return new Legend(entries);
    }

    private static Box sample(double x, double middle) {
        return new Box(x, middle - SAMPLE / 2, SAMPLE, SAMPLE);
    }

    private void drawBars(Marks marks, Plot plot, int time) {
        int bars = cell.length > 0 ? 2 : 1;
        double pitch = pitch(plot);
        double gap = pitch >= 8 ? pitch * 0.15 : 0;
        double width = (pitch - 2 * gap) / bars;
        double left = plot.x(time - 0.5) + gap;
        Box first = bar(plot, hidden[time], left, width);
        drawBar(marks, first, time, Ink.series(0));
        if (bars == 2) {
            Box second = bar(plot, cell[time], left + width, width);
            drawBar(marks, second, time, Ink.series(1));
            stripe(marks, second);
        }
    }

    /** Of no height if there is nothing to be seen. */
    private static Box bar(Plot plot, double value, double left, double width) {
        double bottom = plot.area().bottom();
        double top = value > 0 ? Math.min(bottom, plot.y(value)) : bottom;
        return new Box(left, top, Math.max(0.5, width), bottom - top);
    }

    /** So that it can be told from the other kind of bars without colours. */
    private static void stripe(Marks marks, Box bar) {
        marks.ink(Ink.BACKGROUND);
        for (double y = bar.bottom() - STRIPE; y > bar.y(); y -= 2 * STRIPE) {
            marks.fill(new Box(bar.x() + 1, y, Math.max(0, bar.width() - 2), 1));
        }
    }

    private void drawBar(Marks marks, Box bar, int time, Ink colour) {
        if (bar.isEmpty()) {
            return;
        }
        marks.ink(isCutOff(time) ? colour.veiled(FAINT) : colour);
        marks.fill(bar);
        if (isCutOff(time) && bar.width() >= 3) {
            LineStyle.dashed(colour, 1).apply(marks);
            marks.draw(bar);
        }
    }

    /** A thick line with what it means; it has a bar across, as at the end of a road. */
    private void drawCut(Marks marks, Plot plot, double width) {
        Lettering lettering = new Lettering(marks);
        boolean isCut = isCutOff(0);
        // Where only the output learns the gradient ends before it comes to any step
        double x = plot.x((paths == Paths.NONE ? steps.length : cut) - 0.5);
        double top = plot.area().y();
        double bottom = plot.area().bottom();
        String where = (isCut ? "cut" : "start") + (paths == Paths.CELL_STATE ? ".truncated" : "");
        String fitted = lettering.fitted(text(paths == Paths.NONE ? "frozen" : where), width - 8);
        double wide = lettering.width(fitted);
        double left = Math.max(0, Math.min(x - wide / 2, width - wide));
        marks.ink(isCut || paths == Paths.CELL_STATE ? Ink.WRONG : Ink.MUTED);
        marks.words(fitted, left, (Plot.ROW + 12));
        if (isCut) {
            marks.stroke(3);
            marks.line(x, top - 2, x, bottom + 2);
            marks.line(x - 6, top - 2, x + 6, top - 2);
            marks.line(x - 6, bottom + 2, x + 6, bottom + 2);
        }
    }

    @Override
    public Table<?> table() {
        return Table.ofPlaces(steps.length)
                .column("step", time -> steps[time])
                .column("input", symbols::get)
                .column("in update", time -> time >= cut)
                .column("dLoss/dh", time -> hidden[time])
                .column("dLoss/dc", time -> cell.length > 0 ? (Object) cell[time] : "");
    }

    /** For those who do not see the bars: the gradient where it begins and at the first step that it reaches, and what cuts it. */
    public String words() {
        if (paths == Paths.NONE) {
            return text("none");
        }
        int last = steps.length - 1;
        int first = Math.min(cut, last);
        String key = first == last ? "one" : "many";
        String reach = text(
                first > 0 ? key + ".cut" : key,
                steps[last],
                NumberText.loss(hidden[last]),
                steps[first],
                NumberText.loss(hidden[first]));
        return paths == Paths.CELL_STATE ? reach + " " + text("truncated.words") : reach;
    }
}
