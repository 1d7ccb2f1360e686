package lab.carousel.lesson.answers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.LessonRun;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.ReachedStep;
import lab.carousel.lesson.StepAnswers;

/**
 * Answers of one student, or of a counted class, in a lesson.
 *
 * @param answers by the ids of the steps, in their order; steps without answers are left out
 * @param runs what was trained to its end
 * @param reached where the author is; only in sessions
 */
public record AnswerSheet(
        From from,
        LessonAnswers lesson,
        Map<String, StepAnswers> answers,
        List<LessonRun> runs,
        Optional<ReachedStep> reached) {

    public static final int MOST_RUNS = 60;

    private static final int LONGEST_LESSON_NAME = 80;
    private static final int ID_LETTERS = 4;
    /** Characters that file names had better not have. */
    private static final Pattern UNUSUAL = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Pattern FOLDERS = Pattern.compile(".*[/\\\\](?=[^/\\\\])");
    private static final Pattern ENDING = Pattern.compile("[/\\\\]$|\\.zip$");

    /**
     * Author of a sheet.
     *
     * @param id random: equal for one student in one lesson
     * @param student as typed; may be empty
     */
    public record From(String id, String student, String program) {}

    public AnswerSheet {
        answers = new LinkedHashMap<>(answers);
        runs = List.copyOf(runs);
    }

    /** A new map. */
    @Override
    public Map<String, StepAnswers> answers() {
        return new LinkedHashMap<>(answers);
    }

    Optional<StepAnswers> given(String step) {
        return Optional.ofNullable(answers.get(step));
    }

    /** Answers of a lesson so far. */
    public static AnswerSheet of(LessonProgress progress, String program) {
        Map<String, StepAnswers> answers = progress.allAnswers();
        answers.values().removeIf(answer -> !answer.isAny());
        return new AnswerSheet(
                new From(progress.id(), progress.student(), program),
                new LessonAnswers(
                        shortName(progress.original().name()),
                        progress.original().version(),
                        progress.original().steps().stream().map(LessonStep::id).toList()),
                answers,
                progress.tries(),
                Optional.empty());
    }

    /** The same for a session, which goes on where the author is. */
    public AnswerSheet at(ReachedStep step) {
        Map<String, StepAnswers> all = answers();
        // What was committed to is told by the step that was reached
        all.replaceAll((id, answer) -> answer.handedIn());
        return new AnswerSheet(from, lesson, all, runs, Optional.of(step));
    }

    /** The same with fewer runs. */
    public AnswerSheet with(List<LessonRun> fewer) {
        return new AnswerSheet(from, lesson, answers, fewer, reached);
    }

    /** The same with other answers. */
    public AnswerSheet with(Map<String, StepAnswers> others) {
        return new AnswerSheet(from, lesson, others, runs, reached);
    }

    /** Continues the lesson, if these are answers to its questions. */
    public Optional<LessonProgress> goOn(Lesson asked) {
        boolean isAsked = lesson.name().equals(shortName(asked.name()))
                && lesson.version().equals(asked.version());
        return isAsked
                ? Optional.of(new LessonProgress(asked, from.id(), from.student(), answers, runs, reached))
                : Optional.empty();
    }

    /** Name of a lesson without its folders, which would tell something about their owner. */
    public static String shortName(String name) {
        String last = FOLDERS.matcher(ENDING.matcher(name).replaceAll("")).replaceFirst("");
        return last.substring(0, Math.min(LONGEST_LESSON_NAME, last.length()));
    }

    /** File name without an ending: different for each student, and the same when it is saved again. */
    public String fileName() {
        String student = UNUSUAL.matcher(from.student()).replaceAll("-");
        return String.join("-", lesson.name(), student, from.id().substring(0, ID_LETTERS))
                .replaceAll("-+", "-");
    }

    /** Amount of content, to tell which of two sheets of a student is the later one. */
    int amount() {
        return answers.size() + runs.size();
    }
}
