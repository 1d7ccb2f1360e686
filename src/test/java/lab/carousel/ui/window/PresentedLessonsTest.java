package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import lab.carousel.Sample;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.ClassQuestion;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.Need;
import lab.carousel.lesson.Reflection;
import lab.carousel.lesson.WindowSpot;
import lab.carousel.text.Language;
import lab.carousel.ui.presenter.PresentedPanel;
import lab.carousel.ui.presenter.PresentedStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a step of a lesson asks, points at, lets edit and shows is on the screen at once, whole and without scrolling, before a room. */
class PresentedLessonsTest extends PresentedFixture {

    /** A step on a screen. */
    private record Seen(TaughtStep at, Language language, Screen screen) {

        /** What is shown first, beside the text and over it. */
        List<Object> layout() {
            PresentedStep seen = at.presented(false);
            List<PresentedPanel> one = seen.panels().stream().limit(1).toList();
            return List.of(seen.together().isEmpty() ? one : seen.together(), seen.settings());
        }

        int tabs() {
            return at.presented(false).panels().size();
        }

        List<Object> openLayout() {
            PresentedStep open = at.presented(true);
            return at.step().question().isEmpty()
                    ? List.of()
                    : List.of(open.vote(), open.panels(), open.settings(), open.verdict());
        }

        Set<String> spots() {
            return at.step().screen().spotlit().stream().map(WindowSpot::name).collect(Collectors.toSet());
        }
    }

    /** Each arrangement of a step, open and committed to, and each thing that is pointed at, on a drawn screen. */
    private static final List<Seen> SEEN = Sample.of(
                    5,
                    TaughtStep.byLength().stream()
                            // That its run has ended takes long, and no other room
                            .filter(at ->
                                    Sample.isExhaustive() || !at.step().setUp().isTrained())
                            .flatMap(at -> Language.all().stream().flatMap(language -> Stream.of(Screen.values())
                                    .map(screen -> new Seen(at, language, screen))))
                            .toList(),
                    Seen::layout,
                    Seen::tabs,
                    Seen::openLayout,
                    Seen::spots,
                    Seen::language,
                    Seen::screen)
            .toList();

    @ParameterizedTest
    @MethodSource("lab.carousel.text.Language#all")
    void aClassSeesAllThatAStepSpeaksOf(Language language) {
        begin(language);
        Map<TaughtStep, Set<Screen>> looks = SEEN.stream()
                .filter(each -> each.language().equals(language))
                .collect(Collectors.groupingBy(Seen::at, Collectors.mapping(Seen::screen, Collectors.toSet())));
        assertThat(looks).isNotEmpty();
        // Another screen gives everything another place, so all of one come first
        TaughtStep.all().stream()
                .filter(looks::containsKey)
                .sorted(Comparator.comparing(at -> Collections.min(looks.get(at))))
                .forEach(at -> {
                    enter(at);
                    lookAt(at, looks.get(at));
                });
        assertWhole(language);
    }

    private void lookAt(TaughtStep at, Set<Screen> screens) {
        LessonStep step = at.step();
        if (step.question().isPresent()) {
            onEach(screens, at + ", open", place -> lookAtVote(place, step));
            fire("lessonChoice1");
            resize(Collections.min(screens));
            fire("lessonReveal");
            settle();
            if (!progress().isExplained() && !isThere("lessonObserve1")) {
                int choices = step.question().orElseThrow().choices().size();
                lookAt(at + ", asked again", "lessonHands" + choices);
            }
        }
        onEach(screens, at.toString(), place -> lookAtSeen(place, step));
        assertAsked(step, at.toString(), USED.getOrDefault(at.toString(), List.of()));
        Optional<Need> updates = step.needs().stream()
                .filter(need -> need instanceof Need.Reached made && made.count() == Need.Reached.Count.UPDATES)
                .findFirst();
        if (updates.isPresent()) {
            meet(updates.get());
            onEach(screens, at + ", updated", place -> lookAtSeen(place, step));
        }
    }

    @Test
    void whatCannotBeWholeIsFound() {
        begin(Language.ENGLISH);
        Lesson lesson = ShippedLessons.read("tutorial");
        LessonStep step = lesson.steps().get(0);
        ClassQuestion endless = new ClassQuestion(
                "Which?", Collections.nCopies(26, "One of very many choices"), OptionalInt.of(1), "", List.of(), true);
        start(alone(lesson, "", step, Optional.of(endless), Reflection.NONE), 1);
        onEach(
                EnumSet.allOf(Screen.class),
                "made up",
                where -> lookAtVote(where, progress().step()));
        assertThat(found)
                .anyMatch(each -> each.startsWith("made up, en, 1280: ") && each.contains("lessonReveal"))
                .anyMatch(each -> each.startsWith("made up, en, 1920: ") && each.contains("lessonReveal"));
        robot.interact(() -> ((Label) find("lessonTitle")).setVisible(false));
        found.clear();
        robot.interact(() -> lookAt("made up", "lessonTitle"));
        assertThat(found).containsExactly("made up: lessonTitle is not on the screen");
    }
}
