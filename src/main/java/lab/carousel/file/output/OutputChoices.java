package lab.carousel.file.output;

import java.util.List;
import java.util.Optional;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.file.animation.AnimationPlan;
import lab.carousel.file.page.Page;
import lab.carousel.lesson.Lesson;
import lab.carousel.training.Snapshot;

/**
 * What is chosen for the files about a run.
 *
 * @param plan         of an animation
 * @param isStepByStep initial evaluation of a page
 * @param colours      of a page
 * @param lesson       goes into a page
 * @param isLab        whether a page is the lab, with all lessons
 * @param views        whose answers stand in a report, by their names
 */
public record OutputChoices(
        AnimationPlan plan,
        boolean isStepByStep,
        Colours colours,
        Optional<Lesson> lesson,
        boolean isLab,
        List<String> views) {

    public OutputChoices {
        views = List.copyOf(views);
    }

    byte[] page(Snapshot run) {
        return isLab ? Page.lab(run, colours) : Page.of(run, isStepByStep, colours, lesson);
    }
}
