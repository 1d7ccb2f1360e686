package lab.carousel.file.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.lesson.ClassQuestion;
import lab.carousel.lesson.Condition;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.Need;
import lab.carousel.lesson.Observation;
import lab.carousel.lesson.PlaceName;
import lab.carousel.lesson.Reading;
import lab.carousel.lesson.Reflection;
import lab.carousel.lesson.Situation;
import lab.carousel.lesson.WindowSpot;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.text.Message;
import lab.carousel.text.Words;
import lab.carousel.view.Views;
import org.jspecify.annotations.Nullable;

/**
 * A step of a lesson as the scripts of the page take it. What it asks for, and what of that the page can do, is said here alone:
 *
 * <pre>
 *   step     id, choices (how many; 0 without a question), right (from 0, or null), hides [spots, until the question is answered],
 *            asksReason, isTransfer, listsTries, needs [[conditions, see {@link Condition}]], asksToTrain, setsUp, hasOwnSeeds,
 *            places [sections of the page], experiment (null if the page cannot train it), observe [{reads, within, right, isOpinion,
 *            isHere: whether the page shows it}], cards (a null for each)
 *   texts    title, text, notHere [what the page does not have], places [names], needs [what is to be done], question {text, choices,
 *            explanation}, observe [{text, choices}], cards [{front, back}]; text and explanation as {@link PageMarkdown} has them
 * </pre>
 *
 * <p>A step that asks for something that the page cannot do asks for nothing there: it says so, and the reader goes on.
 *
 * @param step what is told of it
 * @param hides spots covered until the question is answered: those of the window, and the run
 * @param hidesPlaces places of the microscope covered until then
 */
record PageStep(LessonStep step, Experiment experiment, List<String> hides, List<PlaceName> hidesPlaces) {

    /** Spot of what starts a run, or goes through it ({@link LessonStep#holdsRun}). */
    static final String RUN = "run";

    private static final Words<Reading> READINGS = Words.of(Reading.class);
    /** Places of the microscope that the page has too; all of them are always shown. */
    private static final Set<String> PLACES = Stream.concat(
                    Stream.of("predictions", "cell"),
                    Views.all().map(view -> view.name().key()))
            .collect(Collectors.toUnmodifiableSet());
    /** What can be read of a run there: it trains whole runs, and makes no single updates. */
    private static final Set<String> OF_RUN =
            Set.of(Situation.STATE, Situation.EPOCH, Situation.VERDICT, Situation.FLOORS);

    /**
     * A step as it is told.
     *
     * @param isTold whether with its outcome; what it hides is the same
     */
    static PageStep of(LessonStep whole, boolean isTold, Experiment experiment) {
        Stream<String> run = whole.holdsRun() ? Stream.of(RUN) : Stream.empty();
        return new PageStep(
                isTold ? whole : whole.withoutOutcome(),
                experiment,
                Stream.concat(whole.hidden().stream().map(WindowSpot::name), run)
                        .toList(),
                whole.hiddenPlaces());
    }

    /** Whether the page can train its network, which is then not too large. */
    private boolean isTrained() {
        return PageLimits.obstacle(experiment).isEmpty();
    }

    /** Whether all that the step asks for can be done in the page. */
    boolean canBeDone() {
        return conditions().allMatch(this::canHold);
    }

    private boolean canHold(Condition condition) {
        String reads = condition.reads();
        if (reads.equals(Situation.PLACE)) {
            return PLACES.contains(condition.value());
        }
        if (reads.equals(Situation.QUANTITY) || reads.equals(Situation.EVALUATION)) {
            return true;
        }
        boolean isTyped = Set.of(Situation.TASK, Situation.PINNED).contains(reads)
                || Settings.named(reads).isPresent();
        return isTrained() && (isTyped || OF_RUN.contains(reads));
    }

    private Stream<Condition> conditions() {
        return step.needs().stream().flatMap(need -> need.conditions().stream());
    }

    /** What the page waits for: nothing where it cannot be done. Its places and its runs are always shown. */
    List<Need> needs() {
        return step.needs().stream()
                .filter(need -> canBeDone() && !(need instanceof Need.PlaceShown || need instanceof Need.RunPinned))
                .toList();
    }

    /** Whether to train is part of the step. */
    private boolean asksToTrain() {
        return canBeDone() && conditions().map(Condition::reads).anyMatch(OF_RUN::contains);
    }

    ObjectNode json() {
        Optional<ClassQuestion> question = step.question();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", step.id())
                .put("choices", question.map(asked -> asked.choices().size()).orElse(0))
                .putPOJO("hides", hides())
                .putPOJO("hidesPlaces", hidesPlaces.stream().map(PlaceName::key).toList())
                .put("asksReason", question.filter(ClassQuestion::asksReason).isPresent())
                .put("isTransfer", step.after().isTransfer())
                .put("listsTries", step.after().listsTries())
                .putPOJO("needs", needs().stream().map(Need::conditions).toList())
                .put("asksToTrain", asksToTrain())
                .put("setsUp", step.setUp().isPresent())
                .put("hasOwnSeeds", step.hasOwnSeeds())
                .putPOJO(
                        "places",
                        places(true).stream()
                                .map(place -> place.equals("unit") ? "cell" : place)
                                .toList())
                .put("right", orNull(question.map(ClassQuestion::right).orElse(OptionalInt.empty())));
        json.putPOJO("experiment", isTrained() ? PageForm.written(experiment) : null);
        Reflection after = step.after();
        return json.putPOJO(
                        "observe",
                        after.observations().stream().map(this::observation).toList())
                .putPOJO("cards", Collections.nCopies(after.cards().size(), null));
    }

    private static @Nullable Integer orNull(OptionalInt right) {
        return right.isPresent() ? right.getAsInt() : null;
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
        return json.put("isOpinion", observation.isOpinion())
                .put(
                        "isHere",
                        isTrained()
                                && canBeDone()
                                && (!isOfPlace || places(false).isEmpty()));
    }

    /** The places that the step is about and that the page has, or has not. */
    private List<String> places(boolean areHere) {
        return Stream.concat(
                        step.place().stream(),
                        conditions()
                                .filter(condition -> condition.reads().equals(Situation.PLACE))
                                .map(condition -> condition.value().toString()))
                .filter(place -> PLACES.contains(place) == areHere)
                .distinct()
                .toList();
    }

    /** What the page does not have; what it therefore does not ask for comes first. */
    List<String> notHere() {
        List<String> found = new ArrayList<>();
        if (!isTrained()) {
            found.add(Message.text("page.lesson.notTrained", Message.text("page.large")));
            return found;
        }
        if (!canBeDone()) {
            found.add(Message.text("page.lesson.notDone"));
        }
        places(false).forEach(place -> found.add(Message.text("page.lesson.noPlace", Message.text(place + ".menu"))));
        return found;
    }

    /** Texts in the current language. */
    ObjectNode texts() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("title", step.title())
                .putPOJO("text", PageMarkdown.of(ofPage(step.pageText().orElse(step.text()))))
                .putPOJO("notHere", notHere())
                .putPOJO(
                        "places",
                        places(true).stream()
                                .map(place -> Message.text(place + ".menu"))
                                .toList())
                .putPOJO("needs", needs().stream().map(PageStep::words).toList());
        step.question().ifPresent(question -> json.putObject("question")
                .put("text", ClassQuestion.plain(question.text()))
                .putPOJO("explanation", PageMarkdown.of(question.explanation()))
                .putPOJO("choices", question.choices()));
        return json.putPOJO(
                        "observe",
                        step.after().observations().stream()
                                .map(asked -> new ObservationText(ClassQuestion.plain(asked.text()), asked.choices()))
                                .toList())
                .putPOJO("cards", step.after().cards());
    }

    /** Texts are written for the window, whose button to train has another name. */
    private static String ofPage(String text) {
        return text.replaceAll(
                "\\*\\*(Play|Start)([.,]?)\\*\\*( \\(F5\\))?", "**" + Message.text("page.train") + "$2**");
    }

    /** The window's words name its keys. */
    private static String words(Need need) {
        return need instanceof Need.RunFinished
                ? Message.text("page.lesson.need.run")
                : need.words().text();
    }

    private record ObservationText(String text, List<String> choices) {}
}
