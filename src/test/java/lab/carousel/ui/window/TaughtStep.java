package lab.carousel.ui.window;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonStep;
import lab.carousel.ui.presenter.PresentedStep;

/**
 * A step of a lesson.
 *
 * @param number counted from 1
 */
record TaughtStep(Lesson lesson, int number) {

    /** Those of the lessons that come with the program, in their order. */
    static List<TaughtStep> all() {
        return ShippedLessons.all().stream()
                .flatMap(lesson -> all(lesson).stream())
                .toList();
    }

    static List<TaughtStep> all(Lesson lesson) {
        return IntStream.rangeClosed(1, lesson.steps().size())
                .mapToObj(number -> new TaughtStep(lesson, number))
                .toList();
    }

    /** The same from the one with the fewest words, in the language that is spoken now, to the one with the most. */
    static List<TaughtStep> byLength() {
        return all().stream()
                .sorted(Comparator.comparingInt(TaughtStep::length))
                .toList();
    }

    LessonStep step() {
        return lesson.steps().get(number - 1);
    }

    /** What stands where on it before a room. */
    PresentedStep presented(boolean isOpen) {
        return PresentedStep.of(step(), isOpen, place -> false);
    }

    /** The number of letters of its text and its question, in the language that is spoken now. */
    private int length() {
        LessonStep spoken = lesson.spoken().steps().get(number - 1);
        return spoken.words().text().length()
                + spoken.question()
                        .map(question -> question.text().length()
                                + String.join("", question.choices()).length())
                        .orElse(0);
    }

    /** A lesson that is read twice has other functions. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TaughtStep step && step.toString().equals(toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        return lesson.name() + "/" + step().id();
    }
}
