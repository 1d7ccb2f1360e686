package lab.carousel.file.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.lesson.ClassQuestion;
import lab.carousel.lesson.Condition;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.Need;
import lab.carousel.lesson.Observation;
import lab.carousel.lesson.Situation;
import lab.carousel.lesson.StepRules;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.text.Message;
import lab.carousel.view.Views;

/**
 * A step of a lesson as the scripts of the page take it. What it asks for, and what of that the page can do, is said here alone:
 *
 * <pre>
 *   step     id, choices (how many; 0 without a question), rules (see {@link PageRules}), first (what they tell before anything was
 *            done, for the moment before the page can compute), asksReason, isTransfer, listsTries, asksToTrain, trainsAlone (whether
 *            nothing is to be changed first), setsUp, hasOwnSeeds, places [sections of the page], experiment (null if the page cannot
 *            train it), cards (a null for each)
 *   texts    title, text, notHere [what the page does not have], places [names], needs [what is to be done], question {text, choices,
 *            explanation}, observe [{text, choices}], cards [{front, back}]; text and explanation as {@link PageMarkdown} has them
 * </pre>
 *
 * <p>A step that asks for something that the page cannot do asks for nothing there: it says so, and the reader goes on.
 *
 * @param step what is told of it
 * @param rules those of the window, as far as they are told
 */
record PageStep(LessonStep step, Experiment experiment, StepRules rules) {

    /** Places of the microscope that the page has too; all of them are always shown. */
    private static final Set<String> PLACES = Stream.concat(
                    Stream.of("predictions", "cell"),
                    Views.all().map(view -> view.name().key()))
            .collect(Collectors.toUnmodifiableSet());
    /** What is met by training alone. */
    private static final Set<String> TRAINED = Set.of(Situation.STATE, Situation.EPOCH);
    /** What can be read of a run there: it trains whole runs, and makes no single updates. */
    private static final Set<String> OF_RUN =
            Set.of(Situation.STATE, Situation.EPOCH, Situation.VERDICT, Situation.FLOORS);

    /** What the page goes by: it asks for what can be done and seen there. */
    PageRules rulesOfPage() {
        List<Observation> observations = step.after().observations();
        return new PageRules(new StepRules(
                rules.hides(),
                rules.hidesWhole(),
                rules.asks(),
                rules.right(),
                needs().stream().map(Need::conditions).toList(),
                observations.stream()
                        .map(each -> each.sight().seen(isHere(each)))
                        .toList(),
                rules.ownRun()));
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
        PageRules ofPage = rulesOfPage();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", step.id())
                .put("choices", question.map(asked -> asked.choices().size()).orElse(0))
                .putPOJO("rules", ofPage.written())
                .putPOJO("first", ofPage.first())
                .put("asksReason", question.filter(ClassQuestion::asksReason).isPresent())
                .put("isTransfer", step.after().isTransfer())
                .put("listsTries", step.after().listsTries())
                .put("asksToTrain", asksToTrain())
                .put(
                        "trainsAlone",
                        needs().stream()
                                .flatMap(need -> need.conditions().stream())
                                .map(Condition::reads)
                                .allMatch(TRAINED::contains))
                .put("setsUp", step.setUp().change().isPresent())
                .put("hasOwnSeeds", step.setUp().hasOwnSeeds())
                .putPOJO(
                        "places",
                        places(true).stream()
                                .map(place -> place.equals("unit") ? "cell" : place)
                                .toList())
                .putPOJO("experiment", isTrained() ? PageForm.written(experiment) : null);
        return json.putPOJO("cards", Collections.nCopies(step.after().cards().size(), null));
    }

    private boolean isHere(Observation observation) {
        boolean isOfPlace = observation
                .about()
                .filter(spot -> spot.name().equals("microscope"))
                .isPresent();
        return isTrained() && canBeDone() && (!isOfPlace || places(false).isEmpty());
    }

    /** The places that the step is about and that the page has, or has not. */
    private List<String> places(boolean areHere) {
        return Stream.concat(
                        step.screen().place().stream(),
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

    private String text() {
        return step.words().pageText().orElse(step.words().text());
    }

    /** The names of the pictures in its texts. */
    Stream<String> pictures() {
        return Stream.concat(
                PageMarkdown.pictures(text()),
                step.question().stream().flatMap(question -> PageMarkdown.pictures(question.explanation())));
    }

    /** Texts in the current language. */
    ObjectNode texts() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("title", step.words().title())
                .putPOJO("text", PageMarkdown.of(ofPage(text())))
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
