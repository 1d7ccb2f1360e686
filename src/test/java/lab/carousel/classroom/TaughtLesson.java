package lab.carousel.classroom;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.lesson.ClassQuestion;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonRun;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.Observation;
import lab.carousel.lesson.RecallCard;
import lab.carousel.lesson.Reflection;
import lab.carousel.lesson.StepAnswers;
import lab.carousel.lesson.StepScreen;
import lab.carousel.lesson.StepSetUp;
import lab.carousel.lesson.StepText;
import lab.carousel.lesson.Tally;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.lesson.answers.LessonAnswers;
import lab.carousel.lesson.live.AskedNow;

/** A lesson of three steps, the second of which asks nothing, and the sheets of its students. */
final class TaughtLesson {

    static final Lesson LESSON = new Lesson(
            "floor",
            "The floor",
            5,
            "summary",
            "aim",
            List.of(),
            List.of(
                    step(
                            "a",
                            Optional.of(question("SECRET-A")),
                            new Reflection(
                                    List.of(
                                            new Observation.Chosen(
                                                    "SECRET-SEEN",
                                                    List.of("yes", "no"),
                                                    OptionalInt.of(1),
                                                    Optional.empty()),
                                            new Observation.Chosen(
                                                    "why",
                                                    List.of("so", "or so"),
                                                    OptionalInt.empty(),
                                                    Optional.empty())),
                                    List.of(new RecallCard("front", "SECRET-BACK")),
                                    false,
                                    false)),
                    step("b", Optional.empty(), Reflection.NONE),
                    step("c", Optional.of(question("SECRET-C")), Reflection.NONE),
                    step("d", Optional.empty(), Reflection.NONE)),
            Map.of(),
            Map.of());

    private TaughtLesson() {}

    private static ClassQuestion question(String secret) {
        return new ClassQuestion(
                "What will it predict?", List.of("one", "two", "three"), OptionalInt.of(1), secret, List.of(), true);
    }

    private static LessonStep step(String id, Optional<ClassQuestion> question, Reflection after) {
        return new LessonStep(
                id,
                new StepText("title of " + id, "text of " + id, Optional.empty(), 1),
                new StepSetUp(Optional.empty(), false, false, Optional.empty()),
                new StepScreen(List.of(), Optional.empty(), List.of(), List.of()),
                List.of(),
                question,
                after);
    }

    /** A class whose first students, or those of before, are in it, with the ids of {@link #id}. */
    static LiveClass open(Path folder, boolean isLed, int students) {
        return open(folder, Optional.of(LESSON), isLed, students);
    }

    static LiveClass open(Path folder, Optional<Lesson> lesson, boolean isLed, int students) {
        AtomicInteger given = new AtomicInteger();
        LiveClass live = new LiveClass(folder, lesson, isLed, () -> id(given.incrementAndGet()));
        for (int student = 1; student <= students; student++) {
            if (live.number(id(student)).isEmpty()) {
                live.join(live.join("", 0), 0);
            }
        }
        return live;
    }

    static String id(int student) {
        return String.format("00000000-0000-4000-8000-%012x", student);
    }

    /** Answers of a student as a phone sends them. */
    static final class Sheet {

        private final int student;
        private final Map<String, StepAnswers> answers = new LinkedHashMap<>();
        private final List<LessonRun> runs = new ArrayList<>();
        private String name = "";

        Sheet(int student) {
            this.student = student;
        }

        Sheet named(String typed) {
            name = typed;
            return this;
        }

        Sheet says(String step, int choice, String reason) {
            return says(
                    step,
                    new StepAnswers(Optional.of(hand(choice, true)), Optional.empty(), reason, List.of(), List.of()));
        }

        Sheet says(String step, StepAnswers given) {
            answers.put(step, given);
            return this;
        }

        /** In the rounds after the first. */
        Sheet saysAgain(String step, int... choices) {
            StepAnswers first = answers.get(step);
            List<Tally> again = new ArrayList<>();
            for (int choice : choices) {
                again.add(hand(choice, true));
            }
            return says(
                    step,
                    new StepAnswers(
                            first.before(),
                            again,
                            first.after(),
                            first.reason(),
                            first.observed(),
                            first.known(),
                            false));
        }

        Sheet ran(LessonRun run) {
            runs.add(run);
            return this;
        }

        AnswerSheet of(String lesson, String version, List<String> steps) {
            return new AnswerSheet(
                    new AnswerSheet.From(id(student), name, "1.0"),
                    new LessonAnswers(lesson, version, steps),
                    answers,
                    runs,
                    Optional.empty());
        }

        AnswerSheet sheet() {
            return of("floor", LESSON.version(), List.of("a", "b", "c", "d"));
        }

        byte[] file() {
            return bytes(sheet());
        }

        byte[] asked(String... ids) {
            return bytes(of(AskedNow.LESSON, AskedNow.VERSION, List.of(ids)));
        }
    }

    static byte[] bytes(AnswerSheet sheet) {
        return AnswersFile.text(sheet).getBytes(StandardCharsets.UTF_8);
    }

    /** One hand of three; none for -1. */
    static Tally hand(int choice, boolean isCommitted) {
        List<Integer> hands = new ArrayList<>(List.of(0, 0, 0));
        if (choice >= 0) {
            hands.set(choice, 1);
        }
        return new Tally(hands, isCommitted);
    }
}
