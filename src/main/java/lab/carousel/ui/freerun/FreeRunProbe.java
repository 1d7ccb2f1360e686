package lab.carousel.ui.freerun;

import java.util.List;
import java.util.stream.Collectors;
import lab.carousel.model.Experiment;
import lab.carousel.picture.probe.FreeRunDrawing;
import lab.carousel.study.FreeRun;
import lab.carousel.study.FreeRunCourse;
import lab.carousel.task.Alphabet;
import lab.carousel.training.Snapshot;

/** Works out what the view shows. */
final class FreeRunProbe {

    private static final String ARROW = " → ";

    private FreeRunProbe() {}

    /**
     * What is wished for.
     *
     * @param start  the symbols given, as indices of the alphabet of the network
     * @param length the number of steps
     * @param choice how a symbol is taken
     */
    record Wish(List<Integer> start, int length, FreeRun.Choice choice) {}

    /** What is asked. */
    record Question(Snapshot snapshot, Wish wish) {}

    /**
     * What is shown.
     *
     * @param epoch   of the network
     * @param text    what was given, an arrow, and what was produced
     * @param course  what the task says to it
     * @param drawn   whether symbols were drawn
     * @param drawing the outputs or chances at each step
     */
    record Answer(int epoch, String text, String course, boolean drawn, FreeRunDrawing drawing) {}

    /** Answers a question. */
    static Answer answer(Question question) {
        Experiment experiment = question.snapshot().experiment();
        Wish wish = question.wish();
        FreeRun run =
                FreeRun.of(experiment, question.snapshot().parameters(), wish.start(), wish.length(), wish.choice());
        FreeRunCourse course = FreeRunCourse.of(experiment.task(), run);
        Alphabet alphabet = experiment.task().alphabet();
        List<Integer> text = run.text();
        boolean drawn = wish.choice().temperature().isPresent();
        return new Answer(
                question.snapshot().position().epoch(),
                words(alphabet, run.start())
                        + ARROW
                        + words(alphabet, text.subList(run.start().size(), text.size())),
                course.words(experiment.task(), run),
                drawn,
                new FreeRunDrawing(run, course, alphabet, drawn));
    }

    private static String words(Alphabet alphabet, List<Integer> symbols) {
        return symbols.stream().map(alphabet::symbol).collect(Collectors.joining(" "));
    }
}
