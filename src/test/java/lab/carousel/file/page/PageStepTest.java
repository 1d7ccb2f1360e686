package lab.carousel.file.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.util.stream.IntStream;
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
import lab.carousel.lesson.RecallCard;
import lab.carousel.lesson.Situation;
import lab.carousel.lesson.StepRules;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the steps of lessons ask for in the page: the data, and the rules as they come back. */
class PageStepTest {

    static List<Lesson> lessons() {
        return ShippedLessons.all();
    }

    private static List<PageStep> steps(Lesson lesson) {
        return steps(lesson, true);
    }

    private static List<PageStep> steps(Lesson lesson, boolean isTold) {
        PageLesson page = new PageLesson(lesson);
        return IntStream.range(0, lesson.steps().size())
                .mapToObj(at -> page.step(lesson, at, isTold))
                .toList();
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
                step.words(),
                step.setUp(),
                step.screen(),
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
        for (int at = 0; at < lesson.steps().size(); at++) {
            LessonStep step = lesson.steps().get(at);
            List<String> hides = steps(lesson, false).get(at).rules().hides();
            assertThat(hides).isEqualTo(steps(lesson).get(at).rules().hides());
            boolean isRight =
                    step.question().filter(asked -> asked.right().isPresent()).isPresent();
            assertThat(hides.contains(StepRules.RUN))
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
        List<PageStep> steps = steps(ShippedLessons.read("who-forgot-to-reset"));
        assertThat(steps.get(0).rules().hidesWhole()).containsExactly(StepRules.COMPARISON);
        assertThat(steps.get(1).rules().hides()).contains(StepRules.COMPARISON);
        assertThat(steps)
                .filteredOn(step -> !step.rules().hidesWhole().isEmpty())
                .hasSize(1);
        assertThat(steps)
                .filteredOn(step -> step.rules().hides().contains(StepRules.COMPARISON))
                .hasSize(1);
    }

    // ---- The same of values of JSON
    // -----------------------------------------------------------------------------------------------

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

    /** As the page has it: of a run the place of the first one that is equal. */
    private static ObjectNode json(Situation situation, Set<String> read, List<Situation> all) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        List<Optional<Object>> runs =
                all.stream().map(each -> each.read(Situation.RUN)).toList();
        situation.read(Situation.RUN).ifPresent(run -> json.put(Situation.RUN, runs.indexOf(Optional.of(run))));
        read.forEach(name -> situation
                .read(name)
                .ifPresent(value -> json.putPOJO(
                        name, value instanceof Task task ? task.supply().values() : value)));
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
    void eachNeedOfAStepIsMetInThePageWhenItIsInTheProgram() throws JsonProcessingException {
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
            StepRules rules = new StepRules(
                    List.of(), List.of(), false, OptionalInt.empty(), List.of(need.conditions()), List.of(), List.of());
            PageRules inPage = PageRules.read(StepRulesTest.map(new PageRules(rules).written()));
            Set<String> read = need.conditions().stream().map(Condition::reads).collect(Collectors.toSet());
            List<Map<?, ?>> written = new ArrayList<>();
            for (Situation each : all) {
                written.add(StepRulesTest.map(json(each, read, all)));
            }
            for (int before = 0; before < all.size(); before++) {
                for (int now = 0; now < all.size(); now++) {
                    boolean isMet =
                            rules.met(List.of(), all.get(before), all.get(now)).get(0);
                    assertThat(inPage.met(List.of(), written.get(before), written.get(now)))
                            .as("%s", need)
                            .containsExactly(isMet);
                    met += isMet ? 1 : 0;
                    not += isMet ? 0 : 1;
                }
            }
        }
        assertThat(List.of(met, not)).allSatisfy(count -> assertThat(count).isGreaterThan(200));
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
                assertThat(step.needs()).isEmpty();
                assertThat(json.get("asksToTrain").asBoolean()).isFalse();
                assertThat(step.notHere()).as(step.step().id()).isNotEmpty();
                assertThat((List<?>) step.rulesOfPage().written().get("sights"))
                        .as(step.step().id())
                        .allSatisfy(sight ->
                                assertThat(((Map<?, ?>) sight).get("isHere")).isEqualTo(false));
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
            Set<String> spots =
                    LessonTargets.hideable().stream().map(WindowSpot::name).collect(Collectors.toSet());
            assertThat(step.rules().hides().stream().filter(spots::contains))
                    .as(step.step().id())
                    .containsExactlyElementsOf(hidden);
            if (!hidden.isEmpty()) {
                assertThat(step.rules().hides()).as(step.step().id()).contains(StepRules.RUN);
            }
        }
    }

    @Test
    void whereTheVerdictIsHiddenSoAreThePlacesThatTellItToo() {
        String[] tellers = {"afterFork", "forks", "lesion", "compare"};
        assertThat(step("was-it-memory", "eight-of-eight").rules().hides()).contains(tellers);
        assertThat(step("was-it-memory", "floor").rules().hides())
                .as("the microscope is hidden whole")
                .doesNotContain(tellers);
        assertThat(step("was-it-memory", "verdict").rules().hides())
                .as("asks nothing")
                .isEmpty();
    }

    @Test
    void aRunThatTellsWhatIsRightWaitsForTheAnswerAndAMatterOfOpinionDoesNot() {
        assertThat(step("was-it-memory", "transfer").rules().hides())
                .as("its file names nothing")
                .containsExactly("loss", "state", "microscope", "status", StepRules.RUN);
        assertThat(step("tutorial", "training").rules().hides())
                .as("what its file names")
                .containsExactly("state", "status", "microscope", StepRules.RUN);
        assertThat(step("gradient", "choose").rules().hides())
                .as("what is to be done tells it")
                .contains("loss", "microscope", StepRules.RUN);
        assertThat(step("counting", "grammar").rules().hides())
                .as("what is expected stands beside what is predicted")
                .containsExactly("state", "microscope", StepRules.RUN);
        assertThat(step("inside-the-cell", "gates").rules().hides())
                .as("seen in no picture before it is trained")
                .containsExactly(StepRules.RUN);
        assertThat(step("make-it-remember", "ideas").rules().hides())
                .as("no answer is right")
                .isEmpty();
        assertThat(step("make-it-remember", "find").rules().hides())
                .as("no question")
                .isEmpty();
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
                        Stream.concat(LessonTargets.hideable().stream().map(WindowSpot::name), Stream.of(StepRules.RUN))
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
