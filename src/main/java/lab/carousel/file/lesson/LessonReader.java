package lab.carousel.file.lesson;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lab.carousel.file.json.JsonValue;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.Spots;
import lab.carousel.model.Experiment;
import lab.carousel.text.Language;

/** Puts a lesson together: what is written in its {@code lesson.json} ({@link LessonCodec}), its files and translations. */
final class LessonReader {

    private final LessonFiles files;
    private final LessonTexts texts;
    private final Spots spots;

    LessonReader(LessonFiles files, Spots spots) {
        this.files = files;
        this.texts = new LessonTexts(files);
        this.spots = spots;
    }

    /** The lesson that a JSON value describes. */
    Lesson read(String name, JsonValue root) {
        LessonCodec.Written written = new LessonCodec(texts, spots).lesson().read(root);
        List<LessonStep> steps = steps(written.steps(), root.member("steps").elements());
        if (root.members().containsKey("answers")) {
            for (JsonValue answer : root.member("answers").elements()) {
                if (answer.kind() == JsonValue.JsonKind.OBJECT
                        && answer.members().containsKey("step")) {
                    answer.member("step").wholeNumber(1, steps.size());
                }
            }
        }
        Map<Language, List<LessonTranslation.Texts>> translated = new LinkedHashMap<>();
        for (Language language : Language.all()) {
            if (language != Language.ENGLISH) {
                translated.put(
                        language,
                        written.steps().stream()
                                .map(step -> texts.in(language, step.text().name()))
                                .toList());
            }
        }
        Lesson original = new Lesson(
                name,
                written.title(),
                written.minutes(),
                written.summary(),
                written.answers(),
                steps,
                texts.pictures(),
                Map.of());
        Map<Language, Lesson> translations = new LinkedHashMap<>();
        translated.forEach((language, words) ->
                translations.put(language, new LessonTranslation(files, language).of(original, words)));
        return original.with(translations);
    }

    /** Each step is checked with the experiment that it would find if nothing but the lesson changed it. */
    private static List<LessonStep> steps(List<LessonCodec.WrittenStep> written, List<JsonValue> values) {
        List<LessonStep> steps = new ArrayList<>();
        Experiment experiment = Experiment.reference();
        Set<String> ids = new HashSet<>();
        Set<Experiment> shown = new HashSet<>();
        for (int index = 0; index < written.size(); index++) {
            JsonValue value = values.get(index);
            LessonStep step = written.get(index).numbered(index + 1);
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
}
