package lab.carousel.file.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.file.answers.ClassPicture;
import lab.carousel.file.json.JsonText;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.live.AskedNow;
import lab.carousel.lesson.live.PhoneScreen;
import lab.carousel.model.Experiment;

/**
 * What the phones of a class get: a page without a recorded run and without the lesson, and what they are told of the lesson
 * while it is taught, as JSON:
 *
 * <pre>
 *   number, led, step, round, revealed, seen, paused   see {@link PhoneScreen}
 *   lesson    name, version, program, ids [of all steps]; steps and texts [those that are open, see {@link PageStep}, without
 *             what is right and explained where that is not told yet]; null without a lesson
 *   asked     {id, kind, text, choices, round, revealed, right; least, most [of a number]}, or null
 *   given     an experiment, see {@link PageForm#written}, or null
 *   reasons   those that the teacher has chosen, once the outcome is told to all
 *   pictures  {title, words, svg}: what came in, once the outcome is told to all
 *   late      ids of the steps that this phone answered too late
 * </pre>
 *
 * <p>A phone that is not in the class is told {@code number} and {@code door} alone: {@code new} with its first id, {@code waiting},
 * or {@code dropped}.
 */
public final class PageClass {

    private PageClass() {}

    /** The page, in UTF-8; it connects to where it comes from and to nowhere else. */
    public static byte[] page(Experiment shown, Colours colours) {
        return Page.of(Page.PageData.ofClass(shown), colours, "; connect-src 'self'");
    }

    /**
     * What a phone is told.
     *
     * @param open number of steps that are open to it
     * @param isTold whether the outcome of a step, counted from 1, is told to it
     * @param pictures of what came in, if it may see them
     */
    public static String told(
            PhoneScreen moment, Optional<Lesson> lesson, int open, IntPredicate isTold, List<ClassPicture> pictures) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("number", moment.number())
                .put("led", moment.isLed())
                .put("step", moment.step())
                .put("round", moment.round())
                .put("revealed", moment.isRevealed())
                .put("seen", moment.isSeen())
                .put("paused", moment.isPaused());
        json.set("lesson", lesson.map(taught -> lesson(taught, open, isTold)).orElse(null));
        json.putPOJO("asked", moment.asked().map(PageClass::asked).orElse(null));
        json.putPOJO("given", moment.given().map(PageForm::written).orElse(null));
        json.putPOJO("reasons", moment.isLed() && moment.isRevealed() ? moment.reasons() : List.of());
        json.putPOJO("pictures", pictures.stream().map(PageClass::picture).toList());
        return JsonText.line(json.putPOJO("late", List.of()));
    }

    private static Map<String, String> picture(ClassPicture picture) {
        return Map.of("title", picture.title(), "words", picture.words(), "svg", picture.svg(Palette.LIGHT));
    }

    /** What a phone is told that is not in the class. */
    public static String atDoor(int number, String door) {
        return JsonText.line(
                JsonNodeFactory.instance.objectNode().put("number", number).put("door", door));
    }

    private static ObjectNode lesson(Lesson lesson, int open, IntPredicate isTold) {
        ObjectNode json = new PageLesson(lesson).json(open, isTold);
        return json.putPOJO("ids", lesson.steps().stream().map(LessonStep::id).toList());
    }

    private static ObjectNode asked(AskedNow asked) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", asked.id())
                .put("kind", asked.kind().name())
                .put("text", asked.text())
                .put("round", asked.round())
                .put("revealed", asked.isRevealed())
                .put("least", asked.range().least())
                .put("most", asked.range().most())
                .putPOJO("choices", asked.choices());
        if (asked.isRevealed() && asked.right().isPresent()) {
            json.put("right", asked.right().getAsInt());
        }
        return json;
    }
}
