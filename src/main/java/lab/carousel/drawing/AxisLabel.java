package lab.carousel.drawing;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleInsets;

/** Labels of axes that stay texts in an SVG. */
public final class AxisLabel {

    private AxisLabel() {}

    /** Draws the label of an axis at the left as a text: JFreeChart would draw the outlines of its letters. */
    public static AxisState drawUpwards(ValueAxis axis, Graphics2D graphics, Rectangle2D area, AxisState state) {
        graphics.setFont(axis.getLabelFont());
        graphics.setPaint(axis.getLabelPaint());
        FontMetrics metrics = graphics.getFontMetrics();
        RectangleInsets insets = axis.getLabelInsets();
        double baseline = state.getCursor() - insets.getRight() - metrics.getDescent();
        double start = area.getCenterY() + metrics.stringWidth(axis.getLabel()) / 2.0;
        AffineTransform before = graphics.getTransform();
        graphics.rotate(-Math.PI / 2, baseline, start);
        graphics.drawString(axis.getLabel(), (float) baseline, (float) start);
        graphics.setTransform(before);
        state.cursorLeft(insets.getLeft() + metrics.getHeight() + insets.getRight());
        return state;
    }
}
