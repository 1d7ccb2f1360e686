package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.stage.Window;
import lab.carousel.classroom.LiveClass;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.lesson.Audience;
import lab.carousel.lesson.LessonResult;
import lab.carousel.lesson.LessonRun;
import lab.carousel.lesson.Observed;
import lab.carousel.lesson.StepAnswers;
import lab.carousel.lesson.Tally;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.lesson.answers.LessonAnswers;
import lab.carousel.lesson.live.AskedNow;
import lab.carousel.lesson.live.QuestionKind;
import lab.carousel.model.Settings;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.Nodes;
import lab.carousel.ui.robot.Frames;
import org.junit.jupiter.api.Test;

/** A lesson on the wall while a class answers with its phones. */
class MainWindowClassVoteTest extends LessonNeedsFixture {

    private static final String STEPS =
            """
            {"title": "One", "text": "text.md",
             "question": {"text": "Q?", "choices": ["first", "second"], "right": 1, "reason": true, "explanation": "Because 7."}},
            {"title": "Two", "text": "text.md", "experiment": {"preset": "tutorial"}, "needs": [{"updates": 1}],
             "question": {"text": "R?", "choices": ["first", "second"], "right": 2, "explanation": "It has 8."},
             "observe": [{"text": "How many?", "reads": "right", "within": 0}, {"text": "Which?", "choices": ["c", "d"]}]},
            {"title": "Three", "text": "text.md"}""";

    private LiveClass live;
    /** Of the students, as the class gave them. */
    private final Map<Integer, String> ids = new HashMap<>();

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
    private void handIn(int student, String reason, List<Integer> rounds) {
        handIn(student, 0, answers(reason, rounds, List.of(0, 0), List.of()), List.of());
    }

    private static StepAnswers answers(
            String reason, List<Integer> rounds, List<Integer> after, List<Optional<Observed>> seen) {
        return new StepAnswers(
                Optional.of(hand(rounds.get(0))),
                rounds.stream().skip(1).map(MainWindowClassVoteTest::hand).toList(),
                Optional.of(new Tally(after, false)),
                reason,
                seen,
                List.of(),
                false);
    }

    private void handIn(int student, int step, StepAnswers said, List<LessonRun> runs) {
        String id = ids.computeIfAbsent(student, any -> live.join(live.join("", 1), 1));
        var lesson = live.lesson().orElseThrow();
        List<String> steps = lesson.steps().stream().map(each -> each.id()).toList();
        live.take(AnswersFile.text(new AnswerSheet(
                        new AnswerSheet.From(id, "Ada", "test"),
                        new LessonAnswers(AnswerSheet.shortName(lesson.name()), lesson.version(), steps),
                        Map.of(steps.get(step), said),
                        runs,
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
        handIn(1, "memory", List.of(0));
        handIn(2, "luck", List.of(0));
        handIn(3, "", List.of(1));
        live.join(live.join("", 1), 1);
        handIn(3, "", List.of(1));
        assertThat(text("lessonAnswered")).isEqualTo("3 of 4 have answered");
        assertThat(said()).as("before it is shown").doesNotContain("Votes for", "memory", "luck", "Ada");
        assertThat(text("lessonHands1") + text("lessonHands2")).isEmpty();
        press(KeyCode.ALT, KeyCode.A);
        assertThat(text("lessonHands1")).isEqualTo("2");
        assertThat(said()).contains("Votes for: first").doesNotContain("memory", "luck", "Ada");
        press(KeyCode.ALT, KeyCode.W);
        assertThat(said()).as("only in a window of its own").doesNotContain("memory", "luck");
        Window list = Window.getWindows().stream()
                .filter(each -> each.getScene().lookup("#reason1") != null)
                .findFirst()
                .orElseThrow();
        assertThat(list.getScene().lookup("#reasonsNone").isVisible()).isFalse();
        robot.interact(() -> ((CheckBox) list.getScene().lookup("#reason2")).fire());
        assertThat(text("lessonReason1")).isEqualTo("luck");
        assertThat(said()).doesNotContain("memory");
        robot.interact(() -> ((CheckBox) list.getScene().lookup("#reason2")).fire());
        robot.interact(() -> ((Button) list.getScene().lookup("#reasonUp2")).fire());
        robot.interact(() -> list.getScene()
                .getAccelerators()
                .get(new KeyCodeCombination(KeyCode.ESCAPE))
                .run());
        assertThat(list.isShowing()).isFalse();
        robot.interact(list::hide);
        assertThat(text("lessonReason1") + text("lessonReason2")).isEqualTo("memoryluck");
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
    void whatIsPressedWhenTheClassHasJustGoneToItsOwnPaceAsksNobodyAgain() throws IOException {
        begin(true);
        goToOwnPaceAndPress(KeyCode.T);
        assertThat(live.moment().round()).isEqualTo(1);
        assertThat(progress().audience()).isEqualTo(Audience.CLASS);
        assertThat(said()).contains("each click on a letter adds one");
        live.setLed(true);
        Frames.settle();
        assertThat(progress().audience()).isEqualTo(Audience.PHONES);
        goToOwnPaceAndPress(KeyCode.RIGHT);
        assertThat(progress().audience()).isEqualTo(Audience.CLASS);
    }

    /** Before the window learns of it, in its next frame. */
    private void goToOwnPaceAndPress(KeyCode key) {
        robot.interact(() -> {
            live.setLed(false);
            Event.fireEvent(
                    find("lessonCard"), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, true, false));
        });
        Frames.settle();
    }

    @Test
    void bothRoundsStandSideBySideAndWhatIsLateInNone() throws IOException {
        begin(true);
        handIn(1, "", List.of(0));
        handIn(2, "", List.of(0));
        press(KeyCode.ALT, KeyCode.A);
        press(KeyCode.ALT, KeyCode.T);
        assertThat(text("lessonAnswered")).isEqualTo("0 of 2 have answered again");
        assertThat(text("lessonHands1")).as("hidden until it is shown again").isEmpty();
        handIn(1, "", List.of(0, 1));
        assertThat(text("lessonAnswered")).isEqualTo("1 of 2 has answered again");
        press(KeyCode.ALT, KeyCode.A);
        assertThat(text("lessonHands1")).isEqualTo("2 → 0");
        assertThat(text("lessonRounds")).isEqualTo("first → after talking");
        handIn(2, "", List.of(0, 1));
        assertThat(text("lessonHands2")).as("at once").isEqualTo("0 → 2");
        press(KeyCode.ALT, KeyCode.R);
        handIn(3, "", List.of(0, 0));
        assertThat(text("lessonHands1")).as("too late").isEqualTo("2 → 0");
        press(KeyCode.ALT, KeyCode.T);
        assertThat(live.moment().round()).as("nobody is asked what was told").isEqualTo(2);
    }

    @Test
    void afterTheOutcomeTheClassAnswersOnceMoreAndItsRunsAreOnePicture() throws IOException {
        begin(true);
        fire("lessonReveal");
        fire("lessonNext");
        handIn(1, 1, answers("", List.of(0), List.of(0, 0), seen()), List.of());
        press(KeyCode.ALT, KeyCode.R);
        train();
        List<LessonRun> own = List.of(run(11));
        handIn(1, 1, answers("", List.of(0), List.of(0, 1), seen(7, 1)), own);
        handIn(2, 1, answers("", List.of(1), List.of(0, 0), seen(8, 1)), List.of(run(12)));
        assertThat(text("lessonAnswered")).isEqualTo("1 of 2 has said what they think now");
        assertThat(text("lessonPool")).startsWith("2 students, 2 seeds: ").doesNotContain("on the wall");
        assertThat(said()).as("before the wall has read it").doesNotContain("median", "It has 8.");
        type("lessonRead1", "7");
        fire("lessonCheck1");
        assertThat(find("lessonSaid1").getAccessibleText())
                .as("one came too late to be counted with its prediction")
                .startsWith("1 number, median 7, from 7 to 7; on the wall: ");
        assertThat(live.moment().isSeen()).as("there is more to see").isFalse();
        fire("lessonSeen2-1");
        assertThat(live.moment().isSeen()).isTrue();
        assertThat(find("lessonSaid2").getAccessibleText()).isEqualTo("c: no votes\nd: 1 vote");
        assertThat(text("lessonHands2")).isEqualTo("0 → 1");
        assertThat(text("lessonRounds")).isEqualTo("first → after seeing the result");
        assertThat(text("lessonPool")).endsWith("\nNumbers in the text above are of the run on the wall.");
        handIn(1, 1, answers("", List.of(0), List.of(1, 0), seen(7, 1)), own);
        assertThat(text("lessonHands1")).as("on a phone it goes on").isEqualTo("1 → 1");
        fire("lessonNext");
        assertThat(live.moment().isSeen()).as("of another step").isFalse();
        assertThat(text("lessonPool")).as("of another step").isEmpty();
    }

    private static List<Optional<Observed>> seen(double... answers) {
        return answers.length == 0
                ? List.of(Optional.empty(), Optional.empty())
                : DoubleStream.of(answers)
                        .mapToObj(answer -> Optional.of(new Observed(answer, answer, true)))
                        .toList();
    }

    /** A run of a phone, with its own seed. */
    private LessonRun run(long seed) {
        Snapshot wall = network();
        return new LessonRun(
                live.lesson().orElseThrow().steps().get(1).id(),
                wall.experiment().with(all -> all.with(Settings.SEED, seed)),
                wall.position().epoch(),
                LessonResult.of(wall.evaluation()));
    }

    @Test
    void aTeacherMayRevealWhatNobodyAnswered() throws IOException {
        begin(true);
        assertThat(find("lessonNext").isDisabled()).isTrue();
        live.ask(new AskedNow("q1", QuestionKind.CHOICE, "?", List.of("a", "b"), OptionalInt.empty(), 1, false));
        Frames.settle();
        press(KeyCode.ALT, KeyCode.R);
        assertThat(progress().isRevealed()).as("under a question in between").isFalse();
        live.endQuestion();
        Frames.settle();
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
