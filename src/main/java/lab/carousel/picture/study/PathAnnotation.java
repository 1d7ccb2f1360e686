package lab.carousel.picture.study;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/** What belongs to a line besides the line: its band, its intervals, or a thin line where there are many. */
final class PathAnnotation extends AbstractXYAnnotation {

    private static final long serialVersionUID = 1L;

    private static final double CAP = 4;

    private enum Kind {
        LINE,
        BAND,
        BARS
    }

    private final Kind kind;
    private final transient Line line;
    private final Color colour;

    private PathAnnotation(Kind kind, Line line, Color colour) {
        this.kind = kind;
        this.line = line;
        this.colour = colour;
    }

    static PathAnnotation line(Line line, Color colour) {
        return new PathAnnotation(Kind.LINE, line, colour);
    }

    static PathAnnotation band(Line line, Color colour) {
        return new PathAnnotation(Kind.BAND, line, colour);
    }

    static PathAnnotation bars(Line line, Color colour) {
        return new PathAnnotation(Kind.BARS, line, colour);
    }

    @Override
    public void draw(
            Graphics2D graphics,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis across,
            ValueAxis up,
            int rendererIndex,
            PlotRenderingInfo info) {
        Projection on = new Projection(across, up, area, plot);
        graphics.setPaint(colour);
        switch (kind) {
            case LINE -> {
                graphics.setStroke(new BasicStroke(0.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL));
                graphics.draw(path(on, line.y(), new Path2D.Double(), false));
            }
            case BAND -> {
                Path2D band = path(on, line.low(), new Path2D.Double(), false);
                path(on, line.high(), band, true);
                if (band.getCurrentPoint() != null) {
                    band.closePath();
                    graphics.fill(band);
                }
            }
            case BARS -> {
                graphics.setStroke(new BasicStroke(1.4f));
                for (int point = 0; point < line.x().length; point++) {
                    bar(graphics, on, point);
                }
            }
            default -> throw new AssertionError(kind);
        }
    }

    /** Leaves out what is no number. */
    private Path2D path(Projection on, double[] values, Path2D path, boolean backwards) {
        for (int index = 0; index < values.length; index++) {
            int point = backwards ? values.length - 1 - index : index;
            if (Double.isNaN(values[point])) {
                continue;
            }
            double x = on.x(line.x()[point]);
            double y = on.y(values[point]);
            if (path.getCurrentPoint() == null) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        return path;
    }

    private void bar(Graphics2D graphics, Projection on, int point) {
        if (Double.isNaN(line.low()[point])) {
            return;
        }
        double x = on.x(line.x()[point]);
        double low = on.y(line.low()[point]);
        double high = on.y(line.high()[point]);
        graphics.draw(new Line2D.Double(x, low, x, high));
        graphics.draw(new Line2D.Double(x - CAP, low, x + CAP, low));
        graphics.draw(new Line2D.Double(x - CAP, high, x + CAP, high));
    }
}
