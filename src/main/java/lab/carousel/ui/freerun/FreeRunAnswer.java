package lab.carousel.ui.freerun;

import java.util.List;
import java.util.stream.Collectors;
import lab.carousel.model.Experiment;
import lab.carousel.picture.probe.FreeRunDrawing;
import lab.carousel.study.FreeRun;
import lab.carousel.study.FreeRunCourse;
import lab.carousel.task.Alphabet;
import lab.carousel.text.Message;
import lab.carousel.ui.place.PlaceAnswer;

/**
 * What is shown.
 *
 * @param epoch   of the network
 * @param text    what was given, an arrow, and what was produced
 * @param course  what the task says to it
 * @param drawn   whether symbols were drawn
 * @param drawing the outputs or chances at each step
 */
record FreeRunAnswer(int epoch, String text, String course, boolean drawn, FreeRunDrawing drawing)
        implements PlaceAnswer {

    private static final String ARROW = " → ";

    static FreeRunAnswer of(FreeRunQuestion question) {
        Experiment experiment = question.snapshot().experiment();
        FreeRunQuestion.Wish wish = question.wish();
        FreeRun run =
                FreeRun.of(experiment, question.snapshot().parameters(), wish.start(), wish.length(), wish.choice());
        FreeRunCourse course = FreeRunCourse.of(experiment.task(), run);
        Alphabet alphabet = experiment.task().alphabet();
        List<Integer> text = run.text();
        boolean drawn = wish.choice().temperature().isPresent();
        return new FreeRunAnswer(
                question.snapshot().position().epoch(),
                words(alphabet, run.start())
                        + ARROW
                        + words(alphabet, text.subList(run.start().size(), text.size())),
                course.words(experiment.task(), run),
                drawn,
                FreeRunDrawing.of(run, course, alphabet, drawn));
    }

    private static String words(Alphabet alphabet, List<Integer> symbols) {
        return symbols.stream().map(alphabet::symbol).collect(Collectors.joining(" "));
    }

    @Override
    public String spoken() {
        return text + ". " + course;
    }

    @Override
    public String title() {
        return Message.text("freeRun.picture.title", epoch);
    }

    @Override
    public String subtitle() {
        return course;
    }

    @Override
    public int height() {
        return 400;
    }
}
