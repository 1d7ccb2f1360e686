package lab.carousel.ui.forks;

import java.util.List;
import java.util.Set;
import lab.carousel.model.Experiment;
import lab.carousel.model.verdict.VerdictWords;
import lab.carousel.picture.probe.ForksDrawing;
import lab.carousel.study.ForkAnswers;
import lab.carousel.task.memory.UnknowableStep.Reason;
import lab.carousel.text.Message;
import lab.carousel.ui.place.PlaceAnswer;

/**
 * What is shown.
 *
 * @param experiment that the network was trained by
 * @param epoch      of the network
 * @param verdict    of the whole task
 * @param reasons    why nobody can know some steps
 * @param drawing    the forks, and these steps
 */
record ForksAnswer(Experiment experiment, int epoch, VerdictWords verdict, Set<Reason> reasons, ForksDrawing drawing)
        implements PlaceAnswer {

    private static final int HEAD = 96;
    private static final int LEAST = 200;

    /** What each fork is answered with. */
    List<ForkAnswers> answers() {
        return drawing.answers();
    }

    /** How many forks there are, or why there are none. */
    String count() {
        boolean isDrawn = experiment.task().isDrawn() && drawing.forks().total() == 0;
        return isDrawn
                ? Message.text("forks.drawn")
                : Message.text("forks.count", drawing.forks().total());
    }

    @Override
    public String spoken() {
        StringBuilder words = new StringBuilder(subtitle());
        for (int row = 0; row < drawing.forks().rows().size(); row++) {
            words.append(' ').append(drawing.words(row)).append('.');
        }
        return words.toString();
    }

    @Override
    public String title() {
        return Message.text("forks.picture.title", epoch);
    }

    @Override
    public String subtitle() {
        return verdict.headline() + ". " + count();
    }

    @Override
    public int width() {
        return 560;
    }

    @Override
    public int height() {
        return Math.max(LEAST, HEAD + (int) Math.ceil(drawing.height()));
    }
}
