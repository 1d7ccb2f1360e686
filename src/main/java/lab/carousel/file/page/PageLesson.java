package lab.carousel.file.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.StepRules;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.model.Experiment;

/**
 * JSON of a lesson for the scripts of the page:
 *
 * <pre>
 *   name, version, program   as answers have them
 *   steps                    see {@link PageStep}; isTold: whether what is right, and why, is told; observations: how many there
 *                            are, told or not
 *   texts                    for each language the title and the steps
 * </pre>
 */
final class PageLesson {

    private final Lesson lesson;
    private final List<Experiment> experiments;

    PageLesson(Lesson lesson) {
        this.lesson = lesson;
        this.experiments = lesson.experiments();
    }

    /** First experiment of the lesson that the page can train. */
    Experiment trained() {
        return experiments.stream()
                .filter(experiment -> PageLimits.obstacle(experiment).isEmpty())
                .findFirst()
                .orElseGet(Experiment::reference);
    }

    /** What its first step begins with, or, if that is too large, what is trained first. */
    Experiment first() {
        return PageLimits.obstacle(experiments.get(0)).isEmpty() ? experiments.get(0) : trained();
    }

    ObjectNode json() {
        return json(lesson.steps().size(), step -> true);
    }

    /**
     * Its first steps.
     *
     * @param open how many
     * @param isTold whether what is right, and why, is told of a step, counted from 1
     */
    ObjectNode json(int open, IntPredicate isTold) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("name", AnswerSheet.shortName(lesson.name()))
                .put("version", lesson.version())
                .put("program", AnswersFile.program());
        List<ObjectNode> steps = told(lesson, open, isTold).map(PageStep::json).toList();
        for (int at = 0; at < steps.size(); at++) {
            steps.get(at)
                    .put("isTold", isTold.test(at + 1))
                    .put(
                            "observations",
                            lesson.steps().get(at).after().observations().size());
            boolean isSame = at > 0 && experiments.get(at).equals(experiments.get(at - 1));
            if (lesson.steps().get(at).setUp().isTrained() && isSame) {
                // It goes on with the run of the step before
                steps.get(at).put("setsUp", false);
            }
        }
        return json.putPOJO("steps", steps)
                .putPOJO("pictures", pictures(open, isTold))
                .putPOJO("texts", Page.inEachLanguage(() -> texts(lesson.spoken(), open, isTold)));
    }

    /** Those of the steps that are told, in any language: the bytes by their names, as addresses that hold them. */
    private Map<String, String> pictures(int open, IntPredicate isTold) {
        Map<String, String> addresses = new TreeMap<>();
        Stream.concat(Stream.of(lesson), lesson.translations().values().stream())
                .filter(spoken -> !spoken.pictures().isEmpty())
                .forEach(spoken -> told(spoken, open, isTold)
                        .flatMap(PageStep::pictures)
                        .forEach(name -> addresses.computeIfAbsent(
                                name,
                                shown -> address(
                                        shown,
                                        Objects.requireNonNull(spoken.pictures().get(shown))))));
        return addresses;
    }

    private static String address(String name, byte[] bytes) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String kind = ending.equals("jpg") ? "jpeg" : ending;
        return "data:image/" + kind + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }

    private ObjectNode texts(Lesson spoken, int open, IntPredicate isTold) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("title", spoken.title())
                .putPOJO(
                        "steps", told(spoken, open, isTold).map(PageStep::texts).toList());
    }

    private Stream<PageStep> told(Lesson spoken, int open, IntPredicate isTold) {
        return IntStream.range(0, open).mapToObj(at -> step(spoken, at, isTold.test(at + 1)));
    }

    /** A step, counted from 0, in the language of a translation; without its outcome it hides the same. */
    PageStep step(Lesson spoken, int at, boolean isTold) {
        LessonStep step = spoken.steps().get(at);
        StepRules rules = lesson.rules(at);
        return isTold
                ? new PageStep(step, experiments.get(at), rules)
                : new PageStep(step.withoutOutcome(), experiments.get(at), rules.withoutOutcome());
    }
}
