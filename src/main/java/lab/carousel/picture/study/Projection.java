package lab.carousel.picture.study;

import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;

/** Where values lie on a plot. */
record Projection(ValueAxis across, ValueAxis up, Rectangle2D area, XYPlot plot) {

    /** The point of a value on the axis at the bottom. */
    double x(double value) {
        return across.valueToJava2D(value, area, plot.getDomainAxisEdge());
    }

    /** The point of a value on the axis at the left. */
    double y(double value) {
        return up.valueToJava2D(value, area, plot.getRangeAxisEdge());
    }
}
