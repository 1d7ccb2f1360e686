package lab.carousel.lesson;

import java.util.List;

/**
 * Where a class is in a lesson.
 *
 * @param step the id of the step
 * @param committed the ids of the steps whose predictions are committed to
 */
public record ReachedStep(String step, List<String> committed) {

    public ReachedStep {
        committed = List.copyOf(committed);
    }
}
