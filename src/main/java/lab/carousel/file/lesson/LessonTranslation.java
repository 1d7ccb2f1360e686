package lab.carousel.file.lesson;

import static lab.carousel.file.json.Codec.field;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import lab.carousel.file.json.Codec;
import lab.carousel.file.json.CodecField;
import lab.carousel.file.json.JsonKind;
import lab.carousel.file.json.JsonText;
import lab.carousel.file.json.JsonValue;
import lab.carousel.lesson.ClassQuestion;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.Observation;
import lab.carousel.lesson.ReaderQuestion;
import lab.carousel.lesson.RecallCard;
import lab.carousel.lesson.Reflection;
import lab.carousel.text.Language;

/**
 * Translation of a {@code lesson.json}: a {@code lesson.de.json} beside it, with the same structure but only texts.
 * Missing texts stay untranslated:
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

    private static final String NOTHING = "file.lesson.translation.nothing";

    private LessonTranslation() {}

    private record LessonWords(
            Optional<String> schema,
            String title,
            String summary,
            String aim,
            List<ReaderQuestion> answers,
            List<LessonStep> steps) {}

    private record StepWords(
            String title, Optional<ClassQuestion> question, List<Observation> observe, List<RecallCard> recall) {}

    private record QuestionWords(String text, List<String> choices, String explanation) {}

    private record ObservationWords(String text, List<String> choices) {}

    private record AnswerWords(String question, String answer) {}

    /**
     * Translates a lesson, with the translations of its steps' texts.
     *
     * @throws lab.carousel.text.InvalidInput if the file is damaged or does not fit this lesson
     */
    static Lesson of(LessonFiles files, Language language, Lesson original, List<TranslatedTexts> texts) {
        List<LessonStep> steps = IntStream.range(0, texts.size())
                .mapToObj(step -> with(original.steps().get(step), texts.get(step)))
                .toList();
        String name = LessonFiles.in(language, LessonFiles.STEPS);
        LessonWords words = files.text(name)
                .map(text -> lesson(original, steps).read(JsonText.parse(files.path(name), text)))
                .orElseGet(() -> new LessonWords(
                        Optional.empty(),
                        original.title(),
                        original.summary(),
                        original.aim(),
                        original.answers(),
                        steps));
        return new Lesson(
                original.name(),
                words.title,
                original.minutes(),
                words.summary,
                words.aim,
                words.answers,
                words.steps,
                original.pictures(),
                Map.of());
    }

    private static LessonStep with(LessonStep original, TranslatedTexts texts) {
        return texts.text()
                .map(text -> original.with(
                        original.words().with(text, texts.ofPage()), original.question(), original.after()))
                .orElse(original);
    }

    private static Codec<LessonWords> lesson(Lesson original, List<LessonStep> steps) {
        return Codec.of(
                LessonWords.class,
                field("$schema", Codec.TEXT).optional().of("schema"),
                words("title", original.title()),
                words("summary", original.summary()),
                words("aim", original.aim()),
                each("answers", original.answers(), LessonTranslation::answer),
                each("steps", steps, LessonTranslation::step));
    }

    /** A question alone, or with its answer; where it is answered stands in the original. */
    private static Codec<ReaderQuestion> answer(ReaderQuestion original) {
        Codec<AnswerWords> alone = LessonCodec.WORDS.as(question -> new AnswerWords(question, original.inShort()));
        Codec<AnswerWords> whole = Codec.of(
                AnswerWords.class, words("question", original.question()), words("answer", original.inShort()));
        return Codec.either(List.of(alone, whole), value -> value.kind() == JsonKind.OBJECT ? whole : alone)
                .as(words -> new ReaderQuestion(words.question, words.answer, original.step(), original.manual()));
    }

    private static Codec<LessonStep> step(LessonStep original) {
        Reflection after = original.after();
        return Codec.of(
                        StepWords.class,
                        words("title", original.words().title()),
                        field("question", question(original.question())).orElse(original.question()),
                        each("observe", after.observations(), LessonTranslation::observation),
                        each("recall", after.cards(), LessonTranslation::card))
                .as(words -> original.with(
                        original.words().with(words.title), words.question, after.with(words.observe, words.recall)));
    }

    private static Codec<Observation> observation(Observation original) {
        return Codec.of(ObservationWords.class, words("text", original.text()), choices(original.choices()))
                .as(words -> original.with(words.text, words.choices));
    }

    private static Codec<RecallCard> card(RecallCard original) {
        return Codec.of(
                RecallCard.class,
                words("ask", original.front()).of("front"),
                words("answer", original.back()).of("back"));
    }

    private static Codec<Optional<ClassQuestion>> question(Optional<ClassQuestion> original) {
        return Codec.reading(value -> {
            ClassQuestion asked = original.orElseThrow(() -> value.place().problem(NOTHING));
            if (asked.explanation().isEmpty() && value.members().containsKey("explanation")) {
                throw value.member("explanation").place().problem(NOTHING);
            }
            QuestionWords words = Codec.of(
                            QuestionWords.class,
                            words("text", asked.text()),
                            choices(asked.choices()),
                            words("explanation", asked.explanation()))
                    .read(value);
            return Optional.of(asked.with(words.text, words.choices, words.explanation));
        });
    }

    private static CodecField<String> words(String name, String original) {
        return field(name, LessonCodec.WORDS).orElse(original);
    }

    private static CodecField<List<String>> choices(List<String> originals) {
        return each("choices", originals, original -> LessonCodec.WORDS);
    }

    /** As many elements as there are in the original, so that each stands for one there. */
    private static <T> CodecField<List<T>> each(String name, List<T> originals, Function<T, Codec<T>> codec) {
        return field(name, Codec.<List<T>>reading(list -> {
                    List<JsonValue> elements = list.elements();
                    if (elements.size() != originals.size()) {
                        throw list.place().problem("file.lesson.translation.number", originals.size(), elements.size());
                    }
                    return IntStream.range(0, elements.size())
                            .mapToObj(place -> codec.apply(originals.get(place)).read(elements.get(place)))
                            .toList();
                }))
                .orElse(originals);
    }
}
