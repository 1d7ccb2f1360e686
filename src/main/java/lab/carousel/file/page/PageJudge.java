package lab.carousel.file.page;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lab.carousel.drawing.mark.Point;
import lab.carousel.text.Language;
import lab.carousel.text.Message;
import lab.carousel.text.Table;
import lab.carousel.view.ForecastAnswer;
import lab.carousel.view.JudgedField;
import lab.carousel.view.JudgedRow;

/** What the page says of a forecast that was made elsewhere, in the language that is spoken: of the last question. */
public final class PageJudge {

    private Map<String, String> asked = Map.of();
    private ForecastAnswer answer = ForecastAnswer.of(Map.of());
    private final PagePicture picture = new PagePicture();

    /**
     * { headline, words, problems (by field), columns, readings: [{ value, label }], head and rows of the table, and if there is
     * something to see marks, width, height }.
     *
     * @param typed by the names of {@link JudgedField}
     */
    public Map<String, Object> told(Map<String, String> typed, double width, double height) {
        Map<String, String> now = new LinkedHashMap<>(typed);
        // Numbers in its messages have the marks of the language
        now.put("language", Language.current().code());
        if (!now.equals(asked)) {
            Map<JudgedField, String> fields = new EnumMap<>(JudgedField.class);
            Stream.of(JudgedField.values()).forEach(field -> fields.put(field, typed.getOrDefault(field.name(), "")));
            answer = ForecastAnswer.of(fields);
            asked = now;
        }
        Map<String, Object> problems = new LinkedHashMap<>();
        answer.problems().forEach((field, problem) -> problems.put(field.name(), problem.text()));
        Table<JudgedRow> table = answer.table();
        picture.forget();
        Map<String, Object> told = new LinkedHashMap<>(answer.drawing()
                .map(drawing -> picture.told(drawing, width, height, spot -> Map.of()))
                .orElse(Map.of()));
        told.put("headline", answer.headline());
        told.put("words", answer.sentences());
        told.put("recognised", answer.recognised());
        told.put("problems", problems);
        told.put("columns", answer.names());
        told.put(
                "readings",
                answer.readings().stream()
                        .map(each -> Map.of("value", each.name(), "label", Message.text("judge.reading." + each)))
                        .toList());
        told.put("head", table.names());
        told.put("rows", table.values());
        return told;
    }

    /** What stands at a place of the picture. */
    public Map<String, Object> spot(double x, double y) {
        return picture.at(x, y);
    }

    /** Where an arrow key leads in it, see {@link PagePicture#next}. */
    public Map<String, Object> next(double x, double y, int right, int down) {
        return picture.next(x < 0 ? Optional.empty() : Optional.of(new Point(x, y)), right, down);
    }
}
