package lab.carousel.ui.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import lab.carousel.classroom.LiveClass;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.Audience;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.StepAnswers;
import lab.carousel.lesson.Tally;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.lesson.answers.LessonAnswers;
import lab.carousel.lesson.live.AskedNow;
import lab.carousel.lesson.live.QuestionKind;
import lab.carousel.ui.background.Background;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a window: the wall, phones, and a clock that the test moves on. */
class ClassVoteTest {

    private static final Lesson LESSON = ShippedLessons.read("was-it-memory");
    /** Asks for a reason. */
    private static final int ASKING = 2;

    @TempDir
    Path folder;

    private final Queue<Runnable> work = new ArrayDeque<>();
    private final LessonProgress wall = new LessonProgress(LESSON, ASKING);
    private LiveClass live;
    /** Of the students, as the class gave them. */
    private final Map<Integer, String> ids = new HashMap<>();

    private ClassVote vote;
    private long time;
    private int told;

    @BeforeEach
    void open() {
        live = new LiveClass(folder, Optional.of(LESSON), true);
        vote = new ClassVote(live, Background.byName(name -> work::add, Runnable::run, () -> time), () -> told++);
        vote.lead(wall);
        frame();
    }

    private void frame() {
        vote.pulse();
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private void handIn(int student, int choice, String reason) {
        String id = ids.computeIfAbsent(student, any -> live.join(live.join("", 1), 1));
        List<String> steps = LESSON.steps().stream().map(step -> step.id()).toList();
        StepAnswers empty = wall.answers();
        List<Integer> hands = new ArrayList<>(empty.before().orElseThrow().hands());
        hands.set(choice, 1);
        StepAnswers said = new StepAnswers(
                Optional.of(new Tally(hands, true)), empty.after(), reason, empty.observed(), empty.known());
        live.take(AnswersFile.text(new AnswerSheet(
                        new AnswerSheet.From(id, "Ada", "test"),
                        new LessonAnswers(AnswerSheet.shortName(LESSON.name()), LESSON.version(), steps),
                        Map.of(wall.step().id(), said),
                        List.of(),
                        Optional.empty()))
                .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void countsOnceAFrameAndOnlyIfSomethingCameOrASecondHasPassed() {
        int before = told;
        handIn(1, 0, "");
        handIn(2, 0, "");
        vote.pulse();
        vote.pulse();
        assertThat(work).hasSize(1);
        frame();
        assertThat(told).isEqualTo(before + 1);
        assertThat(vote.counts().answered()).isEqualTo(2);
        vote.pulse();
        assertThat(work).as("nothing has come").isEmpty();
        time += 1_100_000_000L;
        vote.pulse();
        assertThat(work).as("who is there").hasSize(1);
        frame();
        assertThat(told).as("nothing is other").isEqualTo(before + 1);
    }

    @Test
    void whatWasCountedBeforeAnActIsNotOfTheNextRound() {
        handIn(1, 0, "");
        vote.pulse();
        vote.askAgain();
        frame();
        assertThat(vote.counts().answered()).isZero();
        assertThat(vote.counts().rounds().get(0)).startsWith(1);
        assertThat(vote.round()).isEqualTo(2);
        assertThat(vote.isOf(wall)).isTrue();
    }

    @Test
    void reasonsAreReadFirstAndOnlyThoseChosenAreShownInTheOrderOfTheTeacher() {
        handIn(1, 0, "one");
        handIn(2, 0, "two");
        handIn(3, 0, "two");
        handIn(4, 1, "three");
        handIn(5, 1, "four");
        frame();
        assertThat(vote.allReasons()).containsExactly("one", "two", "three", "four");
        assertThat(vote.reasons()).as("nothing by itself").isEmpty();
        assertThat(live.moment().reasons()).isEmpty();
        List.of("three", "one", "four").forEach(reason -> vote.choose(reason, true));
        assertThat(vote.reasons()).containsExactly("three", "one", "four");
        vote.moveUp("four");
        vote.moveUp("three");
        assertThat(live.moment().reasons()).containsExactly("three", "four", "one");
        assertThat(live.told(ids.get(1))).as("before the reveal").doesNotContain("four");
        vote.choose("two", true);
        assertThat(vote.reasons()).as("three at a time").containsExactly("four", "one", "two");
        vote.choose("one", false);
        live.reveal();
        assertThat(live.told(ids.get(1)))
                .contains("\"reasons\":[\"four\",\"two\"]")
                .doesNotContain("\"three\"");
        vote.hideReasons();
        assertThat(live.told(ids.get(1))).contains("\"reasons\":[]");
    }

    @Test
    void whereNothingIsToBeObservedTheRevealTellsAll() {
        wall.goTo(ASKING + 1);
        vote.lead(wall);
        wall.setAudience(Audience.PHONES);
        wall.reveal();
        int before = live.moment().number();
        vote.lead(wall);
        assertThat(wall.isExplained()).isTrue();
        assertThat(live.moment().isRevealed()).isTrue();
        assertThat(live.moment().isSeen()).isFalse();
        assertThat(live.moment().number()).as("the phones are told once").isEqualTo(before + 1);
    }

    @Test
    void anotherStepBeginsWithNothingShown() {
        handIn(1, 0, "one");
        frame();
        vote.setShown(true);
        vote.choose("one", true);
        vote.lead(wall);
        assertThat(vote.isShown()).as("the same").isTrue();
        wall.goTo(ASKING + 1);
        vote.lead(wall);
        assertThat(live.moment().step()).isEqualTo(ASKING + 1);
        assertThat(vote.isShown()).isFalse();
        assertThat(vote.reasons()).isEmpty();
        assertThat(vote.counts().answered()).isZero();
        wall.goTo(ASKING);
        vote.lead(wall);
        frame();
        assertThat(vote.counts().answered()).isEqualTo(1);
        vote.setShown(true);
        vote.lead(new LessonProgress(LESSON, ASKING));
        assertThat(vote.isShown()).as("begun anew").isFalse();
    }

    @Test
    void aQuestionInBetweenIsNotTheOneOfTheStep() {
        handIn(1, 0, "");
        frame();
        live.ask(new AskedNow("q1", QuestionKind.CHOICE, "Now?", List.of("a", "b"), OptionalInt.empty(), 1, false));
        frame();
        assertThat(vote.isOf(wall)).isFalse();
        wall.goTo(ASKING + 1);
        vote.lead(wall);
        assertThat(live.moment().step()).as("it stands over the step").isEqualTo(ASKING);
        live.endQuestion();
        frame();
        vote.lead(wall);
        assertThat(live.moment().step()).isEqualTo(ASKING + 1);
    }

    @Test
    void thePhonesAreToldWhatTheWallTells() {
        assertThat(live.moment().isRevealed()).isFalse();
        wall.count(List.of(List.of(1)), List.of());
        wall.reveal();
        vote.lead(wall);
        assertThat(live.moment().isRevealed()).isTrue();
        live.setLed(false);
        frame();
        wall.goTo(ASKING + 1);
        vote.lead(wall);
        assertThat(live.moment().step()).as("at their own pace").isEqualTo(ASKING);
        assertThat(vote.isLed()).isFalse();
        vote.close();
        live.setLed(true);
        frame();
        assertThat(vote.isLed()).as("closed").isFalse();
    }
}
