package lab.carousel.ui.loss;

import java.util.Optional;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.model.Experiment;
import lab.carousel.picture.loss.LossLabels;
import lab.carousel.picture.loss.LossPicture;
import lab.carousel.picture.loss.LossRange;
import lab.carousel.training.LossHistory;

/**
 * A loss chart that is to be drawn.
 *
 * @param history     the losses, at least one point
 * @param experiment  what is being trained
 * @param logarithmic whether the loss axis is logarithmic
 * @param zoomed      the part to be shown; empty for all of it
 * @param before      the range that showed everything before; empty if nothing was shown
 * @param palette     the colours
 * @param width       in points
 * @param height      in points
 * @param scale       pixels per point
 */
record LossRequest(
        LossHistory.View history,
        Experiment experiment,
        boolean logarithmic,
        Optional<LossRange> zoomed,
        Optional<LossRange> before,
        Palette palette,
        int width,
        int height,
        double scale) {

    /** The range that shows everything. */
    LossRange all(LossLabels labels) {
        LossRange needed = LossRange.all(history, labels.floor(), logarithmic);
        int epochs = experiment.hyperparameters().epochs();
        return before.map(shown -> needed.steady(shown, epochs)).orElse(needed);
    }

    /** The picture that is asked for. */
    LossPicture picture(LossLabels labels, LossRange all) {
        LossRange range = zoomed.map(part -> part.onAxisOf(all)).orElse(all);
        return new LossPicture(history, labels, range, palette, LossPicture.Frame.WINDOW, width, height);
    }
}
