package lab.carousel.drawing;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.PictureFont;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/**
 * The memoryless floor: a dashed line over the whole width, with its name under it at the left, where the losses are still
 * above it and the place is free. It belongs behind the curves, so that it hides nothing of them.
 */
public final class FloorAnnotation extends AbstractXYAnnotation {

    private static final long serialVersionUID = 1L;

    private static final double INDENT = 8;
    private static final int VEIL = 217;

    private final double floor;
    private final String label;
    private final transient Palette palette;

    /** A floor at a loss, with its name. */
    public FloorAnnotation(double floor, String label, Palette palette) {
        this.floor = floor;
        this.label = label;
        this.palette = palette;
    }

    @Override
    public void draw(
            Graphics2D graphics,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis epochs,
            ValueAxis losses,
            int rendererIndex,
            PlotRenderingInfo info) {
        double y = losses.valueToJava2D(floor, area, plot.getRangeAxisEdge());
        if (!(y >= area.getMinY() && y <= area.getMaxY())) {
            return;
        }
        LineStyle style = LineStyle.floor(palette);
        graphics.setPaint(style.colour());
        graphics.setStroke(style.stroke());
        graphics.draw(new Line2D.Double(area.getMinX(), y, area.getMaxX(), y));
        drawLabel(graphics, area, y);
    }

    /** Under the line, or above it where there is no room; on a veil, so that the grid behind it does not disturb. */
    private void drawLabel(Graphics2D graphics, Rectangle2D area, double y) {
        graphics.setFont(PictureFont.regular(12));
        FontMetrics metrics = graphics.getFontMetrics();
        double height = metrics.getAscent() + metrics.getDescent();
        double top = y + 3 + height <= area.getMaxY() ? y + 3 : y - height - 3;
        double left = area.getMinX() + INDENT;
        Color back = palette.background();
        graphics.setPaint(new Color(back.getRed(), back.getGreen(), back.getBlue(), VEIL));
        graphics.fill(new Rectangle2D.Double(left - 3, top, metrics.stringWidth(label) + 6.0, height));
        graphics.setPaint(palette.text());
        graphics.drawString(label, (float) left, (float) (top + metrics.getAscent()));
    }
}
