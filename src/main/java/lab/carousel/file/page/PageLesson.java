package lab.carousel.file.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.lesson.ClassQuestion;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.LessonTargets;
import lab.carousel.lesson.Need;
import lab.carousel.lesson.Observation;
import lab.carousel.lesson.Reading;
import lab.carousel.lesson.Reflection;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.text.Message;
import lab.carousel.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * JSON of a lesson for the scripts of the page:
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

    ObjectNode json(Experiment own) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("name", AnswerSheet.shortName(lesson.name()))
                .put("version", lesson.version())
                .put("program", AnswersFile.program());
        json.set("written", ExperimentFile.WITHIN.write(own));
        return json.putPOJO("steps", steps(lesson).map(PageStep::json).toList())
                .putPOJO("texts", Page.inEachLanguage(() -> texts(lesson.spoken())));
    }

    private ObjectNode texts(Lesson spoken) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("title", spoken.title())
                .putPOJO("steps", steps(spoken).map(PageStep::texts).toList());
    }

    private Stream<PageStep> steps(Lesson spoken) {
        return IntStream.range(0, experiments.size())
                .mapToObj(at -> new PageStep(spoken.steps().get(at), experiments.get(at)));
    }

    /**
     * A step of a lesson as the scripts of the page take it:
     *
     * <pre>
     *   step     id, choices (how many; 0 without a question), right (from 0, or null), hides, asksReason, isTransfer, listsTries,
     *            needsRun, setsUp, experiment and written (null if the page cannot train it), observe [{reads, within, right,
     *            isHere: whether the page shows it}], cards (a null for each)
     *   texts    title, text, notHere [what the page does not have], question {text, choices, explanation},
     *            observe [{text, choices}], cards [{front, back}]
     * </pre>
     */
    record PageStep(LessonStep step, Experiment experiment, PageExperiment trained) {

        private static final Words<Reading> READINGS = Words.of(Reading.class);
        /** Places of the microscope that the page has too, under other names. */
        private static final Set<String> PLACES = Set.of("predictions", "cell", "unit", "forks");

        PageStep(LessonStep step, Experiment experiment) {
            this(step, experiment, new PageExperiment(experiment));
        }

        ObjectNode json() {
            Optional<ClassQuestion> question = step.question();
            ObjectNode json = JsonNodeFactory.instance
                    .objectNode()
                    .put("id", step.id())
                    .put(
                            "choices",
                            question.map(asked -> asked.choices().size()).orElse(0))
                    .put(
                            "hides",
                            question.filter(asked -> !asked.hides().isEmpty()).isPresent())
                    .put(
                            "asksReason",
                            question.filter(ClassQuestion::asksReason).isPresent())
                    .put("isTransfer", step.after().isTransfer())
                    .put("listsTries", step.after().listsTries())
                    .put("needsRun", step.needs().stream().anyMatch(PageStep::isOfRun))
                    .put("setsUp", step.setUp().isPresent())
                    .put("right", orNull(question.map(ClassQuestion::right).orElse(OptionalInt.empty())));
            json.set("experiment", trained.isTrained() ? trained.json() : null);
            json.set("written", trained.isTrained() ? ExperimentFile.WITHIN.write(experiment) : null);
            Reflection after = step.after();
            return json.putPOJO(
                            "observe",
                            after.observations().stream().map(this::observation).toList())
                    .putPOJO("cards", Collections.nCopies(after.cards().size(), null));
        }

        private static @Nullable Integer orNull(OptionalInt right) {
            return right.isPresent() ? right.getAsInt() : null;
        }

        /** Whether a need is about a whole run: the page cannot make a single update. */
        private static boolean isOfRun(Need need) {
            return need instanceof Need.RunFinished
                    || need instanceof Need.VerdictGiven
                    || (need instanceof Need.Reached reached && reached.count() == Need.Reached.Count.EPOCHS);
        }

        private ObjectNode observation(Observation observation) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            if (observation instanceof Observation.Read read) {
                json.put("reads", READINGS.word(read.of())).put("within", read.within());
            } else if (observation instanceof Observation.Chosen chosen) {
                json.putNull("reads").put("right", orNull(chosen.right()));
            } else {
                json.put("reads", "verdict").put("within", 0);
            }
            boolean isOfPlace = observation
                    .about()
                    .filter(spot -> spot.name().equals("microscope"))
                    .isPresent();
            return json.put(
                    "isHere",
                    trained.isTrained() && (!isOfPlace || missingPlaces().isEmpty()));
        }

        private List<String> missingPlaces() {
            return Stream.concat(
                            step.place().stream(),
                            step.needs().stream()
                                    .flatMap(need -> need instanceof Need.PlaceShown shown
                                            ? Stream.of(shown.place())
                                            : Stream.empty()))
                    .filter(place -> !PLACES.contains(place))
                    .distinct()
                    .toList();
        }

        private List<String> notHere() {
            List<String> found = new ArrayList<>();
            if (!trained.isTrained()) {
                found.add(Message.text("page.lesson.notTrained", String.join(", ", trained.obstacles())));
                return found;
            }
            missingPlaces()
                    .forEach(place -> found.add(Message.text("page.lesson.noPlace", Message.text(place + ".menu"))));
            List<String> missing = step.editors().stream()
                    .flatMap(editor -> Settings.named(editor).stream())
                    .filter(setting -> !PageExperiment.FIELDS.contains(setting))
                    .map(setting -> setting.label().text())
                    .toList();
            if (!missing.isEmpty()) {
                found.add(Message.text("page.lesson.noField", String.join(", ", missing)));
            }
            if (step.editors().contains(LessonTargets.HYPERPARAMETERS)) {
                found.add(Message.text("page.lesson.fewerFields"));
            }
            return found;
        }

        /** Texts in the current language. */
        ObjectNode texts() {
            ObjectNode json = JsonNodeFactory.instance
                    .objectNode()
                    .put("title", step.title())
                    .put("text", step.pageText().orElse(step.text()))
                    .putPOJO("notHere", notHere());
            step.question().ifPresent(question -> json.putObject("question")
                    .put("text", question.text())
                    .put("explanation", question.explanation())
                    .putPOJO("choices", question.choices()));
            return json.putPOJO(
                            "observe",
                            step.after().observations().stream()
                                    .map(asked -> new ObservationText(asked.text(), asked.choices()))
                                    .toList())
                    .putPOJO("cards", step.after().cards());
        }

        private record ObservationText(String text, List<String> choices) {}
    }
}
