package lab.carousel.lesson;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.text.Message;
import lab.carousel.training.RunState;

/**
 * A class's progress in a lesson. A need of a step is met for good once it has happened while the step was shown, not before;
 * going back loses nothing.
 */
public final class LessonProgress {

    public static final int LONGEST_NAME = 60;
    private static final int MOST_RUNS = 60;

    private final Lesson lesson;
    private final Map<Integer, Situation> entered = new HashMap<>();
    private final Map<Integer, StepRules> rules = new HashMap<>();
    /** Of each need whether it was met, by step. */
    private final Map<Integer, List<Boolean>> met = new HashMap<>();

    private final Map<Integer, StepAnswers> answers = new HashMap<>();
    /** Runs made from their seed to their end, once for each experiment, in the order of time. */
    private final List<LessonRun> tries;

    private final String id;
    private String student = "";
    private Audience audience = Audience.ALONE;
    private int index;

    public LessonProgress(Lesson lesson) {
        this(lesson, 1);
    }

    /** A lesson that begins at a step, counted from 1. */
    public LessonProgress(Lesson lesson, int step) {
        this(lesson, UUID.randomUUID().toString(), new ArrayList<>());
        index = step - 1;
    }

    private LessonProgress(Lesson lesson, String id, List<LessonRun> tries) {
        this.lesson = lesson;
        this.id = id;
        this.tries = tries;
    }

    /** Continues a lesson with its answers; its steps are set up again. */
    public LessonProgress(Lesson lesson, LessonProgress left) {
        this(lesson, left.id, left.tries);
        index = left.index;
        met.putAll(left.met);
        answers.putAll(left.answers);
        student = left.student;
    }

    /**
     * Continues a lesson after a restart, at the step that was reached; if nobody knows, at the last step with an answer. The
     * needs of the steps before count as met.
     *
     * @param id of the answers
     * @param given answers by the ids of the steps
     * @param tried the runs that were made
     * @param reached empty in a file of answers
     */
    public LessonProgress(
            Lesson lesson,
            String id,
            String student,
            Map<String, StepAnswers> given,
            List<LessonRun> tried,
            Optional<ReachedStep> reached) {
        this(lesson, id, new ArrayList<>(tried));
        setStudent(student);
        List<LessonStep> steps = lesson.steps();
        for (int step = 0; step < steps.size(); step++) {
            StepAnswers answered = given.get(steps.get(step).id());
            if (answered != null && answered.isAny() && answered.fits(steps.get(step))) {
                answers.put(step, answered);
                index = step;
            }
        }
        int last = index;
        reached.ifPresent(where -> index = IntStream.range(0, steps.size())
                .filter(step -> steps.get(step).id().equals(where.step()))
                .findFirst()
                .orElse(last));
        for (int step = 0; step < Math.max(last, index); step++) {
            meetAll(step);
        }
        if (answers(last).isSeen()) {
            meetAll(last);
        }
        // It may have been chosen and not committed to; files of before did not tell
        answers.replaceAll((step, answered) ->
                reached.map(where -> where.committed().contains(steps.get(step).id()))
                                .orElse(answered.isCommitted() && (step < last || answered.isSeen()))
                        ? answered
                        : answered.reopened());
    }

    public ReachedStep reached() {
        return new ReachedStep(
                step().id(),
                IntStream.range(0, lesson.steps().size())
                        .filter(step ->
                                answers(step).before().filter(Tally::revealed).isPresent())
                        .mapToObj(step -> lesson.steps().get(step).id())
                        .toList());
    }

    private void meetAll(int step) {
        int needs = lesson.steps().get(step).needs().size();
        met.put(step, Collections.nCopies(needs, true));
    }

    public boolean isAnyAnswered() {
        return answers.values().stream().anyMatch(StepAnswers::isAny);
    }

    public Lesson lesson() {
        return lesson.spoken();
    }

    /** Number of the current step, counted from 1. */
    public int number() {
        return index + 1;
    }

    public LessonStep step() {
        return lesson().steps().get(index);
    }

    public boolean isLast() {
        return index == lesson.steps().size() - 1;
    }

    public boolean canGoBack() {
        return index > 0;
    }

    /** Whether the step was shown before: then it is not set up again by itself. */
    public boolean wasShownBefore() {
        return entered.containsKey(index);
    }

    /** Records the situation in which a step begins, once it is set up; needs compare with it. */
    public void begin(Situation situation) {
        entered.put(index, situation);
        observe(situation);
    }

    /** Begins the step in a program that has started again: nobody has to do once more what it needs. */
    public void resume(Situation situation) {
        meetAll(index);
        begin(situation);
    }

    /** Records what has happened; true if a need of the step has just been met. */
    public boolean observe(Situation now) {
        keepRun(now);
        List<Boolean> before = met();
        met.put(index, rules().met(before, entered.getOrDefault(index, now), now));
        return !met().equals(before);
    }

    private List<Boolean> met() {
        return met.getOrDefault(index, Collections.nCopies(step().needs().size(), false));
    }

    /** Rules of the current step. */
    public StepRules rules() {
        return rules.computeIfAbsent(index, lesson::rules);
    }

    private StepStatus told() {
        StepAnswers given = answers();
        List<Boolean> seen = given.observed().stream().map(Optional::isPresent).toList();
        return rules().told(new StepDone(given.isCommitted(), met(), seen, false));
    }

    /** Keeps a run that has ended, if it is a new one; one that goes on from another does not start from its seed. */
    private void keepRun(Situation now) {
        if (now.status().state() == RunState.FINISHED && tries.size() < MOST_RUNS) {
            now.snapshot()
                    .filter(run -> run.origin().isEmpty()
                            && tries.stream()
                                    .noneMatch(tried -> tried.experiment().equals(run.experiment())))
                    .ifPresent(run -> tries.add(new LessonRun(
                            step().id(), run.experiment(), run.position().epoch(), LessonResult.of(run.evaluation()))));
        }
    }

    /** Runs made to their end in this lesson, each experiment once, in the order of time. */
    public List<LessonRun> tries() {
        return List.copyOf(tries);
    }

    /** What is still to be done; until the question is answered nothing else, as that might tell the answer. */
    public List<Message> missing() {
        List<Message> missing = new ArrayList<>();
        if (step().question().isPresent() && !isRevealed()) {
            return List.of(Message.of(audience.key("lesson.need.answer."), rules().tellsAtOnce() ? 0 : 1));
        }
        IntStream.range(0, met().size())
                .filter(need -> !met().get(need))
                .forEach(need -> missing.add(step().needs().get(need).words()));
        StepStatus told = told();
        if (told.canObserve() && !told.isDone()) {
            missing.add(Message.of("lesson.need.observe"));
        }
        return missing;
    }

    /** Whether the outcome can be observed: the prediction is committed to, and the needs are met. */
    public boolean canObserve() {
        return told().canObserve();
    }

    public boolean canGoOn() {
        return !isLast() && told().isDone();
    }

    public boolean next() {
        if (!canGoOn()) {
            return false;
        }
        index++;
        return true;
    }

    public boolean back() {
        if (!canGoBack()) {
            return false;
        }
        index--;
        return true;
    }

    public Audience audience() {
        return audience;
    }

    public void setAudience(Audience now) {
        audience = now;
    }

    /** Random id: equal for one student in one lesson. */
    public String id() {
        return id;
    }

    /** The student's name; may be empty. */
    public String student() {
        return student;
    }

    /** Cuts the name to {@value #LONGEST_NAME} characters. */
    public void setStudent(String name) {
        student = name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    /** Goes to any step, counted from 1, whatever has happened. */
    public void goTo(int number) {
        index = Math.max(0, Math.min(lesson.steps().size() - 1, number - 1));
    }

    public StepAnswers answers() {
        return answers(index);
    }

    private StepAnswers answers(int step) {
        return answers.getOrDefault(step, StepAnswers.of(lesson.steps().get(step)));
    }

    /** Answers of all steps, in their order, by their ids. */
    public Map<String, StepAnswers> allAnswers() {
        Map<String, StepAnswers> all = new LinkedHashMap<>();
        for (int step = 0; step < lesson.steps().size(); step++) {
            all.put(lesson.steps().get(step).id(), answers(step));
        }
        return all;
    }

    public Lesson original() {
        return lesson;
    }

    /** Predictions for the question of this step; empty if it has none. */
    public Optional<Tally> tally() {
        return answers().before();
    }

    /**
     * Sets the hands for a choice: of the prediction, or, once that is committed to, of the answer after the outcome.
     * Ignored once the answer is explained.
     */
    public void setHands(int choice, int hands) {
        StepAnswers now = answers();
        if (!now.isCommitted()) {
            answers.put(index, now.withBefore(now.before().orElseThrow().with(choice, hands)));
        } else if (now.after().isPresent() && !told().isExplained()) {
            answers.put(index, now.withAfter(now.after().get().with(choice, hands)));
        }
    }

    /**
     * Takes over the hands that the phones of a class raised. What was counted otherwise, or in more rounds, before the class
     * was opened stays.
     *
     * @param rounds for each choice, of each round of the prediction
     * @param after for each choice, once the outcome was seen
     */
    public void count(List<List<Integer>> rounds, List<Integer> after) {
        boolean isAny = Stream.concat(rounds.stream(), Stream.of(after))
                .flatMap(List::stream)
                .anyMatch(hands -> hands > 0);
        if (isAny && rounds.size() >= answers().rounds().size()) {
            answers.put(index, answers().counted(rounds, after));
        }
    }

    /** Sets the one answer of a person who is alone, where {@link #setHands} would. */
    public void choose(int choice) {
        int choices = step().question().orElseThrow().choices().size();
        IntStream.range(0, choices).forEach(each -> setHands(each, each == choice ? 1 : 0));
    }

    /**
     * Sets the reason of the prediction, until that is committed to; cut to {@value StepAnswers#LONGEST_REASON}
     * characters.
     */
    public void setReason(String words) {
        if (!answers().isCommitted()) {
            int most = Math.min(words.length(), StepAnswers.LONGEST_REASON);
            answers.put(index, answers().withReason(words.substring(0, most)));
        }
    }

    /**
     * Records an observation; the first answer counts.
     *
     * @param number of the observation in this step, from 0
     * @param answer index of a choice, from 0, or a number
     * @return whether it could be checked
     */
    public boolean observe(int number, double answer, Situation now) {
        StepAnswers before = answers();
        if (!before.isCommitted() || before.observed().get(number).isPresent()) {
            return true;
        }
        Optional<Observed> checked = rules().checked(number, answer, now);
        checked.ifPresent(seen -> answers.put(index, before.withObserved(number, seen)));
        return checked.isPresent();
    }

    public void recall(int card, boolean isKnown) {
        answers.put(index, answers().withKnown(card, isKnown));
    }

    public boolean isRevealed() {
        return tally().filter(Tally::revealed).isPresent();
    }

    public boolean isExplained() {
        return isRevealed() && told().isExplained();
    }

    /** Whether a choice is called right. */
    public boolean isRight(int choice) {
        return told().right().orElse(-1) == choice;
    }

    /** Whether there is something to commit to. Whoever asks phones need not wait for any of them. */
    public boolean canReveal() {
        return tally().filter(tally -> !tally.revealed() && (tally.total() > 0 || audience == Audience.PHONES))
                .isPresent();
    }

    public void reveal() {
        if (canReveal()) {
            answers.put(index, answers().withBefore(tally().orElseThrow().reveal()));
        }
    }

    /** Spots covered until the class has answered. */
    public List<WindowSpot> hidden() {
        List<String> hides = told().hides();
        return LessonTargets.hideable().stream()
                .filter(spot -> hides.contains(spot.name()))
                .toList();
    }

    /** Places of the microscope covered until then. */
    public List<PlaceName> hiddenPlaces() {
        List<String> hides = told().hides();
        return Stream.of(PlaceName.values())
                .filter(place -> hides.contains(place.key()))
                .toList();
    }

    /** Whether it is still to be found out how the network does step by step, beside how it does as trained. */
    public boolean hidesComparison() {
        return told().hides().contains(StepRules.COMPARISON);
    }

    /** Questions and answers so far, in the order of the steps. */
    public List<Answered> answered() {
        List<Answered> answered = new ArrayList<>();
        for (int step = 0; step < lesson.steps().size(); step++) {
            LessonStep asked = lesson().steps().get(step);
            int number = step + 1;
            answers(step)
                    .before()
                    .filter(Tally::revealed)
                    .ifPresent(tally -> answered.add(new Answered(
                            number, asked.words().title(), asked.question().orElseThrow(), tally)));
        }
        return answered;
    }

    /** A question with the answers of the class; the step is counted from 1. */
    public record Answered(int number, String title, ClassQuestion question, Tally tally) {}
}
