package lab.carousel.file.lesson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lab.carousel.file.json.JsonValue;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.ReaderQuestion;
import lab.carousel.lesson.Spots;
import lab.carousel.model.Experiment;
import lab.carousel.text.Language;

/**
 * Reads version 1 of the lesson format, a {@code lesson.json} beside the files that it names:
 *
 * <pre>
 *   {
 *     "format": "carousel lesson",
 *     "version": 1,
 *     "title": "Was it memory?",
 *     "minutes": 20,
 *     "summary": "When is a right answer memory, and when luck?",
 *     "answers": ["What is a seed?",
 *       {"question": "What does the loss tell?", "answer": "How far off.", "step": 1, "manual": "window.md#loss"}],
 *     "steps": [
 *       {
 *         "id": "floor",
 *         "title": "The floor",
 *         "text": "floor.md",
 *         "experiment": {"preset": "tutorial"},
 *         "set": {"seed": 4},
 *         "editors": ["seed"],
 *         "show": "predictions",
 *         "point": ["loss"],
 *         "lock": ["presets"],
 *         "needs": [{"run": "finished"}],
 *         "question": {"text": "How low?", "choices": ["0", "0.07"], "right": 2, "hides": ["loss"], "reason": true},
 *         "observe": [{"text": "Which loss do you read?", "reads": "loss", "within": 0.001}]
 *       }
 *     ]
 *   }
 * </pre>
 *
 * <p>What a step has is read by {@link LessonStepReader} and {@link ReflectionReader}, and its texts in other languages by {@link LessonTranslation}.
 */
final class LessonReader {

    private static final String FORMAT_NAME = "carousel lesson";
    private static final int MAX_MINUTES = 600;
    private static final int MAX_STEPS = 100;
    private static final List<String> NAMES =
            List.of("$schema", "format", "version", "title", "minutes", "summary", "answers", "steps");
    private static final List<String> ANSWER_NAMES = List.of("question", "answer", "step", "manual");

    private final LessonFiles files;
    private final Spots spots;
    private final Map<String, byte[]> pictures = new HashMap<>();

    LessonReader(LessonFiles files, Spots spots) {
        this.files = files;
        this.spots = spots;
    }

    /** The lesson that a JSON value describes. */
    Lesson read(String name, JsonValue root) {
        root.checkFormat(FORMAT_NAME, "file.format.noLesson");
        Map<String, JsonValue> members = root.members(NAMES);
        LessonStepReader reader = new LessonStepReader(files, spots, pictures);
        List<LessonStep> steps = steps(reader, root.member("steps"));
        Map<Language, List<LessonTranslation.Texts>> texts = texts(reader, root.member("steps"));
        List<ReaderQuestion> answers = new ArrayList<>();
        if (members.containsKey("answers")) {
            members.get("answers").elements().forEach(answer -> answers.add(answer(answer, steps.size())));
        }
        Lesson original = new Lesson(
                name,
                words(root.member("title")),
                wholeNumber(root.member("minutes"), 1, MAX_MINUTES),
                words(root.member("summary")),
                answers,
                steps,
                pictures,
                Map.of());
        Map<Language, Lesson> translations = new LinkedHashMap<>();
        texts.forEach((language, translated) ->
                translations.put(language, new LessonTranslation(files, language).of(original, translated)));
        return original.with(translations);
    }

    /** The texts of the steps in each language in which they are not written. */
    private static Map<Language, List<LessonTranslation.Texts>> texts(LessonStepReader reader, JsonValue steps) {
        Map<Language, List<LessonTranslation.Texts>> texts = new LinkedHashMap<>();
        for (Language language : Language.all()) {
            if (language != Language.ENGLISH) {
                texts.put(
                        language,
                        steps.elements().stream()
                                .map(step -> reader.texts(step, language))
                                .toList());
            }
        }
        return texts;
    }

    /** A question alone, or with its answer and where that is given. */
    private static ReaderQuestion answer(JsonValue value, int steps) {
        if (value.kind() != JsonValue.JsonKind.OBJECT) {
            return new ReaderQuestion(words(value), "", 1, "");
        }
        Map<String, JsonValue> members = value.members(ANSWER_NAMES);
        return new ReaderQuestion(
                words(value.member("question")),
                members.containsKey("answer") ? words(members.get("answer")) : "",
                members.containsKey("step") ? wholeNumber(members.get("step"), 1, steps) : 1,
                members.containsKey("manual") ? words(members.get("manual")) : "");
    }

    /** Each step is checked with the experiment that it would find if nothing but the lesson changed it. */
    private static List<LessonStep> steps(LessonStepReader reader, JsonValue list) {
        List<JsonValue> written = list.elements();
        if (written.isEmpty() || written.size() > MAX_STEPS) {
            throw list.place().problem("file.lesson.steps", MAX_STEPS);
        }
        List<LessonStep> steps = new ArrayList<>();
        Experiment experiment = Experiment.reference();
        Set<String> ids = new HashSet<>();
        Set<Experiment> shown = new HashSet<>();
        for (JsonValue value : written) {
            LessonStep step = reader.read(value, steps.size() + 1);
            if (!ids.add(step.id())) {
                throw value.place().problem("file.lesson.idTwice", step.id());
            }
            if (step.setUp().isPresent()) {
                Experiment before = experiment;
                experiment = value.place().check(() -> step.setUp().get().apply(before));
            }
            if (step.after().isTransfer() && shown.contains(experiment)) {
                throw value.place().problem("file.lesson.transfer");
            }
            shown.add(experiment);
            steps.add(step);
        }
        return steps;
    }

    /** A text that says something. */
    static String words(JsonValue value) {
        String text = value.text();
        if (text.isBlank()) {
            throw value.place().problem("file.lesson.blank");
        }
        return text;
    }

    /** A whole number within bounds. */
    static int wholeNumber(JsonValue value, int least, int most) {
        int number = value.wholeNumber();
        if (number < least || number > most) {
            throw value.place().problem("file.lesson.range", least, most);
        }
        return number;
    }
}
