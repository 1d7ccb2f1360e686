package lab.carousel.file.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.lesson.ClassQuestion;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.Need;
import lab.carousel.lesson.Observation;
import lab.carousel.lesson.Reading;
import lab.carousel.lesson.RecallCard;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.model.Experiment;
import lab.carousel.text.Language;
import lab.carousel.text.Words;

/**
 * A lesson as the scripts of the page take it:
 *
 * <pre>
 *   name, version, program   as answers have them
 *   written                  the experiment of the page as files have it
 *   steps    id, choices (how many; 0 without a question), right (from 0, or null), hides, asksReason, isTransfer, listsTries,
 *            needsRun, experiment and written (null if the page cannot train it), observe [{reads, within, right}],
 *            cards (a null for each)
 *   texts    for each language the steps: title, text, question {text, choices, explanation}, observe [{text, choices}],
 *            cards [{front, back}]
 * </pre>
 */
final class PageLesson {

    private static final Words<Reading> READINGS = Words.of(Reading.class);

    private PageLesson() {}

    static ObjectNode json(Lesson lesson, Experiment own) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", AnswerSheet.shortName(lesson.name()))
                .put("version", lesson.version())
                .put("program", AnswersFile.program());
        ExperimentFile.write(own, json.putObject("written"));
        ArrayNode steps = json.putArray("steps");
        Experiment experiment = Experiment.reference();
        for (LessonStep step : lesson.steps()) {
            Experiment before = experiment;
            experiment = step.setUp().map(change -> change.apply(before)).orElse(before);
            steps.add(step(step, experiment));
        }
        ObjectNode texts = json.putObject("texts");
        for (Language language : Language.values()) {
            Lesson spoken = lesson.translations().getOrDefault(language, lesson);
            ArrayNode spokenSteps = texts.putObject(language.code()).putArray("steps");
            language.meanwhile(() -> {
                spoken.steps().forEach(step -> spokenSteps.add(texts(step)));
                return spokenSteps;
            });
        }
        return json;
    }

    private static ObjectNode step(LessonStep step, Experiment experiment) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Optional<ClassQuestion> question = step.question();
        json.put("id", step.id())
                .put("choices", question.map(asked -> asked.choices().size()).orElse(0))
                .put("hides", question.filter(asked -> !asked.hides().isEmpty()).isPresent())
                .put("asksReason", question.filter(ClassQuestion::asksReason).isPresent())
                .put("isTransfer", step.after().isTransfer())
                .put("listsTries", step.after().listsTries())
                .put("needsRun", step.needs().stream().anyMatch(PageLesson::isOfRun));
        putRight(
                json,
                question.stream()
                        .mapToInt(asked -> asked.right().orElse(-1))
                        .findFirst()
                        .orElse(-1));
        PageExperiment trained = new PageExperiment(experiment);
        if (trained.isTrained()) {
            json.set("experiment", trained.json());
            ExperimentFile.write(experiment, json.putObject("written"));
        } else {
            json.putNull("experiment").putNull("written");
        }
        ArrayNode observe = json.putArray("observe");
        step.after().observations().forEach(observation -> observe.add(observation(observation)));
        ArrayNode cards = json.putArray("cards");
        step.after().cards().forEach(card -> cards.addNull());
        return json;
    }

    private static boolean isOfRun(Need need) {
        return need instanceof Need.RunFinished || need instanceof Need.Reached || need instanceof Need.VerdictGiven;
    }

    private static void putRight(ObjectNode json, int right) {
        if (right < 0) {
            json.putNull("right");
        } else {
            json.put("right", right);
        }
    }

    private static ObjectNode observation(Observation observation) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (observation instanceof Observation.Read read) {
            return json.put("reads", READINGS.word(read.of())).put("within", read.within());
        }
        if (observation instanceof Observation.Chosen chosen) {
            putRight(json.putNull("reads"), chosen.right().orElse(-1));
            return json;
        }
        return json.put("reads", "verdict").put("within", 0);
    }

    private static ObjectNode texts(LessonStep step) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("title", step.title()).put("text", step.text());
        step.question().ifPresent(question -> {
            ObjectNode asked = json.putObject("question");
            asked.put("text", question.text()).put("explanation", question.explanation());
            add(asked.putArray("choices"), question.choices());
        });
        ArrayNode observe = json.putArray("observe");
        step.after().observations().forEach(observation -> {
            ObjectNode asked = observe.addObject().put("text", observation.text());
            add(asked.putArray("choices"), observation.choices());
        });
        ArrayNode cards = json.putArray("cards");
        for (RecallCard card : step.after().cards()) {
            cards.addObject().put("front", card.front()).put("back", card.back());
        }
        return json;
    }

    private static void add(ArrayNode list, List<String> texts) {
        texts.forEach(list::add);
    }
}
