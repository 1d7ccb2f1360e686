package lab.carousel.file.answers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.carousel.lesson.LessonResult;
import lab.carousel.lesson.LessonRun;
import lab.carousel.lesson.Observed;
import lab.carousel.lesson.StepAnswers;
import lab.carousel.lesson.Tally;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.lesson.answers.LessonAnswers;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.verdict.Verdict;

/** Answers made by tests. */
public final class Sheets {

    private Sheets() {}

    /** The tutorial from a seed, with what came of it. */
    public static LessonRun run(long seed, Verdict verdict, int right) {
        Experiment reference = Experiment.reference();
        return new LessonRun(
                "seeds",
                reference.with(reference.hyperparameters().with(Settings.SEED, seed)),
                250,
                new LessonResult(verdict, right, 8, 0.0625, 0.084));
    }

    /** A student's answers: one prediction of four, changed later, a reason, a number read off the screen. */
    public static AnswerSheet sheet(
            int number, String student, int before, int after, String reason, LessonRun... runs) {
        Map<String, StepAnswers> answers = new LinkedHashMap<>();
        answers.put(
                "seeds",
                new StepAnswers(
                        Optional.of(hand(before, true)),
                        Optional.of(hand(after, false)),
                        reason,
                        List.of(Optional.of(new Observed(0.084, 0.0835, true)), Optional.empty()),
                        List.of(Optional.of(true), Optional.empty())));
        return new AnswerSheet(
                new AnswerSheet.From(String.format("00000000-0000-4000-8000-%012x", number), student, "1.0"),
                new LessonAnswers("my-own", "0123abcd", List.of("eight", "seeds")),
                answers,
                List.of(runs),
                Optional.empty());
    }

    private static Tally hand(int choice, boolean isCommitted) {
        Integer[] hands = {0, 0, 0, 0};
        hands[choice] = 1;
        return new Tally(List.of(hands), isCommitted);
    }
}
