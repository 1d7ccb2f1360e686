package lab.carousel.lesson.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonRun;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.Observed;
import lab.carousel.lesson.StepAnswers;
import lab.carousel.lesson.Tally;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.lesson.answers.ClassAnswers;
import lab.carousel.lesson.answers.Pool;
import lab.carousel.lesson.answers.Submission;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;

/**
 * What came in for the question that is open. Late answers are in none of it.
 *
 * @param joined phones that asked within the last minute
 * @param answered students who have answered in this round
 * @param rounds hands for each choice, for each round of the prediction
 * @param after hands for each choice once the outcome was seen
 * @param numbers what students typed, by the number of the observation; the first of them for a number asked in between
 * @param pool runs of the set-up that most have trained
 */
public record Counts(
        int joined,
        int answered,
        List<List<Integer>> rounds,
        List<Integer> after,
        List<String> reasons,
        List<List<Double>> numbers,
        Optional<Pool> pool) {

    public Counts {
        rounds = List.copyOf(rounds);
        after = List.copyOf(after);
        reasons = List.copyOf(reasons);
        numbers = List.copyOf(numbers);
    }

    /** Nothing came in from those who have joined. */
    public static Counts none(int joined) {
        return new Counts(joined, 0, List.of(), List.of(), List.of(), List.of(), Optional.empty());
    }

    /**
     * Counts what came in for what is asked in a moment.
     *
     * @param lesson that is taught; empty if none is
     */
    public static Counts of(int joined, PhoneScreen now, Optional<Lesson> lesson, List<AnswerSheet> sheets) {
        Optional<LessonStep> step = lesson.filter(any -> now.step() > 0)
                .map(taught -> taught.steps().get(now.step() - 1));
        String id =
                now.asked().map(AskedNow::id).or(() -> step.map(LessonStep::id)).orElse("");
        Predicate<AnswerSheet> isOfLesson =
                sheet -> lesson.filter(taught -> isOf(sheet, AnswerSheet.shortName(taught.name()), taught.version()))
                        .isPresent();
        Predicate<AnswerSheet> isCounted =
                now.asked().isPresent() ? sheet -> isOf(sheet, AskedNow.LESSON, AskedNow.VERSION) : isOfLesson;
        int choices = now.asked()
                .map(asked -> asked.choices().size())
                .or(() -> step.flatMap(LessonStep::question)
                        .map(it -> it.choices().size()))
                .orElse(0);
        int round = now.asked().map(AskedNow::round).orElse(now.round());
        List<StepAnswers> given = sheets.stream()
                .filter(isCounted)
                .flatMap(sheet -> Optional.ofNullable(sheet.answers().get(id)).stream())
                .filter(answers -> !answers.isLate())
                .toList();
        List<StepAnswers> said = given.stream().filter(StepAnswers::isPredicted).toList();
        List<List<Integer>> rounds = IntStream.range(0, choices == 0 ? 0 : round)
                .mapToObj(at -> Tally.sum(choices, said.stream().flatMap(answers -> inRound(answers, at))))
                .toList();
        long answered = choices == 0
                ? given.stream().filter(StepAnswers::isAny).count()
                : said.stream()
                        .flatMap(answers -> inRound(answers, round - 1))
                        .filter(tally -> tally.total() > 0)
                        .count();
        return new Counts(
                Math.max(joined, given.size()),
                (int) answered,
                rounds,
                choices == 0
                        ? List.of()
                        : Tally.sum(choices, given.stream().flatMap(answers -> answers.after().stream())),
                said.stream()
                        .map(StepAnswers::reason)
                        .filter(reason -> !reason.isEmpty())
                        .toList(),
                numbers(given),
                pool(
                        now.given().isPresent()
                                ? sheets
                                : sheets.stream().filter(isOfLesson).toList(),
                        run -> now.given().isPresent()
                                ? isSameButSeed(run.experiment(), now.given().get())
                                : step.map(open -> run.step().equals(open.id())).orElse(true)));
    }

    /** Whether these are answers to this version of a lesson. */
    private static boolean isOf(AnswerSheet sheet, String lesson, String version) {
        return sheet.lesson().name().equals(lesson) && sheet.lesson().version().equals(version);
    }

    private static Stream<Tally> inRound(StepAnswers answers, int round) {
        return answers.rounds().stream().skip(round).limit(1);
    }

    private static List<List<Double>> numbers(List<StepAnswers> given) {
        int most = given.stream()
                .mapToInt(answers -> answers.observed().size())
                .max()
                .orElse(0);
        return IntStream.range(0, most)
                .mapToObj(number -> given.stream()
                        .filter(answers -> number < answers.observed().size())
                        .flatMap(answers -> answers.observed().get(number).stream())
                        .map(Observed::answer)
                        .toList())
                .toList();
    }

    private static boolean isSameButSeed(Experiment one, Experiment other) {
        UnaryOperator<Hyperparameters> unseeded = all -> all.with(Settings.SEED, 0L);
        return one.with(unseeded).equals(other.with(unseeded));
    }

    private static Optional<Pool> pool(List<AnswerSheet> sheets, Predicate<LessonRun> which) {
        List<Submission> ended = sheets.stream()
                .map(sheet -> new Submission(
                        sheet.from().id(),
                        sheet.with(sheet.runs().stream().filter(which).toList())))
                .toList();
        return ClassAnswers.of(ended, List.of(), List.of(), Map.of()).pools().stream()
                .findFirst();
    }
}
