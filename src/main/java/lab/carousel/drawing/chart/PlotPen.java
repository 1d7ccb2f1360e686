package lab.carousel.drawing.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;

/** Draws what belongs inside the axes of a chart. Values that are no number are left out. */
public final class PlotPen implements AutoCloseable {

    private static final double CAP = 4;
    private static final double EDGE = 1;
    /** A line through the least and the largest value of a column needs two. */
    private static final int POINTS_PER_COLUMN = 4;

    private static final int MANY = 10_000;

    private final Graphics2D graphics;
    private final Plot plot;
    private final Shape before;
    private boolean clipped;

    /** A pen for the area inside the axes: lines end at its edge, and signs inside it are seen whole. */
    public PlotPen(Graphics2D graphics, Plot plot) {
        this.graphics = graphics;
        this.plot = plot;
        this.before = graphics.getClip();
    }

    public Plot plot() {
        return plot;
    }

    public Graphics2D graphics() {
        clip(false);
        return graphics;
    }

    /**
     * A line through points, from left to right; a point without a value leaves a gap. What it costs depends on the
     * pixels, not on how many points there are.
     */
    public void line(double[] x, double[] y, LineStyle style) {
        clip(true);
        style.apply(graphics);
        graphics.draw(path(x, y));
    }

    public void band(double[] x, double[] low, double[] high, Color colour) {
        clip(true);
        Path2D band = new Path2D.Double();
        for (int index = 0; index < 2 * x.length; index++) {
            boolean back = index >= x.length;
            int point = back ? 2 * x.length - 1 - index : index;
            double value = back ? high[point] : low[point];
            if (Double.isNaN(value)) {
                continue;
            }
            if (band.getCurrentPoint() == null) {
                band.moveTo(plot.x(x[point]), plot.y(value));
            } else {
                band.lineTo(plot.x(x[point]), plot.y(value));
            }
        }
        if (band.getCurrentPoint() != null) {
            band.closePath();
            graphics.setColor(colour);
            graphics.fill(band);
        }
    }

    public void intervals(double[] x, double[] low, double[] high, Color colour) {
        clip(true);
        graphics.setColor(colour);
        graphics.setStroke(new BasicStroke(1.4f));
        for (int point = 0; point < x.length; point++) {
            if (!Double.isNaN(low[point])) {
                double middle = plot.x(x[point]);
                double bottom = plot.y(low[point]);
                double top = plot.y(high[point]);
                graphics.draw(new Line2D.Double(middle, bottom, middle, top));
                graphics.draw(new Line2D.Double(middle - CAP, bottom, middle + CAP, bottom));
                graphics.draw(new Line2D.Double(middle - CAP, top, middle + CAP, top));
            }
        }
    }

    public void sign(double x, double y, Shape sign, Color colour) {
        double pointX = plot.x(x);
        double pointY = plot.y(y);
        if (plot.includes(pointX, pointY)) {
            clip(false);
            graphics.setColor(colour);
            graphics.fill(AffineTransform.getTranslateInstance(pointX, pointY).createTransformedShape(sign));
        }
    }

    public void stroke(double fromX, double fromY, double toX, double toY, LineStyle style) {
        clip(true);
        style.apply(graphics);
        graphics.draw(new Line2D.Double(plot.x(fromX), plot.y(fromY), plot.x(toX), plot.y(toY)));
    }

    /** A dashed level across the chart without a name; belongs behind the lines. */
    public void level(double value, LineStyle style) {
        Rectangle2D area = plot.area();
        double y = plot.y(value);
        if (plot.includes(area.getMinX(), y)) {
            clip(true);
            style.apply(graphics);
            graphics.draw(new Line2D.Double(area.getMinX(), y, area.getMaxX(), y));
        }
    }

    public static Color veiled(Color colour, int alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
    }

    /** Gives the graphics its clip back. */
    @Override
    public void close() {
        clip(false);
    }

    /** Ends what is drawn at the edge of the area, or not, in turn. */
    private void clip(boolean wanted) {
        if (wanted && !clipped) {
            Rectangle2D area = plot.area();
            // A line along the edge is seen in its full width
            graphics.clip(new Rectangle2D.Double(
                    area.getX() - EDGE, area.getY() - EDGE, area.getWidth() + 2 * EDGE, area.getHeight() + 2 * EDGE));
        } else if (!wanted && clipped) {
            graphics.setClip(before);
        }
        clipped = wanted;
    }

    /** The path of a line. It has no more points than pixels can show, and a gap where there is no value. */
    private Path2D path(double[] x, double[] y) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, Math.max(1, Math.min(x.length, MANY)));
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

    private void append(Path2D path, double[] x, double[] y) {
        ChartAxis across = plot.across();
        int columns = (int) Math.max(1, plot.area().getWidth());
        boolean reduces = x.length > POINTS_PER_COLUMN * columns && across.kind() != AxisKind.LOGARITHMIC;
        ReducedLine line = reduces
                ? Decimator.reduce(PointSource.of(x, y), across.from(), across.to(), columns)
                : new ReducedLine(x, y);
        for (int point = 0; point < line.x().length; point++) {
            double pointX = plot.x(line.x()[point]);
            double pointY = plot.y(line.y()[point]);
            if (point == 0) {
                path.moveTo(pointX, pointY);
            } else {
                path.lineTo(pointX, pointY);
            }
        }
    }
}
