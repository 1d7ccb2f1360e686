package lab.carousel.classroom;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.lesson.answers.LessonAnswers;
import lab.carousel.lesson.live.CourseProgress;

/** A lesson of a class with what all know of it. */
final class Course {

    final Lesson lesson;
    final LessonAnswers name;
    final Set<Integer> revealed = new HashSet<>();
    final Map<Integer, Integer> rounds = new HashMap<>();
    /** The last step that was open to all. */
    int reached = 1;

    /** Where the class is, or was when it left the lesson. */
    int step = 1;

    Course(Lesson lesson) {
        this.lesson = lesson;
        name = name(lesson);
    }

    static LessonAnswers name(Lesson lesson) {
        return new LessonAnswers(
                AnswerSheet.shortName(lesson.name()),
                lesson.version(),
                lesson.steps().stream().map(LessonStep::id).toList());
    }

    void goOn(CourseProgress before) {
        step = before.step();
        reached = before.reached();
        revealed.addAll(before.revealed());
        for (int number = 1; number <= before.rounds().size(); number++) {
            rounds.put(number, before.rounds().get(number - 1));
        }
    }

    CourseProgress progress() {
        return new CourseProgress(
                name,
                step,
                reached,
                revealed.stream().sorted().toList(),
                IntStream.rangeClosed(1, name.steps().size())
                        .mapToObj(this::round)
                        .toList());
    }

    int round(int number) {
        return rounds.getOrDefault(number, 1);
    }

    /** At the own pace a student has the steps up to the first question that is open, and those that were open to all. */
    int openTo(Set<String> predicted) {
        int open = 1;
        while (open < name.steps().size() && isAnswered(predicted, open)) {
            open++;
        }
        return Math.max(open, reached);
    }

    /** Whether nothing is to be predicted in a step, or it is among what was. */
    boolean isAnswered(Set<String> predicted, int step) {
        LessonStep asking = lesson.steps().get(step - 1);
        return asking.question().isEmpty() || predicted.contains(asking.id());
    }

    boolean isTold(boolean isLed, Set<String> predicted, int step) {
        return isAnswered(isLed ? Set.of() : predicted, step) || (isLed && revealed.contains(step));
    }
}
