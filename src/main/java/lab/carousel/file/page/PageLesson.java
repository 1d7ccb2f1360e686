package lab.carousel.file.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.model.Experiment;
import lab.carousel.text.Language;

/**
 * A lesson as the scripts of the page take it:
 *
 * <pre>
 *   name, version, program   as answers have them
 *   written                  the experiment of the page as files have it
 *   steps                    see {@link PageStep}
 *   texts                    for each language the title and the steps
 * </pre>
 */
final class PageLesson {

    private final Lesson lesson;
    /** The experiment of each step. */
    private final List<Experiment> experiments = new ArrayList<>();

    PageLesson(Lesson lesson) {
        this.lesson = lesson;
        Experiment experiment = Experiment.reference();
        for (LessonStep step : lesson.steps()) {
            Experiment before = experiment;
            experiment = step.setUp().map(change -> change.apply(before)).orElse(before);
            experiments.add(experiment);
        }
    }

    /** First experiment of the lesson that the page can train. */
    Experiment trained() {
        return experiments.stream()
                .filter(experiment -> new PageExperiment(experiment).isTrained())
                .findFirst()
                .orElseGet(Experiment::reference);
    }

    /**
     * The lesson.
     *
     * @param own experiment of the page
     */
    ObjectNode json(Experiment own) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", AnswerSheet.shortName(lesson.name()))
                .put("version", lesson.version())
                .put("program", AnswersFile.program());
        json.set("written", ExperimentFile.WITHIN.write(own));
        ArrayNode steps = json.putArray("steps");
        steps(lesson).forEach(step -> steps.add(step.json()));
        ObjectNode texts = json.putObject("texts");
        for (Language language : Language.all()) {
            Lesson spoken = lesson.translations().getOrDefault(language, lesson);
            ArrayNode spokenSteps = texts.putObject(language.code())
                    .put("title", spoken.title())
                    .putArray("steps");
            language.meanwhile(() -> {
                steps(spoken).forEach(step -> spokenSteps.add(step.texts()));
                return spokenSteps;
            });
        }
        return json;
    }

    private List<PageStep> steps(Lesson spoken) {
        return IntStream.range(0, experiments.size())
                .mapToObj(at -> new PageStep(spoken.steps().get(at), experiments.get(at)))
                .toList();
    }
}
