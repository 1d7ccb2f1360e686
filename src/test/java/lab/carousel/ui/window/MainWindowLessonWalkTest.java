package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import lab.carousel.file.lesson.LessonFile;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.LessonTargets;
import lab.carousel.lesson.Need;
import lab.carousel.lesson.Observation;
import lab.carousel.lesson.WindowSpot;
import lab.carousel.text.Message;
import lab.carousel.training.Pace;
import lab.carousel.ui.controls.FirstControl;
import lab.carousel.ui.robot.OnScreen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;

/** A user takes each lesson that comes with the program, and one of a teacher, to its end, and does what it asks for. */
class MainWindowLessonWalkTest extends LessonNeedsFixture {

    private final List<String> tooLong = new ArrayList<>();

    static List<String> names() {
        return ShippedLessons.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aShippedLessonCanBeTaken(String name, FxRobot robot) throws TimeoutException {
        Lesson lesson = ShippedLessons.read(name, window.lessons().spots());
        robot.interact(() -> ((javafx.scene.control.MenuButton) find(robot, "lessonMenu")).show());
        robot.interact(() -> item(robot, "lessonMenu", "lesson-" + name).fire());
        robot.interact(() -> ((javafx.scene.control.MenuButton) find(robot, "lessonMenu")).hide());
        walk(robot, lesson);
        assertThat(find(robot, "taskEditor").getScene()).isNotNull();
        assertThat(find(robot, "presets").isDisabled()).isFalse();
    }

    /** A teacher's lesson may wait for each of the verdicts. */
    @Test
    void aLessonWrittenByATeacherCanBeTaken(FxRobot robot) throws IOException, TimeoutException {
        Path file = writeLesson(
                "{'experiment': {'preset': 'gradientThroughTime'}, 'needs': [{'verdict': 'remembers'}, {'run':"
                        + " 'finished'}]}",
                "{'experiment': {'preset': 'tutorial'}, 'set': {'seed': 5}, 'needs': [{'verdict': 'right by luck'}]}",
                "{'set': {'seed': 1, 'epochs': 2000}, 'needs': [{'run': 'finished'}, {'verdict': 'not yet'}]}",
                "{'experiment': {'preset': 'tutorial'}, 'set': {'lag': 4}, 'needs': [{'verdict': 'needs no memory'}]}",
                "{'experiment': {'preset': 'tutorial'}, 'set': {'batchSize': 2}, 'needs': [{'verdict': 'cannot be"
                        + " known'}]}");
        Lesson lesson = LessonFile.read(file, window.lessons().spots());
        dialogs.answer = file;
        robot.interact(() -> item(robot, "lessonMenu", "openLesson").fire());
        walk(robot, lesson);
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

    /** Takes a lesson that has been opened, from its first step to its end. */
    private void walk(FxRobot robot, Lesson lesson) throws TimeoutException {
        for (int number = 1; number <= lesson.steps().size(); number++) {
            LessonStep step = lesson.steps().get(number - 1);
            String where = lesson.name() + ", step " + number;
            assertThat(text(robot, "lessonWhere"))
                    .as(where)
                    .isEqualTo(
                            Message.text("lesson.where", number, lesson.steps().size()));
            assertThat(text(robot, "lessonTitle")).as(where).isEqualTo(step.title());
            assertShown(robot, step, where);
            step.pace()
                    .ifPresent(pace -> assertThat(workspace.lab().paceProperty().get())
                            .as(where)
                            .isEqualTo(pace));
            // The pace is one for eyes
            robot.interact(() -> workspace.lab().paceProperty().set(Pace.FASTEST));
            answer(robot, step, where);
            assertUncovered(step, where);
            for (Need need : step.needs()) {
                findTheWay(robot, step, need);
                meet(robot, need);
                await(() -> progress().missing().stream().noneMatch(need.words()::equals));
            }
            observe(robot, step, where);
            recall(robot, step);
            await(() -> !find(robot, "lessonNext").isDisabled());
            fire(robot, "lessonNext");
        }
        assertThat(tooLong).as("texts that must be scrolled").isEmpty();
        assertThat(window.lessons().progress()).as("the lesson has ended").isEmpty();
    }

    /** Where the class finds the way itself, this is one. */
    void findTheWay(FxRobot robot, LessonStep step, Need need) {
        if (need instanceof Need.VerdictGiven && step.editors().contains(LessonTargets.HYPERPARAMETERS)) {
            robot.interact(() -> ((CheckBox) find(robot, "updateIntervalWord")).fire());
        }
    }

    /** What the step shows, points at and covers. */
    private void assertShown(FxRobot robot, LessonStep step, String where) throws TimeoutException {
        step.place()
                .ifPresent(key ->
                        assertThat(text(robot, "microscopePlaces")).as(where).isEqualTo(Message.text(key + ".menu")));
        for (String editor : step.editors()) {
            String id = editor.equals(LessonTargets.TASK) ? "taskEditor" : editor;
            assertThat(isOnScreen(find(robot, id))).as(where + ": " + id).isTrue();
        }
        List<WindowSpot> hides =
                step.question().map(question -> question.hides()).orElse(List.of());
        for (WindowSpot spot : step.spotlit()) {
            Node node = find(robot, spot.id());
            boolean isInCovered = hides.stream()
                    .map(hidden -> window.lookup("#" + hidden.id()))
                    .anyMatch(hidden -> hidden != node && FirstControl.isIn(node, hidden));
            Node ring = find(robot, "ring-" + spot.name());
            await(() -> isInCovered ? !ring.isVisible() : isOver(ring, node));
        }
        for (WindowSpot spot : hides) {
            await(() -> isOver(find(robot, "cover-" + spot.name()), window.lookup("#" + spot.id())));
            assertThat(window.lookup("#" + spot.id()).isVisible())
                    .as(where + ": " + spot)
                    .isFalse();
        }
        assertThat(find(robot, "lessonNext").isDisabled())
                .as(where)
                .isEqualTo(!progress().missing().isEmpty());
        ScrollPane text = (ScrollPane) find(robot, "lessonText");
        // The list of the class's answers grows with them, and saving them comes last
        double answers = Stream.of("#lessonAnswers", "#lessonSave", "#lessonTries")
                .flatMap(id -> robot.lookup(id).tryQuery().stream())
                .mapToDouble(list -> list.getBoundsInParent().getHeight() + 12)
                .sum();
        double needed = ((Region) text.getContent()).getHeight() - answers;
        double there = text.getViewportBounds().getHeight();
        if (needed > there + 1) {
            tooLong.add(where + ": " + needed + " in " + there);
        }
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
        return OnScreen.isVisible(node)
                && node.getScene() != null
                && node.getBoundsInLocal().getHeight() > 8;
    }

    /** Two hands for the first choice, one for the last; then what was hidden comes out. */
    void answer(FxRobot robot, LessonStep step, String where) {
        if (step.question().isEmpty()) {
            return;
        }
        int choices = step.question().get().choices().size();
        assertThat(find(robot, "lessonReveal").isDisabled()).as(where).isTrue();
        fire(robot, "lessonChoice1");
        fire(robot, "lessonChoice1");
        type(robot, "lessonHands" + choices, "1");
        boolean asksReason = step.question().get().asksReason();
        assertThat(robot.lookup("#lessonReason").tryQuery().isPresent())
                .as(where)
                .isEqualTo(asksReason);
        if (asksReason) {
            robot.interact(() -> ((TextInputControl) find(robot, "lessonReason")).setText("so I think"));
        }
        fire(robot, "lessonReveal");
        assertThat(progress().answers().reason()).as(where).isEqualTo(asksReason ? "so I think" : "");
        if (step.after().observations().isEmpty()) {
            assertThat(text(robot, "lessonHands1")).isEqualTo("2");
            assertThat(text(robot, "lessonHands" + choices)).isEqualTo("1");
        }
    }

    private void assertUncovered(LessonStep step, String where) {
        step.question().stream().flatMap(question -> question.hides().stream()).forEach(spot -> assertThat(
                        window.lookup("#" + spot.id()).isVisible())
                .as(where + ": " + spot)
                .isTrue());
    }

    /** Sees the first choice, or reads a number; then it is explained. */
    void observe(FxRobot robot, LessonStep step, String where) throws TimeoutException {
        List<Observation> observations = step.after().observations();
        for (int number = 1; number <= observations.size(); number++) {
            String id = "#lessonObserve" + number;
            await(() -> robot.lookup(id).tryQuery().isPresent());
            boolean isRead = observations.get(number - 1).choices().isEmpty();
            if (isRead) {
                type(robot, "lessonRead" + number, "0.5");
            }
            ButtonBase answer =
                    (ButtonBase) find(robot, isRead ? "lessonCheck" + number : "lessonSeen" + number + "-1");
            String observed = "lessonObserved" + number;
            // Again, if it is said that there is no run yet
            await(() -> {
                boolean isTold = robot.lookup("#" + observed).tryQuery().isPresent();
                if (!isTold) {
                    answer.fire();
                }
                return isTold;
            });
            assertThat(text(robot, observed)).as(where).isNotEmpty();
        }
        assertThat(step.question().isEmpty() || progress().isExplained())
                .as(where)
                .isTrue();
    }

    void recall(FxRobot robot, LessonStep step) {
        for (int card = 1; card <= step.after().cards().size(); card++) {
            fire(robot, "lessonTurn" + card);
            fire(robot, "lessonKnew" + card);
        }
    }
}
