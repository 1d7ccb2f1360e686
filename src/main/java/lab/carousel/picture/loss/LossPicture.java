package lab.carousel.picture.loss;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.model.Experiment;
import lab.carousel.training.LossCsv;
import lab.carousel.training.LossHistory;
import org.jfree.chart.ChartRenderingInfo;

/**
 * The loss chart of a run: the mean over each epoch, a line for each sequence, and the memoryless floor. The same
 * drawing is used on the screen and in exported pictures.
 *
 * @param history the losses
 * @param labels  what the chart says in words
 * @param range   the part that is shown
 * @param palette the colours
 * @param frame   what stands around the chart
 * @param width   in points
 * @param height  in points
 */
public record LossPicture(
        LossHistory.View history,
        LossLabels labels,
        LossRange range,
        Palette palette,
        Frame frame,
        int width,
        int height)
        implements Picture {

    private static final int SLIDE_WIDTH = 960;
    private static final int SLIDE_HEIGHT = 540;

    /** What stands around the chart. */
    public enum Frame {
        /** Axes and legend; the window has the title. */
        WINDOW,
        /** Title and settings too: a picture complete in itself. */
        SLIDE
    }

    /** The whole history, for a slide. */
    public static LossPicture of(
            LossHistory.View history, Experiment experiment, boolean logarithmic, Palette palette) {
        LossLabels labels = new LossLabels(experiment);
        LossRange range = LossRange.all(history, labels.floor(), logarithmic);
        return new LossPicture(history, labels, range, palette, Frame.SLIDE, SLIDE_WIDTH, SLIDE_HEIGHT);
    }

    /** The same part of the history and in the same colours, for a slide. */
    public LossPicture asSlide() {
        return new LossPicture(history, labels, range, palette, Frame.SLIDE, SLIDE_WIDTH, SLIDE_HEIGHT);
    }

    @Override
    public void draw(Graphics2D graphics) {
        drawChart(graphics);
    }

    /**
     * Draws it, and tells where the area inside the axes is.
     *
     * @return the area in which {@link #range} is shown, in points
     */
    public Rectangle2D drawChart(Graphics2D graphics) {
        ChartRenderingInfo info = new ChartRenderingInfo(null);
        new LossChart(this).build().draw(graphics, new Rectangle2D.Double(0, 0, width, height), null, info);
        return info.getPlotInfo().getDataArea();
    }

    /** All points, shown or not, as {@link LossCsv} writes them. */
    @Override
    public String csv() {
        return LossCsv.of(history);
    }
}
