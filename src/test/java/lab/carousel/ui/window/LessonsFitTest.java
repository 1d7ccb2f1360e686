package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonStep;
import lab.carousel.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text of the shipped lessons fits, and is read without scrolling; in English it is seen by {@link MainWindowLessonWalkTest}. */
class LessonsFitTest extends LessonNeedsFixture {

    static Stream<Language> translated() {
        return Language.all().stream().filter(language -> !language.equals(Language.ENGLISH));
    }

    @ParameterizedTest
    @MethodSource("translated")
    void theLessons(Language language) {
        speak(language);
        for (Lesson shipped : ShippedLessons.all()) {
            Lesson lesson = shipped.spoken();
            for (int number = 1; number <= lesson.steps().size(); number++) {
                LessonStep step = lesson.steps().get(number - 1);
                String where = lesson.name() + ", step " + number;
                // Each as a lesson of its own, so that what it needs must not be done
                robot.interact(() -> window.lessons().player().start(alone(lesson, step)));
                assertThat(text("lessonTitle")).as(where).isEqualTo(step.title());
                look(where);
                assertIsRead(where);
                if (step.question().isPresent()) {
                    fire("lessonChoice1");
                    fire("lessonReveal");
                    look(where + ", revealed");
                }
            }
        }
        assertNothingFound(language);
    }

    @ParameterizedTest
    @MethodSource("lab.carousel.text.Language#all")
    void aLessonInANarrowWindow(Language language) {
        speak(language);
        narrow();
        Lesson lesson = ShippedLessons.all().get(0).spoken();
        robot.interact(() -> window.lessons().player().start(lesson));
        look("narrow");
        assertHasWidth("narrow");
        assertNothingFound(language);
    }

    private static Lesson alone(Lesson lesson, LessonStep step) {
        return new Lesson(
                lesson.name(),
                lesson.title(),
                lesson.minutes(),
                lesson.summary(),
                lesson.aim(),
                lesson.answers(),
                List.of(step),
                lesson.pictures(),
                Map.of());
    }
}
