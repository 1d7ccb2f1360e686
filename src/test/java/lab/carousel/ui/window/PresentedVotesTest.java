package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import lab.carousel.Sample;
import lab.carousel.classroom.LiveClass;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.Audience;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.text.Language;
import lab.carousel.text.Message;
import lab.carousel.ui.robot.Frames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All that phones and a class answer, and what a teacher does with it, is seen on the smaller screen; on the larger one more fits. */
class PresentedVotesTest extends PresentedFixture {

    /** A language drawn from a seed, or all. */
    private static Stream<Language> spoken(long seed) {
        List<Language> all = new ArrayList<>(Language.all());
        Collections.shuffle(all, new Random(seed));
        return Sample.isExhaustive() ? all.stream() : all.stream().limit(1);
    }

    static Stream<Language> ofPhones() {
        return spoken(1);
    }

    /** The shortest, the longest and one of each kind, in the order of the lessons. */
    private static List<TaughtStep> drawn(Predicate<LessonStep> wanted, Function<TaughtStep, ?> aspect) {
        List<TaughtStep> all = TaughtStep.byLength().stream()
                .filter(at -> wanted.test(at.step()))
                .toList();
        Set<TaughtStep> drawn = Sample.of(2, all, aspect).collect(Collectors.toSet());
        return TaughtStep.all().stream().filter(drawn::contains).toList();
    }

    @ParameterizedTest
    @MethodSource("ofPhones")
    void aTeacherHasAllThatPhonesAnswerAndAllActsAtEveryQuestion(Language language) {
        begin(language);
        robot.interact(() -> workspace
                .lesson()
                .liveProperty()
                .set(Optional.of(new LiveClass(folder.resolve("class"), Optional.empty(), true))));
        drawn(step -> step.question().isPresent(), at -> at.presented(true).vote())
                .forEach(at -> {
                    enter(at);
                    resize(Screen.SMALL);
                    robot.interact(() -> window.lessons().player().act(KeyCode.T, false));
                    robot.interact(() -> window.lessons().player().act(KeyCode.A, false));
                    settle(MOST_FRAMES);
                    look(where(at + ", phones", Screen.SMALL), this::lookAtPhones);
                });
        assertWhole(language);
    }

    @Test
    void reasonsLeaveAllActsTheirRoom() {
        begin(Language.ENGLISH);
        LiveClass live = new LiveClass(folder.resolve("class"), Optional.empty(), true);
        robot.interact(() -> workspace.lesson().liveProperty().set(Optional.of(live)));
        // Under the text, and beside it
        for (String where : List.of("inside-the-cell carousel", "was-it-memory longer")) {
            Lesson lesson = ShippedLessons.read(where.split(" ")[0]);
            List<String> ids = lesson.steps().stream().map(LessonStep::id).toList();
            start(lesson, ids.indexOf(where.split(" ")[1]) + 1);
            resize(Screen.SMALL);
            for (int student = 1; student <= 3; student++) {
                LessonProgress phone = new LessonProgress(lesson, progress().number());
                phone.choose(0);
                phone.setReason((student + " is the reason that was typed by this student ")
                        .repeat(where.endsWith("longer") ? 6 : 2));
                phone.setAudience(Audience.PHONES);
                phone.reveal();
                String sheet = AnswersFile.text(AnswerSheet.of(phone, "test"))
                        .replace(phone.id(), live.join(live.join("", 1), 1));
                live.take(sheet.getBytes(StandardCharsets.UTF_8));
                Frames.settle();
                String reason = phone.answers().reason();
                robot.interact(() -> window.lessons().player().chooseReason(reason, true));
            }
            settle(MOST_FRAMES);
            look(where, this::lookAtPhones);
            lookAt(where, "lessonReason");
            assertThat(text("lessonReason3")).startsWith("3 is the reason");
            lookAt(where, "lessonReason3");
        }
        assertThat(found).isEmpty();
    }

    private void lookAtPhones(String where) {
        int choices = progress().step().question().orElseThrow().choices().size();
        Stream.of("lessonVote", "lessonQuestion", "lessonAnswered", "lessonShow", "lessonAskAgain", "lessonReveal")
                .forEach(id -> lookAt(where, id));
        lookAt(where, "lessonHands" + choices);
        lookAtTargets(where, progress().step(), progress().step().hidden());
    }

    static Stream<Language> ofQuestions() {
        return spoken(2);
    }

    @ParameterizedTest
    @MethodSource("ofQuestions")
    void aQuestionAboutTheRunIsScrolledToAndNamed(Language language) {
        begin(language);
        resize(Screen.SMALL);
        lookAtQuestions();
        present(false);
        resize(Screen.SMALL);
        lookAtQuestions();
        assertWhole(language);
    }

    private void lookAtQuestions() {
        Predicate<LessonStep> asks = step ->
                step.question().isPresent() && !step.after().observations().isEmpty();
        drawn(asks, PresentedVotesTest::observed).forEach(at -> {
            looked++;
            LessonStep step = at.lesson().spoken().steps().get(at.number() - 1);
            start(alone(at.lesson(), "look " + looked, step, step.question(), step.after()), 1);
            commit();
            settle();
            String where = where(at.toString(), Screen.SMALL);
            lookAt(where, "lessonObserve1");
            if (!text("lessonMissing").contains(Message.text("lesson.need.observe"))) {
                found.add(where + ": " + text("lessonMissing"));
            }
        });
    }

    /** The kinds of what is to be observed. */
    private static Set<String> observed(TaughtStep at) {
        return at.step().after().observations().stream()
                .map(each -> each.getClass().getSimpleName())
                .collect(Collectors.toSet());
    }
}
