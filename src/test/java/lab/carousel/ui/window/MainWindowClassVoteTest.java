package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import lab.carousel.classroom.LiveClass;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.lesson.Audience;
import lab.carousel.lesson.StepAnswers;
import lab.carousel.lesson.Tally;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.lesson.answers.LessonAnswers;
import lab.carousel.ui.Nodes;
import lab.carousel.ui.robot.Frames;
import org.junit.jupiter.api.Test;

/** A lesson on the wall while a class answers with its phones. */
class MainWindowClassVoteTest extends LessonNeedsFixture {

    private static final String STEPS =
            """
            {"title": "One", "text": "text.md",
             "question": {"text": "Q?", "choices": ["first", "second"], "right": 1, "reason": true, "explanation": "Because 7."}},
            {"title": "Two", "text": "text.md"}""";

    private LiveClass live;

    /** Opens a class, and begins a lesson with it. */
    private void begin(boolean isLed) throws IOException {
        Path lesson = Files.createDirectories(folder.resolve("lesson"));
        Files.writeString(lesson.resolve("text.md"), "Some words.");
        dialogs.answer = Files.writeString(
                lesson.resolve("lesson.json"),
                """
                {"format": "carousel lesson", "version": 1, "title": "Mine", "minutes": 5, "summary": "s", "steps": [%s]}
                """
                        .formatted(STEPS));
        live = new LiveClass(Files.createDirectories(folder.resolve("class")), Optional.empty(), isLed);
        robot.interact(() -> workspace.lesson().liveProperty().set(Optional.of(live)));
        choose("lessonMenu", "openLesson");
    }

    /** A student's phone hands in what it predicts in each round, and what it answers once all is seen. */
    private void handIn(int student, String reason, List<Integer> rounds, int after) {
        String id = "00000000-0000-0000-0000-00000000000" + student;
        live.told(id);
        StepAnswers said = new StepAnswers(
                Optional.of(hand(rounds.get(0))),
                rounds.stream().skip(1).map(MainWindowClassVoteTest::hand).toList(),
                Optional.of(
                        after < 0
                                ? new Tally(List.of(0, 0), false)
                                : new Tally(hand(after).hands(), false)),
                reason,
                List.of(),
                List.of(),
                false);
        var lesson = live.lesson().orElseThrow();
        String step = lesson.steps().get(0).id();
        live.take(AnswersFile.text(new AnswerSheet(
                        new AnswerSheet.From(id, "Ada", "test"),
                        new LessonAnswers(
                                AnswerSheet.shortName(lesson.name()),
                                lesson.version(),
                                lesson.steps().stream().map(each -> each.id()).toList()),
                        Map.of(step, said),
                        List.of(),
                        Optional.empty()))
                .getBytes(StandardCharsets.UTF_8));
        Frames.settle();
    }

    private static Tally hand(int choice) {
        return new Tally(choice == 0 ? List.of(1, 0) : List.of(0, 1), true);
    }

    private void press(KeyCode... keys) {
        robot.push(keys);
        Frames.settle();
    }

    /** All that is said of the question, also to a screen reader. */
    private String said() {
        return String.join(
                "\n",
                Nodes.all(find("lessonCard"))
                        .flatMap(node -> Stream.of(node.getAccessibleText(), words(node)))
                        .filter(words -> words != null)
                        .toList());
    }

    private static String words(Node node) {
        return node instanceof Labeled labeled ? labeled.getText() : node instanceof Text text ? text.getText() : null;
    }

    @Test
    void theWallShowsWhatPhonesAnswerWhenTheTeacherWantsIt() throws IOException {
        begin(true);
        assertThat(progress().audience()).isEqualTo(Audience.PHONES);
        assertThat(text("lessonAnswered")).isEqualTo("0 of 0 have answered");
        handIn(1, "memory", List.of(0), -1);
        handIn(2, "luck", List.of(0), -1);
        handIn(3, "", List.of(1), -1);
        live.told("00000000-0000-0000-0000-000000000009");
        handIn(3, "", List.of(1), -1);
        assertThat(text("lessonAnswered")).isEqualTo("3 of 4 have answered");
        assertThat(said()).as("before it is shown").doesNotContain("Votes for", "memory", "luck", "Ada");
        assertThat(text("lessonHands1") + text("lessonHands2")).isEmpty();
        press(KeyCode.ALT, KeyCode.A);
        assertThat(text("lessonHands1")).isEqualTo("2");
        assertThat(said()).contains("Votes for: first").doesNotContain("memory", "luck", "Ada");
        press(KeyCode.ALT, KeyCode.W);
        assertThat(text("lessonReason1")).isEqualTo("memory");
        press(KeyCode.ALT, KeyCode.W);
        assertThat(text("lessonReason2")).isEqualTo("luck");
        assertThat(find("lessonReason").isDisabled()).as("no more of them").isTrue();
        fire("lessonHideReason1");
        assertThat(said()).contains("luck").doesNotContain("memory", "Ada");
        press(KeyCode.ALT, KeyCode.SHIFT, KeyCode.W);
        assertThat(said()).doesNotContain("luck", "memory");
        press(KeyCode.ALT, KeyCode.A);
        assertThat(text("lessonHands1")).as("hidden again").isEmpty();
        assertThat(live.moment().isRevealed()).isFalse();
        press(KeyCode.ALT, KeyCode.R);
        assertThat(live.moment().isRevealed()).isTrue();
        assertThat(text("lessonHands1")).isEqualTo("2");
        assertThat(said()).contains("first (right)", "Because 7.");
        assertThat(workspace.session().work().answers().get(0).answers().values())
                .extracting(answers -> answers.before().orElseThrow().hands())
                .containsExactly(List.of(2, 1));
        press(KeyCode.ALT, KeyCode.RIGHT);
        assertThat(live.moment().step()).isEqualTo(2);
        robot.interact(() -> workspace.lesson().liveProperty().set(Optional.empty()));
        Frames.settle();
        fire("lessonBack");
        assertThat(live.moment().step()).as("a class that is closed").isEqualTo(2);
        assertThat(progress().audience()).isEqualTo(Audience.CLASS);
        assertThat(text("lessonHands1")).as("kept").isEqualTo("2");
    }

    @Test
    void aTeacherMayRevealWhatNobodyAnswered() throws IOException {
        begin(true);
        assertThat(find("lessonNext").isDisabled()).isTrue();
        fire("lessonReveal");
        assertThat(live.moment().isRevealed()).isTrue();
        assertThat(text("lessonHands1")).isEqualTo("0");
        assertThat(find("lessonNext").isDisabled()).isFalse();
    }

    @Test
    void aClassAtItsOwnPaceLeavesTheWallAlone() throws IOException {
        begin(false);
        assertThat(progress().audience()).isEqualTo(Audience.CLASS);
        press(KeyCode.ALT, KeyCode.A);
        fire("lessonChoice1");
        fire("lessonReveal");
        fire("lessonNext");
        assertThat(live.moment().step()).isEqualTo(1);
        robot.interact(() -> live.setLed(true));
        Frames.settle();
        assertThat(live.moment().step()).as("once it is led").isEqualTo(2);
        assertThat(progress().audience()).isEqualTo(Audience.PHONES);
    }
}
