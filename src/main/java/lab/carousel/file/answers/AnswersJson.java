package lab.carousel.file.answers;

import static lab.carousel.file.json.Codec.field;
import static lab.carousel.file.json.Codec.within;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.json.Codec;
import lab.carousel.file.json.JsonValue;
import lab.carousel.file.lesson.LessonFile;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.LessonResult;
import lab.carousel.lesson.LessonRun;
import lab.carousel.lesson.Observed;
import lab.carousel.lesson.ReachedStep;
import lab.carousel.lesson.Reflection;
import lab.carousel.lesson.StepAnswers;
import lab.carousel.lesson.Tally;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.lesson.answers.LessonAnswers;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;

/**
 * Version 1 of the format of answers:
 *
 * <pre>
 *   {
 *     "format": "carousel answers",
 *     "version": 1,
 *     "id": "0d9a6a3c-8b0c-4c0e-9c7b-0c2f6f3f1a11",
 *     "student": "",
 *     "program": "1.0",
 *     "lesson": {"name": "gradient", "version": "1f0c22ab", "steps": ["cut", "predict"]},
 *     "answers": [
 *       {
 *         "step": "predict",
 *         "before": [0, 1, 0],
 *         "after": [0, 1, 0],
 *         "reason": "the error can travel back",
 *         "observed": [{"answer": 0.035, "truth": 0.03512, "agrees": true}, null],
 *         "cards": [true, null]
 *       }
 *     ],
 *     "runs": [
 *       {
 *         "step": "choose",
 *         "experiment": {"engine": "kernel", "task": {...}, "hyperparameters": {..., "seed": 7}},
 *         "epoch": 500, "verdict": "remembers", "right": 8, "steps": 8, "bits": 0.93, "loss": 0.035
 *       }
 *     ]
 *   }
 * </pre>
 *
 * <p>{@code before} and {@code after} are hands for each choice, one for a single student. An observed choice is
 * its index, counted from 0. {@code "committed": false} marks a prediction that was not committed to, {@code "again": [[0, 0, 1]]}
 * holds those of the rounds after the first, and {@code "late": true} marks one that came after all was told; none of them is
 * written otherwise. A run can be repeated from its experiment. In a session, {@code "reached": {"step": "predict",
 * "committed": ["predict"]}} says where the class is, and which predictions it is committed to.
 */
final class AnswersJson {

    static final int MOST_STEPS = 100;
    private static final int MOST_SCORED = 1_000_000;
    private static final Codec<String> NAME = line(80);
    static final Codec<String> STEP = Codec.matching(Pattern.compile("[a-z0-9][a-z0-9-]{0,39}"), "file.answers.id");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

    static final Codec<String> ID = Codec.matching(Pattern.compile("[0-9a-fA-F-]{8,64}"), "file.answers.id");

    static final Codec<LessonAnswers> LESSON = Codec.of(
            LessonAnswers.class, field("name", NAME), field("version", NAME), field("steps", STEP.list(MOST_STEPS)));

    private record Given(String step, StepAnswers answers) {}

    /** {@link StepAnswers} as written. */
    private record Answer(
            Optional<Tally> before,
            boolean committed,
            List<Tally> again,
            Optional<Tally> after,
            String reason,
            List<Optional<Observed>> observed,
            List<Optional<Boolean>> known,
            boolean late) {

        static Answer of(StepAnswers given) {
            return new Answer(
                    given.before(),
                    given.isCommitted(),
                    given.again(),
                    given.after(),
                    given.reason(),
                    given.observed(),
                    given.known(),
                    given.isLate());
        }

        StepAnswers given() {
            return new StepAnswers(
                    before.map(tally -> new Tally(tally.hands(), committed)),
                    again,
                    after,
                    reason,
                    observed,
                    known,
                    late);
        }
    }

    private static final Codec<StepAnswers> ANSWERS = Codec.of(
                    Answer.class,
                    field("before", tally(true)).optional(),
                    field("committed", Codec.TRUTH).unless(true),
                    field("again", tally(true).list(StepAnswers.MOST_ROUNDS - 1))
                            .unless(List.of()),
                    field("after", tally(false)).optional(),
                    field("reason", line(StepAnswers.LONGEST_REASON)).orElse(""),
                    field(
                                    "observed",
                                    Codec.of(
                                                    Observed.class,
                                                    field("answer", Codec.NUMBER),
                                                    field("truth", Codec.NUMBER),
                                                    field("agrees", Codec.TRUTH).optional())
                                            .orNull()
                                            .list(Reflection.MOST_OBSERVATIONS))
                            .orElse(List.of()),
                    field("cards", Codec.TRUTH.orNull().list(Reflection.MOST_CARDS))
                            .orElse(List.of())
                            .of("known"),
                    field("late", Codec.TRUTH).unless(false))
            .as(Answer::given, Answer::of);

    private static final Codec<LessonRun> RUN = Codec.of(
                    LessonRun.class,
                    field("step", Codec.TEXT),
                    field("experiment", ExperimentFile.WITHIN),
                    field("epoch", Codec.whole(0, Hyperparameters.MAX_EPOCHS)),
                    within(
                            "result",
                            Codec.of(
                                    LessonResult.class,
                                    field("verdict", LessonFile.VERDICT),
                                    field("right", Codec.whole(0, MOST_SCORED)),
                                    field("steps", Codec.whole(0, MOST_SCORED)),
                                    field("bits", Codec.NUMBER),
                                    field("loss", Codec.NUMBER))))
            .check((run, at) -> {
                at.member("epoch")
                        .wholeNumber(0, run.experiment().hyperparameters().get(Settings.EPOCHS));
                at.member("right").wholeNumber(0, run.result().steps());
            });

    static final Codec<AnswerSheet> SHEET = Codec.file(
                    "carousel answers",
                    "file.answers.foreign",
                    AnswerSheet.class,
                    within(
                            "from",
                            Codec.of(
                                    AnswerSheet.From.class,
                                    field("id", ID),
                                    field("student", line(LessonProgress.LONGEST_NAME)),
                                    field("program", NAME))),
                    field("lesson", LESSON),
                    field(
                            "answers",
                            Codec.of(Given.class, field("step", Codec.TEXT), within("answers", ANSWERS))
                                    .list(MOST_STEPS)
                                    .as(AnswersJson::byStep, AnswersJson::listed)),
                    field("runs", RUN.list(AnswerSheet.MOST_RUNS)),
                    // Only in sessions: programs of before open the files of answers
                    field(
                                    "reached",
                                    Codec.of(
                                            ReachedStep.class,
                                            field("step", STEP),
                                            field("committed", STEP.list(MOST_STEPS))))
                            .optional())
            .check((sheet, at) -> {
                Set<String> seen = new HashSet<>();
                for (JsonValue answer : at.member("answers").elements()) {
                    requireStep(answer.member("step"), sheet);
                    if (!seen.add(answer.member("step").text())) {
                        throw answer.place()
                                .problem(
                                        "file.answers.stepTwice",
                                        answer.member("step").text());
                    }
                }
                at.member("runs").elements().forEach(run -> requireStep(run.member("step"), sheet));
            });

    private AnswersJson() {}

    private static void requireStep(JsonValue step, AnswerSheet sheet) {
        if (!sheet.lesson().steps().contains(step.text())) {
            throw step.place().problem("file.answers.noStep");
        }
    }

    private static Map<String, StepAnswers> byStep(List<Given> given) {
        Map<String, StepAnswers> answers = new LinkedHashMap<>();
        given.forEach(each -> answers.put(each.step, each.answers));
        return answers;
    }

    private static List<Given> listed(Map<String, StepAnswers> answers) {
        return answers.entrySet().stream()
                .map(each -> new Given(each.getKey(), each.getValue()))
                .toList();
    }

    private static Codec<Tally> tally(boolean isCommitted) {
        return Codec.whole(0, Tally.MOST)
                .list(Tally.MOST_CHOICES)
                .as(hands -> new Tally(hands, isCommitted), Tally::hands);
    }

    /** A text of one line: control characters, also of the text direction, become spaces. */
    private static Codec<String> line(int longest) {
        return Codec.TEXT
                .as(text -> UNSEEN.matcher(text).replaceAll(" ").strip(), text -> text)
                .check(Codec.noLongerThan(longest));
    }
}
