package lab.carousel.ui.loss;

import java.util.Optional;
import java.util.function.Supplier;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.picture.loss.LossDrawing;
import lab.carousel.picture.loss.LossLabels;
import lab.carousel.picture.loss.LossRange;
import lab.carousel.training.loss.LossCourse;
import lab.carousel.view.SingleEntryCache;

/**
 * A loss chart that is to be drawn. What of it takes long is worked out when it is.
 *
 * @param history     the losses
 * @param experiment  what is being trained
 * @param labels      gives the words for it
 * @param logarithmic whether the loss axis is logarithmic
 * @param zoomed      the part to be shown; empty for all of it
 * @param before      the range that showed everything before; empty if nothing was shown
 */
record LossRequest(
        LossCourse history,
        Experiment experiment,
        SingleEntryCache<Experiment, LossLabels> labels,
        boolean logarithmic,
        Optional<LossRange> zoomed,
        Optional<LossRange> before)
        implements Supplier<LossDrawing> {

    @Override
    public LossDrawing get() {
        LossLabels words = labels.of(experiment);
        LossRange needed = LossRange.all(history, words.floor(), logarithmic);
        int epochs = history.wentOnAt() + experiment.hyperparameters().get(Settings.EPOCHS);
        LossRange all = before.map(shown -> needed.steady(shown, epochs)).orElse(needed);
        LossRange range = zoomed.map(part -> part.onAxisOf(all)).orElse(all);
        return new LossDrawing(history, words, range, all, false);
    }
}
