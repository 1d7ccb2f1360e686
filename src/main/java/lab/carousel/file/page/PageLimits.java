package lab.carousel.file.page;

import java.util.Optional;
import lab.carousel.model.Experiment;
import lab.carousel.text.Message;

/** Bounds of the page, which are not those of the program: a browser is slower, and a file is read over a network. */
public final class PageLimits {

    static final int MOST_WEIGHTS = 150_000;
    static final int MOST_STEPS = 1_000;
    /** Most epochs that can be typed; what the page begins with may have more. */
    static final int MOST_EPOCHS = 10_000;

    static final int LONGEST_ADDRESS = 4_000;
    /** Updates times weights that the page trains without being asked: about a second. */
    static final double MOST_FILLED = 2e7;

    private PageLimits() {}

    /** Why an experiment does not fit in a page; empty if it does. */
    public static Optional<Message> obstacle(Experiment experiment) {
        if (experiment.layout().size() > MOST_WEIGHTS) {
            return Optional.of(
                    Message.of("page.obstacle.weights", experiment.layout().size(), MOST_WEIGHTS));
        }
        if (experiment.task().steps() > MOST_STEPS) {
            return Optional.of(
                    Message.of("page.obstacle.steps", experiment.task().steps(), MOST_STEPS));
        }
        return Optional.empty();
    }
}
