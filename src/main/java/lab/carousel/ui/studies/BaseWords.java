package lab.carousel.ui.studies;

import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.text.Message;

/** Says in a line which experiment a study varies. */
final class BaseWords {

    private BaseWords() {}

    /** What tells experiments apart most. */
    static String of(Experiment experiment) {
        Hyperparameters settings = experiment.hyperparameters();
        return Message.text(
                "studyWindow.base",
                Message.text("studies.cell." + settings.cell()),
                settings.hiddenUnits(),
                settings.epochs(),
                settings.learningRate(),
                Message.text("toolbar.engine." + experiment.engine().name()),
                Long.toString(settings.seed()));
    }
}
