package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonStep;
import lab.carousel.text.Language;
import lab.carousel.ui.window.fit.FitFixture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text of the shipped lessons fits, and is read without scrolling. */
class LessonsFitTest extends FitFixture {

    @ParameterizedTest
    @MethodSource("lab.carousel.text.Language#all")
    void theLessons(Language language) {
        speak(language);
        for (Lesson shipped : ShippedLessons.all(window.lessons().targets())) {
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
        Lesson lesson = ShippedLessons.all(window.lessons().targets()).get(0).spoken();
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

    /** The text of a step needs no scrolling, so that a class sees all of it. */
    private void assertIsRead(String where) {
        ScrollPane text = (ScrollPane) find("lessonText");
        // What stands in the last step alone comes after all that is read, and the start in the first alone
        boolean isFirst = where.endsWith("step 1");
        double answers = Stream.of("#lessonAnswers", "#lessonSave", "#lessonTries", isFirst ? "#none" : "#lessonStart")
                .flatMap(id -> robot.lookup(id).tryQuery().stream())
                .mapToDouble(list -> list.getBoundsInParent().getHeight() + 12)
                .sum();
        assertHasWidth(where);
        double needed = text.getContent().getLayoutBounds().getHeight() - answers;
        double there = text.getViewportBounds().getHeight();
        if (needed > there + 1) {
            found(where, "the text is " + Math.round(needed) + " high, in " + Math.round(there));
        }
    }

    private void assertHasWidth(String where) {
        Region card = (Region) find("lessonCard");
        // What stands around it grows with it, but for the part of the window
        double room = Stream.iterate(card.getParent(), parent -> parent != null, parent -> parent.getParent())
                .mapToDouble(parent -> parent.getLayoutBounds().getWidth())
                .min()
                .orElseThrow();
        if (card.minWidth(-1) > room) {
            found(where, "the card needs a width of " + Math.round(card.minWidth(-1)) + ", in " + Math.round(room));
        }
    }
}
