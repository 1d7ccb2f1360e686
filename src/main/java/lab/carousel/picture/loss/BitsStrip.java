package lab.carousel.picture.loss;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.stream.IntStream;
import lab.carousel.drawing.chart.AxisPainter;
import lab.carousel.drawing.chart.ChartAxis;
import lab.carousel.drawing.chart.LineStyle;
import lab.carousel.drawing.chart.Plot;
import lab.carousel.drawing.chart.PlotPen;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.text.Message;
import lab.carousel.training.loss.LossHistory;

/** The bits of the worst fork after each epoch, as a curve from 0 to 1 under a loss chart, on its axis of epochs. */
final class BitsStrip {

    /** With less there is room for the losses only. */
    private static final double LEAST_HEIGHT = 180;

    private static final double HEIGHT = 44;
    private static final double HIGH = 72;
    /** Above the curve, and below it. */
    private static final double MARGIN = 6;

    private static final double TALL = 400;
    private static final double WIDTH = 2;

    private BitsStrip() {}

    /** The room that it takes of a chart, in points; 0 if there are no bits, or too little room. */
    static double height(LossHistory.View history, double height) {
        boolean hasBits = history.size() > 0 && !Double.isNaN(history.bits(history.size() - 1));
        return !hasBits || height < LEAST_HEIGHT ? 0 : height < TALL ? HEIGHT : HIGH;
    }

    /**
     * Draws it.
     *
     * @param losses where the losses are
     * @param height of the whole chart, in points
     */
    static void draw(Graphics2D graphics, LossHistory.View history, Plot losses, double height, Palette palette) {
        double room = height(history, height);
        Rectangle2D above = losses.area();
        Rectangle2D area =
                new Rectangle2D.Double(above.getX(), height - room + MARGIN, above.getWidth(), room - 2 * MARGIN);
        Plot plot = new Plot(losses.across(), ChartAxis.linear(Message.text("loss.axis.bits"), 0, 1), area);
        new AxisPainter(graphics, plot, palette).up(0);
        try (PlotPen pen = new PlotPen(graphics, plot)) {
            pen.level(Verdict.LEAST_BITS, LineStyle.floor(palette));
            double[] epochs = IntStream.range(0, history.size())
                    .mapToDouble(history::epoch)
                    .toArray();
            pen.line(epochs, bits(history), new LineStyle(palette.accent(), WIDTH, null));
        }
    }

    /** From 0 on: who has less has none. */
    private static double[] bits(LossHistory.View history) {
        double[] bits = new double[history.size()];
        Arrays.setAll(bits, point -> history.bits(point) < 0 ? 0 : history.bits(point));
        return bits;
    }
}
