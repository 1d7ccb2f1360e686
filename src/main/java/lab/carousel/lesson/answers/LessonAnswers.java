package lab.carousel.lesson.answers;

import java.util.List;

/**
 * The lesson that the answers of a sheet belong to.
 *
 * @param name without folders
 * @param version {@link lab.carousel.lesson.Lesson#version}
 */
public record LessonAnswers(String name, String version, List<String> steps) {

    public LessonAnswers {
        steps = List.copyOf(steps);
    }
}
