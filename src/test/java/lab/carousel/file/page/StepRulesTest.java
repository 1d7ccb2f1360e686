package lab.carousel.file.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.file.answers.ClassPicture;
import lab.carousel.file.json.JsonText;
import lab.carousel.lesson.ClassQuestion;
import lab.carousel.lesson.ExpectedObservation;
import lab.carousel.lesson.FinishedRun;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.LessonTargets;
import lab.carousel.lesson.MeasuredNumber;
import lab.carousel.lesson.Need;
import lab.carousel.lesson.Observation;
import lab.carousel.lesson.Observed;
import lab.carousel.lesson.PlaceName;
import lab.carousel.lesson.Readings;
import lab.carousel.lesson.Reflection;
import lab.carousel.lesson.Situation;
import lab.carousel.lesson.StepDone;
import lab.carousel.lesson.StepRules;
import lab.carousel.lesson.StepScreen;
import lab.carousel.lesson.StepSetUp;
import lab.carousel.lesson.StepStatus;
import lab.carousel.lesson.StepText;
import lab.carousel.lesson.WindowSpot;
import lab.carousel.lesson.live.Counts;
import lab.carousel.lesson.live.PhoneScreen;
import lab.carousel.model.Experiment;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.picture.answers.VotedChoice;
import lab.carousel.picture.answers.Votes;
import lab.carousel.training.RunState;
import lab.carousel.training.RunStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a step hides, needs and calls right is one value: changed in the step, the window, the wall, phones and the page follow. */
class StepRulesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Experiment EXPERIMENT = Experiment.reference();
    private static final RunStatus NO_RUN =
            new RunStatus(RunState.PAUSED, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** A value as the page has it. */
    static Map<?, ?> map(Object value) throws JsonProcessingException {
        return JSON.readValue(JSON.writeValueAsString(value), Map.class);
    }

    /**
     * A step with made-up rules.
     *
     * @param hidden what its question hides
     * @param right the place of its right choice
     * @param quantity that the heatmap has to show
     * @param isObserved whether something is to be seen first
     */
    record Made(List<String> hidden, int right, String quantity, boolean isObserved) {

        Lesson lesson() {
            List<WindowSpot> hides = LessonTargets.hideable().stream()
                    .filter(spot -> hidden.contains(spot.name()))
                    .toList();
            ClassQuestion question =
                    new ClassQuestion("?", List.of("a", "b", "c"), OptionalInt.of(right), "", hides, false);
            Observation seen = new Observation.Read("Loss?", MeasuredNumber.LOSS, 0.001);
            LessonStep step = step(
                    "asked",
                    List.of(new Need.QuantityShown(quantity)),
                    Optional.of(question),
                    new Reflection(isObserved ? List.of(seen) : List.of(), List.of(), false, false));
            return new Lesson(
                    "made-up",
                    "Made up",
                    1,
                    "",
                    "",
                    List.of(),
                    List.of(step, step("last", List.of(), Optional.empty(), Reflection.NONE)),
                    Map.of(),
                    Map.of());
        }

        private static LessonStep step(
                String id, List<Need> needs, Optional<ClassQuestion> question, Reflection after) {
            return new LessonStep(
                    id,
                    new StepText(id, "", Optional.empty(), 1),
                    new StepSetUp(Optional.empty(), false, false, Optional.empty()),
                    new StepScreen(List.of(), Optional.empty(), List.of(), List.of()),
                    needs,
                    question,
                    after);
        }
    }

    /**
     * What follows of the rules somewhere.
     *
     * @param hides before the answer is given
     * @param passed the quantities, one shown alone, that meet what is needed
     * @param right what is called right once the answer is given, and once all was seen
     */
    record Followed(List<String> hides, List<String> passed, List<Integer> right) {}

    private static final Made FIRST = new Made(List.of("loss"), 0, "f", false);

    static Stream<Made> changes() {
        return Stream.of(
                FIRST,
                new Made(List.of("status"), 0, "f", false),
                new Made(List.of("loss", "state", "microscope", "status"), 0, "f", false),
                new Made(List.of(), 0, "f", false),
                new Made(List.of("loss"), 2, "f", false),
                new Made(List.of("loss"), 0, "c", false),
                new Made(List.of("loss"), 0, "f", true));
    }

    private static Situation shows(String quantity) {
        return new Situation(Optional.of(EXPERIMENT), NO_RUN, "cell", Map.of(Situation.QUANTITY, quantity));
    }

    private static Followed window(Lesson lesson) {
        LessonProgress asked = new LessonProgress(lesson);
        List<String> hides = Stream.concat(
                        asked.hidden().stream().map(WindowSpot::name),
                        asked.hiddenPlaces().stream().map(PlaceName::key))
                .toList();
        List<Integer> right = new ArrayList<>();
        List<String> passed = Stream.of("f", "c", "h")
                .filter(quantity -> {
                    LessonProgress taken = new LessonProgress(lesson);
                    taken.begin(shows("o"));
                    taken.observe(shows(quantity));
                    assertThat(taken.canObserve() || taken.canGoOn())
                            .as("nothing is predicted")
                            .isFalse();
                    taken.choose(1);
                    taken.reveal();
                    assertThat(taken.hidden()).isEmpty();
                    return taken.canObserve();
                })
                .toList();
        LessonProgress taken = new LessonProgress(lesson);
        taken.choose(1);
        taken.reveal();
        right.add(IntStream.range(0, 3).filter(taken::isRight).findFirst().orElse(-1));
        if (!lesson.rules(0).sights().isEmpty()) {
            RunStatus run = FinishedRun.judged(EXPERIMENT, Verdict.NOT_YET);
            taken.observe(0, 1, new Situation(Optional.of(EXPERIMENT), run, "", Map.of()));
        }
        right.add(IntStream.range(0, 3).filter(taken::isRight).findFirst().orElse(-1));
        return new Followed(hides, passed, right);
    }

    /** The page goes by what is told of it as JSON. */
    private static Followed page(JsonNode step) throws JsonProcessingException {
        PageRules rules = PageRules.read(map(step.get("rules")));
        Map<?, ?> first = map(step.get("first"));
        List<Boolean> none = List.of();
        assertThat(first)
                .isEqualTo(map(rules.told(Map.of("isCommitted", false, "met", none, "seen", none, "waits", false))));
        List<String> passed = Stream.of("f", "c", "h")
                .filter(quantity -> {
                    List<Boolean> met = rules.met(none, Map.of(), Map.of("quantity", quantity));
                    return (Boolean) rules.told(Map.of("isCommitted", true, "met", met, "seen", none, "waits", false))
                            .get("canObserve");
                })
                .toList();
        List<Integer> right = Stream.of(none, List.of(true))
                .map(seen ->
                        (Integer) rules.told(Map.of("isCommitted", true, "met", none, "seen", seen, "waits", false))
                                .getOrDefault("right", -1))
                .toList();
        List<String> hides = ((List<?>) first.get("hides"))
                .stream()
                        .map(Object::toString)
                        .filter(spot -> !spot.equals(StepRules.RUN))
                        .toList();
        return new Followed(hides, passed, right);
    }

    private static PhoneScreen moment(boolean isSeen) {
        return new PhoneScreen(1, true, 1, 1, true, isSeen, Optional.empty(), Optional.empty(), false, List.of());
    }

    private static JsonNode phone(Lesson lesson) throws JsonProcessingException {
        return JSON.readTree(PageClass.told(moment(false), Optional.of(lesson), 1, step -> true, List.of()))
                .at("/lesson/steps/0");
    }

    /** The choice that the wall marks. */
    private static int marked(Lesson lesson, boolean isSeen) {
        Counts counts = new Counts(3, 3, List.of(List.of(1, 1, 1)), List.of(), List.of(), List.of(), Optional.empty());
        Votes votes = (Votes) ClassPicture.of(moment(isSeen), Optional.of(lesson), counts)
                .get(0)
                .drawing();
        return votes.choices().stream().map(VotedChoice::isRight).toList().indexOf(true);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aRuleThatChangesInAStepChangesInTheWindowOnTheWallOnPhonesAndInThePage(Made made)
            throws JsonProcessingException {
        Lesson lesson = made.lesson();
        Followed window = window(lesson);
        assertThat(page(JSON.readTree(JsonText.line(new PageLesson(lesson).json()))
                        .at("/steps/0")))
                .isEqualTo(window);
        assertThat(page(phone(lesson))).isEqualTo(window);
        assertThat(List.of(marked(lesson, false), marked(lesson, true))).isEqualTo(window.right());
        assertThat(window.passed()).containsExactly(made.quantity());
        assertThat(window.right()).containsExactly(made.isObserved() ? -1 : made.right(), made.right());
        assertThat(window.hides())
                .containsAll(made.hidden())
                .hasSize(
                        made.hidden().isEmpty()
                                ? LessonTargets.hideable().size()
                                : made.hidden().equals(List.of("status"))
                                        ? 6
                                        : made.hidden().size());
        assertThat(made.equals(FIRST)).isEqualTo(window.equals(window(FIRST.lesson())));
    }

    @Test
    void beforeTheOutcomeIsToldAPhoneHidesTheSameAndKnowsNothingThatIsNeededOrRight() throws JsonProcessingException {
        JsonNode step = JSON.readTree(
                        PageClass.told(moment(false), Optional.of(FIRST.lesson()), 1, at -> false, List.of()))
                .at("/lesson/steps/0");
        assertThat(step.at("/rules/hides")).isEqualTo(phone(FIRST.lesson()).at("/rules/hides"));
        assertThat(step.at("/rules/needs")).isEmpty();
        assertThat(step.at("/rules/right").isMissingNode()).isTrue();
        assertThat(step.at("/rules/tellsAtOnce").asBoolean()).isFalse();
    }

    private static StepRules rules(ExpectedObservation sight) {
        return new StepRules(
                List.of("loss"),
                List.of(),
                true,
                OptionalInt.of(1),
                List.of(new Need.RunFinished().conditions(), new Need.QuantityShown("f").conditions()),
                List.of(sight),
                List.of());
    }

    private static final ExpectedObservation LOSS =
            new ExpectedObservation(Situation.SHOWN + "loss", 0.01, OptionalInt.empty(), true);

    private static StepStatus told(StepRules rules, boolean isCommitted, boolean isMet, boolean isSeen, boolean waits) {
        return rules.told(new StepDone(isCommitted, List.of(isMet, isMet), List.of(isSeen), waits));
    }

    @Test
    void aStepCanBeLeftOnceAllIsDoneAndWithNothingOfItUndone() {
        StepRules rules = rules(LOSS);
        assertThat(told(rules, true, true, true, false).isDone()).isTrue();
        assertThat(told(rules, false, true, true, false).isDone())
                .as("nothing predicted")
                .isFalse();
        assertThat(told(rules, true, false, true, false).isDone())
                .as("nothing done")
                .isFalse();
        assertThat(told(rules, true, true, false, false).isDone())
                .as("nothing seen")
                .isFalse();
        StepStatus waits = told(rules, true, true, true, true);
        assertThat(waits.isDone() || waits.isExplained()).as("before the wall").isFalse();
        assertThat(waits.waitsForWall()).isTrue();
        assertThat(waits.right()).isEmpty();
        assertThat(rules.told(new StepDone(true, List.of(true, false), List.of(true), false))
                        .isDone())
                .as("half of what is needed")
                .isFalse();
        StepRules elsewhere = rules(LOSS.seen(false));
        assertThat(told(elsewhere, true, true, false, false).isDone())
                .as("cannot be seen here")
                .isTrue();
        assertThat(told(elsewhere, true, false, false, false).isExplained()).isFalse();
    }

    @Test
    void aRunThatWasThereWhenTheStepBeganCountsForNothingAndWhatWasMetOnceStays() {
        StepRules rules = rules(LOSS);
        Readings then = readings(Map.of("run", 1, "state", "finished", "quantity", "h"));
        assertThat(rules.met(List.of(), then, then)).containsExactly(false, false);
        assertThat(rules.met(List.of(), then, readings(Map.of("run", 2, "state", "paused"))))
                .containsExactly(false, false);
        assertThat(rules.met(List.of(), then, readings(Map.of("run", 2, "state", "finished"))))
                .containsExactly(true, false);
        assertThat(rules.met(List.of(true, false), then, readings(Map.of("quantity", "f"))))
                .containsExactly(true, true);
    }

    private static Readings readings(Map<String, Object> values) {
        return name -> Optional.ofNullable(values.get(name));
    }

    @Test
    void anAnswerIsComparedWithWhatIsThereAndNotJudgedOfAnotherRun() {
        StepRules rules = rules(LOSS);
        Readings shown = readings(Map.of("shown.loss", 0.5));
        assertThat(rules.checked(0, 0.51, shown)).contains(new Observed(0.51, 0.5, true));
        assertThat(rules.checked(0, 0.52, shown)).contains(new Observed(0.52, 0.5, false));
        assertThat(rules.checked(0, 0.5, readings(Map.of("shown.loss", Double.NaN))))
                .isEmpty();
        assertThat(rules.checked(0, 0.5, readings(Map.of()))).isEmpty();
        StepRules ofOwn = new StepRules(
                List.of(),
                List.of(),
                false,
                OptionalInt.empty(),
                List.of(),
                List.of(new ExpectedObservation("", 0, OptionalInt.of(1), true)),
                new Need.QuantityShown("f").conditions());
        assertThat(ofOwn.checked(0, 1, readings(Map.of("quantity", "f")))).contains(new Observed(1, 1, true));
        assertThat(ofOwn.checked(0, 0, readings(Map.of("quantity", "f")))).contains(new Observed(0, 1, false));
        assertThat(ofOwn.checked(0, 1, readings(Map.of("quantity", "h"))))
                .hasValueSatisfying(seen -> assertThat(seen.agrees()).isEmpty());
    }
}
