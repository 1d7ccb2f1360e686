package lab.carousel.file.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import lab.carousel.file.json.JsonText;
import lab.carousel.file.json.JsonValue;
import lab.carousel.lesson.ClassQuestion;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.Observation;
import lab.carousel.lesson.ReaderQuestion;
import lab.carousel.lesson.RecallCard;
import lab.carousel.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * Reads the words of a {@code lesson.json} in another language: a {@code lesson.de.json} beside it, in its shape, with
 * nothing but texts. What is left out there stays as it was written:
 *
 * <pre>
 *   {
 *     "title": "War das Gedächtnis?",
 *     "summary": "Wann ist eine richtige Antwort Gedächtnis, und wann Glück?",
 *     "answers": ["Was sagt der Loss?", {"question": "Wozu zurücksetzen?", "answer": "Damit …"}],
 *     "steps": [
 *       {"title": "Der Boden", "question": {"text": "Wie tief?", "choices": ["0", "0.07"], "explanation": "0.0694"}}
 *     ]
 *   }
 * </pre>
 */
final class LessonTranslation {

    private static final String ANSWERS = "answers";
    private static final List<String> NAMES = List.of("$schema", "title", "summary", ANSWERS, "steps");
    private static final List<String> ANSWER_NAMES = List.of("question", "answer");
    private static final List<String> STEP_NAMES = List.of("title", "question", "observe", "recall");
    private static final List<String> OBSERVATION_NAMES = List.of("text", "choices");
    private static final List<String> CARD_NAMES = List.of("ask", "answer");
    private static final List<String> QUESTION_NAMES = List.of("text", "choices", "explanation");

    private final Map<String, JsonValue> root;

    /**
     * Reads a translation; empty if there is no file.
     *
     * @throws lab.carousel.text.InvalidInput if the file is damaged
     */
    LessonTranslation(LessonFiles files, Language language) {
        String name = LessonFiles.in(language, LessonFiles.STEPS);
        root = LessonFile.text(files, name)
                .map(text -> JsonText.parse(files.path(name), text).members(NAMES))
                .orElse(Map.of());
    }

    /**
     * Translated texts of a step.
     *
     * @param ofPage its text in a page
     */
    record Texts(Optional<String> text, Optional<String> ofPage) {}

    /**
     * Translates a lesson.
     *
     * @param texts of its steps, where there are translations
     * @throws lab.carousel.text.InvalidInput if the translation does not fit this lesson
     */
    Lesson of(Lesson original, List<Texts> texts) {
        return new Lesson(
                original.name(),
                words(root, "title", original.title()),
                original.minutes(),
                words(root, "summary", original.summary()),
                answers(original.answers()),
                steps(original.steps(), texts),
                original.pictures(),
                Map.of());
    }

    /** Each a question alone, or with its answer; the step is that of the original. */
    private List<ReaderQuestion> answers(List<ReaderQuestion> originals) {
        if (!root.containsKey(ANSWERS)) {
            return originals;
        }
        List<JsonValue> written = elements(root.get(ANSWERS), originals.size());
        List<ReaderQuestion> answers = new ArrayList<>();
        for (int index = 0; index < written.size(); index++) {
            JsonValue value = written.get(index);
            ReaderQuestion original = originals.get(index);
            boolean isAlone = value.kind() != JsonValue.JsonKind.OBJECT;
            Map<String, JsonValue> members = isAlone ? Map.of() : value.members(ANSWER_NAMES);
            answers.add(new ReaderQuestion(
                    isAlone ? LessonCodec.WORDS.read(value) : words(members, "question", original.question()),
                    words(members, "answer", original.inShort()),
                    original.step(),
                    original.manual()));
        }
        return answers;
    }

    private List<LessonStep> steps(List<LessonStep> originals, List<Texts> texts) {
        JsonValue list = root.get("steps");
        List<JsonValue> written = list == null ? List.of() : elements(list, originals.size());
        List<LessonStep> steps = new ArrayList<>();
        for (int step = 0; step < originals.size(); step++) {
            LessonStep original = originals.get(step);
            Map<String, JsonValue> members =
                    written.isEmpty() ? Map.of() : written.get(step).members(STEP_NAMES);
            steps.add(original.with(
                    words(members, "title", original.title()),
                    texts.get(step).text().orElse(original.text()),
                    texts.get(step).text().isPresent() ? texts.get(step).ofPage() : original.pageText(),
                    question(original.question(), members.get("question")),
                    original.after()
                            .with(
                                    observations(original.after().observations(), members.get("observe")),
                                    cards(original.after().cards(), members.get("recall")))));
        }
        return steps;
    }

    private static List<Observation> observations(List<Observation> originals, @Nullable JsonValue list) {
        return each(
                originals,
                list,
                OBSERVATION_NAMES,
                (original, members) -> original.with(
                        words(members, "text", original.text()), words(members, "choices", original.choices())));
    }

    private static List<RecallCard> cards(List<RecallCard> originals, @Nullable JsonValue list) {
        return each(
                originals,
                list,
                CARD_NAMES,
                (original, members) -> new RecallCard(
                        words(members, "ask", original.front()), words(members, "answer", original.back())));
    }

    /** Translates each original by the element in its place; unchanged if there is no list. */
    private static <T> List<T> each(
            List<T> originals,
            @Nullable JsonValue list,
            List<String> names,
            BiFunction<T, Map<String, JsonValue>, T> translated) {
        if (list == null) {
            return originals;
        }
        List<JsonValue> written = elements(list, originals.size());
        return IntStream.range(0, written.size())
                .mapToObj(number -> translated.apply(
                        originals.get(number), written.get(number).members(names)))
                .toList();
    }

    private static Optional<ClassQuestion> question(Optional<ClassQuestion> original, @Nullable JsonValue value) {
        if (value == null) {
            return original;
        }
        Map<String, JsonValue> members = value.members(QUESTION_NAMES);
        ClassQuestion asked = original.orElseThrow(() -> value.place().problem("file.lesson.translation.nothing"));
        JsonValue explanation = members.get("explanation");
        if (explanation != null && asked.explanation().isEmpty()) {
            throw explanation.place().problem("file.lesson.translation.nothing");
        }
        return Optional.of(asked.with(
                words(members, "text", asked.text()),
                words(members, "choices", asked.choices()),
                words(members, "explanation", asked.explanation())));
    }

    private static String words(Map<String, JsonValue> members, String name, String original) {
        return members.containsKey(name) ? LessonCodec.WORDS.read(members.get(name)) : original;
    }

    private static List<String> words(Map<String, JsonValue> members, String name, List<String> originals) {
        return members.containsKey(name)
                ? elements(members.get(name), originals.size()).stream()
                        .map(LessonCodec.WORDS::read)
                        .toList()
                : originals;
    }

    /** Exactly as many elements as in the original. */
    private static List<JsonValue> elements(JsonValue list, int number) {
        List<JsonValue> elements = list.elements();
        if (elements.size() != number) {
            throw list.place().problem("file.lesson.translation.number", number, elements.size());
        }
        return elements;
    }
}
