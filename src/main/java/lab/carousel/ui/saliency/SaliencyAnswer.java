package lab.carousel.ui.saliency;

import java.util.List;
import lab.carousel.model.Experiment;
import lab.carousel.picture.probe.SaliencyDrawing;
import lab.carousel.picture.probe.SaliencyWords;
import lab.carousel.task.Step;
import lab.carousel.text.Message;
import lab.carousel.ui.place.PlaceAnswer;

/**
 * What is shown.
 *
 * @param experiment of the network
 * @param epoch      of the network
 * @param steps      all steps of the sequence that was asked about
 * @param asked      what was asked, in words
 * @param words      what came out
 * @param drawing    the same in numbers
 */
record SaliencyAnswer(
        Experiment experiment, int epoch, List<Step> steps, String asked, SaliencyWords words, SaliencyDrawing drawing)
        implements PlaceAnswer {

    @Override
    public String spoken() {
        return subtitle() + " " + words.decides();
    }

    @Override
    public String title() {
        return Message.text("saliency.picture.title", epoch);
    }

    @Override
    public String subtitle() {
        return asked + ". " + words.strongest();
    }
}
