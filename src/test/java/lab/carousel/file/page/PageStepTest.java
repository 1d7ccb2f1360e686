package lab.carousel.file.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.Sample;
import lab.carousel.file.json.JsonText;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.ClassQuestion;
import lab.carousel.lesson.Condition;
import lab.carousel.lesson.FinishedRun;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.LessonTargets;
import lab.carousel.lesson.Need;
import lab.carousel.lesson.Observation;
import lab.carousel.lesson.PlaceName;
import lab.carousel.lesson.RecallCard;
import lab.carousel.lesson.Situation;
import lab.carousel.lesson.WindowSpot;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.task.Task;
import lab.carousel.training.RunState;
import lab.carousel.training.RunStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the steps of lessons ask for in the page: the data, and the script that evaluates them. */
class PageStepTest {

    private static PageScripts scripts;

    @BeforeAll
    static void readScripts() {
        scripts = new PageScripts("lesson");
    }

    @AfterAll
    static void closeScripts() {
        scripts.close();
    }

    static List<Lesson> lessons() {
        return ShippedLessons.all();
    }

    private static List<PageStep> steps(Lesson lesson) {
        return new PageLesson(lesson).steps(lesson).toList();
    }

    // ---- Before the vote
    // -----------------------------------------------------------------------------------------------------------

    /** The same lesson with another outcome: what is right and why, what is observed, and what is to be done. */
    private static Lesson withOtherOutcome(Lesson lesson) {
        return new Lesson(
                lesson.name(),
                lesson.title(),
                lesson.minutes(),
                lesson.summary(),
                lesson.aim(),
                lesson.answers(),
                lesson.steps().stream().map(PageStepTest::withOtherOutcome).toList(),
                lesson.pictures(),
                Map.of());
    }

    private static LessonStep withOtherOutcome(LessonStep step) {
        Optional<ClassQuestion> question = step.question()
                .map(asked -> new ClassQuestion(
                        asked.text(),
                        asked.choices(),
                        asked.right().isEmpty()
                                ? asked.right()
                                : OptionalInt.of((asked.right().getAsInt() + 1)
                                        % asked.choices().size()),
                        "Another reason.",
                        asked.hides(),
                        asked.asksReason()));
        Observation observed =
                new Observation.Chosen("And?", List.of("this", "that"), OptionalInt.of(1), Optional.empty());
        // What is compared is part of the question
        boolean isDone = question.isPresent()
                && !step.needs().isEmpty()
                && step.needs().stream().noneMatch(Need.StepByStepShown.class::isInstance);
        return new LessonStep(
                step.id(),
                step.title(),
                step.text(),
                step.pageText(),
                step.minutes(),
                step.setUp(),
                step.isTrained(),
                step.hasOwnSeeds(),
                step.pace(),
                step.editors(),
                step.place(),
                step.spotlit(),
                step.locked(),
                isDone ? List.of(new Need.Silenced(7)) : step.needs(),
                question,
                step.after()
                        .with(
                                Collections.nCopies(step.after().observations().size(), observed),
                                step.after().cards().stream()
                                        .map(card -> new RecallCard(card.front(), "Another back."))
                                        .toList()));
    }

    private static String sent(Lesson lesson, boolean isTold) {
        ObjectNode json = new PageLesson(lesson).json(lesson.steps().size(), step -> isTold);
        json.remove("version"); // a digest of all that is asked
        return JsonText.text(json);
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void nothingThatAPhoneIsSentBeforeTheVoteDependsOnTheOutcome(Lesson lesson) {
        Lesson spoken = lesson.with(Map.of());
        assertThat(sent(withOtherOutcome(spoken), false)).isEqualTo(sent(spoken, false));
        assertThat(sent(withOtherOutcome(spoken), true)).isNotEqualTo(sent(spoken, true));
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void aStepHidesTheSameWhetherItsOutcomeIsToldOrNotAndNeverTrainsBeforeAnAnswerThatCanBeRight(Lesson lesson) {
        for (LessonStep step : lesson.steps()) {
            List<String> hides =
                    PageStep.of(step, false, Experiment.reference()).hides();
            assertThat(hides)
                    .isEqualTo(PageStep.of(step, true, Experiment.reference()).hides());
            boolean isRight =
                    step.question().filter(asked -> asked.right().isPresent()).isPresent();
            assertThat(hides.contains(PageStep.RUN))
                    .as(step.id())
                    .isEqualTo(isRight || !step.hidden().isEmpty());
            assertThat(step.hidden().isEmpty())
                    .as("%s shows its outcome", step.id())
                    .isEqualTo(step.question().isEmpty()
                            || (step.question().get().hides().isEmpty()
                                    && step.after().observations().isEmpty()
                                    && !(isRight && !step.needs().isEmpty())));
        }
    }

    @Test
    void whatALaterStepAsksIsNotShownBesideTheResultBefore() {
        String json = JsonText.text(new PageLesson(ShippedLessons.read("who-forgot-to-reset")).json());
        assertThat(Pattern.compile("\"comparison\" ?: ?\"(\\w+)\"")
                        .matcher(json)
                        .results()
                        .map(found -> found.group(1)))
                .containsExactly("hidden", "asked", "shown", "shown", "shown", "shown");
    }

    // ---- The same in Java and in the script
    // ---------------------------------------------------------------------------------------

    private static final List<UnaryOperator<Hyperparameters>> CHANGES = List.of(
            UnaryOperator.identity(),
            values -> values.with(Settings.SEED, 77L),
            values -> values.with(Settings.LAG, 3),
            values -> values.with(Settings.INPUT_GATE_BIAS, -5.0).with(Settings.CHRONO_SPAN, Settings.NO_CHRONO),
            values -> values.with(Settings.CELL, values.get(Settings.CELL) == Cell.GRU ? Cell.RECURRENT : Cell.GRU),
            values -> values.with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE));

    /** The tutorial: untouched, changed in each way, trained in each way, and with what a need itself sets. */
    private static List<Situation> situations(Need need) {
        Experiment experiment = Experiment.reference();
        List<Experiment> edited = new ArrayList<>();
        CHANGES.forEach(change -> edited.add(experiment.with(change.apply(experiment.hyperparameters()))));
        edited.add(new Experiment(
                Task.parse("0 1 2 3 4", "3 0 1 2 4"), experiment.hyperparameters(), experiment.engine()));
        if (need instanceof Need.ValueChosen chosen) {
            edited.add(experiment.with(chosen.set().apply(experiment.hyperparameters())));
        }
        List<Situation> all = new ArrayList<>();
        RunStatus none = new RunStatus(
                RunState.PREPARING, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        all.add(new Situation(Optional.empty(), none, "cell", Map.of()));
        for (Experiment each : edited) {
            all.add(new Situation(Optional.of(each), none, "twoSequences", Map.of()));
            for (Verdict verdict : Verdict.values()) {
                RunStatus run = FinishedRun.judged(each, verdict);
                all.add(new Situation(Optional.of(each), run, "cell", Map.of()));
                RunStatus paused = new RunStatus(
                        RunState.PAUSED, run.snapshot(), Optional.empty(), Optional.empty(), Optional.empty());
                all.add(new Situation(Optional.of(each), paused, "lesion", Map.of()));
            }
            all.add(new Situation(
                    Optional.of(each), FinishedRun.judged(edited.get(1), Verdict.A_TRACE), "cell", Map.of()));
        }
        return all;
    }

    private static ObjectNode json(Situation situation, Set<String> read) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        read.forEach(name -> situation
                .read(name)
                .ifPresent(value -> json.putPOJO(name, value instanceof Task task ? task.toString() : value)));
        return json;
    }

    /** The needs of all steps, each once; one drawn for each combination of what their conditions read and how they test it. */
    private static List<Need> needs() {
        Map<List<Condition>, Need> all = new LinkedHashMap<>();
        lessons().stream()
                .flatMap(lesson -> lesson.steps().stream())
                .flatMap(step -> step.needs().stream())
                .forEach(need -> all.putIfAbsent(need.conditions(), need));
        return Sample.of(42, List.copyOf(all.values()), need -> need.conditions().stream()
                        .map(condition -> condition.reads() + condition.test())
                        .toList())
                .toList();
    }

    @Test
    void eachNeedOfAStepIsMetInTheScriptWhenItIsInTheProgram() {
        int met = 0;
        int not = 0;
        for (Need need : needs()) {
            List<Situation> all = Sample.of(
                            42,
                            situations(need),
                            Situation::edited,
                            Situation::place,
                            situation -> situation.status().state(),
                            situation -> situation.read(Situation.VERDICT))
                    .toList();
            String expected = all.stream()
                    .map(before -> all.stream()
                            .map(now -> need.isMet(before, now) ? "1" : "0")
                            .collect(Collectors.joining()))
                    .collect(Collectors.joining(" "));
            assertThat(scripts.run(script(need, all))).as("%s", need).isEqualTo(expected);
            met += (int) expected.chars().filter(sign -> sign == '1').count();
            not += (int) expected.chars().filter(sign -> sign == '0').count();
        }
        assertThat(List.of(met, not)).allSatisfy(count -> assertThat(count).isGreaterThan(200));
    }

    /** A 1 or a 0 for each pair of situations, before and now. */
    private static String script(Need need, List<Situation> all) {
        Set<String> read = need.conditions().stream().map(Condition::reads).collect(Collectors.toSet());
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .putPOJO("conditions", need.conditions())
                .putPOJO(
                        "all",
                        all.stream().map(situation -> json(situation, read)).toList());
        return "(({ conditions, all }) => all.map((before) => all.map((now) =>"
                + " conditions.every((any) => holds(any, before, now)) ? 1 : 0).join('')).join(' '))("
                + JsonText.line(data) + ")";
    }

    // ---- What the page can do, and hides
    // -------------------------------------------------------------------------------------------

    private static PageStep step(String lesson, String id) {
        return steps(ShippedLessons.read(lesson)).stream()
                .filter(step -> step.step().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** A step that the page cannot do asks for nothing, marks nothing, and says so. */
    @ParameterizedTest
    @MethodSource("lessons")
    void whatThePageCannotDoItSaysAndDoesNotMark(Lesson lesson) {
        for (PageStep step : steps(lesson)) {
            ObjectNode json = step.json();
            if (!step.canBeDone()) {
                assertThat(json.get("needs").toString()).isEqualTo("[]");
                assertThat(json.get("asksToTrain").asBoolean()).isFalse();
                assertThat(step.notHere()).as(step.step().id()).isNotEmpty();
                json.get("observe")
                        .forEach(asked -> assertThat(asked.get("isHere").asBoolean())
                                .as(step.step().id())
                                .isFalse());
            } else {
                assertThat(step.needs())
                        .as(step.step().id())
                        .containsExactlyElementsOf(step.step().needs().stream()
                                .filter(need -> !(need instanceof Need.PlaceShown || need instanceof Need.RunPinned))
                                .toList());
            }
        }
    }

    @Test
    void whatIsTrainedChangedOrSetInAFieldCanBeDoneAndNothingElse() {
        assertThat(step("make-it-remember", "find").canBeDone()).isTrue();
        assertThat(step("make-it-remember", "sure").canBeDone()).isTrue();
        assertThat(step("gradient", "choose").canBeDone()).isTrue();
        assertThat(step("was-it-memory", "read-out").canBeDone())
                .as("a run that goes on from another")
                .isFalse();
        assertThat(step("race", "others").canBeDone()).as("a field").isTrue();
        assertThat(step("where-is-the-memory", "transplant").canBeDone())
                .as("no transplant")
                .isFalse();
        assertThat(step("tutorial", "update").canBeDone())
                .as("no single updates")
                .isFalse();
        assertThat(step("batch-size-and-state", "four").canBeDone()).isTrue();
    }

    /** What a question hides is hidden, no less and no more; and with it the run, or Play would show it. */
    @ParameterizedTest
    @MethodSource("lessons")
    void eachQuestionHidesInThePageWhatItHidesInTheWindowAndTheRunWithIt(Lesson lesson) {
        for (PageStep step : steps(lesson)) {
            List<String> hidden =
                    step.step().hidden().stream().map(WindowSpot::name).toList();
            assertThat(step.hides().stream().filter(spot -> !spot.equals(PageStep.RUN)))
                    .as(step.step().id())
                    .containsExactlyElementsOf(hidden);
            if (!hidden.isEmpty()) {
                assertThat(step.hides()).as(step.step().id()).contains(PageStep.RUN);
            }
        }
    }

    @Test
    void whereTheVerdictIsHiddenSoAreThePlacesThatTellItToo() {
        PageStep asked = step("was-it-memory", "eight-of-eight");
        assertThat(asked.hidesPlaces())
                .containsExactly(PlaceName.AFTER_FORK, PlaceName.FORKS, PlaceName.LESION, PlaceName.COMPARE);
        assertThat(PageStep.of(asked.step(), false, Experiment.reference()).hidesPlaces())
                .as("of a phone that is told no outcome")
                .isEqualTo(asked.hidesPlaces());
        assertThat(step("was-it-memory", "floor").hidesPlaces())
                .as("the microscope is hidden whole")
                .isEmpty();
        assertThat(step("was-it-memory", "verdict").hidesPlaces())
                .as("asks nothing")
                .isEmpty();
    }

    @Test
    void aRunThatTellsWhatIsRightWaitsForTheAnswerAndAMatterOfOpinionDoesNot() {
        assertThat(step("was-it-memory", "transfer").hides())
                .as("its file names nothing")
                .containsExactly("loss", "state", "microscope", "status", PageStep.RUN);
        assertThat(step("tutorial", "training").hides())
                .as("what its file names")
                .containsExactly("state", "status", "microscope", PageStep.RUN);
        assertThat(step("gradient", "choose").hides())
                .as("what is to be done tells it")
                .contains("loss", "microscope", PageStep.RUN);
        assertThat(step("counting", "grammar").hides())
                .as("what is expected stands beside what is predicted")
                .containsExactly("state", "microscope", PageStep.RUN);
        assertThat(step("inside-the-cell", "gates").hides())
                .as("seen in no picture before it is trained")
                .containsExactly(PageStep.RUN);
        assertThat(step("make-it-remember", "ideas").hides())
                .as("no answer is right")
                .isEmpty();
        assertThat(step("make-it-remember", "find").hides()).as("no question").isEmpty();
    }

    @Test
    void thePageHasAPartForEachSpotThatAQuestionCanHide() {
        Set<String> parts = Pattern.compile("data-spot=\"(\\w+)\"")
                .matcher(Page.PageTexts.of("page.html"))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(parts)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(LessonTargets.hideable().stream().map(WindowSpot::name), Stream.of(PageStep.RUN))
                                .toList());
    }

    /** Its own text does not name what only the window has. */
    @ParameterizedTest
    @MethodSource("lessons")
    void whatIsStillToBeDoneIsSaidInTheWordsOfThePage(Lesson lesson) {
        for (PageStep step : steps(lesson)) {
            assertThat(step.texts().get("needs").toString()).doesNotContain("F5", "F6");
        }
    }
}
