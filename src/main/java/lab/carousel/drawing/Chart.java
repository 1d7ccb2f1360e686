package lab.carousel.drawing;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import lab.carousel.drawing.chart.AxisPainter;
import lab.carousel.drawing.chart.ChartAxis;
import lab.carousel.drawing.chart.Legend;
import lab.carousel.drawing.chart.Plot;
import lab.carousel.drawing.chart.PlotPen;
import lab.carousel.drawing.colour.Palette;

/** A drawing with two axes: a legend above, and what is shown inside the axes. */
public interface Chart extends Drawing {

    double BELOW_LEGEND = 4;

    ChartAxis across();

    ChartAxis up(double height);

    /** What lines and signs mean, in a chart of a size; without entries it takes no room. */
    default Legend legend(double width, double height) {
        return new Legend(List.of());
    }

    void draw(PlotPen pen, Palette palette);

    /** What stands at a place inside the axes; empty where nothing does. */
    Optional<Hit> at(Plot plot, double x, double y);

    default Plot plot(double width, double height) {
        double legend = legend(width, height).height(width - Plot.ROW);
        double top = legend == 0 ? 0 : legend + BELOW_LEGEND;
        Rectangle2D room = new Rectangle2D.Double(0, top, width, Math.max(1, height - top));
        return Plot.within(room, across(), up(height));
    }

    @Override
    default void draw(Graphics2D graphics, double width, double height, Palette palette) {
        legend(width, height).draw(graphics, Plot.ROW / 2, width - Plot.ROW, palette);
        Plot plot = plot(width, height);
        new AxisPainter(graphics, plot, palette).draw();
        try (PlotPen pen = new PlotPen(graphics, plot)) {
            draw(pen, palette);
        }
    }

    @Override
    default Optional<Hit> at(double x, double y, double width, double height) {
        Plot plot = plot(width, height);
        return plot.includes(x, y) ? at(plot, x, y) : Optional.empty();
    }
}
