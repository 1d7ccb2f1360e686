package lab.carousel.ui.resetswitch;

import lab.carousel.model.Experiment;
import lab.carousel.picture.probe.ResetDrawing;
import lab.carousel.picture.probe.ResetWords;
import lab.carousel.text.Message;
import lab.carousel.ui.place.PlaceAnswer;

/**
 * What is shown.
 *
 * @param experiment of the network
 * @param epoch      of the network
 * @param words      what leaked
 * @param drawing    the same in numbers
 */
record ResetSwitchAnswer(Experiment experiment, int epoch, ResetWords words, ResetDrawing drawing)
        implements PlaceAnswer {

    @Override
    public String spoken() {
        return subtitle() + " " + words.state();
    }

    @Override
    public String title() {
        return Message.text("resetSwitch.picture.title", epoch);
    }

    @Override
    public String subtitle() {
        return words.recall() + " " + words.leak();
    }
}
