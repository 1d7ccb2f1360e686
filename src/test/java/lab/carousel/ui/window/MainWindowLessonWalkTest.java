package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import lab.carousel.Sample;
import lab.carousel.file.lesson.LessonFile;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.LessonTargets;
import lab.carousel.lesson.Need;
import lab.carousel.lesson.Observation;
import lab.carousel.lesson.WindowSpot;
import lab.carousel.text.Message;
import lab.carousel.training.Pace;
import lab.carousel.ui.controls.FirstControl;
import org.junit.jupiter.api.Test;

/** A user takes each lesson that comes with the program, and one of a teacher, to its end, and does what it asks for. */
class MainWindowLessonWalkTest extends LessonNeedsFixture {

    /** Their runs take seconds each; what they alone wait for is how far a run is over its floors. */
    private static final Set<String> LONG = Set.of("nothing-known", "lstm-1997");

    /** What is done in a step: a step of each kind is taken, or all. */
    private static Set<TaughtStep> drawn() {
        return Sample.of(
                        1,
                        TaughtStep.all().stream()
                                .filter(at -> Sample.isExhaustive()
                                        || !LONG.contains(at.lesson().name()))
                                .toList(),
                        at -> kinds(at.step().needs()),
                        at -> kinds(at.step().after().observations()),
                        at -> at.step().question().isPresent(),
                        at -> at.step().after().cards().isEmpty())
                .collect(Collectors.toSet());
    }

    private static Set<String> kinds(List<?> of) {
        return of.stream()
                .map(each -> each instanceof Need.Reached reached
                        ? reached.count().name()
                        : each.getClass().getSimpleName())
                .collect(Collectors.toSet());
    }

    @Test
    void theShippedLessonsCanBeTaken() {
        Set<TaughtStep> drawn = drawn();
        for (Lesson lesson : ShippedLessons.all()) {
            List<TaughtStep> steps =
                    TaughtStep.all(lesson).stream().filter(drawn::contains).toList();
            if (!steps.isEmpty()) {
                if (steps.get(0).number() == 1) {
                    robot.interact(() -> ((MenuButton) find("lessonMenu")).show());
                    choose("lessonMenu", "lesson-" + lesson.name());
                    robot.interact(() -> ((MenuButton) find("lessonMenu")).hide());
                    assertThat(progress().lesson().name()).isEqualTo(lesson.name());
                }
                steps.forEach(this::take);
                window.lessons().player().progress().ifPresent(skipped -> fire("lessonClose"));
                assertThat(find("taskEditor").getScene()).isNotNull();
                assertThat(find("presets").isDisabled()).isFalse();
            }
        }
    }

    /** A teacher's lesson may wait for each of the verdicts. */
    @Test
    void aLessonWrittenByATeacherCanBeTaken() throws IOException {
        Path file = writeLesson(
                "{'experiment': {'preset': 'gradientThroughTime'}, 'needs': [{'verdict': 'remembers'}, {'run':"
                        + " 'finished'}]}",
                "{'experiment': {'preset': 'tutorial'}, 'set': {'seed': 5}, 'needs': [{'verdict': 'a trace'}]}",
                "{'set': {'seed': 1, 'epochs': 2000}, 'needs': [{'run': 'finished'}, {'verdict': 'not yet'}]}",
                "{'experiment': {'preset': 'tutorial'}, 'set': {'lag': 4}, 'needs': [{'verdict': 'needs no memory'}]}",
                "{'experiment': {'preset': 'tutorial'}, 'set': {'batchSize': 2}, 'needs': [{'verdict': 'cannot be"
                        + " known'}]}");
        Lesson lesson = LessonFile.read(file);
        dialogs.answer = file;
        choose("lessonMenu", "openLesson");
        TaughtStep.all(lesson).forEach(this::take);
    }

    private Path writeLesson(String... steps) throws IOException {
        Path lesson = Files.createDirectories(folder.resolve("lesson"));
        Files.writeString(lesson.resolve("text.md"), "Press **Play**.");
        String listed = Stream.of(steps)
                .map(step -> "{'title': 'A step', 'text': 'text.md', " + step.substring(1))
                .collect(Collectors.joining(",\n"));
        return Files.writeString(
                lesson.resolve("lesson.json"),
                """
                {"format": "carousel lesson", "version": 1, "title": "Mine", "minutes": 5, "summary": "s", "steps": [
                %s
                ]}
                """
                        .formatted(listed.replace('\'', '"')));
    }

    /** Takes a step of a lesson that has been opened, and goes on. */
    private void take(TaughtStep at) {
        enter(at);
        LessonStep step = at.step();
        String where = at.toString();
        int steps = at.lesson().steps().size();
        assertThat(text("lessonWhere")).as(where).isEqualTo(Message.text("lesson.where", at.number(), steps));
        assertThat(text("lessonTitle")).as(where).isEqualTo(step.words().title());
        assertShown(step, where);
        step.setUp().pace().ifPresent(pace -> assertThat(
                        workspace.lab().paceProperty().get())
                .as(where)
                .isEqualTo(pace));
        // The pace is one for eyes
        robot.interact(() -> workspace.lab().paceProperty().set(Pace.FASTEST));
        answer(step, where);
        assertUncovered(step, where);
        assertAsked(step, where, USED.getOrDefault(where, List.of()));
        for (Need need : step.needs()) {
            findTheWay(step, need);
            meet(need);
            await(() -> progress().missing().stream().noneMatch(need.words()::equals));
        }
        observe(step, where);
        recall(step);
        await(() -> !find("lessonNext").isDisabled());
        fire("lessonNext");
        assertThat(window.lessons().player().progress().map(LessonProgress::number))
                .as("the step after " + where)
                .isEqualTo(at.number() == steps ? Optional.empty() : Optional.of(at.number() + 1));
    }

    /** Where the class finds the way itself, this is one. */
    void findTheWay(LessonStep step, Need need) {
        if (need instanceof Need.VerdictGiven && step.screen().editors().contains(LessonTargets.HYPERPARAMETERS)) {
            robot.interact(() -> ((CheckBox) find("updateIntervalWord")).fire());
        }
    }

    /** What the step shows, points at and covers. */
    private void assertShown(LessonStep step, String where) {
        step.screen().place().ifPresent(key -> assertThat(text("microscopePlaces"))
                .as(where)
                .isEqualTo(Message.text(key + ".menu")));
        for (String editor : step.screen().editors()) {
            String id = editor.equals(LessonTargets.TASK) ? "taskEditor" : editor;
            assertThat(isOnScreen(find(id))).as(where + ": " + id).isTrue();
        }
        List<WindowSpot> hides = step.hidden();
        for (WindowSpot spot : step.screen().spotlit()) {
            Node node = find(spot.id());
            boolean isInCovered = hides.stream()
                    .map(hidden -> window.lookup("#" + hidden.id()))
                    .anyMatch(hidden -> hidden != node && FirstControl.isIn(node, hidden));
            Node ring = find("ring-" + spot.name());
            await(() -> isInCovered ? !ring.isVisible() : isOver(ring, node));
        }
        for (WindowSpot spot : hides) {
            await(() -> isOver(find("cover-" + spot.name()), window.lookup("#" + spot.id())));
            assertThat(window.lookup("#" + spot.id()).isVisible())
                    .as(where + ": " + spot)
                    .isFalse();
        }
        assertThat(find("lessonNext").isDisabled())
                .as(where)
                .isEqualTo(!progress().missing().isEmpty());
    }

    private static boolean isOver(Node over, Node node) {
        Bounds outer = over.localToScene(over.getLayoutBounds());
        Bounds inner = node.localToScene(node.getLayoutBounds());
        return over.isVisible()
                && outer.getWidth() >= inner.getWidth()
                && outer.getHeight() >= inner.getHeight()
                && outer.contains(inner.getCenterX(), inner.getCenterY());
    }

    private static boolean isOnScreen(Node node) {
        return FirstControl.isOnScreen(node) && node.getBoundsInLocal().getHeight() > 8;
    }

    /** Two hands for the first choice, one for the last; then what was hidden comes out. */
    void answer(LessonStep step, String where) {
        if (step.question().isEmpty()) {
            return;
        }
        int choices = step.question().get().choices().size();
        assertThat(find("lessonReveal").isDisabled()).as(where).isTrue();
        fire("lessonChoice1");
        fire("lessonChoice1");
        type("lessonHands" + choices, "1");
        boolean asksReason = step.question().get().asksReason();
        assertThat(isThere("lessonReason")).as(where).isEqualTo(asksReason);
        if (asksReason) {
            robot.interact(() -> ((TextInputControl) find("lessonReason")).setText("so I think"));
        }
        fire("lessonReveal");
        assertThat(progress().answers().reason()).as(where).isEqualTo(asksReason ? "so I think" : "");
        if (step.after().observations().isEmpty()) {
            assertThat(text("lessonHands1")).isEqualTo("2");
            assertThat(text("lessonHands" + choices)).isEqualTo("1");
        }
    }

    private void assertUncovered(LessonStep step, String where) {
        step.hidden().forEach(spot -> assertThat(window.lookup("#" + spot.id()).isVisible())
                .as(where + ": " + spot)
                .isTrue());
    }

    /** Sees the first choice, or reads a number; then it is explained. */
    void observe(LessonStep step, String where) {
        List<Observation> observations = step.after().observations();
        for (int number = 1; number <= observations.size(); number++) {
            String id = "#lessonObserve" + number;
            await(() -> robot.lookup(id).tryQuery().isPresent());
            boolean isRead = observations.get(number - 1).choices().isEmpty();
            if (isRead) {
                type("lessonRead" + number, "0.5");
            }
            ButtonBase answer = (ButtonBase) find(isRead ? "lessonCheck" + number : "lessonSeen" + number + "-1");
            String observed = "lessonObserved" + number;
            // Again, if it is said that there is no run yet
            await(() -> {
                boolean isTold = isThere(observed);
                if (!isTold) {
                    answer.fire();
                }
                return isTold;
            });
            assertThat(text(observed)).as(where).isNotEmpty();
        }
        assertThat(step.question().isEmpty() || progress().isExplained())
                .as(where)
                .isTrue();
    }

    void recall(LessonStep step) {
        for (int card = 1; card <= step.after().cards().size(); card++) {
            fire("lessonTurn" + card);
            fire("lessonKnew" + card);
        }
    }
}
