package lab.carousel.lesson.live;

import java.util.List;
import lab.carousel.lesson.answers.LessonAnswers;

/**
 * How far a class is in a lesson.
 *
 * @param step where the class was last, from 1
 * @param reached the last step that was open to all
 * @param revealed numbers of the steps whose outcome is told
 * @param rounds of the question of each step
 */
public record CourseProgress(
        LessonAnswers lesson, int step, int reached, List<Integer> revealed, List<Integer> rounds) {

    public CourseProgress {
        revealed = List.copyOf(revealed);
        rounds = List.copyOf(rounds);
    }
}
