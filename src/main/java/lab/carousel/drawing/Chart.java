package lab.carousel.drawing;

import java.util.List;
import java.util.Optional;
import lab.carousel.drawing.chart.AxisPainter;
import lab.carousel.drawing.chart.ChartAxis;
import lab.carousel.drawing.chart.Legend;
import lab.carousel.drawing.chart.Plot;
import lab.carousel.drawing.chart.PlotPen;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.drawing.mark.Point;

/** A drawing with two axes: a legend above, and what is shown inside the axes. */
public interface Chart extends Drawing {

    double BELOW_LEGEND = 4;

    ChartAxis across();

    ChartAxis up(double height);

    /** What lines and signs mean, in a chart of a size; without entries it takes no room. */
    default Legend legend(double width, double height) {
        return new Legend(List.of());
    }

    void draw(PlotPen pen);

    /** What stands at a place inside the axes; empty where nothing does. */
    Optional<Hit> at(Plot plot, Point place);

    default Plot plot(double width, double height) {
        double legend = legend(width, height).height(width - Plot.ROW);
        double top = legend == 0 ? 0 : legend + BELOW_LEGEND;
        Box room = new Box(0, top, width, Math.max(1, height - top));
        return Plot.within(room, across(), up(height));
    }

    @Override
    default void draw(Marks marks, double width, double height) {
        legend(width, height).draw(marks, Plot.ROW / 2, width - Plot.ROW);
        Plot plot = plot(width, height);
        new AxisPainter(marks, plot).draw();
        try (PlotPen pen = new PlotPen(marks, plot)) {
            draw(pen);
        }
        marks.spots(plot.withAxes(), place -> at(plot, place));
    }
}
