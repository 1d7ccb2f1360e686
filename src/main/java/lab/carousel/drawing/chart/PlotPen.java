package lab.carousel.drawing.chart;

import java.util.Arrays;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.drawing.mark.Path;
import lab.carousel.drawing.mark.Shape;

/** Draws what belongs inside the axes of a chart. Values that are no number are left out. */
public final class PlotPen implements AutoCloseable {

    private static final double CAP = 4;
    private static final double EDGE = 1;
    /** A line through the least and the largest value of a column needs two. */
    private static final int POINTS_PER_COLUMN = 4;

    private final Marks marks;
    private final Plot plot;
    private boolean clipped;

    /** A pen for the area inside the axes: lines end at its edge, and signs inside it are seen whole. */
    public PlotPen(Marks marks, Plot plot) {
        this.marks = marks;
        this.plot = plot;
    }

    public Plot plot() {
        return plot;
    }

    public Marks marks() {
        clip(false);
        return marks;
    }

    /**
     * A line through points, from left to right; a point without a value leaves a gap. What it costs depends on the
     * pixels, not on how many points there are.
     */
    public void line(double[] x, double[] y, LineStyle style) {
        clip(true);
        style.apply(marks);
        marks.draw(path(x, y));
    }

    public void band(double[] x, double[] low, double[] high, Ink colour) {
        clip(true);
        Path band = new Path();
        for (int index = 0; index < 2 * x.length; index++) {
            boolean back = index >= x.length;
            int point = back ? 2 * x.length - 1 - index : index;
            double value = back ? high[point] : low[point];
            if (Double.isNaN(value)) {
                continue;
            }
            band.to(plot.x(x[point]), plot.y(value));
        }
        if (!band.isEmpty()) {
            band.close();
            marks.ink(colour);
            marks.fill(band);
        }
    }

    public void intervals(double[] x, double[] low, double[] high, Ink colour) {
        clip(true);
        marks.ink(colour);
        marks.stroke(1.4);
        for (int point = 0; point < x.length; point++) {
            if (!Double.isNaN(low[point])) {
                double middle = plot.x(x[point]);
                double bottom = plot.y(low[point]);
                double top = plot.y(high[point]);
                marks.line(middle, bottom, middle, top);
                marks.line(middle - CAP, bottom, middle + CAP, bottom);
                marks.line(middle - CAP, top, middle + CAP, top);
            }
        }
    }

    public void sign(double x, double y, Shape sign, Ink colour) {
        double pointX = plot.x(x);
        double pointY = plot.y(y);
        if (plot.includes(pointX, pointY)) {
            clip(false);
            marks.ink(colour);
            marks.fill(sign.moved(pointX, pointY));
        }
    }

    public void stroke(double fromX, double fromY, double toX, double toY, LineStyle style) {
        clip(true);
        style.apply(marks);
        marks.line(plot.x(fromX), plot.y(fromY), plot.x(toX), plot.y(toY));
    }

    /** A dashed level across the chart without a name; belongs behind the lines. */
    public void level(double value, LineStyle style) {
        Box area = plot.area();
        double y = plot.y(value);
        if (plot.includes(area.x(), y)) {
            clip(true);
            style.apply(marks);
            marks.line(area.x(), y, area.right(), y);
        }
    }

    /** Ends the clip of the marks. */
    @Override
    public void close() {
        clip(false);
    }

    /** Ends what is drawn at the edge of the area, or not, in turn. */
    private void clip(boolean wanted) {
        if (wanted && !clipped) {
            // A line along the edge is seen in its full width
            marks.beginClip(plot.area().grown(EDGE));
        } else if (!wanted && clipped) {
            marks.end();
        }
        clipped = wanted;
    }

    /** The path of a line. It has no more points than pixels can show, and a gap where there is no value. */
    private Path path(double[] x, double[] y) {
        Path path = new Path();
        int start = 0;
        while (start < x.length) {
            int end = start;
            while (end < x.length && Double.isFinite(y[end])) {
                end++;
            }
            append(path, Arrays.copyOfRange(x, start, end), Arrays.copyOfRange(y, start, end));
            start = end + 1;
        }
        return path;
    }

    private void append(Path path, double[] x, double[] y) {
        ChartAxis across = plot.across();
        int columns = (int) Math.max(1, plot.area().width());
        boolean reduces = x.length > POINTS_PER_COLUMN * columns && across.kind() != AxisKind.LOGARITHMIC;
        ReducedLine line = reduces
                ? Decimator.reduce(PointSource.of(x, y), across.from(), across.to(), columns)
                : new ReducedLine(x, y);
        for (int point = 0; point < line.x().length; point++) {
            double pointX = plot.x(line.x()[point]);
            double pointY = plot.y(line.y()[point]);
            if (point == 0) {
                path.from(pointX, pointY);
            } else {
                path.to(pointX, pointY);
            }
        }
    }
}
