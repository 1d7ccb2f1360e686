package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.Sample;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonTargets;
import lab.carousel.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text of the shipped lessons fits, and is read without scrolling. */
class LessonsFitTest extends LessonNeedsFixture {

    @ParameterizedTest
    @MethodSource("lab.carousel.text.Language#all")
    void theLessons(Language language) {
        speak(language);
        // As the first steps leave it
        showPlace("predictions");
        Set<TaughtStep> looked = drawn().collect(Collectors.toSet());
        TaughtStep.all().stream().filter(looked::contains).forEach(at -> {
            enter(at);
            assertThat(text("lessonTitle"))
                    .as(at.toString())
                    .isEqualTo(at.lesson()
                            .spoken()
                            .steps()
                            .get(at.number() - 1)
                            .words()
                            .title());
            look(at.toString());
            assertIsRead(at);
            if (at.step().question().isPresent()) {
                commit();
                look(at + ", revealed");
            }
        });
        assertNothingFound(language);
    }

    /** The step with most words beside so many editors, without and with a question, or all. */
    private static Stream<TaughtStep> drawn() {
        List<TaughtStep> all = TaughtStep.byLength();
        return Sample.isExhaustive()
                ? all.stream()
                : all.stream()
                        .collect(Collectors.toMap(LessonsFitTest::room, at -> at, (shorter, longer) -> longer))
                        .values()
                        .stream();
    }

    /** What else stands in the card and under it. */
    private static List<Object> room(TaughtStep at) {
        List<String> editors = at.step().screen().editors();
        boolean hasPanel = editors.contains(LessonTargets.TASK) || editors.contains(LessonTargets.HYPERPARAMETERS);
        return List.of(hasPanel ? editors : editors.size(), at.step().question().isPresent());
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
}
