package lab.carousel.ui.loss;

import lab.carousel.drawing.chart.Plot;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.mark.Box;
import lab.carousel.picture.loss.LossDrawing;
import lab.carousel.ui.drawing.DrawnFrame;

/**
 * A loss chart that has been drawn.
 *
 * @param drawing what was drawn
 * @param plot    where the lines are
 * @param palette the colours
 */
record LossFrame(LossDrawing drawing, Plot plot, Palette palette) {

    static LossFrame of(DrawnFrame frame) {
        LossDrawing drawing = (LossDrawing) frame.drawing();
        return new LossFrame(drawing, drawing.plot(frame.width(), frame.height()), frame.palette());
    }

    /** Inside the axes, in points. */
    Box area() {
        return plot.area();
    }
}
