package lab.carousel.file.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.StepAnswers;
import lab.carousel.lesson.Tally;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.model.domain.Bounds;
import lab.carousel.model.domain.Domain;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;
import lab.carousel.text.Language;

/** Bounds and words of what is typed into the page: the program's, and some of its own, for a browser is slower. */
final class PageLimits {

    /** Most epochs that can be typed; what the page begins with may have more. */
    static final int MOST_EPOCHS = 10_000;

    static final int LONGEST_ADDRESS = 4_000;
    /** Updates times weights that the page trains without being asked: about a second. */
    static final double MOST_FILLED = 2e7;

    private PageLimits() {}

    /** JSON for the scripts, see settings.js: bounds as the least and the most, and for each field what its setting allows. */
    static ObjectNode json() {
        Map<String, Field> fields = new LinkedHashMap<>();
        PageExperiment.FIELDS.forEach((name, setting) -> fields.put(name, Field.of(setting)));
        return JsonNodeFactory.instance
                .objectNode()
                .putPOJO("fields", fields)
                .putPOJO("symbols", List.of(Alphabet.MIN_SYMBOLS, Alphabet.MAX_SYMBOLS))
                .put("symbolLength", Alphabet.MAX_SYMBOL_LENGTH)
                .putPOJO("unwritable", ranges(Alphabet::isUnwritable))
                .putPOJO("invisible", ranges(Alphabet::isInvisible))
                .putPOJO("sequences", List.of(1, Task.MAX_SEQUENCES))
                .putPOJO("length", List.of(Sequence.MIN_LENGTH, Sequence.MAX_LENGTH))
                .put("steps", Page.MOST_STEPS)
                .put("weights", Page.MOST_WEIGHTS)
                .put("filled", MOST_FILLED)
                .put("address", LONGEST_ADDRESS)
                .putPOJO(
                        "decimalMarks",
                        Page.inEachLanguage(() -> Language.marked(".")).values())
                .put("reason", StepAnswers.LONGEST_REASON)
                .put("student", LessonProgress.LONGEST_NAME)
                .put("runs", AnswerSheet.MOST_RUNS)
                .put("answers", AnswersFile.MOST_BYTES)
                .put("hands", Tally.MOST);
    }

    /** The code points of a kind: the first and the last of each stretch. */
    private static List<int[]> ranges(IntPredicate isOfKind) {
        List<int[]> ranges = new ArrayList<>();
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            if (isOfKind.test(point) && (point == 0 || !isOfKind.test(point - 1))) {
                ranges.add(new int[] {point, point});
            } else if (isOfKind.test(point)) {
                ranges.get(ranges.size() - 1)[1] = point;
            }
        }
        return ranges;
    }

    /** What can be typed into a field: a number between two, or a name with the word that files have for it. */
    private record Field(String name, double least, double most, Map<String, String> words) {

        static Field of(Setting<?> setting) {
            Map<String, String> words = new LinkedHashMap<>();
            if (setting.domain() instanceof Domain.Choice<?> choice) {
                List<String> known = choice.wordList();
                choice.options().forEach(option -> words.put(option.toString(), known.get(words.size())));
            }
            Optional<Bounds> bounds = setting.domain().numbers().map(Domain.Number::bounds);
            double most = bounds.map(Bounds::most).orElse(0.0);
            return new Field(
                    setting.name(),
                    bounds.map(Bounds::least).orElse(0.0),
                    setting == Settings.EPOCHS ? MOST_EPOCHS : most,
                    words);
        }
    }
}
