package lab.carousel.lesson.answers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.StepAnswers;
import lab.carousel.lesson.Tried;

/**
 * What one student, or a class that was counted, answered in a lesson.
 *
 * @param from    who it is from
 * @param lesson  which lesson
 * @param answers what was answered, by the ids of the steps, in their order; steps without answers are left out
 * @param runs    what was trained to its end
 */
public record AnswerSheet(From from, OfLesson lesson, Map<String, StepAnswers> answers, List<Tried> runs) {

    /** The most runs in a sheet. */
    public static final int MOST_RUNS = 60;

    private static final int LONGEST_LESSON_NAME = 80;
    private static final int ID_LETTERS = 4;
    /** What names of files had better not have. */
    private static final Pattern UNUSUAL = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Pattern FOLDERS = Pattern.compile(".*[/\\\\](?=[^/\\\\])");
    private static final Pattern ENDING = Pattern.compile("[/\\\\]$|\\.zip$");

    /**
     * Who a sheet is from.
     *
     * @param id      random: the same student in the same lesson has the same
     * @param student the name that was typed; may be empty
     * @param program the version of the program
     */
    public record From(String id, String student, String program) {}

    /**
     * The lesson of a sheet.
     *
     * @param name    its name, without the folders that lead there
     * @param version what was asked, as {@link lab.carousel.lesson.Lesson#version} tells it
     * @param steps   the ids of all its steps
     */
    public record OfLesson(String name, String version, List<String> steps) {

        /** Copies the list. */
        public OfLesson {
            steps = List.copyOf(steps);
        }
    }

    /** Copies the map and the list. */
    public AnswerSheet {
        answers = new LinkedHashMap<>(answers);
        runs = List.copyOf(runs);
    }

    /** What was answered: a new map. */
    @Override
    public Map<String, StepAnswers> answers() {
        return new LinkedHashMap<>(answers);
    }

    /** What was answered in a step; empty if nothing was. */
    Optional<StepAnswers> given(String step) {
        return Optional.ofNullable(answers.get(step));
    }

    /**
     * The answers of a lesson as far as they are given.
     *
     * @param program the version of the program
     */
    public static AnswerSheet of(LessonProgress progress, String program) {
        Map<String, StepAnswers> answers = progress.allAnswers();
        answers.values().removeIf(answer -> !answer.isAny());
        answers.replaceAll((step, answer) -> answer.handedIn());
        return new AnswerSheet(
                new From(progress.id(), progress.student(), program),
                new OfLesson(
                        shortName(progress.original().name()),
                        progress.original().version(),
                        progress.original().steps().stream().map(LessonStep::id).toList()),
                answers,
                progress.tries());
    }

    /** The lesson gone on with, if these are answers to what it asks. */
    public Optional<LessonProgress> goOn(Lesson asked) {
        boolean isAsked = lesson.name().equals(shortName(asked.name()))
                && lesson.version().equals(asked.version());
        return isAsked
                ? Optional.of(new LessonProgress(asked, from.id(), from.student(), answers, runs))
                : Optional.empty();
    }

    /** The name of a lesson without the folders that lead to it, which say something about whoever has them. */
    public static String shortName(String name) {
        String last = FOLDERS.matcher(ENDING.matcher(name).replaceAll("")).replaceFirst("");
        return last.substring(0, Math.min(LONGEST_LESSON_NAME, last.length()));
    }

    /** What its file is called, without an ending: another one for each student, and the same when it is saved again. */
    public String fileName() {
        String student = UNUSUAL.matcher(from.student()).replaceAll("-");
        return String.join("-", lesson.name(), student, from.id().substring(0, ID_LETTERS))
                .replaceAll("-+", "-");
    }

    /** How much is in it, to tell which of two sheets of a student is the later one. */
    int amount() {
        return answers.size() + runs.size();
    }
}
