package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lab.carousel.Sample;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.Need;
import lab.carousel.lesson.WindowSpot;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.text.Message;
import lab.carousel.training.RunState;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.controls.FirstControl;
import org.junit.jupiter.api.Test;

/** Each shipped lesson begins with the run that its first step describes ({@code ShippedLessonsTest}), whatever was there before. */
class LessonStartTest extends LessonNeedsFixture {

    @Test
    void overAFinishedRunOfTheSameExperiment() {
        for (Lesson lesson : drawn(1)) {
            Experiment described = described(lesson);
            boolean isShort = described.hyperparameters().get(Settings.EPOCHS) <= 500
                    && described.task().sequences().get(0).symbols().size() < 20;
            train(isShort ? described : Experiment.reference());
            assertStarts(lesson);
        }
    }

    @Test
    void overAnotherTaskWithLesions() {
        for (Lesson lesson : drawn(2)) {
            train(preset("letters"));
            showPlace("lesion");
            type("lesionUnitsField", "1-3");
            fire("lesionAdd");
            assertThat(workspace.project().state().lesions()).isNotEmpty();
            assertStarts(lesson);
            assertThat(workspace.project().state().lesions())
                    .as("back after the lesson")
                    .isNotEmpty();
        }
    }

    @Test
    void overAnotherLesson() {
        for (Lesson lesson : drawn(3)) {
            startLesson(lesson.name().equals("gradient") ? "tutorial" : "gradient");
            for (int update = 1; update <= 4; update++) {
                int next = update;
                fire("step");
                await(() -> workspace.run().updates() == next);
            }
            start(lesson);
            assertDescribed(lesson);
            fire("lessonClose");
        }
    }

    private static List<Lesson> drawn(long seed) {
        return Sample.of(seed, ShippedLessons.all()).toList();
    }

    private static Experiment described(Lesson lesson) {
        return lesson.steps().get(0).setUp().change().orElseThrow().apply(preset("letters"));
    }

    private void start(Lesson lesson) {
        robot.interact(() -> window.lessons().player().start(lesson));
        await(() -> workspace.run().latest().isPresent() && workspace.run().state() != RunState.PREPARING);
    }

    private void assertStarts(Lesson lesson) {
        Snapshot before = network();
        start(lesson);
        assertDescribed(lesson);
        assertThat(text("noticeWords")).as(lesson.name()).isEqualTo(Message.text("lesson.began"));
        undo();
        assertBack(before, lesson.name() + ", undone");
        redo();
        await(() -> isShown(described(lesson)::equals));
        fire("lessonClose");
        assertBack(before, lesson.name() + ", ended");
    }

    private void assertBack(Snapshot before, String where) {
        await(() -> workspace.run().latest().isPresent());
        assertThat(network().experiment()).as(where).isEqualTo(before.experiment());
        assertThat(network().position()).as(where).isEqualTo(before.position());
        assertThat(network().parameters()).as(where).isEqualTo(before.parameters());
        assertThat(workspace.lab().editedProperty().get()).as(where).contains(before.experiment());
    }

    /** What the step names can be done, what it describes is shown, and nothing is done yet. */
    private void assertDescribed(Lesson lesson) {
        LessonStep step = lesson.steps().get(0);
        assertThat(network().experiment()).as(lesson.name()).isEqualTo(described(lesson));
        assertThat(network().position().updates()).as(lesson.name()).isZero();
        assertThat(workspace.run().state()).as(lesson.name()).isEqualTo(RunState.PAUSED);
        assertThat(workspace.project().state().lesions()).as(lesson.name()).isEmpty();
        for (String button : new String[] {"play", "step"}) {
            assertThat(find(button).isDisabled())
                    .as(lesson.name() + ": " + button)
                    .isFalse();
        }
        for (WindowSpot spot : step.screen().spotlit()) {
            assertThat(FirstControl.isOnScreen(find(spot.id())))
                    .as(lesson.name() + ": " + spot)
                    .isTrue();
        }
        step.screen().place().ifPresent(place -> assertThat(text("microscopePlaces"))
                .as(lesson.name())
                .isEqualTo(Message.text(place + ".menu")));
        List<Message> needs = step.needs().stream().map(Need::words).toList();
        if (step.question().isPresent()) {
            assertThat(progress().missing()).as(lesson.name()).hasSize(1).noneMatch(needs::contains);
        } else {
            assertThat(progress().missing()).as(lesson.name()).containsAll(needs);
        }
        assertThat(progress().isAnyAnswered()).as(lesson.name()).isFalse();
    }
}
