package lab.carousel.file.answers;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.json.JsonText;
import lab.carousel.file.json.JsonValue;
import lab.carousel.lesson.ClassQuestion;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.Observed;
import lab.carousel.lesson.Reflection;
import lab.carousel.lesson.StepAnswers;
import lab.carousel.lesson.Tally;
import lab.carousel.lesson.Tried;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.model.Experiment;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.text.Words;
import org.jspecify.annotations.Nullable;

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
 *     "runs": []
 *   }
 * </pre>
 *
 * <p>{@code before} and {@code after} are hands for each choice, one for a single student. An observed choice is its place,
 * counted from 0. {@link RunJson} describes the runs.
 */
final class AnswersJson {

    private static final String FORMAT_NAME = "carousel answers";
    private static final List<String> NAMES =
            List.of(JsonValue.FORMAT, JsonValue.VERSION, "id", "student", "program", "lesson", "answers", "runs");
    private static final List<String> LESSON_NAMES = List.of("name", "version", "steps");
    private static final List<String> STEP_NAMES = List.of("step", "before", "after", "reason", "observed", "cards");
    private static final List<String> OBSERVED_NAMES = List.of("answer", "truth", "agrees");

    private static final int MOST_STEPS = 100;
    private static final int LONGEST_NAME = 80;
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F-]{8,64}");
    private static final Pattern STEP_ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

    private AnswersJson() {}

    static ObjectNode write(AnswerSheet sheet) {
        ObjectNode root = JsonText.start(FORMAT_NAME);
        root.put("id", sheet.from().id())
                .put("student", sheet.from().student())
                .put("program", sheet.from().program());
        ObjectNode lesson = root.putObject("lesson");
        lesson.put("name", sheet.lesson().name()).put("version", sheet.lesson().version());
        sheet.lesson().steps().forEach(lesson.putArray("steps")::add);
        ArrayNode answers = root.putArray("answers");
        sheet.answers()
                .forEach((step, given) -> write(given, answers.addObject().put("step", step)));
        ArrayNode runs = root.putArray("runs");
        sheet.runs().forEach(run -> RunJson.write(run, runs.addObject()));
        return root;
    }

    private static void write(StepAnswers given, ObjectNode node) {
        given.before().ifPresent(tally -> tally.hands().forEach(node.putArray("before")::add));
        given.after().ifPresent(tally -> tally.hands().forEach(node.putArray("after")::add));
        node.put("reason", given.reason());
        ArrayNode observed = node.putArray("observed");
        given.observed()
                .forEach(seen -> seen.ifPresentOrElse(
                        it -> observed.addObject()
                                .put("answer", it.answer())
                                .put("truth", it.truth())
                                .put("agrees", it.agrees()),
                        observed::addNull));
        ArrayNode cards = node.putArray("cards");
        given.known().forEach(known -> known.ifPresentOrElse(cards::add, cards::addNull));
    }

    static AnswerSheet read(JsonValue root) {
        root.checkFormat(FORMAT_NAME, "file.answers.foreign");
        root.members(NAMES);
        AnswerSheet.OfLesson lesson = lesson(root.member("lesson"));
        return new AnswerSheet(
                new AnswerSheet.From(
                        matching(root.member("id"), ID),
                        line(root.member("student"), LessonProgress.LONGEST_NAME),
                        line(root.member("program"), LONGEST_NAME)),
                lesson,
                answers(root.member("answers"), lesson.steps()),
                elements(root.member("runs"), AnswerSheet.MOST_RUNS).stream()
                        .map(run -> RunJson.read(run, lesson.steps()))
                        .toList());
    }

    private static AnswerSheet.OfLesson lesson(JsonValue value) {
        value.members(LESSON_NAMES);
        List<String> steps = elements(value.member("steps"), MOST_STEPS).stream()
                .map(step -> matching(step, STEP_ID))
                .toList();
        return new AnswerSheet.OfLesson(
                line(value.member("name"), LONGEST_NAME), line(value.member("version"), LONGEST_NAME), steps);
    }

    private static Map<String, StepAnswers> answers(JsonValue list, List<String> steps) {
        Map<String, StepAnswers> answers = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (JsonValue value : elements(list, MOST_STEPS)) {
            Map<String, JsonValue> members = value.members(STEP_NAMES);
            String step = step(value.member("step"), steps);
            if (!seen.add(step)) {
                throw value.place().problem("file.answers.stepTwice", step);
            }
            answers.put(step, given(members));
        }
        return answers;
    }

    /** A step of the lesson. */
    static String step(JsonValue value, List<String> steps) {
        if (!steps.contains(value.text())) {
            throw value.place().problem("file.answers.noStep");
        }
        return value.text();
    }

    private static StepAnswers given(Map<String, JsonValue> members) {
        Optional<Tally> before = Optional.ofNullable(members.get("before")).map(list -> tally(list, true));
        Optional<Tally> after = Optional.ofNullable(members.get("after")).map(list -> tally(list, false));
        JsonValue reason = members.get("reason");
        return new StepAnswers(
                before,
                after,
                reason == null ? "" : line(reason, StepAnswers.LONGEST_REASON),
                optional(members.get("observed"), Reflection.MOST_OBSERVATIONS).stream()
                        .map(seen -> seen.map(AnswersJson::observed))
                        .toList(),
                optional(members.get("cards"), Reflection.MOST_CARDS).stream()
                        .map(known -> known.map(JsonValue::truth))
                        .toList());
    }

    private static Tally tally(JsonValue list, boolean isCommitted) {
        List<JsonValue> hands = elements(list, ClassQuestion.MAX_CHOICES);
        return new Tally(
                hands.stream().map(number -> number.wholeNumber(0, Tally.MOST)).toList(), isCommitted);
    }

    private static Observed observed(JsonValue value) {
        value.members(OBSERVED_NAMES);
        return new Observed(
                finite(value.member("answer")),
                finite(value.member("truth")),
                value.member("agrees").truth());
    }

    /** A number that is not beyond all numbers. */
    static double finite(JsonValue value) {
        double number = value.number();
        if (!Double.isFinite(number)) {
            throw value.place().problem("file.answers.number");
        }
        return number;
    }

    private static List<Optional<JsonValue>> optional(@Nullable JsonValue list, int most) {
        List<Optional<JsonValue>> values = new ArrayList<>();
        if (list != null) {
            elements(list, most)
                    .forEach(value -> values.add(
                            value.kind() == JsonValue.JsonKind.NULL ? Optional.empty() : Optional.of(value)));
        }
        return values;
    }

    private static List<JsonValue> elements(JsonValue list, int most) {
        List<JsonValue> elements = list.elements();
        if (elements.size() > most) {
            throw list.place().problem("file.answers.tooMany", most);
        }
        return elements;
    }

    /** A text of one line: what cannot be seen, or turns the direction of reading, becomes a space. */
    private static String line(JsonValue value, int longest) {
        String text = UNSEEN.matcher(value.text()).replaceAll(" ").strip();
        if (text.length() > longest) {
            throw value.place().problem("file.answers.tooLong", longest);
        }
        return text;
    }

    private static String matching(JsonValue value, Pattern pattern) {
        if (!pattern.matcher(value.text()).matches()) {
            throw value.place().problem("file.answers.id");
        }
        return value.text();
    }

    /**
     * A run in a file of answers, so that it can be made again:
     *
     * <pre>
     *   {
     *     "step": "choose",
     *     "experiment": {"engine": "kernel", "task": {...}, "hyperparameters": {..., "seed": 7}},
     *     "epoch": 500,
     *     "verdict": "remembers",
     *     "right": 8,
     *     "steps": 8,
     *     "bits": 0.93,
     *     "loss": 0.035
     *   }
     * </pre>
     */
    static final class RunJson {

        private static final List<String> NAMES =
                List.of("step", "experiment", "epoch", "verdict", "right", "steps", "bits", "loss");
        private static final Words<Verdict> VERDICTS = Words.of(Verdict.class);
        private static final int MOST_STEPS = 1_000_000;

        private RunJson() {}

        static void write(Tried run, ObjectNode node) {
            node.put("step", run.step());
            ExperimentFile.write(run.experiment(), node.putObject("experiment"));
            node.put("epoch", run.epoch())
                    .put("verdict", VERDICTS.word(run.result().verdict()))
                    .put("right", run.result().right())
                    .put("steps", run.result().steps())
                    .put("bits", run.result().bits())
                    .put("loss", run.result().loss());
        }

        static Tried read(JsonValue value, List<String> steps) {
            value.members(NAMES);
            Experiment experiment = ExperimentFile.readWithin(value.member("experiment"));
            int all = value.member("steps").wholeNumber(0, MOST_STEPS);
            return new Tried(
                    AnswersJson.step(value.member("step"), steps),
                    experiment,
                    value.member("epoch")
                            .wholeNumber(0, experiment.hyperparameters().epochs()),
                    new Tried.Result(
                            value.member("verdict").word(VERDICTS),
                            value.member("right").wholeNumber(0, all),
                            all,
                            AnswersJson.finite(value.member("bits")),
                            AnswersJson.finite(value.member("loss"))));
        }
    }
}
