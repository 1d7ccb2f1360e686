package lab.carousel.lesson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.text.Message;
import lab.carousel.training.RunState;
import lab.carousel.training.Snapshot;

/**
 * How far a class has come in a lesson. What a step needs has happened once and for all when it has happened while the
 * step was shown. Nothing of it is lost when one goes back.
 */
public final class LessonProgress {

    /** The longest name of a student. */
    public static final int LONGEST_NAME = 60;

    private final Lesson lesson;
    private final Map<Integer, Situation> entered = new HashMap<>();
    /** The places of the needs that have been met, for each step. */
    private final Map<Integer, Set<Integer>> met = new HashMap<>();

    private final Map<Integer, StepAnswers> answers = new HashMap<>();
    private final Tries tries;
    private final String id;
    private String student = "";
    private int index;

    /** The beginning of a lesson. */
    public LessonProgress(Lesson lesson) {
        this(lesson, 1);
    }

    /**
     * A lesson that begins in the middle.
     *
     * @param step the number of its first step, counted from 1
     */
    public LessonProgress(Lesson lesson, int step) {
        this(lesson, UUID.randomUUID().toString(), new Tries());
        index = step - 1;
    }

    private LessonProgress(Lesson lesson, String id, Tries tries) {
        this.lesson = lesson;
        this.id = id;
        this.tries = tries;
    }

    /**
     * A lesson that goes on after it was left, with what was answered in it; its steps are set up again.
     *
     * @param lesson the same, which may have been read again
     * @param left   how far it had come
     */
    public LessonProgress(Lesson lesson, LessonProgress left) {
        this(lesson, left.id, left.tries);
        index = left.index;
        met.putAll(left.met);
        answers.putAll(left.answers);
        student = left.student;
    }

    /**
     * A lesson that goes on after the program had ended, at the last step with an answer. What had to happen in the steps
     * before counts as done.
     *
     * @param id      of its answers
     * @param student who answers
     * @param given   what was answered, by the ids of the steps
     * @param tried   the runs that were made
     */
    public LessonProgress(Lesson lesson, String id, String student, Map<String, StepAnswers> given, List<Tried> tried) {
        this(lesson, id, new Tries(tried));
        setStudent(student);
        List<LessonStep> steps = lesson.steps();
        for (int step = 0; step < steps.size(); step++) {
            StepAnswers answered = given.get(steps.get(step).id());
            if (answered != null && answered.isAny() && answered.fits(steps.get(step))) {
                answers.put(step, answered);
                index = step;
            }
        }
        for (int step = 0; step < index; step++) {
            meetAll(step);
        }
        if (answers().isSeen()) {
            meetAll(index);
        } else if (isAnyAnswered()) {
            // It may have been chosen and not committed to; a file does not tell
            answers.put(index, answers().reopened());
        }
    }

    private void meetAll(int step) {
        int needs = lesson.steps().get(step).needs().size();
        met.put(step, IntStream.range(0, needs).boxed().collect(Collectors.toSet()));
    }

    /** Whether anything was answered. */
    public boolean isAnyAnswered() {
        return answers.values().stream().anyMatch(StepAnswers::isAny);
    }

    /** What is learned, in the language that is spoken now. */
    public Lesson lesson() {
        return lesson.spoken();
    }

    /** The number of the step, counted from 1. */
    public int number() {
        return index + 1;
    }

    /** The step that is shown. */
    public LessonStep step() {
        return lesson().steps().get(index);
    }

    /** Whether there is no further step. */
    public boolean isLast() {
        return index == lesson.steps().size() - 1;
    }

    /** Whether there is a step before. */
    public boolean canGoBack() {
        return index > 0;
    }

    /** Whether the step that is shown was shown before: then it is not set up again by itself. */
    public boolean wasHereBefore() {
        return entered.containsKey(index);
    }

    /** Takes the situation in which a step begins, once it is set up; what must happen is counted from there. */
    public void begin(Situation situation) {
        entered.put(index, situation);
        observe(situation);
    }

    /**
     * Takes note of what has happened.
     *
     * @return whether something that the step needs has happened just now
     */
    public boolean observe(Situation now) {
        tries.keep(step().id(), now);
        Situation before = entered.getOrDefault(index, now);
        Set<Integer> done = met.computeIfAbsent(index, step -> new HashSet<>());
        boolean news = false;
        for (int need = 0; need < step().needs().size(); need++) {
            if (!done.contains(need) && step().needs().get(need).isMet(before, now)) {
                done.add(need);
                news = true;
            }
        }
        return news;
    }

    /** The runs that were made to their end in this lesson, each experiment once, in the order of time. */
    public List<Tried> tries() {
        return tries.all();
    }

    /** What must still happen before the next step, in words. */
    public List<Message> missing() {
        List<Message> missing = new ArrayList<>();
        if (step().question().isPresent() && !isRevealed()) {
            missing.add(Message.of(
                    "lesson.need.answer", step().after().observations().isEmpty() ? 0 : 1));
        }
        unmet().map(Need::words).forEach(missing::add);
        if (canObserve() && answers().toObserve().isPresent()) {
            missing.add(Message.of("lesson.need.observe"));
        }
        return missing;
    }

    private Stream<Need> unmet() {
        Set<Integer> done = met.getOrDefault(index, Set.of());
        List<Need> needs = step().needs();
        return IntStream.range(0, needs.size())
                .filter(need -> !done.contains(need))
                .mapToObj(needs::get);
    }

    /** Whether there is something to be seen: the prediction is committed to, and what the step needs has happened. */
    public boolean canObserve() {
        return answers().isCommitted() && unmet().findAny().isEmpty();
    }

    /** Whether the next step can be taken. */
    public boolean canGoOn() {
        return !isLast() && missing().isEmpty();
    }

    /** Goes to the next step, if that is possible. */
    public boolean next() {
        if (!canGoOn()) {
            return false;
        }
        index++;
        return true;
    }

    /** Goes to the step before, if there is one. */
    public boolean back() {
        if (!canGoBack()) {
            return false;
        }
        index--;
        return true;
    }

    /** Random: answers of the same id are of the same student, in the same lesson. */
    public String id() {
        return id;
    }

    /** Who answers; may be empty. */
    public String student() {
        return student;
    }

    /** Takes who answers, at most {@value #LONGEST_NAME} letters. */
    public void setStudent(String name) {
        student = name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    /** Goes to any step, whatever has happened; it is counted from 1. */
    public void goTo(int number) {
        index = Math.max(0, Math.min(lesson.steps().size() - 1, number - 1));
    }

    /** What was answered in the step that is shown. */
    public StepAnswers answers() {
        return answers(index);
    }

    private StepAnswers answers(int step) {
        return answers.getOrDefault(step, StepAnswers.of(lesson.steps().get(step)));
    }

    /** What was answered in this lesson, for all steps in their order, by their ids. */
    public Map<String, StepAnswers> allAnswers() {
        Map<String, StepAnswers> all = new LinkedHashMap<>();
        for (int step = 0; step < lesson.steps().size(); step++) {
            all.put(lesson.steps().get(step).id(), answers(step));
        }
        return all;
    }

    /** The lesson as it was written, whatever language is spoken. */
    public Lesson original() {
        return lesson;
    }

    /** The predictions for the question of this step; empty if it has none. */
    public Optional<Tally> tally() {
        return answers().before();
    }

    /**
     * Takes how many chose an answer of this step's question: a prediction, or, once that is committed to and until what is
     * right is told, what they say now. Later nothing is changed.
     */
    public void setHands(int choice, int hands) {
        StepAnswers now = answers();
        if (!now.isCommitted()) {
            answers.put(index, now.withBefore(now.before().orElseThrow().with(choice, hands)));
        } else if (now.after().isPresent() && !now.isExplained()) {
            answers.put(index, now.withAfter(now.after().get().with(choice, hands)));
        }
    }

    /** Takes why it was predicted so, until that is committed to; cut to {@value StepAnswers#LONGEST_REASON} letters. */
    public void setReason(String words) {
        if (!answers().isCommitted()) {
            int most = Math.min(words.length(), StepAnswers.LONGEST_REASON);
            answers.put(index, answers().withReason(words.substring(0, most)));
        }
    }

    /**
     * Takes what was seen; the first answer counts.
     *
     * @param number of the observation in this step, from 0
     * @param answer the place of a choice, from 0, or a number
     * @return whether it could be compared with what there is to be seen
     */
    public boolean observe(int number, double answer, Situation now) {
        StepAnswers before = answers();
        if (!before.isCommitted() || before.observed().get(number).isPresent()) {
            return true;
        }
        Optional<Observed> checked = step().after().observations().get(number).check(answer, now);
        checked.ifPresent(seen -> answers.put(index, before.withObserved(number, seen)));
        return checked.isPresent();
    }

    /** Takes whether what is on the back of a card of this step, counted from 0, was known. */
    public void recall(int card, boolean isKnown) {
        answers.put(index, answers().withKnown(card, isKnown));
    }

    /** Whether the class has answered, and is committed to it. */
    public boolean isRevealed() {
        return tally().filter(Tally::revealed).isPresent();
    }

    /** Whether what is right is told, too. */
    public boolean isExplained() {
        return isRevealed() && answers().isExplained();
    }

    /** Whether there are answers that the class can commit to. */
    public boolean canReveal() {
        return tally().filter(tally -> !tally.revealed() && tally.total() > 0).isPresent();
    }

    /** Commits the class to its answers. */
    public void reveal() {
        if (canReveal()) {
            answers.put(index, answers().withBefore(tally().orElseThrow().reveal()));
        }
    }

    /** The places that are covered, because the class has not answered yet. */
    public List<WindowSpot> hidden() {
        return isRevealed()
                ? List.of()
                : step().question().map(ClassQuestion::hides).orElse(List.of());
    }

    /** What was asked and answered in this lesson so far, in the order of the steps. */
    public List<Answered> answered() {
        List<Answered> answered = new ArrayList<>();
        for (int step = 0; step < lesson.steps().size(); step++) {
            LessonStep asked = lesson().steps().get(step);
            int number = step + 1;
            answers(step)
                    .before()
                    .filter(Tally::revealed)
                    .ifPresent(tally -> answered.add(
                            new Answered(number, asked.title(), asked.question().orElseThrow(), tally)));
        }
        return answered;
    }

    /**
     * A question with the answers of the class.
     *
     * @param number   of its step, counted from 1
     * @param title    of its step
     * @param question what was asked
     * @param tally    what was answered
     */
    public record Answered(int number, String title, ClassQuestion question, Tally tally) {}

    /** The runs that were made from their seed to their end, once for each experiment, in the order of time. */
    static final class Tries {

        /** The most that are kept. */
        private static final int MOST = 60;

        private final List<Tried> all;

        Tries() {
            this(List.of());
        }

        /** Those that were kept before. */
        Tries(List<Tried> kept) {
            all = new ArrayList<>(kept);
        }

        /** Keeps a run that has ended in a step, if it is another one. */
        void keep(String step, Situation now) {
            if (now.status().state() == RunState.FINISHED && all.size() < MOST) {
                now.snapshot()
                        .filter(this::isNew)
                        .ifPresent(snapshot -> all.add(new Tried(
                                step,
                                snapshot.experiment(),
                                snapshot.position().epoch(),
                                Tried.Result.of(snapshot.evaluation()))));
            }
        }

        /** A run that went on from another one is none of its seed. */
        private boolean isNew(Snapshot snapshot) {
            return snapshot.origin().isEmpty()
                    && all.stream().noneMatch(tried -> tried.experiment().equals(snapshot.experiment()));
        }

        List<Tried> all() {
            return List.copyOf(all);
        }
    }
}
